import type { ConversationEvent } from '../../../app/api.gen.ts';
import { useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { BarRow } from '../../../ui/charts.tsx';
import { Badge } from '../../../ui/page.tsx';
import { Await } from '../../../ui/states.tsx';
import { RulePath } from './rule-path.tsx';
import { TimingBar } from './timing-bar.tsx';
import type { ModelUse, Need, ReadAttribute, Trace } from './trace.types.ts';
import { TRACE_TEXTS } from './trace-texts.ts';
import { wordFor } from './word-for.ts';

/** How an answer came about, from what was known to what was said. */
export function TraceView({ answer }: { answer: ConversationEvent }) {
  const texts = useTexts(TRACE_TEXTS);
  const read = useRead('GET /v2/conversations/events/{event-id}/trace', { params: { 'event-id': answer.id } });
  return (
    <Await read={read}>
      {(data) => {
        if (!data.trace) return <p className="quiet-text">{texts.none}</p>;
        const trace = data.trace as Trace;
        return (
          <div className="trace">
            <Decision trace={trace} />
            <TimingBar trace={trace} />
            <Attributes attributes={trace.attributes ?? []} />
            {trace.needs?.map((need) => (
              <Candidates key={need.question} need={need} />
            ))}
            {trace.rule && <RulePath rule={trace.rule} />}
            {trace.model && <Model model={trace.model} />}
            <Versions trace={trace} titles={answer.usedArticles} />
          </div>
        );
      }}
    </Await>
  );
}

function Decision({ trace: { decision = '', language, needs = [] } }: { trace: Trace }) {
  const texts = useTexts(TRACE_TEXTS);
  const { percent } = useFormats();
  const confidence = Math.max(0, ...needs.map((need) => need.confidence));
  const tone = decision === 'abstain' || decision === 'person' ? 'warn' : decision === 'clarify' ? 'plain' : 'good';
  return (
    <p className="line">
      <Badge tone={tone}>{wordFor(texts.decisions, decision)}</Badge>
      {needs.length > 0 && <small>{texts.sure(percent(confidence))}</small>}
      {language && (
        <small>
          {texts.language}: {language}
        </small>
      )}
    </p>
  );
}

function Attributes({ attributes }: { attributes: ReadAttribute[] }) {
  const texts = useTexts(TRACE_TEXTS);
  if (attributes.length === 0) return null;
  return (
    <section>
      <h3>{texts.attributes}</h3>
      <ul className="plain-list">
        {attributes.map(({ attribute, state, durationMs }) => (
          <li key={attribute} className="line">
            <span>{attribute}</span>
            <Badge tone={state === 'unavailable' ? 'bad' : 'plain'}>{wordFor(texts.states, state)}</Badge>
            {durationMs !== undefined && <small>{durationMs} ms</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Candidates({ need }: { need: Need }) {
  const texts = useTexts(TRACE_TEXTS);
  const { percent, count } = useFormats();
  const textOf = (probability: number, score: number | undefined) =>
    score === undefined ? percent(probability) : `${percent(probability)} (${count(Math.round(score * 100) / 100)})`;
  return (
    <section>
      <h3>
        {texts.candidates}: <q>{need.question}</q>
      </h3>
      {need.candidates.length > 0 && <p className="quiet-text">{texts.scoreHint}</p>}
      {need.candidates.length === 0 && <p className="quiet-text">{texts.noCandidates}</p>}
      <ul className="bars">
        {need.candidates.map(({ articleId, ruleId, title = '', score, probability }) => (
          <BarRow
            key={articleId ?? ruleId}
            name={ruleId ? `${title} (${texts.ruleCandidate})` : title}
            share={probability}
            text={textOf(probability, score)}
          />
        ))}
      </ul>
    </section>
  );
}

function Model({ model }: { model: ModelUse }) {
  const texts = useTexts(TRACE_TEXTS);
  const { count } = useFormats();
  const tokens = (model.inputTokens ?? 0) + (model.outputTokens ?? 0);
  const rows = [
    [texts.modelOutcome, [model.outcome, model.problem].filter(Boolean).join(': ')],
    [texts.tokens, tokens > 0 ? count(tokens) : ''],
    [texts.cost, model.costMicros ? count(model.costMicros / 1_000_000) : ''],
  ].filter(([, value]) => value);
  return (
    <section>
      <h3>
        {texts.model} {model.model}
      </h3>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Versions({ trace, titles }: { trace: Trace; titles: { id: string; title: string }[] }) {
  const texts = useTexts(TRACE_TEXTS);
  const { articleVersions = [], indexVersion } = trace;
  const named = articleVersions.map(({ articleId, version }) =>
    [titles.find(({ id }) => id === articleId)?.title, `(${texts.version(version)})`].filter(Boolean).join(' '),
  );
  const parts = [...named, ...(indexVersion === undefined ? [] : [texts.index(indexVersion)])];
  if (parts.length === 0) return null;
  return (
    <p>
      <small>
        {named.length > 0 ? texts.articles : texts.versions}: {parts.join(' · ')}
      </small>
    </p>
  );
}
