import { useTexts } from '../../../app/language.ts';
import { said } from '../../../app/said.ts';
import { Badge } from '../../../ui/page.tsx';
import type { PlayedRule } from './trace.types.ts';
import { TRACE_TEXTS } from './trace-texts.ts';
import { wordFor } from './word-for.ts';

const TONES: Record<string, 'good' | 'warn' | 'bad'> = {
  success: 'good',
  failure: 'warn',
  not_called: 'warn',
  unknown: 'bad',
};

/** The steps that were passed, in their order, and what came of the actions among them. */
export function RulePath({ rule }: { rule: PlayedRule }) {
  const texts = useTexts(TRACE_TEXTS);
  const steps = rule.steps ?? rule.path?.map((id) => ({ id, kind: '', what: '' })) ?? [];
  return (
    <section>
      <h3>
        {texts.rule} <q>{rule.name}</q>, {texts.version(rule.version)}
      </h3>
      <ol className="path" aria-label={texts.path}>
        {steps.map(({ id, kind, what }, n) => (
          // A rule may pass a step twice.
          <li key={`${n} ${id}`}>
            <span className="strong">{wordFor(texts.kinds, kind) || id}</span>
            <small>{what || id}</small>
          </li>
        ))}
        <li className="end">
          <span className="strong">{rule.outcome ? wordFor(texts.outcomes, rule.outcome) : texts.waits}</span>
          {rule.reason && <small>{said(rule.reason)}</small>}
        </li>
      </ol>
      {rule.calls.length > 0 && (
        <>
          <h3>{texts.calls}</h3>
          <ul className="plain-list">
            {rule.calls.map(({ step, action, outcome, durationMs }, n) => (
              <li key={`${n} ${step}`} className="line">
                <span>{action}</span>
                {outcome && <Badge tone={TONES[outcome] ?? 'plain'}>{wordFor(texts.callOutcomes, outcome)}</Badge>}
                {durationMs !== undefined && <small>{durationMs} ms</small>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
