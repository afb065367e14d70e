/**
 * A program that others talk to over a socket, as a process of its own: it is started by the first connection, so that a start
 * of Kontor costs a listener, and ends with Kontor, however that ends.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { pipeline } from 'node:stream';

export interface OnDemandOptions {
  /** File of the program; see serve-on-demand.ts. */
  program: string;
  /** Of 127.0.0.1; 0 for any free one. */
  port: number;
  /** What the program is given, told where the world reaches it. */
  args: (url: string) => string[];
}

export interface RunningOnDemand {
  /** Such as `http://127.0.0.1:49152`. */
  url: string;
  close(): Promise<void>;
}

/** How long an ending program may take. */
const END_MS = 2_000;

interface Running {
  child: ChildProcess;
  /** Where it really listens. */
  port: number;
}

/** Listens on the loopback address and passes on what is said there. Rejects when the port is taken. */
export async function startOnDemand({ program, port, args }: OnDemandOptions): Promise<RunningOnDemand> {
  let running: Promise<Running> | null = null;
  const listener = createServer((client) => {
    // Another one if it has broken.
    running ??= start(program, args(url), () => {
      running = null;
    });
    running.then(
      (there) => pipeline(client, connect(there.port, '127.0.0.1'), client, () => client.destroy()),
      () => {
        running = null;
        client.destroy();
      },
    );
  });
  listener.listen(port, '127.0.0.1');
  await once(listener, 'listening');
  const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  return {
    url,
    async close() {
      listener.close();
      const there = await running?.catch(() => null);
      if (there) await end(there);
    },
  };
}

/** Resolves when it listens. Nothing of our environment, which holds secrets, is its business. */
async function start(program: string, args: string[], ended: () => void): Promise<Running> {
  const child = fork(program, args, { env: {}, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.once('exit', ended);
  const failed = once(child, 'exit').then(() => {
    throw new Error(`${program} ended while it started`);
  });
  // Its end is no failure to start once it has started.
  failed.catch(() => undefined);
  const [port] = (await Promise.race([once(child, 'message'), failed])) as [number];
  return { child, port };
}

async function end({ child }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  if (child.connected) child.disconnect();
  const late = setTimeout(() => child.kill('SIGKILL'), END_MS);
  await gone;
  clearTimeout(late);
}
