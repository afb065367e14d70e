/**
 * Installs the peer into a folder of its own, on demand. It stays out of package.json because of its native addon
 * (better-sqlite3): where no prebuilt binary can be fetched, it is compiled and needs Python, a C++ compiler and Node's
 * headers, which installing Kontor must never need.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ACTUAL = { name: '@actual-app/api', version: '26.9.0' } as const;

export interface InstalledPeer {
  /** What was really installed. */
  version: string;
  /** Its main file. */
  entry: string;
  /** A Node that its addon works in. */
  node: string;
  nodeVersion: string;
}

/** Uses the folder of an earlier run if there is one. */
export async function installActual(): Promise<InstalledPeer> {
  const folder = join(tmpdir(), `kontor-peer-actual-${ACTUAL.version}-${process.versions.modules}`);
  const installed = join(folder, 'node_modules', ACTUAL.name);
  if (!existsSync(installed)) await install(folder);
  const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
  return { version, entry: join(installed, 'dist/index.js'), ...(await findNode(folder)) };
}

async function install(folder: string): Promise<void> {
  const wanted = `${ACTUAL.name}@${ACTUAL.version}`;
  process.stderr.write(`Installing ${wanted} into ${folder}; this may compile for some minutes.\n`);
  await mkdir(folder, { recursive: true });
  const manifest = { private: true, allowScripts: { 'better-sqlite3': true } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  const flags = ['install', '--save-exact', '--no-audit', '--no-fund', wanted];
  await run('npm', flags, { cwd: folder, maxBuffer: 2 ** 24 }).catch((error: Error) => {
    throw new Error(whyNot(error.message), { cause: error });
  });
}

/**
 * This Node, or another one of the PATH: an addon that was compiled against the headers of the system's Node works in
 * that one only. The peer supports Node 20 and later.
 */
async function findNode(folder: string): Promise<{ node: string; nodeVersion: string }> {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((directory) => join(directory, 'node'));
  const candidates = [process.execPath, ...onPath.filter((path) => existsSync(path))];
  const probe = `require('better-sqlite3')(':memory:').close(); process.stdout.write(process.version)`;
  const failures: string[] = [];
  for (const node of new Set(candidates)) {
    try {
      return { node, nodeVersion: (await run(node, ['-e', probe], { cwd: folder })).stdout };
    } catch (error) {
      failures.push(`${node}: ${(error as Error).message.split('\n').find((line) => line.includes('Error')) ?? ''}`);
    }
  }
  throw new Error(whyNot(`its addon works in no Node of this machine\n${failures.join('\n')}`));
}

const whyNot = (reason: string) =>
  `The peer could not be installed, so nothing was compared: ${reason}
It needs the npm registry, and for its native addon either a prebuilt binary or Python, a C++ compiler and Node's headers
(npm_config_nodedir names a folder that has them).`;
