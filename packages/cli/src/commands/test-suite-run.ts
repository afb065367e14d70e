import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Input, Kontor, SuiteRun } from 'kontor-sdk';
import type { Call } from '../command.types.ts';
import { CommandError, usageError } from '../exit.ts';
import { readJson } from '../prompt.ts';
import { renderSuiteJunit } from '../render-suite-junit.ts';

const LOOK_EVERY_MS = 250;

export async function run(call: Call): Promise<number> {
  const { terminal, text, world } = call;
  const kontor = await call.connect();
  const suiteId = call.find('suite-id') ?? (await onlySuite(kontor));
  const { name } = await kontor.getTestSuite({ suiteId });
  const cases = text('cases');
  if (cases !== undefined) {
    const body = { name, cases: (await readJson(world, cases)) as Input<'updateTestSuite'>['body']['cases'] };
    await kontor.updateTestSuite({ suiteId, body });
  }
  const draftId = text('draft');
  const started = await kontor.runTestSuite({ suiteId, body: draftId === undefined ? {} : { draftId } });
  const done = await waitForRun(kontor, call, started);
  if (done.status !== 'COMPLETED') throw new CommandError('failed', done.error ?? 'The run failed.');
  const junit = text('junit');
  if (junit !== undefined) await writeFile(path.resolve(world.cwd, junit), renderSuiteJunit(name, done));
  terminal.result(done, () => render(call, done));
  return done.failed > 0 ? 1 : 0;
}

async function onlySuite(kontor: Kontor): Promise<string> {
  const { suites } = await kontor.listTestSuites();
  const [first] = suites;
  if (!first) throw usageError('There is no test suite yet.', 'kontor call createTestSuite makes one.');
  if (suites.length > 1) throw usageError('Which suite?', suites.map(({ id, name }) => `${id} ${name}`).join(' · '));
  return first.id;
}

async function waitForRun(kontor: Kontor, { world, terminal }: Call, started: SuiteRun): Promise<SuiteRun> {
  const bar = terminal.progress('Asking');
  let state = started;
  while (state.status === 'PENDING') {
    bar.show(state.toAsk > 0 ? state.asked / state.toAsk : 0);
    await sleep(LOOK_EVERY_MS, undefined, { signal: world.signal });
    state = await kontor.getTestSuiteRun({ suiteId: state.suiteId, suiteRunId: state.id });
  }
  bar.show(1);
  bar.end();
  return state;
}

/** Only what failed or is answered otherwise than before. */
function render(
  { terminal: { style } }: Call,
  { results, passed, failed, fixed, broken, different }: SuiteRun,
): string {
  const lines = results
    .filter((one) => !one.passed || (one.change !== 'same' && one.change !== 'new'))
    .flatMap(({ question, expectedArticleId, decision, articleIds, passed: isRight, change }) => {
      const got = articleIds.length > 0 ? `${decision} from ${articleIds.join(', ')}` : decision;
      const mark = isRight ? style('green', 'ok    ') : style('red', 'FAILED');
      return [
        `${mark} ${change.padEnd(9)} ${question}`,
        `                 expected ${expectedArticleId ?? 'a person'}, got ${got}`,
      ];
    });
  return [
    ...lines,
    `${passed} passed, ${failed} failed; ${fixed} fixed, ${broken} broken, ${different} answered otherwise`,
  ].join('\n');
}
