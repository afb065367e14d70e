import type { BankAccess } from '#platform/bank-access.ts';
import type { Services } from '#platform/context.ts';
import { createSecretBox, type Keyring } from '#platform/crypto/secret-box.ts';
import { createDatabase } from '#platform/db/database.ts';
import { createChangeFeed } from '#platform/events/change-feed.ts';
import { createEventBus } from '#platform/events/events.ts';
import { createJobs } from '#platform/jobs/jobs.ts';
import type { Logger } from '#platform/log/index.ts';
import type { RunningLoop } from '#platform/module.ts';
import { createOutboundClient } from '#platform/outbound/index.ts';
import manifest from '../package.json' with { type: 'json' };
import { loops, publicEvents, queues, reactions, schedules, subscriptions } from './app.ts';

export interface ServicesOptions {
  /** As the server's role. */
  databaseUrl: string;
  databasePoolSize: number;
  keyring: Keyring;
  publicUrl: string;
  bankAccess: BankAccess;
  log: Logger;
  /** Whether jobs are worked here or only enqueued. */
  worker: boolean;
  /** Whether events for customers must be of their schema; default false. */
  strictEvents?: boolean;
}

export interface RunningServices {
  services: Services;
  /** Begins the work of the worker role; tests give services of their own making. */
  work(services?: Services): Promise<void>;
  /** Lets what runs finish, at most for `timeoutMs`, then closes the connections. */
  close(timeoutMs: number): Promise<void>;
}

/** Makes what every operation gets. */
export async function createServices(options: ServicesOptions): Promise<RunningServices> {
  const { log } = options;
  const database = createDatabase({ url: options.databaseUrl, poolSize: options.databasePoolSize, log });
  const outbound = createOutboundClient({ version: manifest.version });
  const jobs = await createJobs({ url: options.databaseUrl, queues, schedules, log, worker: options.worker });
  const services: Services = {
    database,
    jobs,
    events: createEventBus({ reactions, subscriptions, publicEvents, strict: options.strictEvents ?? false }),
    changes: createChangeFeed(database, log),
    secrets: createSecretBox(options.keyring),
    outbound,
    bankAccess: options.bankAccess,
    log,
    publicUrl: options.publicUrl,
    now: () => new Date(),
  };
  const running: RunningLoop[] = [];
  return {
    services,
    async work(given = services) {
      await jobs.work(given);
      for (const loop of loops) running.push(await loop.start(given));
    },
    async close(timeoutMs) {
      await Promise.all([jobs.stop(timeoutMs), ...running.map((loop) => loop.stop(timeoutMs))]);
      await services.changes.close();
      await outbound.close();
      await database.close();
    },
  };
}
