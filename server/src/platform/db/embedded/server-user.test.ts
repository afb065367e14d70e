import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { startChild } from './embedded-child.testing.ts';
import { startEmbeddedPostgres } from './index.ts';
import { runProgram } from './run-program.ts';
import { becomeAccount, unprivilegedAccounts } from './server-user.ts';

const isRoot = process.getuid?.() === 0;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function privateDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'kontor-embedded-'));
  cleanups.push(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

function childOf(...args: Parameters<typeof startChild>): ReturnType<typeof startChild> {
  const child = startChild(...args);
  cleanups.push(() => child.end());
  return child;
}

/** A shell whose root has lost these capabilities, as in a container. */
function without(...capabilities: string[]): string[] {
  return ['setpriv', `--bounding-set=${capabilities.map((name) => `-${name}`).join(',')}`, '--'];
}

describe.runIf(isRoot && process.platform === 'linux')('started by root', () => {
  test('another user runs the server; below a directory closed to that user, with one capability', async () => {
    const [account] = await unprivilegedAccounts();
    if (!account) throw new Error('no account');
    const closed = privateDirectory();
    const open = mkdtempSync('/var/tmp/kontor-embedded-');
    cleanups.push(() => rmSync(open, { recursive: true, force: true }));
    chmodSync(open, 0o711);

    const plain = await becomeAccount(account, { directory: open, program: '/bin/true' });
    expect(plain.argvPrefix).toEqual([]);
    expect((await runProgram(['id', '-u'], plain)).output).toBe(String(account.uid));

    const capable = await becomeAccount(account, { directory: closed, program: '/bin/true' });
    const status = await runProgram(['grep', '-E', '^(Uid|CapEff|CapBnd|NoNewPrivs)', '/proc/self/status'], capable);
    const dacReadSearch = '0000000000000004';
    expect(status.output.split(/\s+/)).toEqual([
      'Uid:',
      ...Array(4).fill(String(account.uid)),
      'CapEff:',
      dacReadSearch,
      'CapBnd:',
      dacReadSearch,
      'NoNewPrivs:',
      '1',
    ]);
  });

  test('in a container, where only dac_override is left, a closed directory works too', async () => {
    const child = childOf(privateDirectory(), { prefix: without('dac_read_search', 'sys_ptrace', 'sys_admin') });
    expect((await child.first).url).toMatch(/^postgres:/);
  });

  test('without any such capability the error names the directory, the user and the two ways out', async () => {
    const closed = privateDirectory();
    const child = childOf(join(closed, 'data'), { prefix: without('dac_read_search', 'dac_override') });
    const { failed } = await child.first;
    expect(failed).toContain(`cannot reach the directory ${closed}.`);
    expect(failed).toMatch(/"(postgres|nobody)" \(uid \d+\)/);
    expect(failed).toContain('KONTOR_DATA_DIR');
    expect(failed).toContain(`chmod o+x ${closed}`);
  });

  test('a database that a normal user made is refused with a hint, not taken over', async () => {
    const dataDir = privateDirectory();
    const cluster = join(dataDir, 'postgres');
    mkdirSync(join(cluster, 'base'), { recursive: true });
    chownSync(cluster, 54321, 54321);
    await expect(startEmbeddedPostgres({ dataDir, log: silent })).rejects.toThrow(
      /belongs to uid 54321, but .* first started by a normal user, and now by root.*sudo chown -R/,
    );
  });
});

test.runIf(!isRoot)('a data directory of another user is refused with a hint', async () => {
  const dataDir = privateDirectory();
  chmodSync(dataDir, 0o500);
  await expect(startEmbeddedPostgres({ dataDir, log: silent })).rejects.toThrow(
    /is not open to uid \d+, which Kontor runs as\. Run Kontor as that user, or hand the directory over/,
  );
});
