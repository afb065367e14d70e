import { setTimeout as sleep } from 'node:timers/promises';
import { type Context, type DetachedContext, inTransaction } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import { conversationBusy } from './conversations.errors.ts';
import { claimTurn, releaseTurn, renewTurn } from './conversations.queries.ts';

/** Who has not said for so long that they are still at it is taken for dead. */
const TURN_SECONDS = 60;
const RENEW_EVERY_MS = 20_000;
/** How long a message waits for those before it. */
const WAIT_MS = 30_000;
const LOOK_EVERY_MS = 25;

/** The right to answer in a conversation, over all processes and without holding a connection. */
export interface Turn {
  conversationId: string;
  turnId: string;
}

/** Takes the turn in the transaction of the context; null when somebody else has it. */
export async function takeTurn(ctx: Context, conversationId: string): Promise<Turn | null> {
  const turn = { conversationId, turnId: uuidv7(ctx.now().getTime()) };
  const isTaken = await claimTurn(ctx.session, ctx.workspaceId, { ...turn, seconds: TURN_SECONDS });
  return isTaken ? turn : null;
}

/**
 * Waits until nobody else answers in the conversation and takes the turn, in one transaction with `begin`: what a conversation
 * is told at once is answered one after the other.
 *
 * @throws AppError 409 when those before take too long.
 */
export async function waitForTurn<T>(
  ctx: DetachedContext,
  conversationId: string,
  begin: (ctx: Context, turn: Turn) => Promise<T>,
): Promise<T & { turn: Turn }> {
  const until = performance.now() + WAIT_MS;
  while (performance.now() < until) {
    const begun = await inTransaction(ctx, async (inner) => {
      const turn = await takeTurn(inner, conversationId);
      return turn && { ...(await begin(inner, turn)), turn };
    });
    if (begun) return begun;
    await sleep(LOOK_EVERY_MS);
  }
  throw new AppError(
    conversationBusy,
    'An earlier message of this conversation is still being answered; send this one again in a moment.',
    { headers: { 'retry-after': '5' } },
  );
}

/**
 * Runs `work` in a turn, keeps the turn meanwhile and gives it back afterwards, also when `work` fails: unless it answers that
 * the turn has ended with the last message that it stored.
 */
export async function inTurn<T extends { hasEnded: boolean }>(
  ctx: DetachedContext,
  turn: Turn,
  work: () => Promise<T>,
): Promise<T> {
  const renew = () => inTransaction(ctx, ({ session }) => renewTurn(session, { ...turn, seconds: TURN_SECONDS }));
  const renewing = setInterval(
    () => void renew().catch((error) => ctx.log.warn({ err: error }, 'A turn could not be kept')),
    RENEW_EVERY_MS,
  );
  let hasEnded = false;
  try {
    const result = await work();
    ({ hasEnded } = result);
    return result;
  } finally {
    clearInterval(renewing);
    if (!hasEnded) await giveBack(ctx, turn);
  }
}

/** What was answered stays answered: a turn that can not be given back runs out by itself. */
async function giveBack(ctx: DetachedContext, turn: Turn) {
  try {
    await inTransaction(ctx, ({ session }) => releaseTurn(session, turn));
  } catch (error) {
    ctx.log.warn({ err: error, conversationId: turn.conversationId }, 'A turn could not be given back');
  }
}
