import type { Endpoint, EndpointHealth } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Section } from '../../ui/page.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { Drifts } from './drifts.tsx';
import type { EndpointParams } from './endpoint-page.tsx';
import { SpanFields, useSpan } from './health.tsx';
import { ENDPOINT_TEXTS } from './integrations-texts.ts';
import { SeriesChart } from './series-chart.tsx';

/** How fast it answers, what failed, and what no longer comes as it was declared. */
export function EndpointHealthView({ params, endpoint }: { params: EndpointParams; endpoint: Endpoint }) {
  const texts = useTexts(ENDPOINT_TEXTS);
  const formats = useFormats();
  const health = useRead('GET /v2/integrations/{integration-id}/endpoints/{endpoint-id}/health', {
    params,
    query: useSpan(),
  });
  return (
    <>
      <SpanFields />
      <Await read={health}>
        {(data) => (
          <>
            {data.pausedUntil && <p className="notice bad">{texts.paused(formats.moment(data.pausedUntil))}</p>}
            {data.calls === 0 ? (
              <Empty title={texts.notCalled}>
                <p>{texts.notCalledHint}</p>
              </Empty>
            ) : (
              <Figures health={data} endpoint={endpoint} />
            )}
            <Drifts drifts={data.drifts} />
          </>
        )}
      </Await>
    </>
  );
}

function Figures({ health, endpoint }: { health: EndpointHealth; endpoint: Endpoint }) {
  const texts = useTexts(ENDPOINT_TEXTS);
  const formats = useFormats();
  const ms = (value: number | null) => (value === null ? '–' : texts.milliseconds(formats.count(Math.round(value))));
  const { series } = health;
  const [first, last] = [series.at(0), series.at(-1)];
  const ends = (highest: string): [string, string, string] => [
    first ? formats.moment(first.from) : '',
    highest,
    last ? formats.moment(last.from) : '',
  ];
  const slowest = Math.max(...series.map(({ p95Ms }) => p95Ms ?? 0));
  const most = Math.max(...series.map(({ calls }) => calls));
  const failures = Object.entries(health.failures as Record<string, number>);
  const figures = [
    [texts.success, health.successRate === null ? '–' : formats.percent(health.successRate)],
    [texts.median, ms(health.p50Ms)],
    [texts.slow, ms(health.p95Ms)],
    [texts.slowest, ms(health.p99Ms)],
  ];
  return (
    <>
      <div className="figures">
        {figures.map(([name, value]) => (
          <div key={name} className="card figure">
            <strong>{value}</strong>
            <span>{name}</span>
          </div>
        ))}
      </div>
      <div className="charts">
        <SeriesChart
          label={texts.latency}
          limit={
            endpoint.expectedP95Ms === null
              ? null
              : { value: endpoint.expectedP95Ms, text: texts.expected(formats.count(endpoint.expectedP95Ms)) }
          }
          foot={ends(ms(slowest))}
          points={series.map(({ from, p95Ms }) => ({
            label: from,
            value: p95Ms,
            text: `${formats.moment(from)}: ${p95Ms === null ? texts.noneThen : ms(p95Ms)}`,
          }))}
        />
        <SeriesChart
          label={texts.failedCalls}
          foot={ends(formats.count(most))}
          points={series.map(({ from, calls, failed }) => ({
            label: from,
            value: calls === 0 ? null : calls,
            bad: failed,
            text: `${formats.moment(from)}: ${calls === 0 ? texts.noneThen : texts.ofCalls(formats.count(failed), formats.count(calls))}`,
          }))}
        />
      </div>
      <Section title={texts.failures}>
        {failures.length === 0 ? (
          <p className="quiet-text">{texts.noFailures}</p>
        ) : (
          <ul className="list">
            {failures.map(([kind, count]) => (
              <li key={kind}>
                <code>{kind}</code>
                <span>{formats.count(count)}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
