import type { HealthOverview } from '../../app/api.gen.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Link, navigate, useAddress } from '../../app/router.tsx';
import { Select } from '../../ui/form.tsx';
import { Badge } from '../../ui/page.tsx';
import { INTEGRATIONS_TEXTS } from './integrations-texts.ts';
import { Spark } from './series-chart.tsx';

export const ENVIRONMENTS = ['sandbox', 'staging', 'production'] as const;
export type EnvironmentName = (typeof ENVIRONMENTS)[number];
const SPANS = [24, 168, 720] as const;

/** Which calls the figures are about: in the address, so that it can be sent on. */
export function useSpan() {
  const { query } = useAddress();
  const environment = ENVIRONMENTS.find((name) => name === query.get('environment')) ?? 'production';
  const hours = SPANS.find((span) => String(span) === query.get('hours')) ?? 24;
  return { environment, hours };
}

export function SpanFields() {
  const texts = useTexts(INTEGRATIONS_TEXTS);
  const { query, path } = useAddress();
  const { environment, hours } = useSpan();
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(query);
    next.set(name, value);
    navigate(`${path}?${next}`, { replace: true });
  };
  return (
    <div className="span-fields">
      <Select
        label={texts.environment}
        value={environment}
        onChange={(event) => set('environment', event.target.value)}
        options={ENVIRONMENTS.map((name) => [name, texts.environmentNames[name]])}
      />
      <Select
        label={texts.span}
        value={String(hours)}
        onChange={(event) => set('hours', event.target.value)}
        options={SPANS.map((span) => [String(span), texts.spans[span]])}
      />
    </div>
  );
}

type Health = HealthOverview['endpoints'][number];

/** An endpoint in a line: what it does, how it is doing, and its calls over time. */
export function EndpointRow({ endpoint, search }: { endpoint: Health; search: string }) {
  const texts = useTexts(INTEGRATIONS_TEXTS);
  const formats = useFormats();
  const { calls, successRate, p95Ms, expectedP95Ms, circuit, driftedFields } = endpoint;
  const isSlow = p95Ms !== null && expectedP95Ms !== null && p95Ms > expectedP95Ms;
  const figures = [
    calls === 0 ? texts.noCalls : texts.calls(formats.count(calls)),
    successRate !== null && successRate < 1 && texts.failedShare(formats.percent(1 - successRate)),
    p95Ms !== null && texts.p95(formats.count(Math.round(p95Ms))),
  ].filter((figure) => figure !== false);
  return (
    <li>
      <div>
        <span className="line">
          <Link to={`/integrations/${endpoint.integrationId}/endpoints/${endpoint.endpointId}${search}`}>
            {endpoint.name}
          </Link>
          <Badge>{texts.kinds[endpoint.kind]}</Badge>
          {circuit !== 'closed' && <Badge tone={circuit === 'open' ? 'bad' : 'warn'}>{texts.circuits[circuit]}</Badge>}
          {driftedFields > 0 && <Badge tone="warn">{texts.drifted(driftedFields)}</Badge>}
        </span>
        <small className={isSlow ? 'problem' : undefined}>{figures.join(' · ')}</small>
      </div>
      {calls > 0 && <Spark points={endpoint.series} label={figures.join(', ')} />}
    </li>
  );
}
