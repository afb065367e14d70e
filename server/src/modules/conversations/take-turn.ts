import { setTimeout as sleep } from 'node:timers/promises';
import { type DetachedContext, inTransaction } from '#platform/context.ts';
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

/**
 * Runs `work` while nobody else answers in this conversation, over all processes and without holding a connection: what a
 * conversation is told at once is answered one after the other.
 *
 * @throws AppError 409 when those before take too long.
 */
export async function inTurn<T>(ctx: DetachedContext, conversationId: string, work: () => Promise<T>): Promise<T> {
  const turn = { conversationId, turnId: uuidv7(ctx.now().getTime()) };
  await waitForTurn(ctx, turn);
  const renew = () => inTransaction(ctx, ({ session }) => renewTurn(session, { ...turn, seconds: TURN_SECONDS }));
  const renewing = setInterval(
    () => void renew().catch((error) => ctx.log.warn({ err: error }, 'A turn could not be kept')),
    RENEW_EVERY_MS,
  );
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    await giveBack(ctx, turn);
  }
}

/** What was answered stays answered: a turn that can not be given back runs out by itself. */
async function giveBack(ctx: DetachedContext, turn: { conversationId: string; turnId: string }) {
  try {
    await inTransaction(ctx, ({ session }) => releaseTurn(session, turn));
  } catch (error) {
    ctx.log.warn({ err: error, conversationId: turn.conversationId }, 'A turn could not be given back');
  }
}

async function waitForTurn(ctx: DetachedContext, turn: { conversationId: string; turnId: string }) {
  const claim = { ...turn, seconds: TURN_SECONDS };
  const until = performance.now() + WAIT_MS;
  while (performance.now() < until) {
    if (await inTransaction(ctx, ({ session }) => claimTurn(session, ctx.workspaceId, claim))) return;
    await sleep(LOOK_EVERY_MS);
  }
  throw new AppError(
    conversationBusy,
    'An earlier message of this conversation is still being answered; send this one again in a moment.',
    { headers: { 'retry-after': '5' } },
  );
}
