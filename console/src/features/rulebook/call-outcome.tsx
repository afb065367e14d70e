import { useState } from 'react';
import type { SimulatedRule, TriedAction } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { Field } from '../../ui/form.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { humanize } from './describe.ts';
import { useEditor } from './editor-context.ts';
import type { Literal } from './flow.types.ts';
import { Requests } from './requests.tsx';
import { TRY_TEXTS } from './rulebook-texts.ts';
import type { Facts, Turn } from './simulator.tsx';
import { walk } from './tree.ts';
import { LiteralField } from './value-field.tsx';

type Values = Record<string, Literal>;

interface Props {
  now: SimulatedRule;
  facts: Facts;
  onDone: (turn: Turn) => void;
}

/** An action that the rule would call now: what would be sent, and what may come of it. */
export function CallOutcome({ now, facts, onDone }: Props) {
  const texts = useTexts(TRY_TEXTS);
  const { can } = useSession();
  const { catalogue, flow } = useEditor();
  const calls = (now.turns.at(-1)?.effects ?? []).flatMap((effect) => (effect.kind === 'call' ? [effect] : []));
  const called = calls.at(-1);
  const action = catalogue.actions.find(({ name }) => name === called?.action);
  const customer = can('banking') && facts.email !== '' ? { customer: { email: facts.email } } : {};
  const input = {
    params: { 'action-id': action?.id ?? '' },
    body: { inputs: called?.inputs ?? {}, ...customer, send: false },
  };
  const planned = useRead('POST /v2/actions/{action-id}/try', input, action !== undefined && can('write'));
  const send = useChange('POST /v2/actions/{action-id}/try');
  if (!called || !action) return null;
  const step = walk(flow.steps).find((place) => place.step.id === called.step)?.step;
  const codes = step?.kind === 'tool' ? Object.keys(step.errors ?? {}) : [];
  const reallySend = () =>
    send.mutate({ ...input, body: { ...input.body, send: true } }, { onSuccess: (tried) => onDone(turnOf(tried)) });
  return (
    <div className="stack tight outcome">
      <h3>{texts.wouldCall(called.action)}</h3>
      <p className="quiet-text">{called.isConfirmed ? texts.saidYes : texts.noYes}</p>
      <p>
        {texts.with}: <code>{JSON.stringify(called.inputs)}</code>
      </p>
      {can('write') && (
        <>
          <ErrorNotice error={planned.error ?? send.error} />
          {planned.data && <Requests tried={planned.data} />}
        </>
      )}
      <Outcomes
        key={JSON.stringify([now.turns.length, planned.data !== undefined])}
        outputs={action.outputs}
        sample={(planned.data?.outputs ?? {}) as Values}
        codes={codes}
        onDone={onDone}
      />
      {can('write') && (
        <div>
          <button type="button" disabled={send.isPending} onClick={reallySend}>
            {texts.sandbox}
          </button>
        </div>
      )}
    </div>
  );
}

function turnOf({ state, outputs }: TriedAction): Turn {
  if (state === 'unknown') return { kind: 'action', outcome: 'unknown' };
  return { kind: 'action', outcome: state === 'done' ? 'success' : 'failure', outputs: outputs as Values };
}

interface OutcomesProps {
  outputs: { name: string; type: 'string' | 'number' | 'boolean' }[];
  sample: Values;
  codes: string[];
  onDone: (turn: Turn) => void;
}

function Outcomes({ outputs, sample, codes, onDone }: OutcomesProps) {
  const texts = useTexts(TRY_TEXTS);
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(outputs.map(({ name }) => [name, sample[name] ?? null])),
  );
  const [code, setCode] = useState(codes[0] ?? '');
  return (
    <fieldset className="stack tight">
      <legend>{texts.whatThen}</legend>
      {outputs.length > 0 && (
        <div className="grid">
          {outputs.map(({ name, type }) => (
            <LiteralField
              key={name}
              label={humanize(name)}
              type={type}
              value={values[name] ?? null}
              onChange={(value) => setValues({ ...values, [name]: value })}
            />
          ))}
        </div>
      )}
      <Field
        label={texts.errorCode}
        value={code}
        list="error-codes"
        onChange={(event) => setCode(event.target.value)}
      />
      <datalist id="error-codes">
        {codes.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <div className="actions">
        <button
          type="button"
          className="main"
          onClick={() => onDone({ kind: 'action', outcome: 'success', outputs: values })}
        >
          {texts.works}
        </button>
        <button
          type="button"
          onClick={() =>
            onDone({ kind: 'action', outcome: 'failure', outputs: code === '' ? {} : { error_code: code } })
          }
        >
          {texts.refused}
        </button>
        <button type="button" onClick={() => onDone({ kind: 'action', outcome: 'unknown' })}>
          {texts.unknown}
        </button>
      </div>
    </fieldset>
  );
}
