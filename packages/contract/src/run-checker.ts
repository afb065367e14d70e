import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkContract } from './check-contract.ts';
import { readArguments } from './cli/read-arguments.ts';
import { USAGE } from './cli/usage.ts';
import { PlanError } from './plan/plan-error.ts';
import { renderHandoff } from './report/render-handoff.ts';
import { renderJunit } from './report/render-junit.ts';
import { renderTable } from './report/render-table.ts';

interface Printer {
  write(text: string): unknown;
  isTTY?: boolean;
}

/** Where the checker runs. */
export interface Surroundings {
  /** Keys are read from them. */
  variables: Readonly<Record<string, string | undefined>>;
  /** What paths of files are relative to. */
  cwd: string;
  stdout: Printer;
  stderr: Printer;
}

/** Reads what is to be checked, checks it, writes the reports. @returns 0: no finding; 1: findings; 2: not run */
export async function runChecker(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const { variables, cwd, stdout, stderr } = surroundings;
  const [command, ...rest] = argv;
  const refuse = (message: string) => {
    stderr.write(`${message}\nkontor-contract help says how it is called.\n`);
    return 2;
  };
  if (command === undefined || command === 'help' || argv.includes('--help')) {
    stdout.write(`${USAGE}\n`);
    return command === undefined ? 2 : 0;
  }
  if (command !== 'check') return refuse(`There is no command ${command}.`);
  /** `-` is the standard output. */
  const write = (file: string | null, render: () => string) => {
    if (file === '-') stdout.write(render());
    else if (file !== null) writeFileSync(path.resolve(cwd, file), render());
  };
  try {
    const read = (file: string) => readFileSync(path.resolve(cwd, file), 'utf8');
    const { plan, key, saved, outputs, strict } = readArguments(rest, { ...variables }, read);
    const result = await checkContract(plan, key, saved);
    if (outputs.json !== '-') stdout.write(renderTable(result, stdout.isTTY === true && !variables.NO_COLOR));
    write(outputs.json, () => `${JSON.stringify(result, null, 2)}\n`);
    write(outputs.junit, () => renderJunit(result));
    write(outputs.save, () => `${JSON.stringify(result.summary, null, 2)}\n`);
    for (const file of outputs.handoff) write(file, () => renderHandoff(result, file));
    const findings = result.verdicts.filter(
      ({ outcome, kind }) => outcome === 'finding' && (strict || kind === 'contract'),
    );
    return findings.length > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof PlanError) return refuse(error.message);
    throw error;
  }
}
