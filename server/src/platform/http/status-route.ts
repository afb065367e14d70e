import { Type } from 'typebox';
import type { Services } from '#platform/context.ts';
import { COUNTED_JOBS, selectOverdueJobs, selectScheduledJobs } from '#platform/jobs/jobs.queries.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { publicRoute, type Route } from './route.ts';

/** Everybody may ask, so the answer is kept for so long and the database asked once. */
const KEPT_MS = 5_000;
/** Something is scheduled every minute; two of them may be late, such as while a new version starts. */
const SILENCE_SECONDS = 180;

const ComponentStatus = Type.Enum(['ok', 'degraded', 'down', 'unknown'], {
  description: '`unknown`: it can not be told while the database is down.',
});

const component = (name: string, description: string, fields = {}) =>
  Type.Object(
    { name: Type.Literal(name, { description: 'The component.' }), status: ComponentStatus, ...fields },
    { additionalProperties: false, description },
  );

const PlatformStatus = Type.Object(
  {
    status: Type.Enum(['ok', 'degraded'], { description: '`ok`: every component is.' }),
    version: Type.String({ description: 'Version of Kontor.' }),
    checkedAt: Type.String({ format: 'date-time', description: 'When it was looked; the answer is kept for 5 s.' }),
    components: Type.Tuple(
      [
        component('database', 'Whether the database answers.'),
        component('worker', 'Whether jobs are worked. `degraded`: none of a schedule was completed for 3 minutes.', {
          lastCompletedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
            description:
              'When the last scheduled job was completed; one is due every minute. Null: none in the last hour.',
          }),
        }),
        component(
          'queue',
          'Whether jobs are begun when they are due. `degraded`: some wait for longer than a minute.',
          {
            overdueJobs: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
              description: `Jobs that have been due for longer than a minute; at most ${COUNTED_JOBS} of each queue are counted.`,
            }),
            lagSeconds: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
              description: 'How long the oldest of them has been due; 0 without any.',
            }),
          },
        ),
      ],
      { description: 'Database, worker and queue, in this order.' },
    ),
  },
  { additionalProperties: false, description: 'How the platform is, in all and by component.' },
);

/**
 * `GET /status`: how the platform is as a whole, without a word about any tenant. `startedAtMs`, of the monotonic clock:
 * since when this process could have seen the workers.
 */
export function statusRoute(startedAtMs = performance.now()): Route {
  let kept: { status: Promise<object>; untilMs: number } | undefined;
  const current = (services: Services) => {
    if (!kept || kept.untilMs < performance.now()) {
      const secondsUp = (performance.now() - startedAtMs) / 1000;
      kept = { status: checkStatus(services, secondsUp), untilMs: performance.now() + KEPT_MS };
    }
    return kept.status;
  };
  return publicRoute({
    method: 'GET',
    path: '/status',
    operationId: 'getStatus',
    summary: 'How the platform is',
    description:
      'For status pages and monitors: the whole installation, while `/livez` and `/readyz` speak of one process. 200 also when something is wrong: the body says what.',
    tag: 'Operations',
    outputs: {
      200: {
        description: 'How it is.',
        schema: PlatformStatus,
        headers: { 'Cache-Control': 'For how long the answer holds.' },
      },
    },
    handle: async (services) => ({
      status: 200,
      body: await current(services),
      headers: { 'cache-control': `public, max-age=${KEPT_MS / 1000}` },
    }),
  });
}

async function checkStatus(services: Services, secondsUp: number) {
  const components = await checkComponents(services, secondsUp);
  return {
    status: components.every(({ status }) => status === 'ok') ? 'ok' : 'degraded',
    version: manifest.version,
    checkedAt: services.now().toISOString(),
    components,
  };
}

async function checkComponents({ database, log }: Services, secondsUp: number) {
  try {
    const [overdue, scheduled] = await database.read(null, async (session) => [
      await selectOverdueJobs(session),
      await selectScheduledJobs(session),
    ]);
    // Who has just started can't know how the workers were before.
    const silentSeconds = Math.min(scheduled.lastCompletedSecondsAgo ?? Number.POSITIVE_INFINITY, secondsUp);
    return [
      { name: 'database', status: 'ok' },
      {
        name: 'worker',
        status: silentSeconds > SILENCE_SECONDS ? 'degraded' : 'ok',
        lastCompletedAt: scheduled.lastCompletedAt?.toISOString() ?? null,
      },
      {
        name: 'queue',
        status: overdue.count > 0 ? 'degraded' : 'ok',
        overdueJobs: overdue.count,
        lagSeconds: overdue.oldestSeconds,
      },
    ];
  } catch (error) {
    log.warn({ err: error }, 'The status of the platform could not be read from the database');
    return [
      { name: 'database', status: 'down' },
      { name: 'worker', status: 'unknown', lastCompletedAt: null },
      { name: 'queue', status: 'unknown', overdueJobs: null, lagSeconds: null },
    ];
  }
}
