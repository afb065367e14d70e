import { type BenchClient, createBenchClient } from './api-client.ts';
import { createDataDir, type RunningKontor, removeDataDir, startKontor } from './running-kontor.ts';

/** Runs `work` against a Kontor with a new data directory and a client of all scopes; leaves nothing behind. */
export async function withKontor<T>(work: (kontor: RunningKontor, client: BenchClient) => Promise<T>): Promise<T> {
  const dataDir = await createDataDir();
  try {
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
