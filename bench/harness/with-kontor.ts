import { type BenchClient, createBenchClient } from './api-client.ts';
import { createDataDir, type RunningKontor, removeDataDir, startKontor } from './running-kontor.ts';

/**
 * Runs `work` against a Kontor with a new data directory and a client of all scopes; leaves nothing behind. `restarted`: not
 * at its first start, which fills the demo workspace, but at the next one.
 */
export async function withKontor<T>(
  work: (kontor: RunningKontor, client: BenchClient) => Promise<T>,
  { restarted = false } = {},
): Promise<T> {
  const dataDir = await createDataDir();
  try {
    if (restarted) {
      const first = await startKontor(dataDir);
      try {
        await first.rests();
      } finally {
        await first.stop();
      }
    }
    const kontor = await startKontor(dataDir);
    try {
      const client = await createBenchClient(kontor);
      return await work(kontor, client).finally(() => client.close());
    } finally {
      await kontor.stop();
    }
  } finally {
    await removeDataDir(dataDir);
  }
}
