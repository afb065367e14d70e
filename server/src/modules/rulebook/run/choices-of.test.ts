import { expect, test } from 'vitest';
import type { RuleFlow } from '../flow/flow.types.ts';
import { readChoices } from '../slots/read-choice.ts';
import { newRun } from './advance.ts';
import { choicesOf } from './choices-of.ts';

const flow: RuleFlow = {
  steps: [
    { id: 'which', kind: 'collect', input: 'card', question: 'Which card?' },
    { id: 'sure', kind: 'confirm', text: 'Sure?', yes: [], no: [] },
    { id: 'when', kind: 'collect', input: 'day', question: 'When?' },
  ],
};
const choices = [
  { value: 'gold', names: ['gold card'], label: { en: 'The gold one', de: 'Die goldene' } },
  { value: 'gold-plus', names: ['gold card plus'] },
];
const inputSchema = {
  card: { type: 'choice' as const, description: 'Card', choices },
  day: { type: 'date' as const, description: 'Day' },
};
const at = (step: string | null, more = {}) => choicesOf({ flow, inputSchema }, { ...newRun(), step, ...more });

test('offers what is understood as what it says, in the language of the run', () => {
  expect(at('which')).toEqual(['The gold one', 'gold card plus']);
  expect(at('which', { language: 'de' })).toEqual(['Die goldene', 'gold card plus']);
  expect(at('which').map((text) => readChoices(text, choices))).toEqual([['gold'], ['gold-plus']]);
  expect([at('sure'), at('sure', { language: 'de' })]).toEqual([
    ['Yes', 'No'],
    ['Ja', 'Nein'],
  ]);
});

test('offers nothing where anything may be said, and when nothing is asked', () => {
  expect([at('when'), at(null), at('which', { waitsFor: 'action' })]).toEqual([[], [], []]);
});
