import { useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { Link } from '../../app/router.tsx';
import { Field, Select } from '../../ui/form.tsx';
import { knownOf } from './catalogue.ts';
import { humanize } from './describe.ts';
import { useEditor } from './editor-context.ts';
import type { FlowValue, ToolStep } from './flow.types.ts';
import { type FormProps, wordsAt } from './form-props.ts';
import { FORM_TEXTS } from './form-texts.ts';
import { ValueField } from './value-field.tsx';

/** Which action, what it is given, and the ways that lead on from it. */
export function ToolForm({ step, put, problems }: FormProps<ToolStep>) {
  const texts = useTexts(FORM_TEXTS);
  const { catalogue, canEdit } = useEditor();
  const { actions } = catalogue;
  const isKnown = step.action === '' || actions.some(({ name }) => name === step.action);
  const { unknown, withoutConfirmation: _, ...rest } = step;
  return (
    <div className="stack">
      <Select
        label={texts.action}
        value={step.action}
        disabled={!canEdit}
        problem={wordsAt(problems, '/action')[0]}
        onChange={(event) => put({ ...step, action: event.target.value, inputs: {} })}
        options={[
          ['', texts.pick],
          ...actions.map(({ name }): [string, string] => [name, name]),
          ...(isKnown ? [] : [[step.action, texts.unknownReference(step.action)] as [string, string]]),
        ]}
      />
      {actions.length === 0 && (
        <p className="hint">
          {texts.noActions} <Link to="/actions">{texts.makeAction}</Link>
        </p>
      )}
      <InputsForm step={step} put={put} problems={problems} />
      <label className="check">
        <input
          type="checkbox"
          checked={step.withoutConfirmation ?? false}
          disabled={!canEdit}
          onChange={() =>
            put({
              ...rest,
              ...(unknown && { unknown }),
              ...(!step.withoutConfirmation && { withoutConfirmation: true }),
            })
          }
        />
        {texts.withoutConfirmation}
      </label>
      {wordsAt(problems, '/withoutConfirmation').map((message) => (
        <p key={message} className="problem">
          {message}
        </p>
      ))}
      <label className="check">
        <input
          type="checkbox"
          checked={unknown !== undefined}
          disabled={!canEdit}
          onChange={() => {
            const { unknown: gone, ...without } = step;
            put(gone === undefined ? { ...step, unknown: [] } : without);
          }}
        />
        {texts.ownUnknown}
      </label>
      <ErrorRoutes step={step} put={put} problems={problems} />
      {wordsAt(problems, '/failure').map((message) => (
        <p key={message} className="problem">
          {message}
        </p>
      ))}
    </div>
  );
}

function InputsForm({ step, put, problems }: FormProps<ToolStep>) {
  const texts = useTexts(FORM_TEXTS);
  const { catalogue, described, canEdit } = useEditor();
  const action = catalogue.actions.find(({ name }) => name === step.action);
  if (!action) return null;
  const groups = knownOf(described, catalogue);
  const set = (name: string, value: FlowValue | undefined) => {
    const { [name]: _, ...others } = step.inputs;
    put({ ...step, inputs: value === undefined ? others : { ...others, [name]: value } }, `input ${name}`);
  };
  return (
    <fieldset className="stack tight">
      <legend>{texts.gets}</legend>
      {action.inputs.length === 0 && <p className="hint">{texts.noInputs}</p>}
      {action.inputs.map(({ name, type, required }) => (
        <ValueField
          key={name}
          label={required ? `${humanize(name)} (${texts.required})` : humanize(name)}
          type={type}
          value={step.inputs[name]}
          groups={groups}
          mayBeMissing
          disabled={!canEdit}
          problem={wordsAt(problems, `/inputs/${name}`)[0]}
          onChange={(value) => set(name, value)}
        />
      ))}
    </fieldset>
  );
}

function ErrorRoutes({ step, put }: FormProps<ToolStep>) {
  const texts = useTexts(FORM_TEXTS);
  const { canEdit } = useEditor();
  const [code, setCode] = useState('');
  const codes = Object.keys(step.errors ?? {});
  const isFree = code.trim() !== '' && !codes.includes(code.trim());
  const add = () => {
    if (!isFree) return;
    put({ ...step, errors: { ...step.errors, [code.trim()]: [] } });
    setCode('');
  };
  const remove = (gone: string) => {
    const { errors, ...rest } = step;
    const left = Object.entries(errors ?? {}).filter(([each]) => each !== gone);
    put(left.length === 0 ? rest : { ...rest, errors: Object.fromEntries(left) });
  };
  return (
    <fieldset className="stack tight">
      <legend>{texts.errorRoutes}</legend>
      {codes.map((each) => (
        <div key={each} className="line">
          <code>{each}</code>
          {canEdit && (
            <button type="button" className="quiet" onClick={() => remove(each)}>
              {texts.removeError(each)}
            </button>
          )}
        </div>
      ))}
      {canEdit && (
        <div className="value-pair">
          <Field
            label={texts.errorCode}
            value={code}
            placeholder="NOT_CANCELLABLE"
            onChange={(event) => setCode(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') add();
            }}
          />
          <button type="button" disabled={!isFree} onClick={add}>
            {texts.addError}
          </button>
        </div>
      )}
    </fieldset>
  );
}
