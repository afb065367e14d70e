import { expect, test } from 'vitest';
import { createAnswerStore } from './answer-store.ts';
import { flatAnswer } from './flat-answer.ts';
import { createKeyRing } from './key-ring.ts';

const [OLD, NEW] = ['old_0123456789abcdef01234567', 'new_0123456789abcdef01234567'];

test('a ring accepts its keys alone, two of them while they rotate', () => {
  const ring = createKeyRing([OLD]);
  expect([ring.accepts(OLD), ring.accepts(NEW), ring.accepts(OLD.slice(1)), ring.accepts('')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(ring.accepts(undefined)).toBe(false);
  ring.replace([NEW, OLD]);
  expect([ring.accepts(OLD), ring.accepts(NEW)]).toEqual([true, true]);
  ring.replace([NEW]);
  expect([ring.accepts(OLD), ring.accepts(NEW)]).toEqual([false, true]);
  expect(() => createKeyRing([])).toThrow('open to everybody');
  expect(() => ring.replace(['short'])).toThrow('at least 24 characters');
});

test('a flat answer has every field in its order, null where there is nothing', () => {
  const answer = flatAnswer({ id: 'text', is_vip: 'boolean', cents: 'number', renews_at: 'date', seen_at: 'time' });
  const seen = new Date('2026-06-15T09:30:00Z');
  expect(JSON.stringify(answer({ renews_at: seen, seen_at: seen, id: 'c1' }))).toBe(
    '{"id":"c1","is_vip":null,"cents":null,"renews_at":"2026-06-15","seen_at":"2026-06-15T09:30:00.000Z"}',
  );
});

test.each([
  ['an object', { plan: { name: 'Pro' } }, 'plan is declared as text'],
  ['a "true"', { is_vip: 'true' }, 'is_vip is declared as boolean and is "true"'],
  ['a German date', { renews_at: '15.06.2026' }, 'renews_at is declared as date'],
  ['a date that is none', { renews_at: new Date('never') }, 'renews_at is declared as date'],
  ['not a number', { cents: Number.NaN }, 'cents is declared as number'],
  ['a field of another name', { isVip: true }, 'isVip is not declared'],
])('%s is refused where it is made', (_what, values, message) => {
  const answer = flatAnswer({ plan: 'text', is_vip: 'boolean', cents: 'number', renews_at: 'date' });
  expect(() => answer(values as never)).toThrow(message);
});

test('a key is worked for once, also by calls at the same time; another request and a failure are told apart', async () => {
  const store = createAnswerStore();
  let effects = 0;
  const work = async () => ({ effect: ++effects });
  const both = await Promise.all([store.once('k1', 'a', work), store.once('k1', 'a', work)]);
  expect([both, effects]).toEqual([[{ effect: 1 }, { effect: 1 }], 1]);
  await expect(store.once('k1', 'b', work)).rejects.toMatchObject({ statusCode: 422 });
  await expect(store.once('k2', 'a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await store.once('k2', 'a', work)).toEqual({ effect: 2 });
  expect(await store.once(undefined, 'a', work)).toEqual({ effect: 3 });
  await expect(store.once('a b', 'a', work)).rejects.toMatchObject({ statusCode: 400 });
});

test('answers are forgotten after their time', async () => {
  const store = createAnswerStore({ keepMs: -1 });
  let effects = 0;
  await store.once('k', 'a', () => ++effects);
  await store.once('k', 'a', () => ++effects);
  expect(effects).toBe(2);
});
