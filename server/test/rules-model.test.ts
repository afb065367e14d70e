/** Rules in words where the workspace has a language model, which is right, wrong, broken or gone. */
import { expect, test } from 'vitest';
import { fake, helpCentre, useModel } from './harness/model-scene.ts';

useModel();

const UNCLEAR = 'Folks who lost their luggage: get the booking number, then pass them to a human.';
const WRITTEN = {
  name: 'Lost luggage',
  description: 'The customer has lost their luggage.',
  examples: ['My suitcase is gone', 'Mein Koffer ist weg'],
  inputs: { booking: { type: 'order_number', description: 'The booking' } },
  steps: [
    { id: 'booking', kind: 'collect', input: 'booking', question: { en: 'Which booking?', de: 'Welche Buchung?' } },
    { id: 'over', kind: 'escalate', reason: 'Lost luggage' },
  ],
};

test('a model writes and refines what holds; what does not is read by the patterns, or refused', async () => {
  const { v2, botId } = await helpCentre();
  const draft = (behaviorInstructions: string) =>
    v2.post('/hc-rules/draft/public', { behaviorInstructions, botIds: [botId] });
  fake.answer(JSON.stringify(WRITTEN));
  const made = await draft(UNCLEAR);
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({
    name: 'Lost luggage',
    source: 'instructions, by a language model',
    isDraft: true,
    problems: [],
    inputSchema: WRITTEN.inputs,
    flowConfig: { steps: WRITTEN.steps },
  });

  // Named its mistakes, it mends them.
  const before = fake.asked.length;
  fake.answer(({ messages }) =>
    JSON.stringify(messages.length > 1 ? WRITTEN : { ...WRITTEN, steps: [{ id: 'x', kind: 'goto', step: 'y' }] }),
  );
  expect((await draft(UNCLEAR)).body.problems).toEqual([]);
  expect(fake.asked.length - before).toBe(2);
  expect(fake.asked.at(-1)?.messages.at(-1)?.text).toContain('is no step of this rule: y');

  const refine = (refinementInstructions: string) =>
    v2.post(`/hc-rules/${made.body.id}/refine/public`, { refinementInstructions });
  const said = { id: 'said', kind: 'reply', text: 'We look for it.' };
  fake.answer(
    JSON.stringify({
      ...WRITTEN,
      name: 'Another name',
      steps: [...WRITTEN.steps.slice(0, 1), said, ...WRITTEN.steps.slice(1)],
    }),
  );
  const refined = await refine('Tell them that "We look for it." before it goes to a human');
  expect([refined.body.name, refined.body.flowConfig.steps[1]]).toEqual(['Lost luggage', said]);
  expect(fake.asked.at(-1)?.messages[0]?.text).toContain('the rule so far');

  const PLAIN = 'When a customer wants to complain, ask for the order number, then hand over.';
  for (const [answer, fault] of [
    ['I would rather talk about the weather.', undefined],
    [JSON.stringify({ ...WRITTEN, steps: [{ id: 'p', kind: 'reply', text: 'We pay 500 EUR.' }] }), undefined],
    [JSON.stringify(WRITTEN), 'length'],
  ] as const) {
    fake.answer(answer, fault);
    const plain = await draft(PLAIN);
    expect(plain.body).toMatchObject({
      source: 'instructions',
      inputSchema: { order_number: { type: 'order_number' } },
    });
  }
  const unread = await draft(UNCLEAR);
  expect([unread.status, unread.body.code]).toEqual([400, 'instructions_not_understood']);
  const again = await refine('Also ask for the date.');
  expect(again.body.flowConfig.steps.map(({ id }: { id: string }) => id)).toEqual(['booking', 'ask-1', 'said', 'over']);
});
