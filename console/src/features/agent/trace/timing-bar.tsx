import { useTexts } from '../../../app/language.ts';
import type { Trace } from './trace.types.ts';
import { TRACE_TEXTS } from './trace-texts.ts';

/** Where the time of an answer went: one bar from left to right, and its parts in words below. */
export function TimingBar({ trace }: { trace: Trace }) {
  const texts = useTexts(TRACE_TEXTS);
  if (trace.durationMs === undefined) return null;
  const modelMs = trace.model?.durationMs ?? 0;
  const parts = partsOf(trace, modelMs).filter(({ ms }) => ms > 0);
  const sum = parts.reduce((total, { ms }) => total + ms, 0);
  return (
    <section>
      <h3>
        {texts.took} {trace.durationMs + modelMs} ms
      </h3>
      <svg className="timing" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ name, ms }, n) => {
          const before = parts.slice(0, n).reduce((total, part) => total + part.ms, 0);
          return <rect key={name} className={name} x={(before / sum) * 100} width={(ms / sum) * 100} height={6} />;
        })}
      </svg>
      <ul className="legend">
        {parts.map(({ name, ms }) => (
          <li key={name}>
            <svg className="key" viewBox="0 0 6 6" aria-hidden="true">
              <rect className={name} width={6} height={6} />
            </svg>
            {texts.timings[name]} {ms} ms
          </li>
        ))}
      </ul>
    </section>
  );
}

type Part = 'known' | 'considered' | 'actions' | 'model' | 'rest';

function partsOf({ durationMs = 0, timings, rule }: Trace, modelMs: number): { name: Part; ms: number }[] {
  const { known = 0, considered = 0 } = timings ?? {};
  const actions = rule?.calls.reduce((sum, call) => sum + (call.durationMs ?? 0), 0) ?? 0;
  return [
    { name: 'known', ms: known },
    { name: 'considered', ms: considered },
    { name: 'actions', ms: actions },
    { name: 'rest', ms: Math.max(0, durationMs - known - considered - actions) },
    { name: 'model', ms: modelMs },
  ];
}
