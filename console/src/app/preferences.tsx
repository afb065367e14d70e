import { useState } from 'react';
import { Select } from '../ui/form.tsx';
import { pair, useLanguage, useTexts } from './language.ts';
import { applyTheme, readTheme, type Theme } from './theme.ts';

const TEXTS = {
  other: pair('Deutsch', 'English'),
  theme: pair('Appearance', 'Darstellung'),
  auto: pair('As the device', 'Wie das Gerät'),
  light: pair('Light', 'Hell'),
  dark: pair('Dark', 'Dunkel'),
};

export function LanguageButton() {
  const texts = useTexts(TEXTS);
  const { language, setLanguage } = useLanguage();
  const other = language === 'en' ? 'de' : 'en';
  return (
    <button type="button" className="quiet" lang={other} onClick={() => setLanguage(other)}>
      {texts.other}
    </button>
  );
}

export function ThemeSelect() {
  const texts = useTexts(TEXTS);
  const [theme, setTheme] = useState(readTheme);
  const choose = (next: Theme) => {
    applyTheme(next);
    setTheme(next);
  };
  return (
    <Select
      label={texts.theme}
      value={theme}
      onChange={(event) => choose(event.target.value as Theme)}
      options={[
        ['auto', texts.auto],
        ['light', texts.light],
        ['dark', texts.dark],
      ]}
    />
  );
}
