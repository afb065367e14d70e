/** A run by its turns: what is said, asked, called, and what never happens. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RuleFlow, RuleStep } from '../flow/flow.types.ts';
import { readYesNo } from '../slots/read-yes-no.ts';
import { advance, newRun } from './advance.ts';
import type { ActionResult, Effect, Fields, RunnableRule, RunState, World } from './run.types.ts';

const cancelSubscription: RunnableRule = {
  inputSchema: {
    plan: {
      type: 'choice',
      description: 'Which subscription.',
      choices: [
        { value: 'gold', names: ['Gold', 'gold plan'] },
        { value: 'basic', names: ['Basic', 'basic plan'] },
      ],
    },
    last_day: { type: 'date', description: 'Its last day.', earliestInDays: 0 },
  },
  flow: {
    steps: [
      {
        id: 'closed',
        kind: 'condition',
        branches: [
          {
            when: { op: 'equals', ref: 'attributes.account_closed', value: true },
            steps: [{ id: 'vip-hand-over', kind: 'escalate', reason: 'closed account' }],
          },
        ],
        otherwise: [],
      },
      { id: 'ask-plan', kind: 'collect', input: 'plan', question: { en: 'Which plan?', de: 'Welcher Tarif?' } },
      { id: 'ask-day', kind: 'collect', input: 'last_day', question: { en: 'Which day?', de: 'Welcher Tag?' } },
      {
        id: 'sure',
        kind: 'confirm',
        text: {
          en: 'Cancel {{inputs.plan}} on {{inputs.last_day | date}}?',
          de: '{{inputs.plan}} zum {{inputs.last_day | date}} kündigen?',
        },
        yes: [
          {
            id: 'cancel',
            kind: 'tool',
            action: 'cancel_subscription',
            inputs: {
              customer_id: { ref: 'attributes.customer_id' },
              plan: { ref: 'inputs.plan' },
              last_day: { ref: 'inputs.last_day' },
            },
            success: [
              {
                id: 'done',
                kind: 'reply',
                text: 'Done: {{outputs.cancel.confirmation_id ?? "no number"}}, you get {{outputs.cancel.refund_amount_cents ?? "nothing" | cents EUR}}.',
              },
            ],
            errors: { NOT_FOUND: [{ id: 'again', kind: 'goto', step: 'ask-plan' }] },
            failure: [{ id: 'failed', kind: 'escalate', text: 'That did not work.', reason: 'cancel failed' }],
          },
        ],
        no: [{ id: 'kept', kind: 'reply', text: 'It stays.' }],
      },
    ],
  },
};

const world = (over: Partial<World> = {}): World => ({
  attributes: { customer_id: 'cus_1', account_closed: false },
  sayable: {},
  tags: new Set(),
  language: 'en',
  locales: { en: 'en-GB', de: 'de-DE' },
  timeZone: 'Europe/Berlin',
  reading: { today: '2026-11-22', dayFirst: true, country: 'DE' },
  ...over,
});

/** Plays messages and results one after the other. */
function play(rule: RunnableRule, turns: (string | ActionResult)[], over?: Partial<World>) {
  let state: RunState = newRun();
  const effects: Effect[][] = [];
  for (const [index, turn] of turns.entries()) {
    const input =
      typeof turn !== 'string'
        ? ({ kind: 'result', result: turn } as const)
        : index === 0
          ? ({ kind: 'begin', message: turn } as const)
          : ({ kind: 'message', message: turn, aside: false } as const);
    // What is stored is JSON.
    const step = advance(rule, JSON.parse(JSON.stringify(state)), input, world(over));
    state = step.state;
    effects.push(step.effects);
  }
  return { state, effects, last: effects.at(-1) ?? [] };
}

const said = (effects: Effect[]) => effects.flatMap((effect) => (effect.kind === 'say' ? [effect.text] : []));
const calls = (effects: Effect[][]) => effects.flat().filter((effect) => effect.kind === 'call');
const success = (fields: Fields): ActionResult => ({ kind: 'success', fields });

describe('the way through', () => {
  test('asks, confirms, calls, and says what came back', () => {
    const { effects, state } = play(cancelSubscription, [
      'please cancel my subscription',
      'the gold plan',
      '24.12.',
      'yes',
      success({ confirmation_id: 'C-9', refund_amount_cents: 1250 }),
    ]);
    expect(effects.slice(0, 3).map(said)).toEqual([
      ['Which plan?'],
      ['Which day?'],
      ['Cancel gold on 24 December 2026?'],
    ]);
    expect(effects[3]).toEqual([
      {
        kind: 'call',
        step: 'cancel',
        action: 'cancel_subscription',
        inputs: { customer_id: 'cus_1', plan: 'gold', last_day: '2026-12-24' },
        isConfirmed: true,
      },
    ]);
    expect(effects[4]).toEqual([
      { kind: 'say', step: 'done', text: 'Done: C-9, you get €12.50.' },
      { kind: 'end', outcome: 'completed', reason: null },
    ]);
    expect(state.waitsFor).toBe('ended');
  });
  test('what the first message tells is not asked', () => {
    expect(said(play(cancelSubscription, ['cancel my gold plan on 24.12.2026']).last)).toEqual([
      'Cancel gold on 24 December 2026?',
    ]);
  });
  test('in the customer’s language', () => {
    expect(said(play(cancelSubscription, ['Gold kündigen zum 24.12.2026'], { language: 'de' }).last)).toEqual([
      'gold zum 24. Dezember 2026 kündigen?',
    ]);
  });
  test('attributes decide', () => {
    const { last } = play(cancelSubscription, ['cancel it all'], { attributes: { account_closed: true } });
    expect(last.at(-1)).toEqual({ kind: 'end', outcome: 'escalated', reason: 'closed account' });
  });
  test('no', () => {
    const { effects, last } = play(cancelSubscription, ['cancel gold on 24.12.2026', 'no']);
    expect(said(last)).toEqual(['It stays.']);
    expect(calls(effects)).toEqual([]);
  });
  test('a value that is missing takes its fallback', () => {
    const { last } = play(cancelSubscription, ['cancel gold on 24.12.2026', 'yes', success({ confirmation_id: null })]);
    expect(said(last)).toEqual(['Done: no number, you get nothing.']);
  });
});

describe('what goes otherwise', () => {
  test('a wrong answer is asked again twice, then a person takes over', () => {
    const { effects } = play(cancelSubscription, ['cancel it please', 'hmm', 'hmm', 'hmm']);
    expect(effects.slice(1, 3).map(said)).toEqual([
      ['Sorry, I did not understand that. Which plan?'],
      ['Sorry, I did not understand that. Which plan?'],
    ]);
    expect(effects[3]?.at(-1)).toEqual({ kind: 'end', outcome: 'escalated', reason: 'no answer to ask-plan' });
  });
  test('says what is wrong with a value', () => {
    const { last } = play(cancelSubscription, ['cancel gold', 'gestern']);
    expect(said(last)).toEqual(['That date is too early. Which day?']);
  });
  test.each(['stop', 'never mind', 'Vergiss es', 'doch nicht, danke', 'please cancel that', 'abbrechen bitte'])(
    '“%s” ends it',
    (message) => {
      const { effects, last } = play(cancelSubscription, ['cancel gold on 24.12.2026', message]);
      expect(last.at(-1)).toEqual({ kind: 'end', outcome: 'cancelled', reason: null });
      expect(calls(effects)).toEqual([]);
    },
  );
  test.each(['no, the other one', 'no, the basic plan', 'not gold, basic', 'ich meinte Basic'])(
    '“%s” is a correction, which is shown again before anything is called',
    (message) => {
      const { effects, last } = play(cancelSubscription, ['cancel gold on 24.12.2026', message]);
      expect(said(last)).toEqual(['Cancel basic on 24 December 2026?']);
      expect(calls(effects)).toEqual([]);
      const { last: called } = play(cancelSubscription, ['cancel gold on 24.12.2026', message, 'yes']);
      expect(called).toMatchObject([{ kind: 'call', inputs: { plan: 'basic' } }]);
    },
  );
  test('something else is handed on, and the run stays where it is', () => {
    const first = advance(cancelSubscription, newRun(), { kind: 'begin', message: 'cancel gold' }, world());
    const turn = { kind: 'message', message: 'what does that cost?', aside: true } as const;
    const { state, effects } = advance(cancelSubscription, first.state, turn, world());
    expect(effects).toEqual([{ kind: 'aside', step: 'ask-day', question: 'Which day?' }]);
    expect(state).toEqual(first.state);
  });
  test('a yes covers what was shown: when it has changed, it is shown again', () => {
    const first = advance(cancelSubscription, newRun(), { kind: 'begin', message: 'gold, 24.12.2026' }, world());
    const changed = world({ attributes: { customer_id: 'cus_2' } });
    const yes = { kind: 'message', message: 'yes', aside: false } as const;
    const second = advance(cancelSubscription, first.state, yes, changed);
    expect(said(second.effects)[0]).toMatch(/^Something has changed/);
    expect(second.effects.some(({ kind }) => kind === 'call')).toBe(false);
    expect(advance(cancelSubscription, second.state, yes, changed).effects).toMatchObject([
      { kind: 'call', inputs: { customer_id: 'cus_2' } },
    ]);
  });
  test('error codes have branches; going back to a question asks it anew', () => {
    const { effects, last } = play(cancelSubscription, [
      'gold on 24.12.2026',
      'yes',
      { kind: 'failure', fields: { error_code: 'NOT_FOUND', message: 'no such plan' } },
      'basic',
    ]);
    expect(said(effects[2] ?? [])).toEqual(['Which plan?']);
    expect(said(last)).toEqual(['Cancel basic on 24 December 2026?']);
  });
  test('other failures and calls that were not made take the branch for failures', () => {
    for (const result of [{ kind: 'failure', fields: { error_code: 'X' } }, { kind: 'not_called' }] as const) {
      const { last } = play(cancelSubscription, ['gold on 24.12.2026', 'yes', result]);
      expect(said(last)).toEqual(['That did not work.']);
    }
  });
  test('an unknown outcome is said as such and goes to a person', () => {
    const { last } = play(cancelSubscription, ['gold on 24.12.2026', 'yes', { kind: 'unknown' }]);
    expect(said(last)[0]).toContain('Please do not try again');
    expect(last.at(-1)).toMatchObject({ kind: 'end', outcome: 'escalated' });
  });
  test('a yes to one question is none to the question within, and a no calls what needs no yes', () => {
    const tool = (id: string): RuleStep => ({ id, kind: 'tool', action: id, inputs: {}, success: [], failure: [] });
    const ask = (id: string, yes: RuleStep[], no: RuleStep[]): RuleStep => ({ id, kind: 'confirm', text: id, yes, no });
    const noted: RuleStep = { ...tool('note'), withoutConfirmation: true } as RuleStep;
    const inner = ask('Really?', [tool('delete')], [tool('pause')]);
    const jump: RuleStep = { id: 'past', kind: 'goto', step: 'delete' };
    const playable = (steps: RuleStep[]) => ({ inputSchema: {}, flow: { steps } });
    const asked = playable([ask('Sure?', [inner], [noted])]);
    expect(calls(play(asked, ['x', 'no']).effects).map(({ action }) => action)).toEqual(['note']);
    expect(calls(play(asked, ['x', 'yes', 'no']).effects).map(({ action }) => action)).toEqual(['pause']);
    const past = play(playable([ask('Sure?', [jump, inner], [])]), ['x', 'yes']);
    expect(calls(past.effects)).toEqual([]);
    expect(said(past.last).at(-1)).toBe('Really?');
  });
  test('a rule that calls again and again ends with a person', () => {
    const again: RuleStep = { id: 'again', kind: 'goto', step: 'look' };
    const look: RuleStep = {
      ...{ id: 'look', kind: 'tool', action: 'look_up', inputs: {}, withoutConfirmation: true },
      ...{ success: [again], failure: [again] },
    };
    const answers = Array.from({ length: 50 }, () => success({}));
    const { effects } = play({ inputSchema: {}, flow: { steps: [look] } }, ['x', ...answers]);
    expect(calls(effects)).toHaveLength(50);
    expect(effects.at(-1)?.at(-1)).toMatchObject({ kind: 'end', outcome: 'escalated' });
  });
  test('a message while the action runs changes nothing', () => {
    const { state } = play(cancelSubscription, ['gold on 24.12.2026', 'yes']);
    const again = advance(cancelSubscription, state, { kind: 'message', message: 'yes', aside: false }, world());
    expect(again).toEqual({ state, effects: [], path: [] });
  });
  test('a rule that goes round in circles ends with a person', () => {
    const flow: RuleFlow = {
      steps: [
        { id: 'a', kind: 'reply', text: 'x' },
        { id: 'b', kind: 'goto', step: 'a' },
      ],
    };
    const { last } = play({ inputSchema: {}, flow }, ['hi there']);
    expect(last.at(-1)).toMatchObject({ kind: 'end', outcome: 'escalated' });
  });
});

test('whatever is said, an action is called only with what the customer saw and said yes to', () => {
  const message = fc.oneof(
    fc.constantFrom(
      'yes',
      'no',
      'ja',
      'gold',
      'basic',
      'no, the other one',
      '24.12.2026',
      '1.2.2027',
      'stop it all',
      'why?',
    ),
    fc.string({ maxLength: 40 }),
  );
  fc.assert(
    fc.property(fc.array(message, { maxLength: 14 }), (messages) => {
      let state = newRun();
      let shown = '';
      for (const [index, text] of messages.entries()) {
        const turn =
          index === 0
            ? ({ kind: 'begin', message: text } as const)
            : ({ kind: 'message', message: text, aside: false } as const);
        const step = advance(cancelSubscription, state, turn, world());
        for (const effect of step.effects) {
          if (effect.kind === 'call') {
            const { plan, last_day: day } = effect.inputs;
            const written = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
              dateStyle: 'long',
              timeZone: 'UTC',
            });
            expect(shown).toContain(`Cancel ${plan} on ${written}?`);
            expect(readYesNo(text)).toBe(true);
          }
          if (effect.kind === 'say') shown = effect.text;
        }
        state = step.state;
      }
    }),
    // A yes of few letters, which chance finds seldom.
    { examples: [[['1.2.2027', 'jO']]] },
  );
});

test('an open question is put aside also where it names a choice; what nobody answers is taken as the answer', () => {
  const begun = play(cancelSubscription, ['cancel']);
  const turn = { kind: 'message', message: 'wait, what does Gold cost?' } as const;
  const aside = advance(cancelSubscription, begun.state, { ...turn, aside: true }, world());
  expect(aside.effects).toEqual([{ kind: 'aside', step: 'ask-plan', question: 'Which plan?' }]);
  expect(advance(cancelSubscription, begun.state, { ...turn, aside: false }, world()).state.inputs).toEqual({
    plan: 'gold',
  });
  const chosen = { kind: 'message', message: 'can I take Gold?', aside: true } as const;
  expect(advance(cancelSubscription, begun.state, chosen, world()).state.inputs).toEqual({ plan: 'gold' });
});

describe('in the language of the customer', () => {
  const byLanguage: RunnableRule = {
    inputSchema: {
      delivery: {
        type: 'choice',
        description: 'How it is sent.',
        choices: [
          { value: 'post', names: ['Brief'], label: { en: 'by post', de: 'mit der Post' } },
          { value: 'express', names: ['schnell'] },
        ],
      },
      street: { type: 'text', description: 'Where to.' },
    },
    flow: {
      steps: [
        { id: 'read', kind: 'article', articleId: { en: 'article-en', de: 'article-de' } },
        { id: 'ask', kind: 'collect', input: 'delivery', question: { en: 'How?', de: 'Wie?' } },
        { id: 'where', kind: 'collect', input: 'street', question: { en: 'Where to?', de: 'Wohin?' } },
        { id: 'end', kind: 'reply', text: '{{inputs.delivery}}, {{inputs.street}}' },
      ],
    },
  };

  test.each([
    ['en', 'article-en', 'by post, Am Lindenplatz 3'],
    ['de', 'article-de', 'mit der Post, Am Lindenplatz 3'],
  ] as const)('%s: articles and choices are the ones of it', (language, articleId, text) => {
    const { effects, last } = play(byLanguage, ['x', 'Brief', 'Am Lindenplatz 3'], { language });
    expect(effects[0]).toContainEqual({ kind: 'article', step: 'read', articleId });
    expect(said(last)).toEqual([text]);
  });

  test('a rule stays in the one it began in, whatever an answer looks like; what has no label is written as it is stored', () => {
    const begun = advance(byLanguage, newRun(), { kind: 'begin', message: 'x' }, world());
    const turn = { kind: 'message', message: 'schnell bitte', aside: false } as const;
    expect(said(advance(byLanguage, begun.state, turn, world({ language: 'de' })).effects)).toEqual(['Where to?']);
    expect(said(play(byLanguage, ['x', 'express', 'y']).last)).toEqual(['express, y']);
  });
});
