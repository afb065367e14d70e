import { type Context, withWorkspace } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { createValidator } from '#platform/http/validation.ts';
import { defineQueue, type Queue } from '#platform/jobs/jobs.ts';
import { insertEvent, selectEvent } from './events.queries.ts';
import { isPublicEvent, type PublicEvent } from './public-event.ts';

/** A kind of thing that happens; `Data` is what the other modules get to know about it. */
export interface EventType<Data extends object> {
  readonly type: string;
  /** Never read: carries `Data` for the compiler. */
  readonly data?: Data;
}

/** Names an event between modules, in the past tense or as the moment it belongs to: `category.corrected`, `user.erasing`. */
export function defineEvent<Data extends object>(type: string): EventType<Data> {
  return { type };
}

/** Runs inside the transaction of the change: it commits with it, and its failure undoes it. */
export interface Reaction {
  type: string;
  run(ctx: Context, data: object, publication: Publication | null): Promise<unknown>;
}

/** The outbox row that a reaction goes with; a question has none. */
export interface Publication {
  eventId: string;
}

/** Runs after the commit as a job of its own, with retries. */
export interface Subscription {
  type: string;
  queue: Queue<EventJob>;
}

export interface EventJob {
  workspaceId: string;
  eventId: string;
}

export interface PublishedEvent<Data> {
  eventId: string;
  type: string;
  createdAt: Date;
  data: Data;
}

export function react<Data extends object>(
  event: EventType<Data>,
  run: (ctx: Context, data: Data, publication: Publication | null) => Promise<unknown>,
): Reaction {
  return { type: event.type, run: (ctx, data, publication) => run(ctx, data as Data, publication) };
}

/** `name` is the subscriber's, unique in the process: it becomes the queue `event.<name>`. */
export function subscribe<Data extends object>(
  event: EventType<Data>,
  name: string,
  run: (ctx: Context, event: PublishedEvent<Data>) => Promise<void>,
): Subscription {
  const queue = defineQueue<EventJob>({
    name: `event.${name}`,
    retryLimit: 10,
    run: (services, { workspaceId, eventId }) =>
      withWorkspace(services, workspaceId, async (ctx) => {
        const published = await selectEvent(ctx.session, eventId);
        if (published) await run(ctx, published as PublishedEvent<Data>);
      }),
  });
  return { type: event.type, queue };
}

export interface EventBus {
  /**
   * Writes the event to the outbox, runs the reactions and enqueues one job per subscription, all in the caller's
   * transaction. Answers what the reactions returned, in the order of the modules.
   */
  publish<Data extends object>(ctx: Context, event: EventType<Data>, data: Data): Promise<unknown[]>;
  /** Runs the reactions only: a question to the other modules inside this transaction, not news. */
  ask<Data extends object>(ctx: Context, event: EventType<Data>, data: Data): Promise<unknown[]>;
}

export interface EventBusOptions {
  reactions: readonly Reaction[];
  subscriptions: readonly Subscription[];
  /** Every event that customers may subscribe to. */
  publicEvents: readonly PublicEvent[];
  /** Whether data that differ from the schema of a public event are refused: in tests, so that the promise is kept. */
  strict: boolean;
}

export function createEventBus({ reactions, subscriptions, publicEvents, strict }: EventBusOptions): EventBus {
  const keepPromise = createPromiseKeeper(publicEvents, strict);
  async function runReactions(ctx: Context, event: EventType<object>, data: object, publication: Publication | null) {
    const answers: unknown[] = [];
    for (const reaction of reactions) {
      if (reaction.type === event.type) answers.push(await reaction.run(ctx, data, publication));
    }
    return answers;
  }
  return {
    ask: (ctx, event, data) => runReactions(ctx, event, data, null),
    async publish(ctx, event, data) {
      keepPromise(event, data);
      const eventId = uuidv7(ctx.now().getTime());
      await insertEvent(ctx.session, { eventId, workspaceId: ctx.workspaceId, type: event.type, data });
      for (const subscription of subscriptions) {
        if (subscription.type !== event.type) continue;
        await ctx.jobs.send(ctx, subscription.queue, { workspaceId: ctx.workspaceId, eventId });
      }
      return runReactions(ctx, event, data, { eventId });
    },
  };
}

/** Throws for what customers were not told of. */
function createPromiseKeeper(publicEvents: readonly PublicEvent[], strict: boolean) {
  const validators = new Map(publicEvents.map(({ type, schema }) => [type, createValidator(schema)]));
  return (event: EventType<object>, data: object) => {
    if (!isPublicEvent(event)) return;
    const validator = validators.get(event.type);
    if (!validator)
      throw new Error(`The public event ${event.type} is missing in the \`events\` of its module's index.ts.`);
    if (!strict || validator.check(data)) return;
    const errors = validator.errors(data).map(({ path, message }) => `${path} ${message}`);
    throw new Error(`The data of ${event.type} differ from its schema: ${errors.join('; ')}`);
  };
}
