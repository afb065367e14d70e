import { adminQuery } from './databases.ts';
import type { TestKontor } from './test-kontor.ts';

/** Until the worker has done all jobs of a workspace that wait in these queues. */
export async function untilWorked(
  { adminUrl }: TestKontor,
  { workspaceId }: { workspaceId: string },
  queues: string[],
) {
  const open = `select from pgboss.job where name = any($1) and data ->> 'workspaceId' = $2 and state < 'completed'`;
  for (let tries = 0; (await adminQuery(adminUrl, open, [queues, workspaceId])).rowCount !== 0; tries++) {
    if (tries === 400) throw new Error(`The worker was not done with ${queues.join(', ')} within twenty seconds`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Until the workspace's bots are trained on all that was published so far. */
export const untilTrained = (kontor: TestKontor, workspace: { workspaceId: string }) =>
  untilWorked(kontor, workspace, ['train-bots']);
