import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import type { Rule } from './rule.types.ts';
import { runMoved } from './rulebook.errors.ts';
import { advance, newRun } from './run/advance.ts';
import type { Advance, Turn, World } from './run/run.types.ts';
import { insertRun, type RunEnd, type StoredRun, selectOpenRun, updateRun } from './runs.queries.ts';

/** A customer who says nothing for so long has gone; what they write then is not an answer to what was asked. */
const MOST_IDLE_HOURS = 24;

/** The run that the conversation is in the middle of; one that was left for too long is ended here. */
export async function openRun(ctx: Context, conversationId: string): Promise<StoredRun | null> {
  const run = await selectOpenRun(ctx.session, conversationId);
  if (!run) return null;
  if (!isLeft(ctx, run)) return run;
  const reason = `no answer for ${MOST_IDLE_HOURS} hours`;
  await endRun(ctx, run, { outcome: 'timed_out', reason });
  return null;
}

/** The same for those who only want to know. */
export async function runUnderWay(ctx: Context, conversationId: string): Promise<StoredRun | null> {
  const run = await selectOpenRun(ctx.session, conversationId);
  return run && !isLeft(ctx, run) ? run : null;
}

/** An action that is under way has its own end, which has to be told. */
const isLeft = ({ now }: Context, { state, updatedAt }: StoredRun): boolean =>
  state.waitsFor !== 'action' && now().getTime() - updatedAt.getTime() >= MOST_IDLE_HOURS * 3_600_000;

/** The customer leaves the run for something else, such as a person. */
export const leaveRun = (ctx: Context, run: StoredRun, reason: string) =>
  endRun(ctx, run, { outcome: 'cancelled', reason });

/** Once a person has answered or taken over, what the customer says is no answer to what a rule has asked before. */
export async function leaveToPerson(ctx: Context, conversationId: string): Promise<void> {
  const run = await openRun(ctx, conversationId);
  if (run?.state.waitsFor === 'customer') await leaveRun(ctx, run, 'a person has answered');
}

const endRun = (ctx: Context, run: StoredRun, end: RunEnd) =>
  updateRun(ctx.session, run, { ...run.state, waitsFor: 'ended' }, end);

/** Begins the rule for a conversation that is in no other; answers what has to happen. */
export async function beginRun(
  ctx: Context,
  rule: Rule,
  conversation: { conversationId: string; userKey: string | null; message: string },
  world: World,
): Promise<{ run: StoredRun; step: Advance }> {
  if (!rule.flow) throw new Error(`The live rule ${rule.ruleId} has no flow`);
  const playable = { name: rule.name, flow: rule.flow, inputSchema: rule.inputSchema };
  const step = advance(playable, newRun(), { kind: 'begin', message: conversation.message }, world);
  const { conversationId, userKey } = conversation;
  const run: StoredRun = {
    runId: uuidv7(ctx.now().getTime()),
    conversationId,
    ruleId: rule.ruleId,
    ruleVersion: rule.version,
    rule: playable,
    state: step.state,
    updatedAt: ctx.now(),
  };
  await insertRun(ctx.session, ctx.workspaceId, { ...run, userKey });
  const end = endOf(step);
  if (end) await updateRun(ctx.session, run, step.state, end);
  return { run, step };
}

/**
 * Takes a turn of a run and stores where it stands then, before anything that the turn asks for is done.
 *
 * @throws AppError 409 when another process has gone on with the run meanwhile.
 */
export async function continueRun(
  ctx: Context,
  run: StoredRun,
  turn: Turn,
  world: World,
): Promise<{ run: StoredRun; step: Advance }> {
  const step = advance(run.rule, run.state, turn, world);
  if (!(await updateRun(ctx.session, run, step.state, endOf(step)))) throw runMoved();
  return { run: { ...run, state: step.state }, step };
}

/** One per call that a run makes: the same key again has no second effect, and tells what came of the first. */
export const runKeyOf = ({ runId, state }: StoredRun) => `rule-${runId}-${state.calls}`;

const endOf = ({ effects }: Advance) => {
  const end = effects.find((effect) => effect.kind === 'end');
  return end ? { outcome: end.outcome, reason: end.reason } : null;
};
