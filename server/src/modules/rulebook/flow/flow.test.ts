/** Rules that can not be played are refused when they are saved, each mistake at its place. */
import { describe, expect, test } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { holds } from './conditions.ts';
import type { Facts } from './facts.ts';
import type { Condition, InputSchema, RuleStep } from './flow.types.ts';
import { readFlow } from './read-flow.ts';
import { render } from './templates.ts';
import { validateFlow } from './validate-flow.ts';

const EN = { language: 'en', locale: 'en-GB', timeZone: 'Europe/Berlin' } as const;
const DE = { ...EN, language: 'de', locale: 'de-DE' } as const;
const ARTICLE = '0199a0de-0000-7000-8000-000000000001';

const catalogue: Catalogue = {
  attributes: { plan: 'string', is_vip: 'boolean', renews_at: 'date', balance: 'number', risk: 'number' },
  sayable: { plan: 'string', is_vip: 'boolean', renews_at: 'date', balance: 'number' },
  actions: {
    cancel: {
      inputs: { day: { type: 'date', required: true }, note: { type: 'string', required: false } },
      outputs: { confirmation_id: 'string' },
      requiresConfirmation: false,
    },
    look_up: { inputs: {}, outputs: {}, requiresConfirmation: false },
    block: { inputs: {}, outputs: {}, requiresConfirmation: true },
  },
  articles: new Set([ARTICLE]),
  tags: new Set(['Retention']),
};
const inputSchema: InputSchema = { day: { type: 'date', description: 'The day.' } };

const mistakes = (steps: RuleStep[], inputs: InputSchema = inputSchema) =>
  validateFlow({ flow: { steps }, inputSchema: inputs }, catalogue).map(({ path, message }) => `${path} ${message}`);

const reply = (id: string, text = 'Hello.'): RuleStep => ({ id, kind: 'reply', text });
const ask: RuleStep = { id: 'ask', kind: 'collect', input: 'day', question: 'When?' };
const cancel: RuleStep = {
  id: 'cancel',
  kind: 'tool',
  action: 'cancel',
  inputs: { day: { ref: 'inputs.day' } },
  success: [reply('ok', 'Done {{outputs.cancel.confirmation_id ?? "so"}}.')],
  failure: [{ id: 'sorry', kind: 'escalate' }],
};
const confirm = (text: string, yes: RuleStep[] = [cancel]): RuleStep => ({
  id: 'sure',
  kind: 'confirm',
  text,
  yes,
  no: [],
});
const condition = (when: Condition, always: RuleStep[] = []): RuleStep => ({
  id: 'if',
  kind: 'condition',
  branches: [{ when, steps: always }],
  otherwise: always.map((step) => ({ ...step, id: `else-${step.id}` })),
});

describe('a rule is saved', () => {
  test('when everything it says can be done', () => {
    expect(
      mistakes([
        ask,
        condition({
          op: 'all',
          of: [
            { op: 'equals', ref: 'attributes.is_vip', value: true },
            { op: 'tagged', tag: 'Retention' },
          ],
        }),
        confirm('Cancel on {{inputs.day | date}}?'),
        { id: 'tag', kind: 'tag', tag: 'Retention' },
        { id: 'article', kind: 'article', articleId: ARTICLE },
      ]),
    ).toEqual([]);
  });

  test('when it goes back to a question, or to an action that asks for its yes again', () => {
    const back = (step: string): RuleStep[] => [{ id: `to-${step}`, kind: 'goto', step }];
    const retried = { ...cancel, errors: { DAY: back('ask') }, failure: back('cancel') } as RuleStep;
    expect(mistakes([ask, confirm('Cancel on {{inputs.day | date}}?', [retried])])).toEqual([]);
  });

  const refused: [string, RuleStep[], string][] = [
    [
      'two steps of one id',
      [reply('a'), reply('a')],
      '/flowConfig/steps/1/id is the id of another step; ids are unique in a rule',
    ],
    [
      'a step behind the end',
      [{ id: 'e', kind: 'escalate' }, reply('a')],
      '/flowConfig/steps/1 is never reached: nothing goes on after e',
    ],
    [
      'a step behind branches that all end',
      [
        {
          id: 'c',
          kind: 'confirm',
          text: 'Sure?',
          yes: [{ id: 'x', kind: 'escalate' }],
          no: [{ id: 'y', kind: 'escalate' }],
        },
        reply('a'),
      ],
      '/flowConfig/steps/1 is never reached: nothing goes on after c',
    ],
    [
      'a step that only steps jump to which are never reached',
      [{ id: 'e', kind: 'escalate' }, ask, { id: 'g', kind: 'goto', step: 'ask' }],
      '/flowConfig/steps/1 is never reached: nothing goes on after e',
    ],
    [
      'a step behind a list that never ends',
      [ask, condition({ op: 'known', ref: 'attributes.plan' }, [{ id: 'g', kind: 'goto', step: 'ask' }]), reply('a')],
      '/flowConfig/steps/2 is never reached: nothing goes on after if',
    ],
    [
      'a circle through a question that has its answer',
      [reply('a'), ask, { id: 'g', kind: 'goto', step: 'a' }],
      '/flowConfig/steps/0 is reached from itself without a question in between: a → ask → g → a',
    ],
    [
      'a circle of calls that need no yes',
      [
        {
          id: 'read',
          kind: 'tool',
          action: 'look_up',
          inputs: {},
          withoutConfirmation: true,
          success: [],
          failure: [{ id: 'again', kind: 'goto', step: 'read' }],
        },
      ],
      '/flowConfig/steps/0 is reached from itself without a question in between: read → again → read',
    ],
    [
      'a jump to nowhere',
      [{ id: 'g', kind: 'goto', step: 'nowhere' }],
      '/flowConfig/steps/0/step is no step of this rule: nowhere',
    ],
    [
      'a circle without a question',
      [reply('a'), { id: 'g', kind: 'goto', step: 'a' }],
      '/flowConfig/steps/0 is reached from itself without a question in between: a → g → a',
    ],
    [
      'an input that is not declared',
      [{ ...ask, input: 'other' }],
      '/flowConfig/steps/0/input is not in inputSchema: other',
    ],
    [
      'an unknown action',
      [{ ...cancel, action: 'explode', success: [] }],
      '/flowConfig/steps/0/action is no action of this workspace: explode',
    ],
    [
      'an action that needs a yes and has none',
      [ask, cancel],
      '/flowConfig/steps/1/action cancel needs a yes: put this step under the `yes` of a confirm step, or say withoutConfirmation',
    ],
    [
      'the same under the no',
      [ask, { id: 'c', kind: 'confirm', text: '{{inputs.day}}?', yes: [], no: [cancel] }],
      '/flowConfig/steps/1/no/0/action cancel needs a yes: put this step under the `yes` of a confirm step, or say withoutConfirmation',
    ],
    [
      'an action whose company demands a yes, whatever the author waives',
      [{ ...cancel, action: 'block', inputs: {}, withoutConfirmation: true, success: [] }],
      '/flowConfig/steps/0/withoutConfirmation calls block without a confirmation, and an endpoint of this action demands one (requiresConfirmation): put this step under the `yes` of a confirm step',
    ],
    [
      'a yes to something that was not shown',
      [ask, confirm('Really?')],
      '/flowConfig/steps/1/text does not show inputs.day, which cancel sends: a yes covers only what was shown',
    ],
    [
      'an action that may fail without a word',
      [ask, confirm('On {{inputs.day | date}}?', [{ ...cancel, failure: [] }])],
      '/flowConfig/steps/1/yes/0/failure is empty: say what happens when cancel did not work',
    ],
    [
      'an action without what it requires',
      [confirm('Really?', [{ ...cancel, inputs: {} }])],
      '/flowConfig/steps/0/yes/0/inputs/day is required by cancel',
    ],
    [
      'an action with something of another type',
      [confirm('Really?', [{ ...cancel, inputs: { day: 12 } }])],
      '/flowConfig/steps/0/yes/0/inputs/day is a number; the action takes a date',
    ],
    [
      'an action with something that it does not take',
      [
        {
          ...cancel,
          action: 'look_up',
          withoutConfirmation: true,
          inputs: { day: '2026-01-01' },
          success: [],
        },
      ],
      '/flowConfig/steps/0/inputs/day is no input of this action',
    ],
    [
      'a comparison that is never true',
      [condition({ op: 'equals', ref: 'attributes.is_vip', value: 'true' })],
      '/flowConfig/steps/0/branches/0/when/value is a string; a boolean is compared with it, which is never equal',
    ],
    [
      'the size of a boolean',
      [condition({ op: 'not', of: { op: 'more', ref: 'attributes.is_vip', value: true } })],
      '/flowConfig/steps/0/branches/0/when/of/op compares sizes; attributes.is_vip is true or false',
    ],
    [
      'a question that goes on without an answer',
      [{ ...ask, failure: [] }],
      '/flowConfig/steps/0/failure is empty: say what happens, or leave it out for a person',
    ],
    [
      'the size of a text',
      [condition({ op: 'less', ref: 'attributes.plan', value: 'Pro' })],
      '/flowConfig/steps/0/branches/0/when/op compares sizes; attributes.plan is a text',
    ],
    [
      'an attribute that is not there',
      [condition({ op: 'known', ref: 'attributes.shoe_size' })],
      '/flowConfig/steps/0/branches/0/when/ref there is no attribute shoe_size that may be used here',
    ],
    [
      'a text that may have a hole',
      [reply('a', 'Your {{attributes.plan}}.')],
      '/flowConfig/steps/0/text attributes.plan may be missing: give it a fallback, {{attributes.plan ?? "…"}}',
    ],
    [
      'a placeholder that can not be read',
      [reply('a', 'Your {{plan.')],
      '/flowConfig/steps/0/text has a placeholder that can not be read; write {{inputs.amount ?? "fallback" | amount EUR}}',
    ],
    [
      'a tag that is not there',
      [{ id: 't', kind: 'tag', tag: 'X' }],
      '/flowConfig/steps/0/tag is no tag of this workspace: X',
    ],
    [
      'an article of one language that is not there',
      [{ id: 't', kind: 'article', articleId: { en: ARTICLE, de: 'X' } }],
      '/flowConfig/steps/0/articleId is no live article of this workspace',
    ],
    [
      'an article that is not there',
      [{ id: 't', kind: 'article', articleId: 'X' }],
      '/flowConfig/steps/0/articleId is no live article of this workspace',
    ],
  ];
  test.each(refused)('not with %s', (_, steps, mistake) => {
    expect(mistakes(steps)).toEqual([mistake]);
  });

  test('not with a choice of nothing', () => {
    expect(mistakes([reply('a')], { card: { type: 'choice', description: '' } })).toEqual([
      '/inputSchema/card/choices is needed for a choice, and only there',
    ]);
  });
});

const facts: Facts = {
  attributes: { plan: 'Pro', is_vip: true, renews_at: '2026-12-01', balance: -12.5, cents: 123456, gone: null },
  inputs: { day: '2026-03-31', note: '{{attributes.balance}}' },
  outputs: { cancel: { success: true } },
  tags: new Set(['Retention']),
};

describe('conditions', () => {
  const cases: [Condition, boolean][] = [
    [{ op: 'equals', ref: 'attributes.plan', value: 'pro' }, true],
    [{ op: 'equals', ref: 'attributes.gone', value: null }, true],
    [{ op: 'equals', ref: 'attributes.never', value: null }, true],
    [{ op: 'less', ref: 'attributes.balance', value: 0 }, true],
    [{ op: 'more', ref: 'attributes.gone', value: 0 }, false],
    [{ op: 'at_most', ref: 'inputs.day', value: { ref: 'attributes.renews_at' } }, true],
    [{ op: 'at_least', ref: 'attributes.balance', value: 'x' }, false],
    [{ op: 'contains', ref: 'attributes.plan', value: 'R' }, true],
    [{ op: 'one_of', ref: 'attributes.plan', values: ['Free', 'Pro'] }, true],
    [{ op: 'known', ref: 'attributes.gone' }, false],
    [{ op: 'known', ref: 'attributes.constructor' }, false],
    [{ op: 'equals', ref: 'outputs.cancel.success', value: true }, true],
    [{ op: 'tagged', tag: 'Retention' }, true],
    [
      {
        op: 'not',
        of: {
          op: 'any',
          of: [
            { op: 'tagged', tag: 'x' },
            { op: 'known', ref: 'inputs.x' },
          ],
        },
      },
      true,
    ],
  ];
  test.each(cases)('%j', (when, expected) => {
    expect(holds(when, facts)).toBe(expected);
  });
});

describe('texts', () => {
  test.each([
    ['{{attributes.plan}} on {{inputs.day | date}}', 'Pro on 31 March 2026', 'Pro on 31. März 2026'],
    ['{{attributes.balance | amount EUR}}', '-€12.50', '-12,50 €'],
    ['{{attributes.cents | cents EUR}}', '€1,234.56', '1.234,56 €'],
    ['{{attributes.cents | cents JPY}}', 'JP¥123,456', '123.456 ¥'],
    ['{{attributes.is_vip}}', 'yes', 'ja'],
    ['{{attributes.gone ?? "nothing"}}', 'nothing', 'nothing'],
    ['{{attributes.renews_at | month}}', 'December 2026', 'Dezember 2026'],
    ['{{attributes.plan | date}}', 'Pro', 'Pro'],
    ['{{inputs.note}}', '{{attributes.balance}}', '{{attributes.balance}}'],
  ])('%s', (text, english, german) => {
    expect(render(text, facts, EN)).toBe(english);
    expect(render(text, facts, DE)?.replaceAll('\u00a0', ' ')).toBe(german);
  });
  test('is written as in the customer’s country, and a moment as the day that it is there', () => {
    const moment = { ...facts, inputs: { at: '2026-03-31T23:30:00Z' } };
    const american = { language: 'en', locale: 'en-US', timeZone: 'America/New_York' } as const;
    expect(render('{{inputs.at | date}}', moment, EN)).toBe('1 April 2026');
    expect(render('{{inputs.at | date}}, {{attributes.balance | amount EUR}}', moment, american)).toBe(
      'March 31, 2026, -€12.50',
    );
  });
  test('never has a hole', () => {
    expect(render('Hello {{attributes.gone}}!', facts, EN)).toBeNull();
  });
  test('is in the customer’s language where it can be', () => {
    expect(render({ en: 'yes', de: 'ja' }, facts, DE)).toBe('ja');
    expect(render({ en: 'yes' }, facts, DE)).toBe('yes');
    expect(render({ de: 'ja' }, facts, EN)).toBe('ja');
  });
});

describe('a flow that was sent', () => {
  /** A call whose failure is a call, and so on; the innermost step is `last`. */
  const nested = (levels: number, last: object): object =>
    levels === 1
      ? last
      : {
          id: `at-${levels}`,
          kind: 'tool',
          action: 'look_up',
          inputs: {},
          success: [],
          failure: [nested(levels - 1, last)],
        };
  const mistakesIn = (step: object) => {
    try {
      readFlow({ steps: [step] });
      return [];
    } catch (error) {
      return (error as { errors: { path: string; message: string }[] }).errors.map(
        ({ path, message }) => `${path} ${message}`,
      );
    }
  };
  test('is read list by list: the mistake of the innermost is found without trying all kinds at all levels', () => {
    const path = `/flowConfig/steps/0${'/failure/0'.repeat(19)}`;
    expect(mistakesIn(nested(20, { id: 'x', kind: 'reply', text: 1 }))).toEqual([
      `${path}/text must be of type string or object`,
    ]);
    expect(mistakesIn(nested(20, { id: 'x', kind: 'reply', text: 'Hello.' }))).toEqual([]);
  });
  test('has an end to its depth', () => {
    expect(mistakesIn(nested(21, { id: 'x', kind: 'reply', text: 'Hello.' }))).toEqual([
      expect.stringContaining('is nested deeper than 20 levels'),
      expect.stringContaining('is nested deeper than 20 levels'),
    ]);
  });
});
