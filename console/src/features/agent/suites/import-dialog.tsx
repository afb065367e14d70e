import { useState } from 'react';
import { useFormats, useTexts } from '../../../app/language.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, TextArea } from '../../../ui/form.tsx';
import type { NamedArticle } from './cases-editor.tsx';
import { readCases, type SuiteCase } from './read-cases.ts';
import { SUITES_TEXTS } from './suites-texts.ts';

const MOST_PROBLEMS = 5;

interface Props {
  articles: NamedArticle[];
  /** Questions that are there already. */
  known: string[];
  onImport(cases: SuiteCase[]): void;
  onClose(): void;
}

/** Many questions at once; what could not be read is said before anything is taken. */
export function ImportDialog({ articles, known, onImport, onClose }: Props) {
  const texts = useTexts(SUITES_TEXTS);
  const formats = useFormats();
  const [text, setText] = useState('');
  const { cases, problems } = readCases(text, articles, known);
  return (
    <Dialog title={texts.import} onClose={onClose}>
      <p className="quiet-text">{texts.importHint}</p>
      <TextArea label={texts.paste} spellCheck={false} value={text} onChange={({ target }) => setText(target.value)} />
      <Field
        label={texts.file}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        onChange={({ target }) => void target.files?.[0]?.text().then(setText)}
      />
      {text !== '' && <p role="status">{texts.read(formats.count(cases.length))}</p>}
      {problems.length > 0 && (
        <ul className="plain-list">
          {problems.slice(0, MOST_PROBLEMS).map(({ line, problem }) => (
            <li key={line} className="problem">
              {texts.line(line, texts.problems[problem])}
            </li>
          ))}
          {problems.length > MOST_PROBLEMS && <li className="problem">… (+{problems.length - MOST_PROBLEMS})</li>}
        </ul>
      )}
      <div className="actions">
        <button type="button" className="main" disabled={cases.length === 0} onClick={() => onImport(cases)}>
          {texts.take}
        </button>
        <button type="button" onClick={onClose}>
          {texts.cancel}
        </button>
      </div>
    </Dialog>
  );
}
