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
  openRun,
  type Rule,
  type RuleActionResult,
  runKeyOf,
  type StoredRun,
  type World,
} from '#modules/rulebook/index.ts';
import { type Context, type DetachedContext, inTransaction } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { type Asked, type Considered } from './consider-message.ts';

/** What came of a rule in one turn. */
export interface Played {
  run: StoredRun;
  effects: Effect[];
  /** Ids of the steps that were passed. */
  path: string[];
  /** The answer to what the customer asked in between, before the rule asks again. */
  aside: Considered | null;
}

/**
 * Goes on with the rule that the conversation is in the middle of, or begins the one that the customer wants; null when no rule
 * has anything to do with the message. Where the run stands is stored before anything is called, and a call has one effect
 * however often it is asked for, so a crash in between loses nothing and repeats nothing.
 */
export async function playRules(ctx: DetachedContext, asked: Asked, considered: Considered): Promise<Played | null> {
  const world = worldOf(ctx, asked, considered);
  const played = await inTransaction(ctx, (inner) => takeMessage(inner, asked, considered, world));
  if (!played) return null;
  let call = callOf(played.effects);
  while (call) {
    const result = await callAction(ctx, played.run, call, asked);
    const { run, step } = await inTransaction(ctx, (inner) =>
      continueRun(inner, played.run, { kind: 'result', result }, world),
    );
    Object.assign(played, { run, effects: [...played.effects, ...step.effects], path: [...played.path, ...step.path] });
    call = callOf(step.effects);
  }
  return played;
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
  const { run, step } = await beginRun(ctx, rule, { conversationId, userKey, message }, world);
  return { run, ...step, aside: null };
}

/** An action that a process did not live to hear of is asked about first; otherwise the message is the answer, or an aside. */
async function goOn(
  ctx: Context,
  open: StoredRun,
  message: string,
  considered: Considered,
  world: World,
): Promise<Played> {
  const { pending, step: waiting } = open.state;
  if (pending && waiting !== null) {
    return { run: open, effects: [{ kind: 'call', step: waiting, ...pending }], path: [], aside: null };
  }
  const first = await continueRun(ctx, open, { kind: 'message', message, aside: true }, world);
  if (!first.step.effects.some(({ kind }) => kind === 'aside')) return { run: first.run, ...first.step, aside: null };
  if (considered.fact || considered.composed.used.length > 0)
    return { run: first.run, ...first.step, aside: considered };
  const second = await continueRun(ctx, first.run, { kind: 'message', message, aside: false }, world);
  return { run: second.run, ...second.step, aside: null };
}

/** What the workspace wants done before a person takes over. */
const ruleBeforeEscalation = ({ rules, composed }: Considered): Rule | null =>
  composed.type === 'escalation' ? (rules.find(({ triggerType }) => triggerType === 'on_escalation') ?? null) : null;

const callOf = (effects: readonly Effect[]) => effects.find((effect) => effect.kind === 'call') ?? null;

/** Dates are read as they are written everywhere but in the United States; without a country a phone number is German. */
function worldOf(ctx: DetachedContext, { known, before }: Asked, { reply }: Considered): World {
  return {
    attributes: valuesFor('rules', known.fields),
    sayable: valuesFor('replies', known.fields),
    tags: new Set(before.at(-1)?.tags.map(({ tagName }) => tagName)),
    language: reply.language,
    reading: { today: ctx.now().toISOString().slice(0, 10), dayFirst: true, callingCode: '49' },
  };
}

async function callAction(
  ctx: DetachedContext,
  run: StoredRun,
  call: Extract<Effect, { kind: 'call' }>,
  { conversation, botId, speaker }: Asked,
): Promise<RuleActionResult> {
  const { action, environment } = await inTransaction(ctx, async (inner) => ({
    action: (await knownToRules(inner)).actions.find(({ name }) => name === call.action),
    ...(await getBotEnvironment(inner, botId)),
  }));
  if (!action) return { kind: 'not_called' };
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
    if (error instanceof AppError) return { kind: 'not_called' };
    throw error;
  }
}

function resultOf({ state, outputs }: ActionResult): RuleActionResult {
  if (state === 'done') return { kind: 'success', fields: outputs };
  return state === 'refused' || state === 'failed' ? { kind: 'failure', fields: outputs } : { kind: 'unknown' };
}
