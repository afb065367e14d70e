import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/**
 * The `cluster_name` of a cluster. PostgreSQL shows it in the command line of the server and of each of its processes,
 * which anybody may read, so it tells our server from another program that got the same pid.
 */
export function clusterName(clusterPath: string): string {
  return `kontor-${createHash('sha256').update(clusterPath).digest('hex').slice(0, 12)}`;
}

/** pids of all live processes of the cluster: the server, its children and the shell that watches over it. */
export async function findServerProcesses(clusterPath: string): Promise<number[]> {
  const name = clusterName(clusterPath);
  return existsSync('/proc/self/cmdline') ? findInProc(name) : findWithPs(name);
}

function findInProc(name: string): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(name);
    } catch {
      return false;
    }
  });
}

async function findWithPs(name: string): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,command=']);
  const lines = stdout.split('\n').filter((line) => line.includes(name));
  return lines.map((line) => Number.parseInt(line, 10));
}

/** Sends the signal; a process that is gone already is fine. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Whether some process, of whatever user, has this pid. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
