export type Theme = 'auto' | 'light' | 'dark';

const STORED = 'kontor.theme';

export function readTheme(): Theme {
  const stored = localStorage.getItem(STORED);
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}

/** Every colour is written with `light-dark()`, which follows this one property. */
export function applyTheme(theme: Theme) {
  localStorage.setItem(STORED, theme);
  document.documentElement.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
}
