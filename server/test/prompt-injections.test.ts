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
    const other = await say(scene, {
      botId: scene.botId,
      content: 'My name is Zacharias Quux, account 4711. I moved house',
    });
    expect(other[1].usedArticles).toHaveLength(1);
    const asking = (at: number, text: string) =>
      way === 'customer' ? `I lost my card. ${text}` : `How do I block my zebracard${at}?`;
    if (way === 'page') {
      for (const [at, { text }] of ATTACKS.entries()) {
        const content = asking(at, text);
        await createArticle(scene, {
          title: `Zebracard${at}`,
          mainKnowledge: `${DETERMINISTIC}\n\n${text}`,
          questions: [content, `zebracard${at} lost`],
          parentFolderId: scene.parentFolderId,
        });
      }
      const last = ATTACKS.length - 1;
      await expect
        .poll(
          async () =>
            (await say(scene, { botId: scene.botId, content: `How do I block my zebracard${last}?` }))[1]
              .usedArticles[0]?.title,
        )
        .toBe(`Zebracard${last}`);
    }
    for (const [at, { text, wants }] of ATTACKS.entries()) {
      const content = asking(at, text);
      await scene.v2.send('PUT', '/language-model', settings({ enabled: false }));
      const [, baseline] = await say(scene, { botId: scene.botId, content });
      await scene.v2.send('PUT', '/language-model', settings());
      for (const [name, obey] of GULLIBLE) {
        fake.answer((asked) => obey(wants, asked));
        const [, reply] = await say(scene, { botId: scene.botId, content });
        // Without a model the attacker would have got the same, or more: it adds no power.
        if (way === 'customer') expect(reply.message, `${text} (${name})`).toBe(baseline.message);
        else
          for (const sentence of sentencesOf(reply.message))
            expect(baseline.message, `${text} (${name})`).toContain(sentence);
        expect(reply.message).not.toMatch(/marmalade and|Zacharias|sk-very|You write the replies/);
        expect(fake.asked.every(({ raw }) => !raw.includes('Zacharias') && !raw.includes(KEY))).toBe(true);
      }
    }
  });
});
