import { useState } from 'react';
import type { Action, TriedAction } from '../../app/api.gen.ts';
import { useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { Field } from '../../ui/form.tsx';
import { Badge, Section } from '../../ui/page.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { ACTIONS_TEXTS, STEPS_TEXTS } from './facts-texts.ts';
import { InputsForm, valuesOf } from './inputs-form.tsx';
import { RequestView, ValuesView } from './request-view.tsx';
import { StepTraces } from './step-traces.tsx';

/** Shows the requests first; sends them to the sandbox when that is said. */
export function ActionTrial({ action }: { action: Action }) {
  const texts = useTexts(ACTIONS_TEXTS);
  const words = useTexts(STEPS_TEXTS);
  const { can } = useSession();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [email, setEmail] = useState('');
  const attempt = useChange('POST /v2/actions/{action-id}/try');
  const run = (send: boolean) =>
    attempt.mutate({
      params: { 'action-id': action.id },
      body: { inputs: valuesOf(action.inputs, typed), ...(email !== '' && { customer: { email } }), send },
    });
  return (
    <Section title={words.tryTitle}>
      <form className="card" onSubmit={(event) => event.preventDefault()}>
        <p className="hint">{texts.tryHint}</p>
        <InputsForm inputs={action.inputs} typed={typed} onChange={setTyped} error={attempt.error} />
        {can('banking') ? (
          <div className="narrow">
            <Field
              label={words.customer}
              hint={words.customerHint}
              type="email"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          </div>
        ) : (
          <p className="hint">{words.forNobody}</p>
        )}
        <ErrorNotice error={attempt.error} />
        <div className="actions">
          <button type="submit" className="main" disabled={attempt.isPending} onClick={() => run(false)}>
            {texts.show}
          </button>
          <button type="button" disabled={attempt.isPending} onClick={() => run(true)}>
            {texts.send}
          </button>
        </div>
      </form>
      {attempt.data && <Tried tried={attempt.data} />}
    </Section>
  );
}

const TONES = { done: 'good', refused: 'warn', failed: 'bad', unknown: 'bad' } as const;

function Tried({ tried: { requests, sent, state, outputs, steps } }: { tried: TriedAction }) {
  const texts = useTexts(ACTIONS_TEXTS);
  return (
    <div className="card" role="status">
      <p className="strong">{sent ? texts.wasSent : texts.wouldSend}</p>
      {requests.length === 0 && <p className="quiet-text">{texts.noRequest}</p>}
      {requests.map((request) => (
        <RequestView key={request.step} request={request} />
      ))}
      <p className="line">
        <span className="strong">{texts.handsOut}</span>
        {sent ? <Badge tone={TONES[state]}>{texts.states[state]}</Badge> : <Badge>{texts.fromSamples}</Badge>}
      </p>
      <ValuesView values={outputs} />
      {sent && <StepTraces steps={steps} />}
    </div>
  );
}
