import { setTimeout as sleep } from 'node:timers/promises';
import { ConnectionError, type Kontor, type Result } from 'kontor-sdk';
import { resolveAccess } from '../access/resolve-access.ts';
import type { Call } from '../command.types.ts';
import { usageError } from '../exit.ts';
import { readCount } from '../read-count.ts';
import { printable } from '../render.ts';
import {
  describeForwarded,
  type Forwarded,
  forward,
  forwardingSecret,
  isAcknowledged,
  readTarget,
} from '../webhooks/forward.ts';

type Event = Result<'listEvents'>['events'][number];

const LOOK_EVERY_MS = 1_000;
/** An event may be written while a later one is already there: this far back it is looked for. */
const OVERLAP_MS = 60_000;

export async function run(call: Call): Promise<number | undefined> {
  const { text, terminal, world } = call;
  const target = text('forward-to') === undefined ? null : readTarget(text('forward-to') ?? '');
  const wanted = readCount(text('count'), '--count') ?? Number.POSITIVE_INFINITY;
  const types = call.texts('events').flatMap((list) => list.split(',').filter(Boolean));
  const since = text('since');
  if (since !== undefined && Number.isNaN(Date.parse(since))) {
    throw usageError(`--since is “${since}”, not a time.`, 'For example --since 2026-03-01T12:00:00Z');
  }
  const kontor = await call.connect();
  // The server's own clock: this machine's may be wrong.
  const beginMs = Date.parse(since ?? (await kontor.getStatus()).checkedAt);
  const secret = target === null ? null : await forwardingSecret(call);
  await announce(call, target, secret);
  let heard = 0;
  try {
    for await (const event of follow(kontor, call, beginMs, types)) {
      const outcome = target && secret ? await forward(target, event, secret, world.signal) : null;
      show(call, event, outcome);
      heard += 1;
      if (heard >= wanted) return undefined;
    }
  } catch (error) {
    if (!world.signal.aborted) throw error;
  }
  terminal.note(`\n${heard} events heard.`);
  return undefined;
}

async function announce(call: Call, target: string | null, secret: string | null) {
  const { terminal } = call;
  const { url } = await resolveAccess(call);
  terminal.note(`Listening to ${url}${target ? `, forwarding to ${target}` : ''}. Ctrl+C ends it.`);
  if (secret) terminal.note(`Your receiver verifies with this secret, which is of this machine only: ${secret}`);
}

/** Every event once, in the order in which they appear. */
async function* follow(
  kontor: Kontor,
  { world, terminal }: Call,
  beginMs: number,
  types: string[],
): AsyncGenerator<Event> {
  const known = new Map<string, number>();
  let newestMs = beginMs;
  for (;;) {
    const fromMs = Math.max(beginMs, newestMs - OVERLAP_MS);
    const query = { since: new Date(fromMs).toISOString(), limit: 500, ...(types.length > 0 && { types }) };
    try {
      for await (const event of kontor.items('listEvents', { query }, { signal: world.signal })) {
        const atMs = Date.parse(event.timestamp);
        newestMs = Math.max(newestMs, atMs);
        if (known.has(event.id)) continue;
        known.set(event.id, atMs);
        yield event;
      }
    } catch (error) {
      if (!(error instanceof ConnectionError)) throw error;
      terminal.note(`${terminal.noteStyle('yellow', '!')} ${error.message} Trying again.`);
    }
    for (const [id, atMs] of known) if (atMs < newestMs - 2 * OVERLAP_MS) known.delete(id);
    await sleep(LOOK_EVERY_MS, undefined, { signal: world.signal });
  }
}

/** With `--json` a line each, so that it can be read while it goes on. */
function show({ terminal, world }: Call, event: Event, outcome: Forwarded | null) {
  if (terminal.isJson) {
    world.stdout.write(`${JSON.stringify({ ...event, forwarded: outcome })}\n`);
    return;
  }
  const ending = outcome
    ? ` ${terminal.style(isAcknowledged(outcome) ? 'green' : 'red', describeForwarded(outcome))}`
    : '';
  const heading = `${terminal.style('dim', event.timestamp)} ${terminal.style('bold', event.type)}${ending}`;
  world.stdout.write(`${heading}\n  ${printable(JSON.stringify(event.data))}\n`);
}
