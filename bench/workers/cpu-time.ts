/** CPU time of processes, from https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; Linux only. */
import { readdirSync, readFileSync } from 'node:fs';

/** USER_HZ, which is 100 on every architecture that Node runs on. */
const TICKS_PER_SECOND = 100;

interface ProcessStat {
  parent: number;
  /** All threads. */
  ownSeconds: number;
  /** Of children that ended and were waited for. */
  endedChildrenSeconds: number;
}

function readStat(pid: number): ProcessStat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in parentheses may hold spaces: fields are counted from behind it, the third one first.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const seconds = (from: number) => ((fields[from] ?? 0) + (fields[from + 1] ?? 0)) / TICKS_PER_SECOND;
    return { parent: fields[1] ?? 0, ownSeconds: seconds(11), endedChildrenSeconds: seconds(13) };
  } catch {
    // It ended between the listing and the reading.
    return null;
  }
}

/** CPU seconds that a process and all its children, also those that ended, have taken until now. */
export function cpuSecondsOf(pid: number): number {
  const stat = readStat(pid);
  if (!stat) throw new Error(`Process ${pid} is gone (this measurement needs Linux).`);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readStat(Number(name)))
    .filter((other): other is ProcessStat => other?.parent === pid);
  const living = children.reduce((sum, child) => sum + child.ownSeconds + child.endedChildrenSeconds, 0);
  return stat.ownSeconds + stat.endedChildrenSeconds + living;
}

/** CPU seconds that the whole machine was busy, whoever it was: tells how much others took of it meanwhile. */
export function busySecondsOfMachine(): number {
  const [line = ''] = readFileSync('/proc/stat', 'latin1').split('\n');
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = line.split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softIrq) / TICKS_PER_SECOND;
}

export function residentBytesOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
  if (!kilobytes) throw new Error(`/proc/${pid}/status tells no resident memory; this measurement needs Linux.`);
  return Number(kilobytes) * 1_024;
}

/**
 * Seconds in which the busiest thread of a process (a worker has one that matters) ran or stood in line for a CPU. What
 * is missing to the wall clock it waited for something else: the database, the queue, a lock. Other work on the machine
 * makes it stand in line longer but doesn't change that.
 * https://docs.kernel.org/scheduler/sched-stats.html#proc-pid-schedstat
 */
export function wantedSecondsOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`).map((thread) => {
    const [ran = 0, waited = 0] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1')
      .split(' ')
      .map(Number);
    return { ran, waited };
  });
  const busiest = threads.reduce((most, thread) => (thread.ran > most.ran ? thread : most));
  return (busiest.ran + busiest.waited) / 1e9;
}
