#!/usr/bin/env node
// kontor-contract check …: reads what is to be checked, checks it, writes the reports. 0: no finding; 1: findings; 2: not run.
import { readFileSync, writeFileSync } from 'node:fs';
import { checkContract } from './check-contract.ts';
import { readArguments } from './cli/read-arguments.ts';
import { USAGE } from './cli/usage.ts';
import { PlanError } from './plan/plan-error.ts';
import { renderHandoff } from './report/render-handoff.ts';
import { renderJunit } from './report/render-junit.ts';
import { renderTable } from './report/render-table.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(argv: string[]): Promise<number> {
  const [command, ...rest] = argv;
  if (command === undefined || command === 'help' || argv.includes('--help')) {
    console.log(USAGE);
    return command === undefined ? 2 : 0;
  }
  if (command !== 'check') return refuse(`There is no command ${command}.`);
  try {
    const { plan, key, saved, outputs, strict } = readArguments(rest, process.env, (file) =>
      readFileSync(file, 'utf8'),
    );
    const result = await checkContract(plan, key, saved);
    if (outputs.json !== '-') process.stdout.write(renderTable(result, process.stdout.hasColors?.() ?? false));
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

/** `-` is the standard output. */
function write(file: string | null, render: () => string): void {
  if (file === '-') process.stdout.write(render());
  else if (file !== null) writeFileSync(file, render());
}

function refuse(message: string): number {
  console.error(`${message}\nkontor-contract help says how it is called.`);
  return 2;
}
