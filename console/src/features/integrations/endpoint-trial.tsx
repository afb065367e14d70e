import { useState } from 'react';
import type { Endpoint, TriedEndpoint } from '../../app/api.gen.ts';
import { useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { Select } from '../../ui/form.tsx';
import { Badge, Section } from '../../ui/page.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import type { EndpointParams } from './endpoint-page.tsx';
import { ENVIRONMENTS, type EnvironmentName } from './health.tsx';
import { InputsForm, valuesOf } from './inputs-form.tsx';
import { ENDPOINT_TEXTS, INTEGRATIONS_TEXTS } from './integrations-texts.ts';
import { RequestView, ValuesView } from './request-view.tsx';

/** Shows the request first; sends it when that is said, a write in the sandbox only. */
export function EndpointTrial({ params, endpoint }: { params: EndpointParams; endpoint: Endpoint }) {
  const texts = useTexts(ENDPOINT_TEXTS);
  const words = useTexts(INTEGRATIONS_TEXTS);
  const { can } = useSession();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [environment, setEnvironment] = useState<EnvironmentName>('sandbox');
  const attempt = useChange('POST /v2/integrations/{integration-id}/endpoints/{endpoint-id}/try', [
    'GET /v2/integrations/{integration-id}/endpoints/{endpoint-id}/health',
    'GET /v2/integrations/health',
  ]);
  const isHeldBack = endpoint.kind === 'write' && environment !== 'sandbox';
  const run = (send: boolean) =>
    attempt.mutate({ params, body: { inputs: valuesOf(endpoint.inputs, typed), environment, send } });
  if (!can('write')) return null;
  return (
    <div className="stack">
      <form className="card" onSubmit={(event) => event.preventDefault()}>
        <p className="hint">{texts.tryHint}</p>
        <InputsForm inputs={endpoint.inputs} typed={typed} onChange={setTyped} error={attempt.error} />
        <div className="narrow">
          <Select
            label={words.environment}
            hint={isHeldBack ? texts.onlySandbox : undefined}
            value={environment}
            onChange={(event) => setEnvironment(event.target.value as EnvironmentName)}
            options={ENVIRONMENTS.map((name) => [name, words.environmentNames[name]])}
          />
        </div>
        <ErrorNotice error={attempt.error} />
        <div className="actions">
          <button type="submit" className="main" disabled={attempt.isPending} onClick={() => run(false)}>
            {texts.show}
          </button>
          <button type="button" disabled={attempt.isPending || isHeldBack} onClick={() => run(true)}>
            {texts.send}
          </button>
        </div>
      </form>
      {attempt.data && <Tried tried={attempt.data} />}
    </div>
  );
}

function Tried({ tried }: { tried: TriedEndpoint }) {
  const texts = useTexts(ENDPOINT_TEXTS);
  const { request, sent, outcome, failure, status, durationMs, message, errorCode } = tried;
  if (!request) {
    return (
      <p className="notice warn" role="status">
        {texts.nothingSent} {failure !== null && <code>{failure}</code>}
      </p>
    );
  }
  const tone = outcome === 'ok' ? 'good' : outcome === 'not_found' || outcome === 'refused' ? 'warn' : 'bad';
  return (
    <>
      <Section title={sent ? texts.wasSent : texts.wouldSend}>
        <RequestView request={request} />
      </Section>
      <Section title={sent ? texts.answer : texts.sampleAnswer}>
        <div className="card" role="status">
          {sent && (
            <p className="line">
              <Badge tone={tone}>{texts.outcomes[outcome]}</Badge>
              {status !== null && <span>HTTP {status}</span>}
              <span>{texts.milliseconds(String(durationMs))}</span>
              {failure !== null && <code>{failure}</code>}
              {errorCode !== null && <code>{errorCode}</code>}
            </p>
          )}
          {message !== null && <p>{message}</p>}
          <ValuesView values={tried.outputs} />
        </div>
      </Section>
    </>
  );
}
