/**
 * The sandbox as a process of its own: a bank is another program, here too. It is started by the first connection, so that
 * a start of Kontor costs a listener, and ends with Kontor, however that ends.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { pipeline } from 'node:stream';
import { fileURLToPath } from 'node:url';

export interface SandboxOptions {
  /** Of 127.0.0.1; 0 for any free one. */
  port: number;
  /** File in which consents and first logins outlive a restart. */
  memoryPath: string;
}

export interface RunningSandbox {
  /** Such as `http://127.0.0.1:49152`. */
  url: string;
  close(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('./sandbox-process.ts', import.meta.url));
/** How long an ending sandbox may take. */
const END_MS = 2_000;

interface Bank {
  child: ChildProcess;
  /** Where it really listens. */
  port: number;
}

/** Listens on the loopback address and passes on what is said there. Rejects when the port is taken. */
export async function startSandbox({ port, memoryPath }: SandboxOptions): Promise<RunningSandbox> {
  let bank: Promise<Bank> | null = null;
  const listener = createServer((client) => {
    // Another one if it has broken.
    bank ??= startBank([url, memoryPath], () => {
      bank = null;
    });
    bank.then(
      (there) => pipeline(client, connect(there.port, '127.0.0.1'), client, () => client.destroy()),
      () => {
        bank = null;
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
      const running = await bank?.catch(() => null);
      if (running) await endBank(running);
    },
  };
}

/** Resolves when it listens. Nothing of our environment, which holds secrets, is its business. */
async function startBank(args: string[], ended: () => void): Promise<Bank> {
  const child = fork(PROGRAM, args, { env: {}, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.once('exit', ended);
  const failed = once(child, 'exit').then(() => {
    throw new Error('The sandbox ended while it started');
  });
  // Its end is no failure to start once it has started.
  failed.catch(() => undefined);
  const [port] = (await Promise.race([once(child, 'message'), failed])) as [number];
  return { child, port };
}

async function endBank({ child }: Bank): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  if (child.connected) child.disconnect();
  const late = setTimeout(() => child.kill('SIGKILL'), END_MS);
  await gone;
  clearTimeout(late);
}
