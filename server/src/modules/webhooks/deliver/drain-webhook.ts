import type { Services } from '#platform/context.ts';
import type { Health, WebhookReference } from '../webhooks.types.ts';
import { attemptDelivery, type Receiver } from './attempt-delivery.ts';
import { HEALTHY, isPaused, isProbed, judge } from './endpoint-health.ts';
import { loadDue, type Waiting } from './load-due.ts';
import { type Ended, readOutcome, settle } from './settle.ts';

export interface DrainOptions {
  /** Of one request, everything together. */
  timeoutMs: number;
  /** Requests to one endpoint at a time. */
  concurrency: number;
  /** Between 0 and 1, for the jitter. */
  random(): number;
}

export const DRAIN_DEFAULTS: DrainOptions = { timeoutMs: 15_000, concurrency: 8, random: Math.random };

export interface Drain {
  /** Resolves when nothing is due any more; rejects when the database fails. */
  done: Promise<void>;
  /** Says that there may be more. */
  wake(): void;
}

/** What was loaded longer ago is loaded anew: the webhook may have changed, the user may be erased. */
const LOADED_FOR_MS = 1_000;

interface Lane {
  services: Services;
  reference: WebhookReference;
  options: DrainOptions;
  receiver: Receiver | null;
  /** As it is stored: without what `ended` holds. */
  storedHealth: Health;
  queue: Waiting[];
  loadedAtMs: number;
  /** By event: the requests under way. */
  inFlight: Map<string, Promise<void>>;
  /** Users whose next delivery has to wait for the one under way. */
  busyUsers: Set<string>;
  /** Not yet stored, the oldest first. */
  ended: Ended[];
  storing: Promise<void> | null;
  /** Nothing more is begun. */
  closed: boolean;
  failure: Error | null;
}

/**
 * Sends a webhook what is due, until nothing is. Deliveries of one user go one after the other in the order of their
 * events; one that failed waits for its next attempt and lets those behind it pass. Several go side by side, and what came
 * of them is stored in whichever number has ended while the last were stored. A crash loses none: what isn't stored as
 * sent is sent again.
 *
 * @param mayGoOn asked before more is begun; false ends it after the requests under way
 */
export function drainWebhook(
  services: Services,
  reference: WebhookReference,
  options: DrainOptions,
  mayGoOn: () => boolean,
): Drain {
  const lane = createLane(services, reference, options);
  let woken = Promise.withResolvers<void>();
  async function run() {
    for (;;) {
      woken = Promise.withResolvers();
      if (!mayGoOn()) lane.closed = true;
      await refill(lane);
      start(lane);
      store(lane);
      const underWay = [...lane.inFlight.values(), ...(lane.storing ? [lane.storing] : [])];
      if (underWay.length === 0) break;
      await Promise.race([...underWay, woken.promise]);
    }
    if (lane.failure) throw lane.failure;
  }
  // Without a free slot it looks for more anyway as soon as a request ends.
  const wake = () => {
    if (freeSlots(lane) > 0) woken.resolve();
  };
  return { done: run(), wake };
}

function createLane(services: Services, reference: WebhookReference, options: DrainOptions): Lane {
  return {
    services,
    reference,
    options,
    receiver: null,
    storedHealth: HEALTHY,
    queue: [],
    loadedAtMs: 0,
    inFlight: new Map(),
    busyUsers: new Set(),
    ended: [],
    storing: null,
    closed: false,
    failure: null,
  };
}

/** How many more requests may be begun, after all that is known of the endpoint. */
function freeSlots({ closed, storedHealth, ended, services, options, inFlight }: Lane): number {
  const health = ended.reduce((known, one) => judge(known, readOutcome(one)).health, storedHealth);
  if (closed || isPaused(health, services.now())) return 0;
  return (isProbed(health) ? 1 : options.concurrency) - inFlight.size;
}

async function refill(lane: Lane) {
  const isFresh = performance.now() - lane.loadedAtMs < LOADED_FOR_MS;
  if (!isFresh || freeSlots(lane) <= 0) lane.queue = [];
  if (freeSlots(lane) <= 0 || lane.queue.length > 0) return;
  const taken = [...lane.inFlight.keys(), ...lane.ended.map(({ delivery }) => delivery.eventId)];
  const limit = lane.options.concurrency * 4;
  const due = await loadDue(lane.services, lane.reference, { taken, limit }).catch((error) => fail(lane, error));
  lane.receiver = due?.receiver ?? null;
  lane.queue = due?.waiting ?? [];
  lane.loadedAtMs = performance.now();
  // What is being stored is newer than what was read.
  if (due && lane.ended.length === 0) lane.storedHealth = due.receiver.webhook;
}

function start(lane: Lane) {
  const { receiver, queue, busyUsers } = lane;
  if (!receiver) return;
  while (freeSlots(lane) > 0) {
    const next = queue.findIndex(({ delivery }) => delivery.userId === null || !busyUsers.has(delivery.userId));
    const [waiting] = next < 0 ? [] : queue.splice(next, 1);
    if (!waiting) return;
    const { eventId, userId } = waiting.delivery;
    if (userId !== null) busyUsers.add(userId);
    const request = send(lane, receiver, waiting)
      .catch((error) => fail(lane, error))
      .finally(() => {
        if (userId !== null) busyUsers.delete(userId);
        lane.inFlight.delete(eventId);
      });
    lane.inFlight.set(
      eventId,
      request.then(() => undefined),
    );
  }
}

async function send({ services, options, ended }: Lane, receiver: Receiver, { delivery, event }: Waiting) {
  const result = await attemptDelivery(services, receiver, event, options.timeoutMs);
  ended.push({ delivery, ...result, endedAt: services.now() });
}

/** One store at a time: the longer it takes, the more the next one stores at once. */
function store(lane: Lane) {
  if (lane.storing || lane.ended.length === 0) return;
  const batch = [...lane.ended];
  lane.storing = storeBatch(lane, batch);
}

async function storeBatch(lane: Lane, batch: Ended[]) {
  try {
    const health = await settle(lane.services, lane.reference, batch, lane.storedHealth, lane.options.random);
    if (health) lane.storedHealth = health;
    else lane.closed = true;
  } catch (error) {
    fail(lane, error as Error);
  }
  lane.ended.splice(0, batch.length);
  lane.storing = null;
}

function fail(lane: Lane, error: Error): void {
  lane.failure ??= error;
  lane.closed = true;
}
