/** Rules in words, in both languages. */
import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../flow/catalogue.ts';
import { validateFlow } from '../flow/validate-flow.ts';
import { buildFlow, refineFlow } from './build-flow.ts';
import { outlineOf } from './outline.ts';
import { readInstructions } from './read-instructions.ts';

const catalogue: Catalogue = {
  attributes: { customer_id: 'string', account_closed: 'boolean', plan: 'string' },
  sayable: {},
  actions: {
    cancel_card: {
      inputs: { card: { type: 'string', required: true }, customer_id: { type: 'string', required: true } },
      outputs: {},
      requiresConfirmation: false,
    },
    look_up: { inputs: {}, outputs: {}, requiresConfirmation: false },
  },
  articles: new Set(),
  tags: new Set(['Cards']),
};

const ENGLISH =
  'When a customer wants to cancel a card, ask for the card and the date, then call cancel_card. If it works reply "Your card is cancelled.", otherwise hand over to a person.';
const GERMAN =
  'Wenn ein Kunde eine Karte kündigen möchte, frage nach card und Datum, dann rufe cancel_card auf. Wenn es klappt, antworte „Ihre Karte ist gekündigt.“, sonst übergib an einen Menschen.';

describe('a rule in words', () => {
  test.each([
    ['English', ENGLISH, 'date'],
    ['German', GERMAN, 'datum'],
  ])('in %s can be played', (_, text, date) => {
    const { clauses, notUnderstood } = readInstructions(text);
    expect(notUnderstood).toEqual([]);
    const { inputSchema, steps } = buildFlow(outlineOf(clauses), catalogue);
    expect(validateFlow({ flow: { steps }, inputSchema }, catalogue)).toEqual([]);
    expect(inputSchema).toMatchObject({ card: { type: 'text' }, [date]: { type: 'date' } });
    expect(steps).toMatchObject([
      { kind: 'collect', input: 'card' },
      { kind: 'collect', input: date },
      {
        kind: 'confirm',
        yes: [
          {
            kind: 'tool',
            action: 'cancel_card',
            inputs: { card: { ref: 'inputs.card' }, customer_id: { ref: 'attributes.customer_id' } },
            success: [{ kind: 'reply' }],
            failure: [{ kind: 'escalate' }],
          },
        ],
      },
    ]);
  });
  test.each([
    ['When a customer wants to X: if account_closed is true, hand over. Otherwise reply "Fine."', ['if', 'reply']],
    ['Wenn account_closed wahr ist', null],
    ['If plan is "Pro", reply "Lucky you." Tag it as "Cards".', ['if']],
    ['Reply "Hello." and tag it as "Cards"', ['reply', 'tag']],
    ['Call look_up and reply "Looked up."', ['confirm']],
    ['Sing a song.', null],
    ['Ask for the amount; then, with a drum roll, call look_up.', null],
  ])('%s', (text, kinds) => {
    const { clauses, notUnderstood } = readInstructions(text);
    if (kinds === null) return expect(notUnderstood).not.toEqual([]);
    expect(notUnderstood).toEqual([]);
    const { inputSchema, steps } = buildFlow(outlineOf(clauses), catalogue);
    expect(steps.map(({ id }) => id.replace(/-\d+$/, ''))).toEqual(kinds);
    expect(validateFlow({ flow: { steps }, inputSchema }, catalogue)).toEqual([]);
  });
  test('what is not known stays as it was named', () => {
    const { inputSchema, steps } = buildFlow(outlineOf(readInstructions('Call send_flowers').clauses), catalogue);
    expect(validateFlow({ flow: { steps }, inputSchema }, catalogue)).toMatchObject([
      { message: 'is no action of this workspace: send_flowers' },
    ]);
  });
});

test('a change in words comes on top', () => {
  const rule = buildFlow(outlineOf(readInstructions(ENGLISH).clauses), catalogue);
  const change = 'Also ask for the reason. If account_closed is true, hand over. If it works, reply "Anything else?"';
  const { clauses, notUnderstood } = readInstructions(change);
  expect(notUnderstood).toEqual([]);
  refineFlow(rule, outlineOf(clauses), catalogue);
  expect(rule.steps.map(({ kind }) => kind)).toEqual(['condition', 'collect', 'collect', 'collect', 'confirm']);
  expect(JSON.stringify(rule.steps)).toContain('Anything else?');
  expect(validateFlow({ flow: { steps: rule.steps }, inputSchema: rule.inputSchema }, catalogue)).toEqual([]);
});
