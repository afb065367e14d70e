/** A rule that asks and asks again, so that a conversation stays in it for as long as somebody answers. */
const FIRST_QUESTION = 'How much was the purchase?';

export const SPLIT_RULE = {
  firstQuestion: FIRST_QUESTION,
  body: {
    name: 'Split a purchase into instalments',
    description: 'The customer wants to pay for a purchase in several monthly instalments.',
    examples: ['I want to split a purchase into instalments', 'Can I pay this purchase monthly?', 'Instalments please'],
    inputSchema: { amount: { type: 'amount', description: 'What it cost', minimum: 1, maximum: 10_000 } },
    flowConfig: {
      steps: [
        { id: 'how-much', kind: 'collect', input: 'amount', question: FIRST_QUESTION },
        {
          id: 'size',
          kind: 'condition',
          branches: [
            {
              when: { op: 'less', ref: 'inputs.amount', value: 100 },
              steps: [{ id: 'small', kind: 'reply', text: '{{inputs.amount | amount EUR}} is too little.' }],
            },
            {
              when: {
                op: 'all',
                of: [
                  { op: 'at_least', ref: 'inputs.amount', value: 100 },
                  { op: 'not', of: { op: 'more', ref: 'inputs.amount', value: 5_000 } },
                ],
              },
              steps: [{ id: 'fits', kind: 'reply', text: '{{inputs.amount | amount EUR}} can be split. Another one?' }],
            },
          ],
          otherwise: [{ id: 'large', kind: 'reply', text: '{{inputs.amount | amount EUR}} is too much.' }],
        },
        { id: 'again', kind: 'goto', step: 'how-much' },
      ],
    },
  },
};
