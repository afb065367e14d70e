import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkBoundaries } from './boundaries.ts';
import { conclude, countIn, ROOT, runProgram, type Step, type StepResult } from './step.ts';
import { readTree } from './tree.ts';
import { formatViolation } from './violation.ts';

/** The whole check, in the order in which it runs. */
export const STEPS: readonly Step[] = [
  { name: 'format', run: format },
  { name: 'lint', run: lint },
  { name: 'types', run: types },
  { name: 'boundaries', run: boundaries },
  { name: 'unused', run: unused },
  { name: 'generated', run: generated },
];

/** Biome: formatting and the order of imports. `npm run format` repairs both. */
async function format(): Promise<StepResult> {
  const { code, output } = await runProgram('biome', ['check', '--error-on-warnings', '.']);
  const hint = code === 0 ? '' : '\nRepair it with: npm run format';
  return conclude(code === 0, countIn(output, /Checked (\d+) files?/), 'file', output + hint);
}

/** oxlint with type information: floating promises, unsafe switches, tests without an assertion … */
async function lint(): Promise<StepResult> {
  const { code, output } = await runProgram('oxlint', ['--deny-warnings']);
  return conclude(code === 0, countIn(output, / on (\d+) files? with \d+ rules/), 'file', output);
}

/** What runs in Node, and what runs in browsers: each knows other globals. */
async function types(): Promise<StepResult> {
  const check = (project: string) => runProgram('tsc', ['-p', project, '--pretty', 'false', '--listFiles']);
  const runs = [await check('tsconfig.json'), await check('console/tsconfig.json'), await check('site/tsconfig.json')];
  const code = Math.max(...runs.map((run) => run.code));
  const lines = runs.flatMap(({ output }) => output.split('\n'));
  const sources = lines.filter((line) => line.startsWith(`${ROOT}${path.sep}`) && !line.includes('node_modules'));
  const errors = lines.filter((line) => !path.isAbsolute(line));
  return conclude(code === 0, sources.length, 'file', errors.join('\n'));
}

/** The rules of the house; each of them must have had something to look at. */
async function boundaries(): Promise<StepResult> {
  const { violations, lookedAt, lengths } = checkBoundaries(await readTree(ROOT));
  const empty = Object.entries(lookedAt).filter(([, count]) => count === 0);
  const details = [
    ...violations.map(formatViolation),
    ...empty.map(([what]) => `Looked at no ${what}, so it proves nothing.`),
  ];
  const counts = Object.entries(lookedAt).map(([what, count]) => `${count} ${what}`);
  return { ok: details.length === 0, lookedAt: counts.join(', '), details: details.join('\n'), note: lengths };
}

/** knip: files that nothing imports, exports that nobody uses, dependencies that are not needed or not declared. */
async function unused(): Promise<StepResult> {
  const reporter = path.join(ROOT, 'scripts/check/knip-reporter.ts');
  const { code, output } = await runProgram('knip', ['--no-progress', '--reporter', 'symbols', '--reporter', reporter]);
  return conclude(code === 0, countIn(output, /knip looked at (\d+) files/), 'file', output);
}

/** openapi.json, schema.sql, the database's types and the documents are what the sources say now. */
async function generated(): Promise<StepResult> {
  if (!existsSync(path.join(ROOT, 'scripts/generate.ts'))) {
    return conclude(false, 0, 'generated file', 'scripts/generate.ts does not exist, so nothing can be compared.');
  }
  const { code, output } = await runProgram('node', ['scripts/generate.ts', '--check']);
  const hint = code === 0 ? '' : '\nRenew them with: npm run generate';
  return conclude(code === 0, countIn(output, /(\d+) generated files?/), 'generated file', output + hint);
}
