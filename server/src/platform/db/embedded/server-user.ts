import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { runProgram } from './run-program.ts';

/** The operating-system user that PostgreSQL runs as, and how a program is started as that user. */
export type ServerUser = {
  name: string;
  uid: number;
  gid: number;
  /** Put before the command; `[]` when a plain spawn does. */
  argvPrefix: string[];
  /** Given to spawn; `{}` when the user is our own or `argvPrefix` changes it. */
  spawnIds: { uid?: number; gid?: number };
};

type Account = { name: string; uid: number; gid: number };
type NeededPaths = { directory: string; program: string };

/** Ourselves, or undefined when we are root, which PostgreSQL refuses to run as. */
export function ownUser(): ServerUser | undefined {
  if (!process.getuid || !process.getgid) {
    throw new Error('The embedded PostgreSQL needs Linux or macOS. Elsewhere set DATABASE_URL to a PostgreSQL server.');
  }
  const uid = process.getuid();
  if (uid === 0) return undefined;
  return { name: `uid ${uid}`, uid, gid: process.getgid(), argvPrefix: [], spawnIds: {} };
}

/** For root: the accounts that PostgreSQL may run as, best first. Throws when the system has none. */
export async function unprivilegedAccounts(): Promise<Account[]> {
  const accounts: Account[] = [];
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([runProgram(['id', '-u', name]), runProgram(['id', '-g', name])]);
    if (uid.exitCode !== 0 || gid.exitCode !== 0) continue;
    accounts.push({ name, uid: Number(uid.output), gid: Number(gid.output) });
  }
  if (accounts.length > 0) return accounts;
  throw new Error(
    'PostgreSQL refuses to run as root, and this system has neither a user "postgres" nor "nobody". ' +
      'Create one (useradd --system postgres), run Kontor as a normal user, or set DATABASE_URL.',
  );
}

/**
 * For root: finds a way to run programs as `account` that reaches the data directory and the binaries, by trying.
 * First plainly; then, for directories that are closed to others (a checkout below /root, a `mktemp -d`), with one
 * capability that lets the process pass them. Permissions of directories are never changed.
 */
export async function becomeAccount(account: Account, needed: NeededPaths): Promise<ServerUser> {
  const { uid, gid } = account;
  // `| 0`: spawn takes 32-bit signed numbers, macOS has nobody = -2 = 4294967294.
  const plain: ServerUser = { ...account, argvPrefix: [], spawnIds: { uid: uid | 0, gid: gid | 0 } };
  const candidates = [plain, withCapability(account, 'dac_read_search'), withCapability(account, 'dac_override')];
  const reasons: string[] = [];
  for (const candidate of candidates) {
    const probe = await runProgram(['/bin/sh', '-c', PROBE, 'sh', needed.directory, needed.program], candidate);
    if (probe.exitCode === 0) return candidate;
    reasons.push(probe.output);
  }
  throw await unreachableError(account, needed, reasons);
}

const PROBE = 'cd "$1" && [ -x "$2" ] && exec "$2" --version';

/**
 * `setpriv` of util-linux: the other user, with exactly one capability and no way to gain more. dac_read_search (pass
 * and read every directory) is the narrower; containers usually offer only dac_override. Without `no_setuid_fixup`
 * access(2) ignores capabilities of a non-root user, and initdb, which asks it, finds "Permission denied".
 */
function withCapability(account: Account, capability: 'dac_read_search' | 'dac_override'): ServerUser {
  const argvPrefix = [
    'setpriv',
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--clear-groups',
    '--no-new-privs',
    '--securebits=+no_setuid_fixup',
    `--inh-caps=-all,+${capability}`,
    `--ambient-caps=+${capability}`,
    `--bounding-set=-all,+${capability}`,
    '--',
  ];
  return { ...account, argvPrefix, spawnIds: {} };
}

async function unreachableError(account: Account, needed: NeededPaths, reasons: string[]): Promise<Error> {
  const closed =
    (await findClosedDirectory(account, needed.directory)) ?? (await findClosedDirectory(account, needed.program));
  const where = closed ? `the directory ${closed}` : `${needed.directory} or ${needed.program}`;
  return new Error(
    `PostgreSQL refuses to run as root, and the user it would run as instead, "${account.name}" (uid ${account.uid}), ` +
      `cannot reach ${where}. Either put it where that user may go (KONTOR_DATA_DIR for the data, the checkout for the ` +
      `program), or open the way with: chmod o+x ${closed ?? dirname(needed.directory)}. ` +
      `Running Kontor as a normal user works too. Tried: ${[...new Set(reasons)].filter(Boolean).join('; ')}`,
  );
}

/** The outermost directory on the way to `path` whose mode does not let `account` pass. */
async function findClosedDirectory(account: Account, path: string): Promise<string | undefined> {
  const way = [path];
  for (let parent = dirname(path); parent !== way[0]; parent = dirname(parent)) way.unshift(parent);
  for (const directory of way) {
    const { mode, uid, gid } = await stat(directory);
    const executeBit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & executeBit) === 0) return directory;
  }
  return undefined;
}
