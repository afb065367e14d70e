import type { ConversationEvent } from '#modules/conversations/index.ts';
import {
  type ActionResult,
  getBotEnvironment,
  knownToRules,
  runAction,
  valuesFor,
} from '#modules/integrations/index.ts';
import {
  beginRun,
  continueRun,
  type Effect,
  isQuestion,
  leaveRun,
  openRun,
  type Rule,
  type RuleActionResult,
  runKeyOf,
  type StoredRun,
  type World,
} from '#modules/rulebook/index.ts';
import { type Context, type DetachedContext, inTransaction } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { wordsOf } from '#platform/text/normalize.ts';
import { dayIn, isDayFirst, localeOf } from '#platform/text/region-of.ts';
import type { ComposedReply } from './compose-reply.ts';
import type { Asked, Considered } from './consider-message.ts';

/** What came of a rule in one turn. */
export interface Played {
  run: StoredRun;
  effects: Effect[];
  /** Ids of the steps that were passed. */
  path: string[];
  /** The answer to what the customer asked in between or beside, before what the rule says. */
  aside: ComposedReply | null;
  /** Its action was called by a process that did not live to hear of it. */
  isResumed: boolean;
  /** What came of the actions that were called, in their order. */
  called: { outcome: RuleActionResult['kind']; durationMs: number }[];
}

/** Stores the reply of a turn in the transaction of the turn's end: what has been done is never left unsaid. */
export type RecordReply = (ctx: Context, played: Played) => Promise<ConversationEvent>;

/** A turn that has ended with a reply, or that waits for an action. */
export type Stage = { event: ConversationEvent } | { played: Played; call: Call };

type Call = Extract<Effect, { kind: 'call' }>;

/**
 * Goes on with the rule that the conversation is in the middle of, or begins the one that the customer wants; null when no rule
 * has anything to do with the message. Where the run stands is stored before anything is called.
 */
export async function playRules(
  ctx: Context,
  asked: Asked,
  considered: Considered,
  record: RecordReply,
): Promise<Stage | null> {
  const played = await takeMessage(ctx, asked, considered, worldOf(ctx, asked, considered));
  return played && stageOf(ctx, played, played.effects, record);
}

/**
 * Calls what the rule wants called and goes on with it, until it has its reply. A call has one effect however often it is asked
 * for, so a crash in between loses nothing and repeats nothing.
 */
export async function callActions(
  ctx: DetachedContext,
  asked: Asked,
  considered: Considered,
  { played: first, record }: { played: Stage; record: RecordReply },
): Promise<ConversationEvent> {
  const world = worldOf(ctx, asked, considered);
  let stage = first;
  while ('call' in stage) {
    const { played, call } = stage;
    const startedMs = performance.now();
    const result = await callAction(ctx, played, call, asked);
    const called = [...played.called, { outcome: result.kind, durationMs: Math.round(performance.now() - startedMs) }];
    stage = await inTransaction(ctx, async (inner) => {
      const { run, step } = await continueRun(inner, played.run, { kind: 'result', result }, world);
      const effects = [...played.effects, ...step.effects];
      const next = { ...played, run, effects, path: [...played.path, ...step.path], isResumed: false, called };
      return stageOf(inner, next, step.effects, record);
    });
  }
  return stage.event;
}

async function stageOf(ctx: Context, played: Played, effects: readonly Effect[], record: RecordReply): Promise<Stage> {
  const call = effects.find((effect) => effect.kind === 'call');
  return call ? { played, call } : { event: await record(ctx, played) };
}

async function takeMessage(
  ctx: Context,
  { conversation, incoming }: Asked,
  considered: Considered,
  world: World,
): Promise<Played | null> {
  const { conversationId, userKey } = conversation;
  const { message } = incoming;
  const open = await openRun(ctx, conversationId);
  if (open) return goOn(ctx, open, message, considered, world);
  if (considered.fact) return null;
  const rule = considered.rule ?? ruleBeforeEscalation(considered);
  if (!rule) return null;
  return {
    ...playedBy(await beginRun(ctx, rule, { conversationId, userKey, message }, world)),
    aside: considered.beside,
  };
}

/**
 * An action that a process did not live to hear of is asked about first. Who wants a person gets one; otherwise the message
 * is the answer, or an aside.
 */
async function goOn(
  ctx: Context,
  open: StoredRun,
  message: string,
  considered: Considered,
  world: World,
): Promise<Played | null> {
  const { pending, unsaid, step: waiting } = open.state;
  if (pending && waiting !== null) {
    const effects: Effect[] = [...unsaid, { kind: 'call', step: waiting, ...pending }];
    return { run: open, effects, path: [], aside: null, isResumed: true, called: [] };
  }
  if (considered.reply.kind === 'person' && !considered.reply.isUnhelped) {
    await leaveRun(ctx, open, 'asked for a person');
    return null;
  }
  const aside = mayBeAside(message);
  const first = await continueRun(ctx, open, { kind: 'message', message, aside }, world);
  if (!first.step.effects.some(({ kind }) => kind === 'aside')) return playedBy(first);
  if (considered.fact || considered.composed.used.length > 0) return { ...playedBy(first), aside: considered.composed };
  return playedBy(await continueRun(ctx, first.run, { kind: 'message', message, aside: false }, world));
}

/** A word or two that ask nothing are an answer, if a wrong one, whatever article has them in it. */
const mayBeAside = (message: string): boolean => isQuestion(message) || wordsOf(message).length >= LEAST_ASIDE;
const LEAST_ASIDE = 3;

const playedBy = ({ run, step }: Awaited<ReturnType<typeof continueRun>>): Played => ({
  run,
  effects: step.effects,
  path: step.path,
  aside: null,
  isResumed: false,
  called: [],
});

/** What the workspace wants done before a person takes over. */
const ruleBeforeEscalation = ({ rules, composed }: Considered): Rule | null =>
  composed.type === 'escalation' ? (rules.find(({ triggerType }) => triggerType === 'on_escalation') ?? null) : null;

function worldOf({ now }: Pick<DetachedContext, 'now'>, { known, before }: Asked, considered: Considered): World {
  const { reply, region } = considered;
  const { timeZone, country } = region;
  return {
    attributes: valuesFor('rules', known.fields),
    sayable: valuesFor('replies', known.fields),
    tags: new Set(before.at(-1)?.tags.map(({ tagName }) => tagName)),
    language: reply.language,
    locales: { en: localeOf('en', region), de: localeOf('de', region) },
    timeZone,
    reading: { today: dayIn(now(), timeZone), dayFirst: isDayFirst(region), country },
  };
}

async function callAction(
  ctx: DetachedContext,
  { run, isResumed }: Played,
  call: Call,
  { conversation, bot: { botId }, speaker }: Asked,
): Promise<RuleActionResult> {
  const { action, environment } = await inTransaction(ctx, async (inner) => ({
    action: (await knownToRules(inner)).actions.find(({ name }) => name === call.action),
    ...(await getBotEnvironment(inner, botId)),
  }));
  // What another process has begun may have been done, whatever became of the action since.
  const neverCalled = { kind: isResumed ? 'unknown' : 'not_called' } as const;
  // A rule may be older than the company's demand for a yes.
  if (!action || (action.requiresConfirmation && !call.isConfirmed)) return neverCalled;
  try {
    return resultOf(
      await runAction(ctx, {
        actionId: action.actionId,
        runKey: runKeyOf(run),
        environment,
        customer: speaker.customer,
        inputs: call.inputs,
        botId,
        conversationId: conversation.conversationId,
      }),
    );
  } catch (error) {
    // The action was changed since the rule was saved, and no longer takes what it is given: nothing went out.
    if (error instanceof AppError) return neverCalled;
    throw error;
  }
}

function resultOf({ state, outputs }: ActionResult): RuleActionResult {
  if (state === 'done') return { kind: 'success', fields: outputs };
  return state === 'refused' || state === 'failed' ? { kind: 'failure', fields: outputs } : { kind: 'unknown' };
}
