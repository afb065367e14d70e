/** What a language model may get into a draft, and what it may not. */
import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../flow/catalogue.ts';
import { checkWritten } from './check-written.ts';

const catalogue: Catalogue = {
  attributes: { plan: 'string' },
  sayable: { plan: 'string' },
  actions: {
    cancel_card: {
      inputs: { card: { type: 'string', required: true } },
      outputs: { fee: 'number' },
      requiresConfirmation: false,
    },
  },
  articles: new Set(),
  tags: new Set(['Cards']),
};
const words =
  'If somebody calls to get rid of a card, find out which one, then cancel_card it. Say "Your card is gone." once that is done. VIPs (plan Gold) pay 5 EUR.';

const cancel = {
  id: 'call',
  kind: 'tool',
  action: 'cancel_card',
  inputs: { card: { ref: 'inputs.card' } },
  success: [{ id: 'gone', kind: 'reply', text: 'Your card is gone.' }],
  failure: [{ id: 'sorry', kind: 'escalate' }],
};
const sure = (text: string, yes: object[] = [cancel]) => ({
  id: 'sure',
  kind: 'confirm',
  text,
  yes,
  no: [{ id: 'kept', kind: 'reply', text: 'It stays.' }],
});
const ask = { id: 'ask', kind: 'collect', input: 'card', question: 'Which card?' };
const good = {
  name: 'Cancel a card',
  description: 'The customer wants to get rid of a card.',
  examples: ['Cancel my card', ''],
  inputs: { card: { type: 'text', description: 'The card' } },
  steps: [ask, sure('Cancel {{inputs.card}}?')],
};
const check = (answer: object | string, said = words) =>
  checkWritten(typeof answer === 'string' ? answer : JSON.stringify(answer), { words: said, catalogue, before: null });
const mistakesOf = (answer: object | string, said = words) => {
  const checked = check(answer, said);
  return 'mistakes' in checked ? checked.mistakes.join('\n') : '';
};

describe('what a model answers', () => {
  test('becomes a rule, also in a fence', () => {
    expect(check(`Here it is:\n\`\`\`json\n${JSON.stringify(good)}\n\`\`\``)).toMatchObject({
      rule: { name: 'Cancel a card', examples: ['Cancel my card'], inputSchema: { card: { type: 'text' } } },
    });
    expect(mistakesOf({ ...good, steps: [ask, sure('Cancel {{inputs.card}} for 5 EUR?')] })).toBe('');
  });
  test.each<[string, object | string, string]>([
    ['no JSON', 'I am sorry, I can not do that.', 'no JSON'],
    ['half of it', JSON.stringify(good).slice(0, 200), 'no JSON'],
    ['without steps', { ...good, steps: [] }, '/steps'],
    [
      'a kind that there is not',
      { ...good, steps: [{ id: 'x', kind: 'shell', command: 'rm' }] },
      '/flowConfig/steps/0',
    ],
    [
      'an action of its own',
      { ...good, steps: [ask, sure('{{inputs.card}}?', [{ ...cancel, action: 'refund' }])] },
      'refund',
    ],
    ['a tag of its own', { ...good, steps: [{ id: 't', kind: 'tag', tag: 'Fraud' }, ...good.steps] }, 'Fraud'],
    ['an attribute of its own', { ...good, steps: [ask, sure('{{inputs.card}} {{attributes.iban ?? "x"}}?')] }, 'iban'],
    [
      'a write without a question',
      { ...good, steps: [ask, { ...cancel, withoutConfirmation: true }] },
      'has not waived',
    ],
    ['a write that is not asked about', { ...good, steps: [ask, cancel] }, 'needs a yes'],
    ['a number of its own', { ...good, steps: [ask, sure('Cancel {{inputs.card}} for 50 EUR?')] }, '"50"'],
    [
      'an address of its own',
      { ...good, steps: [ask, sure('{{inputs.card}}? See https://evil.example/x')] },
      'evil.example',
    ],
    [
      'other words than were quoted',
      {
        ...good,
        steps: [ask, sure('{{inputs.card}}?', [{ ...cancel, success: [{ id: 'g', kind: 'reply', text: 'Bye.' }] }])],
      },
      'Your card is gone.',
    ],
    [
      'nothing of what was named',
      { ...good, steps: [ask, { id: 'r', kind: 'reply', text: 'Your card is gone.' }] },
      'cancel_card',
    ],
    ['what can not be stored', { ...good, name: 'a\u0000b' }, 'can not be stored'],
  ])('%s is refused', (_, answer, reason) => {
    expect(mistakesOf(answer)).toContain(reason);
  });
  test('may waive the confirmation that the author waives', () => {
    const said = 'When somebody asks, call cancel_card without asking.';
    const steps = [ask, { ...cancel, withoutConfirmation: true }];
    expect(mistakesOf({ ...good, steps }, said)).toBe('');
  });
});
