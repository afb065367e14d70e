// npm test [-- path …]: every test, or those whose path contains one of the words. Its last line is the count.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Count, verdict } from './test/count.ts';

const root = path.resolve(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'kontor-test-'));
const countFile = path.join(folder, 'count.json');

bringBrowser();
const exitCode = await runVitest();
const { passed, failed, skipped } = verdict(readCount(), exitCode);
rmSync(folder, { recursive: true, force: true });
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** The tests of the hosted page drive a real one; where it can't be brought, they fail and say what to do. */
function bringBrowser() {
  const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
  const isNeeded = words.length === 0 || words.some((word) => /browser|connect/.test(word));
  if (isNeeded)
    spawnSync('bash', [path.join(root, 'scripts/install-browser.sh')], { stdio: ['ignore', 'inherit', 'inherit'] });
}

function runVitest(): Promise<number> {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', `--reporter=${path.join(root, 'scripts/test/count-reporter.ts')}`];
  const args = [vitest, 'run', '--allowOnly=false', ...reporters, ...process.argv.slice(2)];
  const env = { ...process.env, KONTOR_TEST_COUNT_FILE: countFile };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => {
      console.error(`Vitest could not be started: ${error.message}. Is npm ci done?`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function readCount(): Count | null {
  try {
    return JSON.parse(readFileSync(countFile, 'utf8')) as Count;
  } catch {
    return null; // Vitest ended before it could count: a broken config, a failed global setup, a kill.
  }
}
