import type { Session } from '#platform/db/database.ts';

/** More than this many jobs of one queue are not counted. */
export const COUNTED_JOBS = 1_000;

export interface OverdueJobs {
  /** Jobs that nobody has begun for a minute after they were due, at most `COUNTED_JOBS` of each queue. */
  count: number;
  /** How long the one among them that waits longest is due. */
  oldestSeconds: number;
}

/** Walks each queue by its index, so that it stays cheap beside many finished jobs. */
export async function selectOverdueJobs(session: Session): Promise<OverdueJobs> {
  const [row] = await session.prepared<OverdueJobs & Record<string, unknown>>(
    'select_overdue_jobs',
    `select count(*)::int as count, coalesce(extract(epoch from now() - min(waiting.start_after)), 0)::int as "oldestSeconds"
     from pgboss.queue queue cross join lateral (
       select job.start_after from pgboss.job
       where job.name = queue.name and job.state < 'active' and not job.blocked and job.start_after < now() - interval '1 minute'
       limit ${COUNTED_JOBS}) waiting`,
    [],
  );
  return row ?? { count: 0, oldestSeconds: 0 };
}

/** Whether a job is due or under way; those of schedules, of which there is nearly always one, do not count. */
export async function hasOpenJobs(session: Session): Promise<boolean> {
  const [row] = await session.query<{ found: boolean }>(
    `select exists (select from pgboss.queue queue join pgboss.job on job.name = queue.name
       where queue.name not like 'schedule.%' and job.state <= 'active' and job.start_after <= now()) as found`,
  );
  return row?.found ?? false;
}

export interface ScheduledJobs {
  lastCompletedAt: Date | null;
  lastCompletedSecondsAgo: number | null;
}

/**
 * When a worker last completed a job of a schedule; finished jobs are kept for an hour. There is a schedule for each
 * minute, so this is the heartbeat of all workers together, whatever else is to be done.
 */
export async function selectScheduledJobs(session: Session): Promise<ScheduledJobs> {
  const [row] = await session.prepared<ScheduledJobs & Record<string, unknown>>(
    'select_scheduled_jobs',
    `select max(job.completed_on) as "lastCompletedAt",
       extract(epoch from now() - max(job.completed_on))::int as "lastCompletedSecondsAgo"
     from pgboss.queue queue join pgboss.job on job.name = queue.name
     where queue.name like 'schedule.%' and job.state = 'completed'`,
    [],
  );
  return row ?? { lastCompletedAt: null, lastCompletedSecondsAgo: null };
}
