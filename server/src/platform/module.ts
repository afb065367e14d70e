import type { Services } from './context.ts';
import type { Reaction, Subscription } from './events/events.ts';
import type { PublicEvent } from './events/public-event.ts';
import type { Route } from './http/route.ts';
import type { Queue, Schedule } from './jobs/jobs.ts';

/** What a module hands to the composition root; everything else it has stays behind its `index.ts`. */
export interface KontorModule {
  name: string;
  routes?: Route[];
  /** `import * as schemas` of its `*.schemas.ts`: the reference calls objects as they are called there. */
  schemas?: Readonly<Record<string, unknown>>;
  /** What customers may subscribe to. */
  events?: PublicEvent[];
  reactions?: Reaction[];
  subscriptions?: Subscription[];
  queues?: Queue[];
  schedules?: Schedule[];
  /** Each is started in every process with the worker role. */
  loops?: BackgroundLoop[];
}

/** Work beside the queues that goes on for as long as the process does. */
export interface BackgroundLoop {
  name: string;
  start(services: Services): Promise<RunningLoop>;
}

export interface RunningLoop {
  /** Begins nothing new and waits for what runs, at most for `timeoutMs`. */
  stop(timeoutMs: number): Promise<void>;
}
