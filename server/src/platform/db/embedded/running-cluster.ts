import { readFileSync } from 'node:fs';
import { clusterPath, readPassword, SUPERUSER } from './cluster.ts';
import { pidFilePath, readPidFile } from './pid-file.ts';
import { isAlive } from './server-processes.ts';

/** Line of postmaster.pid that holds the port. */
const PORT_LINE = 3;

/** Connection string of the superuser of the cluster that a running Kontor has in this data directory; null: none runs. */
export async function findRunningCluster(dataDir: string): Promise<string | null> {
  const cluster = clusterPath(dataDir);
  const pidFile = readPidFile(cluster);
  if (!pidFile?.ready || !isAlive(pidFile.pid)) return null;
  const port = Number(readFileSync(pidFilePath(cluster), 'utf8').split('\n')[PORT_LINE]);
  return `postgres://${SUPERUSER}:${await readPassword(dataDir)}@127.0.0.1:${port}/postgres`;
}
