import { expect, test } from 'vitest';
import type { Decision } from './categorization.types.ts';
import { createDecisionShare } from './share-decisions.ts';

const decision = (changes: Partial<Decision> = {}): Decision => ({
  categoryId: 'groceries',
  confidence: 0.97,
  level: 'VERY_HIGH',
  reason: 'The name is that of Rewe',
  evidence: 'merchant',
  merchant: { name: 'Rewe', domain: 'rewe.de' },
  tags: [],
  ...changes,
});

test('an equal decision is the same one, and anything different stays as it was given', () => {
  const share = createDecisionShare();
  const first = share(decision());
  expect(share(decision())).toBe(first);
  const others: Partial<Decision>[] = [
    { categoryId: 'drugstore' },
    { confidence: 0.9 },
    { evidence: 'phrase' },
    { merchant: null },
    { merchant: { name: 'Rewe' } },
    { merchant: { name: 'Rewe', domain: 'rewe.de', via: 'PayPal' } },
    { tags: ['refund'] },
    { reason: 'The purpose names Rewe' },
  ];
  for (const changes of others) expect(share(decision(changes))).toEqual(decision(changes));
  expect(share(decision())).toBe(first);
});
