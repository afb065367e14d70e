import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../server/src/platform/db/embedded/index.ts';
import { migrate } from '../../server/src/platform/db/migrate.ts';

const silent = { info() {}, warn() {}, error: (details: object, message: string) => console.error(message, details) };

/** Runs `work` on a database that has had every migration and nothing else, and throws it away. */
export async function withFreshDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'kontor-generate-'));
  try {
    // Nothing here outlives the process: no waiting for the disk.
    const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };
    const postgres = await startEmbeddedPostgres({ dataDir, log: silent, settings });
    try {
      await migrate(postgres.url, null);
      return await work(postgres.url);
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
