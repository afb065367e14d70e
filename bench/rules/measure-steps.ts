import type { RuleFlow, RuleStep } from '../../server/src/modules/rulebook/flow/flow.types.ts';
import { advance, newRun } from '../../server/src/modules/rulebook/run/advance.ts';
import type { RunnableRule, RunState, World } from '../../server/src/modules/rulebook/run/run.types.ts';
import { median, round } from '../harness/statistics.ts';

const TURNS = 4_000;
const ROUNDS = 9;
/** Conditions that a turn passes, each with three comparisons, before it says what they came to and asks again. */
const CONDITIONS = 12;

const condition = (n: number): RuleStep => ({
  id: `if-${n}`,
  kind: 'condition',
  branches: [
    {
      when: {
        op: 'all',
        of: [
          { op: 'equals', ref: 'attributes.plan', value: 'pro' },
          { op: 'more', ref: 'inputs.amount', value: n * 100 },
          { op: 'one_of', ref: 'attributes.country', values: ['DE', 'AT', 'CH'] },
        ],
      },
      steps: [{ id: `tag-${n}`, kind: 'tag', tag: `Above ${n * 100}` }],
    },
  ],
  otherwise: [],
});

const flow: RuleFlow = {
  steps: [
    { id: 'ask', kind: 'collect', input: 'amount', question: 'How much?' },
    ...Array.from({ length: CONDITIONS }, (_, n) => condition(n)),
    {
      id: 'said',
      kind: 'reply',
      text: 'That is {{inputs.amount | amount EUR}} on {{attributes.since ?? "no day" | date}}.',
    },
    { id: 'back', kind: 'goto', step: 'ask' },
  ],
};
const rule: RunnableRule = {
  flow,
  inputSchema: { amount: { type: 'amount', description: 'An amount' } },
};
const attributes = { plan: 'Pro', country: 'DE', since: '2024-03-01' };
const world: World = {
  attributes,
  sayable: attributes,
  tags: new Set(['English']),
  language: 'en',
  locales: { en: 'en-GB', de: 'de-DE' },
  timeZone: 'Europe/Berlin',
  reading: { today: '2026-11-22', dayFirst: true, country: 'DE' },
};

/** Turns of a run as they come, each read from a message, with the state that is stored after it. Answers the steps passed. */
function playTurns(): number {
  let { state } = advance(rule, newRun(), { kind: 'begin', message: 'Hello' }, world);
  let steps = 0;
  for (let n = 0; n < TURNS; n += 1) {
    const message = `It was ${n % 1_500},50 €`;
    const step = advance(rule, state, { kind: 'message', message, aside: true }, world);
    state = step.state;
    steps += step.path.length;
  }
  return steps;
}

/** The least that a turn takes: its state is copied, and written as it is stored. */
function copyTurns(): number {
  let state: RunState = { ...newRun(), waitsFor: 'customer', step: 'ask', inputs: { amount: 1.5 } };
  let bytes = 0;
  for (let n = 0; n < TURNS; n += 1) {
    state = structuredClone(state);
    bytes += JSON.stringify(state).length;
  }
  return bytes;
}

function cpuMs(work: () => number): { result: number; ms: number } {
  const from = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(from);
  return { result, ms: (user + system) / 1_000 };
}

/** Steps per second of processor time, reading each message and filling in each text included. */
export function measureSteps() {
  playTurns();
  copyTurns();
  const perSecond: number[] = [];
  const ratios: number[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const floor = cpuMs(copyTurns);
    const played = cpuMs(playTurns);
    perSecond.push((played.result / played.ms) * 1_000);
    ratios.push(played.ms / floor.ms);
  }
  return {
    turns: TURNS,
    stepsPerTurn: CONDITIONS + 3,
    stepsPerSecond: { value: Math.round(median(perSecond)), atLeast: 50_000 },
    ratioToCopyingTheState: round(median(ratios)),
  };
}
