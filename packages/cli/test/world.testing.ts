import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { runCommandLine } from '../src/run-command-line.ts';
import type { World } from '../src/world.ts';

export interface Ran {
  code: number;
  out: string;
  err: string;
  /** The standard output as JSON. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into results of every shape
  json(): any;
}

export interface TestWorld {
  /** An empty folder: where commands run, and where profiles are kept. */
  folder: string;
  run(argv: string[], more?: { stdin?: string; env?: Record<string, string>; signal?: AbortSignal }): Promise<Ran>;
  remove(): void;
}

/** Runs commands in this process, in a folder of their own and with an environment of nothing but `env`. */
export function createTestWorld(env: Record<string, string> = {}): TestWorld {
  const folder = mkdtempSync(path.join(tmpdir(), 'kontor-cli-test-'));
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
    async run(argv, { stdin = '', env: more = {}, signal = new AbortController().signal } = {}) {
      const [out, err] = [sink(), sink()];
      const world: World = {
        env: { XDG_CONFIG_HOME: path.join(folder, 'config'), ...env, ...more },
        ...{ cwd: folder, home: folder, platform: 'linux', signal },
        stdin: Readable.from([stdin]),
        stdout: out,
        stderr: err,
      };
      const code = await runCommandLine(argv, world);
      return { code, out: out.text(), err: err.text(), json: () => JSON.parse(out.text()) };
    },
  };
}

function sink() {
  const pieces: string[] = [];
  return { write: (text: string) => pieces.push(text), text: () => pieces.join('') };
}
