import type { Session } from './database.ts';

/**
 * Runs `work` as it would run, and then takes back all that it has written: rows, jobs, events. Answers what `work`
 * answered; rejects as it does, taken back too. Needs the session's transaction.
 */
export async function rehearse<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await session.query('savepoint rehearsal');
  try {
    return await work();
  } finally {
    await session.query('rollback to savepoint rehearsal');
  }
}
