import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { SimulatedRule } from '../../app/api.gen.ts';
import { call } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Check, Field } from '../../ui/form.tsx';
import { Badge } from '../../ui/page.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { CallOutcome } from './call-outcome.tsx';
import { humanize } from './describe.ts';
import { useEditor } from './editor-context.ts';
import type { Flow, Literal } from './flow.types.ts';
import { TRY_TEXTS } from './rulebook-texts.ts';
import { TryFacts } from './try-facts.tsx';

export type Turn =
  | { kind: 'customer'; message: string; aside?: true }
  | {
      kind: 'action';
      outcome: 'success' | 'failure' | 'unknown' | 'not_called';
      outputs?: Record<string, Literal>;
    };

/** Whom the rule is tried for. */
export interface Facts {
  attributes: Record<string, Literal>;
  tags: string[];
  language: '' | 'en' | 'de';
  /** ISO 3166; empty: where the server has customers by default. */
  country: string;
  email: string;
}

export interface Trial {
  turns: Turn[];
  facts: Facts;
}

export const NO_TRIAL: Trial = { turns: [], facts: { attributes: {}, tags: [], language: '', country: '', email: '' } };

/** Where the tried rule stands: made anew whenever the rule, the facts or the turns change. */
export function useTrial(flow: Flow, { turns, facts }: Trial, isWanted: boolean) {
  const { language, attributes, tags, country } = facts;
  const body = {
    flowConfig: { steps: flow.steps },
    inputSchema: flow.inputSchema,
    turns,
    attributes,
    tags,
    ...(language !== '' && { language }),
    ...(country !== '' && { region: { country } }),
  };
  return useQuery({
    queryKey: ['POST /v2/hc-rules/simulate', body],
    queryFn: () => call('POST /v2/hc-rules/simulate', { body }),
    enabled: isWanted && turns.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

interface Props {
  trial: Trial;
  setTrial: (trial: Trial) => void;
  state: ReturnType<typeof useTrial>;
  isValid: boolean;
}

/** Leads an imagined customer through the rule as it stands here, one turn after the other. */
export function Simulator({ trial, setTrial, state, isValid }: Props) {
  const texts = useTexts(TRY_TEXTS);
  const [message, setMessage] = useState('');
  const [isAside, setIsAside] = useState(false);
  const { turns } = trial;
  const setTurns = (next: Turn[]) => setTrial({ ...trial, turns: next });
  const now = turns.length > 0 ? state.data : undefined;
  const waitsFor = now?.waitsFor ?? 'customer';
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // What has come last is what is looked at.
    if (now) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [now]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTurns([...turns, { kind: 'customer', message, ...(isAside && { aside: true }) }]);
    setMessage('');
    setIsAside(false);
  };
  return (
    <section ref={box} className="card trial" aria-label={texts.title} tabIndex={0}>
      <h2>{texts.title}</h2>
      <p className="hint">{texts.hint}</p>
      <TryFacts facts={trial.facts} onChange={(facts) => setTrial({ ...trial, facts })} />
      {!isValid && <p className="notice warn">{texts.mend}</p>}
      {isValid && turns.length > 0 && <ErrorNotice error={state.error} />}
      {now && <Transcript turns={turns} now={now} />}
      {now && waitsFor === 'action' && !state.isPlaceholderData && (
        <CallOutcome now={now} facts={trial.facts} onDone={(turn) => setTurns([...turns, turn])} />
      )}
      {waitsFor === 'customer' && (
        <form className="stack tight" onSubmit={submit}>
          <Field
            label={texts.message}
            required
            autoComplete="off"
            value={message}
            onChange={(event) => setMessage(event.target.value)}
          />
          {turns.length > 0 && <Check label={texts.aside} checked={isAside} onChange={() => setIsAside(!isAside)} />}
          <div>
            <button type="submit" className="main" disabled={!isValid}>
              {texts.send}
            </button>
          </div>
        </form>
      )}
      {turns.length > 0 && (
        <div className="actions">
          <button type="button" onClick={() => setTurns(turns.slice(0, -1))}>
            {texts.back}
          </button>
          <button type="button" onClick={() => setTurns([])}>
            {texts.again}
          </button>
        </div>
      )}
    </section>
  );
}

function Transcript({ turns, now }: { turns: Turn[]; now: SimulatedRule }) {
  const texts = useTexts(TRY_TEXTS);
  const collected = Object.entries(now.inputs as Record<string, Literal>);
  return (
    <div className="stack tight">
      <h3>{texts.talk}</h3>
      <ol className="talk" aria-live="polite">
        {turns.map((turn, index) => (
          // A turn is what it is by where it stands.
          <TurnItems key={index} turn={turn} effects={now.turns[index]?.effects ?? []} />
        ))}
      </ol>
      {collected.length > 0 && (
        <p className="quiet-text">
          {texts.collected}: {collected.map(([name, value]) => `${humanize(name)} = ${String(value)}`).join(', ')}
        </p>
      )}
    </div>
  );
}

type Effect = SimulatedRule['turns'][number]['effects'][number];

function TurnItems({ turn, effects }: { turn: Turn; effects: Effect[] }) {
  const texts = useTexts(TRY_TEXTS);
  return (
    <>
      {turn.kind === 'customer' ? (
        <li className="mine">
          <small>{texts.customerSays}</small>
          <span>{turn.message}</span>
        </li>
      ) : (
        <li className="note">{texts.cameOf[turn.outcome]}</li>
      )}
      {effects.map((effect, index) => (
        // Effects have no names of their own.
        <EffectItem key={index} effect={effect} />
      ))}
    </>
  );
}

function EffectItem({ effect }: { effect: Effect }) {
  const texts = useTexts(TRY_TEXTS);
  const { described } = useEditor();
  if (effect.kind === 'say') {
    return (
      <li>
        <small>{texts.botSays}</small>
        <span>{effect.text}</span>
      </li>
    );
  }
  if (effect.kind === 'article') {
    return <li>{texts.articleShown(described.titleOf(effect.articleId) ?? effect.articleId)}</li>;
  }
  if (effect.kind === 'aside') return <li className="note">{texts.answersAside(effect.question)}</li>;
  if (effect.kind === 'tag') return <li className="note">{texts.tagSet(effect.tag)}</li>;
  if (effect.kind === 'call') return <li className="note">{texts.wouldCall(effect.action)}</li>;
  return (
    <li className="note">
      <Badge tone={effect.outcome === 'completed' ? 'good' : 'warn'}>{texts.ended[effect.outcome]}</Badge>
      {effect.reason !== null && <small>{texts.reason(effect.reason)}</small>}
    </li>
  );
}
