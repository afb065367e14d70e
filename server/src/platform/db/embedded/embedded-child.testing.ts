import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { findServerProcesses } from './server-processes.ts';

const SUPERVISOR = new URL('./index.ts', import.meta.url).href;
const PG = import.meta.resolve('pg');

/** Starts the supervisor, prints what came of it, then inserts rows on four connections and prints each acknowledged id. */
const PROGRAM = `
import { startEmbeddedPostgres } from ${JSON.stringify(SUPERVISOR)};
import pg from ${JSON.stringify(PG)};
const [dataDir, writes] = process.argv.slice(1);
const say = (message) => process.stdout.write(JSON.stringify(message) + '\\n');
const quiet = () => undefined;
const server = await startEmbeddedPostgres({ dataDir, log: { info: quiet, warn: quiet, error: quiet } }).catch((error) => {
  say({ failed: error.message });
  process.exit(1);
});
say({ url: server.url, pid: server.pid });
if (writes) {
  const pool = new pg.Pool({ connectionString: server.url, max: 4 });
  await pool.query('create table acknowledged (id bigint primary key)');
  for (let lane = 0; lane < 4; lane++) write(lane);
  async function write(id) {
    for (;; id += 4) {
      await pool.query('insert into acknowledged values ($1)', [id]);
      say({ id });
    }
  }
}
setInterval(quiet, 1000);
`;

export type ChildMessage = { url?: string; pid?: number; failed?: string; id?: number };

export type EmbeddedChild = {
  process: ChildProcess;
  /** All lines it has printed so far. */
  messages: ChildMessage[];
  /** The first line: `url` and `pid` of the server, or `failed`. */
  first: Promise<ChildMessage>;
  kill(): Promise<void>;
  /** `kill`, and waits until its server has gone too, so that the directory can be removed. */
  end(): Promise<void>;
};

/** Runs the supervisor in a Node process of its own, so that a test can kill it. `prefix` goes before `node`. */
export function startChild(dataDir: string, options: { writes?: boolean; prefix?: string[] } = {}): EmbeddedChild {
  const node = [process.execPath, '--input-type=module', '-e', PROGRAM, dataDir, ...(options.writes ? ['writes'] : [])];
  const [command = '', ...args] = [...(options.prefix ?? []), ...node];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const messages: ChildMessage[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => messages.push(JSON.parse(line)));
  const first = once(lines, 'line').then(([line]) => JSON.parse(line) as ChildMessage);
  const exited = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  const end = async () => {
    await kill();
    if (messages[0]?.pid === undefined) return;
    while ((await findServerProcesses(join(dataDir, 'postgres'))).length > 0) await sleep(20);
  };
  return { process: child, messages, first, kill, end };
}
