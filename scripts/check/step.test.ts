import { expect, test } from 'vitest';
import { conclude, countIn, runProgram } from './step.ts';

test('a step that looked at nothing fails, and says so', () => {
  expect(conclude(true, 0, 'file', '')).toMatchObject({ ok: false, lookedAt: '0 files' });
  expect(conclude(true, 0, 'file', '').details).toMatch(/no file/);
  expect(conclude(true, 1, 'file', '')).toMatchObject({ ok: true, lookedAt: '1 file' });
  expect(conclude(false, 7, 'file', 'bad')).toMatchObject({ ok: false, lookedAt: '7 files', details: 'bad' });
});

test('a program that does not say what it looked at has looked at nothing', () => {
  expect(countIn('Checked 12 files in 3ms', /Checked (\d+) files?/)).toBe(12);
  expect(countIn('Everything is fine.', /Checked (\d+) files?/)).toBe(0);
});

test('a program gives its exit code and all its output; one that does not exist has failed', async () => {
  const script = 'console.log("out"); console.error("err"); process.exitCode = 3';
  const { code, output } = await runProgram('node', ['-e', script]);
  expect(code).toBe(3);
  expect(output).toMatch(/out/);
  expect(output).toMatch(/err/);
  expect((await runProgram('no-such-program-here', [])).code).toBe(1);
});
