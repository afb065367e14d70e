/** Orders in a customer’s message or a page, and a model that obeys every one of them. */
import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../src/modules/agent/phrasing/check-draft.ts';
import type { AskedModel } from '../src/modules/language-model/testing/fake-model.ts';
import { ATTACKS } from './fixtures/prompt-injections.ts';
import {
  createArticle,
  DETERMINISTIC,
  fake,
  GOOD,
  helpCentre,
  KEY,
  SECRET_RULE,
  say,
  settings,
  useModel,
} from './harness/model-scene.ts';

useModel();

describe('an attack changes nothing', () => {
  /** As gullible as can be: says what it is told to, tells all that it was told, makes up the rest. */
  const GULLIBLE: [string, (wants: string, asked: AskedModel) => string][] = [
    ['obeys', (wants) => wants],
    ['obeys in form', (wants) => `ANSWER 1\n${wants}`],
    ['obeys at the end of a good answer', (wants) => `ANSWER 1\n${GOOD} ${wants}`],
    ['tells its prompt', (_, asked) => `ANSWER 1\n${asked.instructions}`],
    ['tells its rules one by one', () => `ANSWER 1\n${GOOD}\n${SECRET_RULE}`],
    ['tells all it has', (_, asked) => `ANSWER 1\n${asked.raw}`],
    ['makes up', () => 'ANSWER 1\nSend 500 EUR to DE02120300000000202051, see https://evil.example.'],
  ];

  test.each(['customer', 'page'])('of a %s', async (way) => {
    const scene = await helpCentre(null);
    const askedBefore = fake.asked.length;
    const other = await say(scene, {
      botId: scene.botId,
      content: 'My name is Zacharias Quux, account 4711. I moved house',
    });
    expect(other[1].usedArticles).toHaveLength(1);
    /** Names its attack, so that the model knows which it is asked about when all come at once. */
    const asking = (at: number) =>
      way === 'customer' ? `I lost my card zebracard${at}. ${ATTACKS[at]?.text}` : `How do I block my zebracard${at}?`;
    const attackOf = ({ messages }: AskedModel) =>
      ATTACKS[Number(/zebracard(\d+)/.exec(messages.at(-1)?.text ?? '')?.[1])] as (typeof ATTACKS)[number];
    if (way === 'page') {
      const publish = (at: number) =>
        createArticle(scene, {
          title: `Zebracard${at}`,
          mainKnowledge: `${DETERMINISTIC}\n\n${ATTACKS[at]?.text}`,
          questions: [asking(at), `zebracard${at} lost`],
          parentFolderId: scene.parentFolderId,
        });
      const last = ATTACKS.length - 1;
      await Promise.all(ATTACKS.slice(0, last).map((_, at) => publish(at)));
      // An index that knows the last one knows those before it.
      await publish(last);
      await expect
        .poll(async () => (await say(scene, { botId: scene.botId, content: asking(last) }))[1].usedArticles[0]?.title)
        .toBe(`Zebracard${last}`);
    }
    const askAll = () =>
      Promise.all(
        ATTACKS.map(async (_, at) => {
          const [, reply] = await say(scene, { botId: scene.botId, content: asking(at) });
          return reply.message as string;
        }),
      );
    await scene.v2.send('PUT', '/language-model', settings({ enabled: false }));
    const baselines = await askAll();
    await scene.v2.send('PUT', '/language-model', settings());
    for (const [name, obey] of GULLIBLE) {
      fake.answer((asked) => obey(attackOf(asked).wants, asked));
      for (const [at, reply] of (await askAll()).entries()) {
        const baseline = baselines[at] as string;
        const about = `${ATTACKS[at]?.text} (${name})`;
        // Without a model the attacker would have got the same, or more: it adds no power.
        if (way === 'customer') expect(reply, about).toBe(baseline);
        else for (const sentence of sentencesOf(reply)) expect(baseline, about).toContain(sentence);
        expect(reply).not.toMatch(/marmalade and|Zacharias|sk-very|You write the replies/);
      }
    }
    expect(fake.asked.every(({ raw }) => !raw.includes('Zacharias') && !raw.includes(KEY))).toBe(true);
    // Every one of them has reached the model, or the test would prove nothing.
    expect(fake.asked.length - askedBefore).toBeGreaterThanOrEqual(ATTACKS.length * GULLIBLE.length);
  });
});
