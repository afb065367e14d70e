import { useFormats, useTexts } from '../../app/language.ts';
import { Badge } from '../../ui/page.tsx';
import { STEPS_TEXTS } from './facts-texts.ts';
import { ENDPOINT_TEXTS } from './integrations-texts.ts';

interface StepTrace {
  step: string;
  endpoint: string;
  outcome: 'ok' | 'not_found' | 'refused' | 'failed' | 'unknown' | 'skipped';
  failure: string | null;
  status: number | null;
  durationMs: number;
}

const TONES = {
  ok: 'good',
  not_found: 'warn',
  refused: 'warn',
  failed: 'bad',
  unknown: 'bad',
  skipped: 'plain',
} as const;

/** How each call of a chain went. */
export function StepTraces({ steps }: { steps: StepTrace[] }) {
  const texts = useTexts(STEPS_TEXTS);
  const words = useTexts(ENDPOINT_TEXTS);
  const formats = useFormats();
  if (steps.length === 0) return null;
  return (
    <div className="stack tight">
      <p className="strong">{texts.callOutcome}</p>
      <ul className="list">
        {steps.map(({ step, endpoint, outcome, failure, status, durationMs }) => (
          <li key={step}>
            <span>
              <code>{step}</code> {endpoint}
            </span>
            <span className="line">
              <Badge tone={TONES[outcome]}>{words.outcomes[outcome]}</Badge>
              {failure !== null && <code>{failure}</code>}
              {status !== null && <small>HTTP {status}</small>}
              <small>{texts.milliseconds(formats.count(durationMs))}</small>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
