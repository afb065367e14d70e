import { type FormEvent, type ReactNode, useState } from 'react';
import type { UpdateArticle } from '../../../app/api.gen.ts';
import { useTexts } from '../../../app/language.ts';
import { Check, Field, problemOf, TextArea } from '../../../ui/form.tsx';
import { ARTICLE_TEXTS } from './articles-texts.ts';

/** What an article says, all of it. */
export type Content = Required<Omit<UpdateArticle, 'active' | 'public' | 'version'>>;

export const EMPTY: Content = {
  title: '',
  mainKnowledge: '',
  agentInstruction: '',
  questions: [],
  keywords: [],
  escalation: false,
};

interface Props {
  content: Content;
  go: string;
  isBusy: boolean;
  /** Of the last attempt, for what it says of single fields. */
  error: unknown;
  onSave: (content: Content) => void;
  onCancel: () => void;
  /** Above the buttons. */
  children?: ReactNode;
  /** Hears of every change. */
  onChange?: (content: Content) => void;
}

/** All fields of an article. Lists are written one entry per line. */
export function ArticleForm({ content, go, isBusy, error, onSave, onCancel, children, onChange }: Props) {
  const texts = useTexts(ARTICLE_TEXTS);
  const [now, setNow] = useState(content);
  const [lists, setLists] = useState({
    questions: content.questions.join('\n'),
    keywords: content.keywords.join('\n'),
  });
  const set = (change: Partial<Content>) => {
    setNow({ ...now, ...change });
    onChange?.({ ...now, ...change });
  };
  const setList = (name: 'questions' | 'keywords', text: string) => {
    setLists({ ...lists, [name]: text });
    set({ [name]: linesOf(text) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(now);
  };
  const text = (name: 'mainKnowledge' | 'agentInstruction', rows: number, isRequired: boolean) => (
    <TextArea
      label={texts.fields[name]}
      hint={texts.hints[name]}
      problem={problemOf(error, `/${name}`)}
      rows={rows}
      required={isRequired}
      value={now[name]}
      onChange={(event) => set({ [name]: event.target.value })}
    />
  );
  const list = (name: 'questions' | 'keywords') => (
    <TextArea
      label={texts.fields[name]}
      hint={texts.hints[name]}
      problem={problemOf(error, `/${name}`)}
      rows={4}
      required
      value={lists[name]}
      onChange={(event) => setList(name, event.target.value)}
    />
  );
  return (
    <form className="stack" onSubmit={submit}>
      <Field
        label={texts.fields.title}
        autoFocus
        required
        maxLength={500}
        problem={problemOf(error, '/title')}
        value={now.title}
        onChange={(event) => set({ title: event.target.value })}
      />
      {text('mainKnowledge', 12, true)}
      {list('questions')}
      {list('keywords')}
      {text('agentInstruction', 3, false)}
      <Check
        label={texts.fields.escalation}
        checked={now.escalation}
        onChange={() => set({ escalation: !now.escalation })}
      />
      {children}
      <div className="actions">
        <button className="main" type="submit" disabled={isBusy}>
          {go}
        </button>
        <button type="button" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const contentOf = ({
  title,
  mainKnowledge,
  agentInstruction,
  questions,
  keywords,
  escalation,
}: Content): Content => ({ title, mainKnowledge, agentInstruction, questions, keywords, escalation });
