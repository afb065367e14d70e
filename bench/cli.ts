/**
 * Claim: the command line is there within two and a half times of what Node itself needs to start. Measured in CPU time of the whole process,
 * of the package as it is published and started a second time: `--version`, `users` (a group alone) and `users list --help`,
 * against `node -e 0`. The wall time is printed beside it: at most 150 ms on a machine that does nothing else.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPackage } from '../packages/build-package.ts';
import { report } from './harness/report.ts';
import { median, round } from './harness/statistics.ts';

const ROUNDS = 15;
const PACKAGES = path.resolve(import.meta.dirname, '../packages');

const folder = mkdtempSync(path.join(tmpdir(), 'kontor-bench-cli-'));
try {
  const main = install();
  const starts = {
    bare: ['-e', '0'],
    version: [main, '--version'],
    group: [main, 'users'],
    help: [main, 'users', 'list', '--help'],
  };
  const measured = Object.fromEntries(
    Object.keys(starts).map((name) => [name, { cpu: [] as number[], wall: [] as number[] }]),
  );
  // In turns, so that what else the machine does meets all of them alike. The first round fills the cache of compiled code.
  for (let at = 0; at <= ROUNDS; at += 1) {
    for (const [name, argv] of Object.entries(starts)) {
      const { cpuMs, wallMs } = start(argv);
      if (at === 0) continue;
      measured[name]?.cpu.push(cpuMs);
      measured[name]?.wall.push(wallMs);
    }
  }
  const wall = (name: string) => round(median(measured[name]?.wall ?? []));
  // The mean, since the kernel counts in steps of ten milliseconds.
  const cpu = (name: string) => (measured[name]?.cpu ?? []).reduce((sum, ms) => sum + ms, 0) / ROUNDS;
  const ratio = (name: string) => ({ value: round(cpu(name) / cpu('bare')), atMost: 2.5 });
  report('cli', {
    rounds: ROUNDS,
    bareCpuMs: round(cpu('bare')),
    bareWallMs: wall('bare'),
    versionWallMs: wall('version'),
    groupWallMs: wall('group'),
    helpWallMs: wall('help'),
    versionTimesBare: ratio('version'),
    groupTimesBare: ratio('group'),
    helpTimesBare: ratio('help'),
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** As npm would: the built packages below node_modules. */
function install(): string {
  const modules = path.join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of ['sdk', 'contract', 'cli'])
    buildPackage(path.join(PACKAGES, name), path.join(modules, `kontor-${name}`));
  symlinkSync(path.resolve(PACKAGES, '../node_modules/yaml'), path.join(modules, 'yaml'));
  return path.join(modules, 'kontor-cli/main.js');
}

function start(argv: string[]): { cpuMs: number; wallMs: number } {
  const before = childCpuMs();
  const startMs = performance.now();
  const { error } = spawnSync(process.execPath, argv, {
    stdio: 'ignore',
    env: { ...process.env, XDG_CONFIG_HOME: folder },
  });
  if (error) throw error;
  return { cpuMs: childCpuMs() - before, wallMs: performance.now() - startMs };
}

/** Of all processes that this one has started and waited for; the kernel counts in hundredths of a second. */
function childCpuMs(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10;
}
