import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../app/language.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Select, TextArea } from '../../../ui/form.tsx';
import type { NamedArticle } from './cases-editor.tsx';
import { readAttributes, type SuiteCase } from './read-cases.ts';
import { SUITES_TEXTS } from './suites-texts.ts';

interface Props {
  /** Null: a new one. */
  known: SuiteCase | null;
  articles: NamedArticle[];
  isAsked(question: string): boolean;
  onSave(changed: SuiteCase): void;
  onRemove(): void;
  onClose(): void;
}

export function CaseDialog({ known, articles, isAsked, onSave, onRemove, onClose }: Props) {
  const texts = useTexts(SUITES_TEXTS);
  const [question, setQuestion] = useState(known?.question ?? '');
  const [expected, setExpected] = useState(known?.expectedArticleId ?? '');
  const [json, setJson] = useState(
    known && Object.keys(known.attributes).length > 0 ? JSON.stringify(known.attributes, null, 2) : '',
  );
  const attributes = readAttributes(json);
  const isTwice = isAsked(question.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (attributes && !isTwice) onSave({ question: question.trim(), expectedArticleId: expected || null, attributes });
  };
  return (
    <Dialog title={known ? texts.editShort : texts.add} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Field
          label={texts.question}
          required
          maxLength={2_000}
          value={question}
          problem={isTwice ? texts.asked : undefined}
          onChange={({ target }) => setQuestion(target.value)}
        />
        <Select
          label={texts.expected}
          value={expected}
          options={[['', texts.person], ...articles.map(({ id, title }): [string, string] => [id, title])]}
          onChange={({ target }) => setExpected(target.value)}
        />
        <TextArea
          label={texts.attributes}
          hint={texts.attributesHint}
          problem={attributes ? undefined : texts.noObject}
          spellCheck={false}
          value={json}
          onChange={({ target }) => setJson(target.value)}
        />
        <div className="actions">
          <button type="submit" className="main" disabled={question.trim() === ''}>
            {texts.take}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
          {known && (
            <button type="button" className="danger" onClick={onRemove}>
              {texts.drop}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
