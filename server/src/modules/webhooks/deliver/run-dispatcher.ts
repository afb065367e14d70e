import type { Services } from '#platform/context.ts';
import type { RunningLoop } from '#platform/module.ts';
import { DELIVERIES_CHANNEL, selectDueWebhooks } from '../deliveries.queries.ts';
import type { WebhookReference } from '../webhooks.types.ts';
import { DRAIN_DEFAULTS, type Drain, type DrainOptions, drainWebhook } from './drain-webhook.ts';

/** How late a retry may be, and a delivery whose notification was lost. */
const POLL_MS = 1_000;
/** Webhooks that one process works on at a time. */
const MAX_DRAINS = 200;
/** How long a webhook rests whose deliveries could not be read or stored. */
const REST_MS = 5_000;

/**
 * Finds the webhooks that something is due for and drains each on its own, so that none waits for another. One process
 * works on a webhook at a time: it holds the webhook's lock, which ends with its connection, so that when it is killed
 * another goes on at once.
 */
export async function runDispatcher(services: Services, options: DrainOptions = DRAIN_DEFAULTS): Promise<RunningLoop> {
  const drains = new Map<string, Drain>();
  const end = new AbortController();
  let due = Promise.withResolvers<void>();
  const look = () => due.resolve();
  const listener = await services.database.listen(DELIVERIES_CHANNEL, () => {
    for (const drain of drains.values()) drain.wake();
    look();
  });

  async function begin(reference: WebhookReference) {
    const { webhookId } = reference;
    const mayBegin = !end.signal.aborted && !drains.has(webhookId) && drains.size < MAX_DRAINS;
    if (!mayBegin || !(await listener.tryLock(webhookId))) return;
    const drain = drainWebhook(services, reference, options, () => !end.signal.aborted && listener.holds(webhookId));
    drains.set(webhookId, drain);
    void drain.done
      .catch((error) => {
        services.log.error(
          { err: error, webhookId },
          'Deliveries of a webhook were interrupted; they go on in a moment',
        );
        return pause(REST_MS);
      })
      .then(() => listener.unlock(webhookId))
      .catch((error) => services.log.warn({ err: error }, 'A lock of a webhook could not be given back'))
      // Something may have come while it ended.
      .finally(() => {
        drains.delete(webhookId);
        look();
      });
  }

  async function run() {
    while (!end.signal.aborted) {
      due = Promise.withResolvers();
      try {
        const found = await services.database.read(null, (session) => selectDueWebhooks(session, services.now()));
        for (const reference of found) await begin(reference);
      } catch (error) {
        services.log.warn({ err: error }, 'Due webhooks could not be looked up');
      }
      await due.promise;
    }
  }

  const poll = setInterval(look, POLL_MS);
  const running = run();
  return {
    async stop(timeoutMs) {
      end.abort();
      clearInterval(poll);
      look();
      const ended = running.then(() => Promise.allSettled([...drains.values()].map(({ done }) => done)));
      await Promise.race([ended, pause(timeoutMs)]);
      await listener.close();
    },
  };
}

/** Holds up nobody's exit. */
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
