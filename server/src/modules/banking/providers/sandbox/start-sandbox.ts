/** The sandbox as a process of its own: a bank is another program, here too. */
import { fileURLToPath } from 'node:url';
import { type RunningOnDemand, startOnDemand } from '#platform/on-demand/start-on-demand.ts';

export interface SandboxOptions {
  /** Of 127.0.0.1; 0 for any free one. */
  port: number;
  /** File in which consents and first logins outlive a restart. */
  memoryPath: string;
}

export type RunningSandbox = RunningOnDemand;

const PROGRAM = fileURLToPath(new URL('./sandbox-process.ts', import.meta.url));

/** Listens on the loopback address; the bank is there from the first connection on. Rejects when the port is taken. */
export const startSandbox = ({ port, memoryPath }: SandboxOptions): Promise<RunningSandbox> =>
  startOnDemand({ program: PROGRAM, port, args: (url) => [url, memoryPath] });
