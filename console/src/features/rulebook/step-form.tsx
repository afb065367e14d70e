import { useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { Field, Select } from '../../ui/form.tsx';
import { ConditionForm } from './condition-form.tsx';
import { wordingOf } from './describe.ts';
import { useEditor } from './editor-context.ts';
import type { Problem, Step, StepOf } from './flow.types.ts';
import { type FormProps, wordsAt } from './form-props.ts';
import { FORM_TEXTS } from './form-texts.ts';
import { InputForm } from './input-form.tsx';
import { renameIn } from './steps.ts';
import { TextForm } from './text-form.tsx';
import { ToolForm } from './tool-form.tsx';
import { setAt, walk } from './tree.ts';

/** The fields of a step of any kind, and its name. */
export function StepForm({ step, pointer, problems }: { step: Step; pointer: string; problems: Problem[] }) {
  const { flow, change } = useEditor();
  const put = (next: Step, about?: string) =>
    change(setAt(flow, pointer, next), about === undefined ? {} : { about: `${pointer} ${about}` });
  return (
    <div className="stack">
      <KindForm step={step} put={put} problems={problems} />
      <NameField key={step.id} step={step} />
    </div>
  );
}

function KindForm({ step, ...rest }: FormProps<Step>) {
  switch (step.kind) {
    case 'condition':
      return <CasesForm step={step} {...rest} />;
    case 'collect':
      return <CollectForm step={step} {...rest} />;
    case 'confirm':
    case 'reply':
      return <SayForm step={step} {...rest} />;
    case 'tool':
      return <ToolForm step={step} {...rest} />;
    case 'article':
      return <ArticleForm step={step} {...rest} />;
    case 'tag':
      return <TagForm step={step} {...rest} />;
    case 'escalate':
      return <EscalateForm step={step} {...rest} />;
    default:
      return <GotoForm step={step} {...rest} />;
  }
}

function SayForm({ step, put, problems }: FormProps<StepOf<'reply'> | StepOf<'confirm'>>) {
  const texts = useTexts(FORM_TEXTS);
  const label = step.kind === 'confirm' ? texts.question : texts.text;
  return (
    <TextForm
      label={label}
      text={step.text}
      problems={wordsAt(problems, '/text')}
      onChange={(text, about) => put({ ...step, text }, about)}
    />
  );
}

function CasesForm({ step, put, problems }: FormProps<StepOf<'condition'>>) {
  const texts = useTexts(FORM_TEXTS);
  const { canEdit } = useEditor();
  const { branches } = step;
  return (
    <div className="stack">
      {branches.map((branch, index) => {
        const path = `/branches/${index}/when`;
        const own = problems.flatMap((problem) =>
          problem.path.startsWith(path) ? [{ ...problem, path: problem.path.slice(path.length) }] : [],
        );
        return (
          // Cases have no names of their own; they are told apart by where they stand.
          <section key={index} className="stack tight" aria-label={texts.caseNumber(index + 1)}>
            <div className="line">
              <span className="strong">{texts.caseNumber(index + 1)}</span>
              {canEdit && branches.length > 1 && (
                <button
                  type="button"
                  className="quiet"
                  onClick={() => put({ ...step, branches: branches.toSpliced(index, 1) })}
                >
                  {texts.removeCase}
                </button>
              )}
            </div>
            <ConditionForm
              condition={branch.when}
              problems={own}
              onChange={(when, about) =>
                put({ ...step, branches: branches.with(index, { ...branch, when }) }, about && `${index} ${about}`)
              }
            />
          </section>
        );
      })}
      {canEdit && (
        <div>
          <button
            type="button"
            onClick={() =>
              put({ ...step, branches: [...branches, { when: { op: 'known', ref: 'attributes.' }, steps: [] }] })
            }
          >
            + {texts.addCase}
          </button>
        </div>
      )}
    </div>
  );
}

const NEW = ' new';

function CollectForm({ step, put, problems }: FormProps<StepOf<'collect'>>) {
  const texts = useTexts(FORM_TEXTS);
  const { flow, canEdit } = useEditor();
  const definition = Object.hasOwn(flow.inputSchema, step.input) ? flow.inputSchema[step.input] : undefined;
  const [isNew, setIsNew] = useState(step.input === '');
  const names = Object.keys(flow.inputSchema);
  const { failure, ...without } = step;
  return (
    <div className="stack">
      <Select
        label={texts.input}
        value={isNew && !definition ? NEW : step.input}
        disabled={!canEdit}
        problem={isNew ? undefined : wordsAt(problems, '/input')[0]}
        onChange={({ target }) => {
          setIsNew(target.value === NEW);
          put({ ...step, input: target.value === NEW ? '' : target.value });
        }}
        options={[
          ...names.map((name): [string, string] => [name, flow.inputSchema[name]?.description || name]),
          ...(definition || isNew || step.input === '' ? [] : [[step.input, step.input] as [string, string]]),
          [NEW, texts.newInput],
        ]}
      />
      {isNew && !definition && canEdit && <NewInput step={step} onMade={() => setIsNew(false)} />}
      {definition && <InputForm name={step.input} definition={definition} />}
      <TextForm
        label={texts.question}
        text={step.question}
        problems={wordsAt(problems, '/question')}
        onChange={(question, about) => put({ ...step, question }, about)}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={failure !== undefined}
          disabled={!canEdit}
          onChange={() => put(failure === undefined ? { ...step, failure: [] } : without)}
        />
        {texts.ownFailure}
      </label>
    </div>
  );
}

function NewInput({ step, onMade }: { step: StepOf<'collect'>; onMade: () => void }) {
  const texts = useTexts(FORM_TEXTS);
  const { flow, change } = useEditor();
  const [name, setName] = useState('');
  const isFree = /^[A-Za-z][A-Za-z0-9_]{0,59}$/.test(name) && !Object.hasOwn(flow.inputSchema, name);
  const make = () => {
    const place = walk(flow.steps).find((each) => each.step.id === step.id);
    if (!place || !isFree) return;
    const inputSchema = { ...flow.inputSchema, [name]: { type: 'text' as const, description: '' } };
    change(setAt({ ...flow, inputSchema }, place.pointer, { ...step, input: name }));
    onMade();
  };
  return (
    <div className="value-pair">
      <Field
        label={texts.inputName}
        hint={texts.inputNameHint}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') make();
        }}
      />
      <button type="button" disabled={!isFree} onClick={make}>
        {texts.makeInput}
      </button>
    </div>
  );
}

function ArticleForm({ step, put, problems }: FormProps<StepOf<'article'>>) {
  const texts = useTexts(FORM_TEXTS);
  const { catalogue, canEdit } = useEditor();
  const options = (chosen: string): [string, string][] => {
    const known = catalogue.articles.map(({ id, title }): [string, string] => [id, title]);
    const isKnown = chosen === '' || known.some(([id]) => id === chosen);
    return [['', texts.pick], ...known, ...(isKnown ? [] : [[chosen, chosen] as [string, string]])];
  };
  const { articleId } = step;
  const problem = wordsAt(problems, '/articleId')[0];
  const perLanguage = typeof articleId !== 'string';
  const keys = perLanguage ? (['en', 'de'] as const) : (['all'] as const);
  const labels = {
    all: texts.article,
    en: `${texts.article}: ${texts.english}`,
    de: `${texts.article}: ${texts.german}`,
  };
  return (
    <div className="stack tight">
      <div className="wordings">
        {keys.map((key) => {
          const chosen = typeof articleId === 'string' ? articleId : (key !== 'all' && articleId[key]) || '';
          return (
            <Select
              key={key}
              label={labels[key]}
              value={chosen}
              disabled={!canEdit}
              problem={problem}
              options={options(chosen)}
              onChange={({ target }) =>
                put({
                  ...step,
                  articleId: typeof articleId === 'string' ? target.value : { ...articleId, [key]: target.value },
                })
              }
            />
          );
        })}
      </div>
      {canEdit && (
        <div>
          <button
            type="button"
            className="quiet"
            onClick={() =>
              put({ ...step, articleId: perLanguage ? wordingOf(articleId, 'en') : { en: articleId, de: articleId } })
            }
          >
            {perLanguage ? texts.oneText : texts.perLanguage}
          </button>
        </div>
      )}
    </div>
  );
}

function TagForm({ step, put, problems }: FormProps<StepOf<'tag'>>) {
  const texts = useTexts(FORM_TEXTS);
  const { catalogue, canEdit } = useEditor();
  const isKnown = step.tag === '' || catalogue.tags.includes(step.tag);
  return (
    <Select
      label={texts.tag}
      value={step.tag}
      disabled={!canEdit}
      problem={wordsAt(problems, '/tag')[0]}
      onChange={(event) => put({ ...step, tag: event.target.value })}
      options={[
        ['', texts.pick],
        ...catalogue.tags.map((tag): [string, string] => [tag, tag]),
        ...(isKnown ? [] : [[step.tag, step.tag] as [string, string]]),
      ]}
    />
  );
}

function EscalateForm({ step, put, problems }: FormProps<StepOf<'escalate'>>) {
  const texts = useTexts(FORM_TEXTS);
  const { canEdit } = useEditor();
  const { text, ...without } = step;
  return (
    <div className="stack">
      <Field
        label={texts.reason}
        value={step.reason ?? ''}
        disabled={!canEdit}
        onChange={({ target }) => {
          const { reason: _, ...rest } = step;
          put(target.value === '' ? rest : { ...step, reason: target.value }, 'reason');
        }}
      />
      {text !== undefined && (
        <TextForm
          label={texts.handOverText}
          text={text}
          problems={wordsAt(problems, '/text')}
          onChange={(next, about) => put({ ...step, text: next }, about)}
        />
      )}
      {canEdit && (
        <div>
          <button
            type="button"
            className="quiet"
            onClick={() => put(text === undefined ? { ...step, text: { en: '', de: '' } } : without)}
          >
            {text === undefined ? texts.addText : texts.removeText}
          </button>
        </div>
      )}
    </div>
  );
}

function GotoForm({ step, put, problems }: FormProps<StepOf<'goto'>>) {
  const texts = useTexts(FORM_TEXTS);
  const { flow, canEdit, described } = useEditor();
  const others = walk(flow.steps).flatMap(({ step: other }): [string, string][] =>
    other.id === step.id ? [] : [[other.id, `${other.id} – ${described.texts.kinds[other.kind]}`]],
  );
  const isKnown = step.step === '' || others.some(([id]) => id === step.step);
  return (
    <Select
      label={texts.goTo}
      value={step.step}
      disabled={!canEdit}
      problem={wordsAt(problems, '/step')[0]}
      onChange={(event) => put({ ...step, step: event.target.value })}
      options={[['', texts.pick], ...others, ...(isKnown ? [] : [[step.step, step.step] as [string, string]])]}
    />
  );
}

/** The name by which jumps, conditions and texts speak of the step. */
function NameField({ step }: { step: Step }) {
  const texts = useTexts(FORM_TEXTS);
  const { flow, change, canEdit, setOpen } = useEditor();
  const [name, setName] = useState(step.id);
  const isTaken = name !== step.id && walk(flow.steps).some((each) => each.step.id === name);
  const rename = () => {
    if (name === step.id || isTaken || !/^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/.test(name)) return setName(step.id);
    change({ ...flow, steps: renameIn(flow.steps, step.id, name) });
    setOpen(name);
  };
  return (
    <details>
      <summary>
        {texts.stepName}: <code>{step.id}</code>
      </summary>
      <Field
        label={texts.stepName}
        hint={texts.stepNameHint}
        problem={isTaken ? texts.nameTaken : undefined}
        value={name}
        disabled={!canEdit}
        onChange={(event) => setName(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter') rename();
        }}
      />
    </details>
  );
}
