import { type FormEvent, useState } from 'react';
import type { Attribute } from '../../app/api.gen.ts';
import { useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { Field, Select, TextArea } from '../../ui/form.tsx';
import { Badge, Section } from '../../ui/page.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { isObjectOrNothing } from './endpoint-draft.ts';
import { ATTRIBUTES_TEXTS, STEPS_TEXTS } from './facts-texts.ts';
import { ENVIRONMENTS, type EnvironmentName } from './health.tsx';
import { ENDPOINT_TEXTS, INTEGRATIONS_TEXTS } from './integrations-texts.ts';
import { ValuesView } from './request-view.tsx';
import { StepTraces } from './step-traces.tsx';

/** Reads the attribute for a customer as an agent would before it answers. */
export function AttributeTrial({ attribute }: { attribute: Attribute }) {
  const texts = useTexts(ATTRIBUTES_TEXTS);
  const words = useTexts(STEPS_TEXTS);
  const names = useTexts(INTEGRATIONS_TEXTS);
  const json = useTexts(ENDPOINT_TEXTS);
  const { can } = useSession();
  const [email, setEmail] = useState('');
  const [environment, setEnvironment] = useState<EnvironmentName>('sandbox');
  const [sent, setSent] = useState('');
  const attempt = useChange('POST /v2/attributes/{attribute-id}/try');
  const isSent = attribute.source.kind === 'user_attributes';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isObjectOrNothing(sent)) return;
    const body = {
      environment,
      ...(email !== '' && { customer: { email } }),
      ...(sent.trim() !== '' && { userAttributes: JSON.parse(sent) as Record<string, unknown> }),
    };
    attempt.mutate({ params: { 'attribute-id': attribute.id }, body });
  };
  return (
    <Section title={words.tryTitle}>
      <form className="card" onSubmit={submit}>
        <div className="grid">
          {can('banking') && (
            <Field
              label={words.customer}
              hint={words.customerHint}
              type="email"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
          <Select
            label={names.environment}
            value={environment}
            onChange={(event) => setEnvironment(event.target.value as EnvironmentName)}
            options={ENVIRONMENTS.map((name) => [name, names.environmentNames[name]])}
          />
        </div>
        {!can('banking') && <p className="hint">{words.forNobody}</p>}
        {isSent && (
          <TextArea
            label={texts.userAttributes}
            rows={3}
            value={sent}
            problem={isObjectOrNothing(sent) ? undefined : json.noJson}
            onChange={(event) => setSent(event.target.value)}
          />
        )}
        <ErrorNotice error={attempt.error} />
        <div>
          <button type="submit" className="main" disabled={attempt.isPending}>
            {texts.read}
          </button>
        </div>
      </form>
      {attempt.data && (
        <div className="card" role="status">
          <p className="line">
            <Badge tone={attempt.data.trace.state === 'read' ? 'good' : 'warn'}>
              {texts.states[attempt.data.trace.state]}
            </Badge>
            {attempt.data.trace.overTarget && <Badge tone="warn">{texts.slow}</Badge>}
          </p>
          <ValuesView values={attempt.data.values} />
          <StepTraces steps={attempt.data.trace.steps} />
        </div>
      )}
    </Section>
  );
}
