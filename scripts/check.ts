// npm run check [step …]: everything that must hold before a change is merged, except the tests.
import type { StepResult } from './check/step.ts';
import { STEPS } from './check/steps.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${STEPS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

let failed = 0;
for (const { name, run } of STEPS.filter((step) => wanted.length === 0 || wanted.includes(step.name))) {
  const startMs = performance.now();
  const { ok, lookedAt, details, note } = await run().catch(crashed);
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(10)}  ${seconds.padStart(4)} s  ${lookedAt}`);
  if (note) console.log(`                            ${note}`);
  if (!ok) console.log(`\n${details.trim().replaceAll(/^/gm, '    ')}\n`);
  if (!ok) failed += 1;
}
console.log(failed === 0 ? 'The check passed.' : `${failed} of the check's steps failed.`);
process.exitCode = failed === 0 ? 0 : 1;

function crashed(error: unknown): StepResult {
  return {
    ok: false,
    lookedAt: 'crashed',
    details: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
