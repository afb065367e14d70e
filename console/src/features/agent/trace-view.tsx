import type { ConversationEvent } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Await } from '../../ui/states.tsx';
import { PLAYGROUND_TEXTS } from './playground-texts.ts';

/** What the console reads of a trace, which may hold more. */
interface Trace {
  decision?: string;
  language?: string;
  durationMs?: number;
  needs?: Need[];
  rule?: { name: string; path: unknown[]; calls: { step: string; action: string }[]; outcome: string | null };
  attributes?: unknown;
}

interface Need {
  question: string;
  decision: string;
  confidence: number;
  candidates: { articleId?: string; ruleId?: string; title?: string; probability: number }[];
}

export function TraceView({ answer }: { answer: ConversationEvent }) {
  const texts = useTexts(PLAYGROUND_TEXTS);
  const trace = useRead('GET /v2/conversations/events/{event-id}/trace', { params: { 'event-id': answer.id } });
  return (
    <Await read={trace}>
      {(data) => {
        if (!data.trace) return <p className="quiet-text">{texts.noTrace}</p>;
        const { needs = [], attributes, ...facts } = data.trace as Trace;
        return (
          <div className="card">
            <Facts facts={facts} articles={answer.usedArticles.map(({ title }) => title)} />
            {needs.map((need) => (
              <Candidates key={need.question} need={need} />
            ))}
            <Attributes value={attributes} />
          </div>
        );
      }}
    </Await>
  );
}

function Facts({ facts, articles }: { facts: Trace; articles: string[] }) {
  const texts = useTexts(PLAYGROUND_TEXTS);
  const { rule } = facts;
  const steps = rule?.path.map((step) => (typeof step === 'string' ? step : JSON.stringify(step))) ?? [];
  const rows = [
    [texts.decision, facts.decision],
    [texts.language, facts.language],
    [texts.took, `${facts.durationMs} ms`],
    [texts.articles, articles.join(', ')],
    [texts.rule, rule?.name],
    [texts.path, steps.join(' → ')],
    [texts.calls, rule?.calls.map(({ action }) => action).join(', ')],
  ].filter(([, value]) => value);
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Candidates({ need }: { need: Need }) {
  const texts = useTexts(PLAYGROUND_TEXTS);
  const { percent } = useFormats();
  return (
    <div className="stack">
      <h3>
        {texts.candidates}: “{need.question}” ({texts.confidence} {percent(need.confidence)})
      </h3>
      {need.candidates.length === 0 && <p className="quiet-text">{texts.noCandidates}</p>}
      {need.candidates.map(({ articleId, ruleId, title, probability }) => (
        <div key={articleId ?? ruleId} className="bar-row">
          <span>{title}</span>
          <span className="bar" aria-hidden="true">
            <span style={{ width: `${Math.round(probability * 100)}%` }} />
          </span>
          <span>{percent(probability)}</span>
        </div>
      ))}
    </div>
  );
}

function Attributes({ value }: { value: unknown }) {
  const texts = useTexts(PLAYGROUND_TEXTS);
  if (!Array.isArray(value) || value.length === 0) return null;
  return (
    <details>
      <summary>{texts.attributes}</summary>
      <pre className="diff">{JSON.stringify(value, null, 2)}</pre>
    </details>
  );
}
