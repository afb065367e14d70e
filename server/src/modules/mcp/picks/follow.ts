import { setTimeout as sleep } from 'node:timers/promises';
import type { OperationAnswer, ToolOutcome } from '../tool.ts';
import { type ArgumentNames, compose } from './compose.ts';

/** Clients give up on a tool after a minute or so; who is told the state can ask again. */
const WAIT_MS = 20_000;
const FIRST_PAUSE_MS = 150;
const LONGEST_PAUSE_MS = 2_000;

/** Asks with growing pauses until it is done, or for 20 seconds; answers the last state either way. */
export async function followUntil(
  ask: () => Promise<OperationAnswer>,
  isDone: (state: unknown) => boolean,
  names: ArgumentNames,
): Promise<ToolOutcome> {
  const endMs = performance.now() + WAIT_MS;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS)) {
    const answer = await ask();
    const isOver = answer.status >= 400 || isDone(answer.body) || performance.now() + pauseMs > endMs;
    if (isOver) return compose(answer, names, (state) => state);
    await sleep(pauseMs);
  }
}
