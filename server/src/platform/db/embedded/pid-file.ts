import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** PostgreSQL's postmaster.pid: the server's pid, and whether it accepts connections. */
export type PidFile = { pid: number; ready: boolean };

/** Path of the pid file of a cluster. */
export function pidFilePath(clusterPath: string): string {
  return join(clusterPath, 'postmaster.pid');
}

/** Reads postmaster.pid; undefined when there is none, or it is being written just now. */
export function readPidFile(clusterPath: string): PidFile | undefined {
  let text: string;
  try {
    text = readFileSync(pidFilePath(clusterPath), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  // Lines: pid, data directory, start time, port, socket directory, address, shared memory key, status.
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
}
