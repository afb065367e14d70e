import { afterAll, beforeAll, expect, test } from 'vitest';
import { AnalysisError, type AnswerPiece, ApiError, createKontor, type Kontor, TimeoutError } from '../src/index.ts';
import { type Answer, type FakeServer, json, startFakeServer } from './fake-server.ts';

let fake: FakeServer;
let kontor: Kontor;
beforeAll(async () => {
  fake = await startFakeServer();
  kontor = createKontor({ baseUrl: fake.url, clientId: 'id', clientSecret: 's', apiKey: 'key', retryDelayMs: 2 });
});
afterAll(() => fake.stop());

const collect = async <T>(source: AsyncIterable<T>) => {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
};
const urls = () => fake.asked.map(({ url }) => url);

test('pages and items of a list that names its next page', async () => {
  const pages = [
    { users: [{ userId: 'a' }, { userId: 'b' }], nextCursor: 'c1' },
    { users: [{ userId: 'c' }], nextCursor: null },
  ];
  fake.answer(...pages.map((page) => json(200, page)));
  expect(await collect(kontor.items('listUsers', { query: { limit: 2 } }))).toEqual(
    pages.flatMap(({ users }) => users),
  );
  expect(urls()).toEqual(['/api/users?limit=2', '/api/users?limit=2&cursor=c1']);
  fake.answer(...pages.map((page) => json(200, page)));
  for await (const page of kontor.pages('listUsers')) {
    expect(page).toEqual(pages[0]);
    break;
  }
  expect(urls()).toHaveLength(1);
});

test('lists whose cursor is the last item: plain ones, and those that say whether there is more', async () => {
  fake.answer(json(200, [{ id: 'a' }, { id: 'b' }]), json(200, []));
  expect(await collect(kontor.items('listArticles', { query: { type: 'live' } as object }))).toHaveLength(2);
  expect(urls()[1]).toContain('cursor=b');
  fake.answer(json(200, { documents: [{ id: 'd' }], hasMore: true }), json(200, { documents: [], hasMore: false }));
  expect(await collect(kontor.pages('listDocuments'))).toHaveLength(2);
  expect(urls()[1]).toContain('cursor=d');
  fake.answer(json(200, { interactions: [], hasMore: true, nextCursor: 'x', prevCursor: 'p' }));
  const backwards = kontor.pages('listConversations', { query: { direction: 'prev' } });
  await expect(collect(backwards)).rejects.toThrow('answers the cursor p twice');
});

const unfinished = (status: string, more: object = {}) =>
  json(404, { type: 'analysis_unfinished', status, ...more }, { 'retry-after': '0' });
const RUN = { userId: 'u', correlationId: 'c' };

test('an analysis is waited for with growing intervals', async () => {
  fake.answer(unfinished('queued'), unfinished('running', { progress: 0.5 }), json(200, { status: 'completed' }));
  const progress: number[] = [];
  const startMs = Date.now();
  const run = await kontor.waitForAnalysis(RUN, { onProgress: (share) => progress.push(share) });
  expect(run).toEqual({ status: 'completed' });
  expect(progress).toEqual([0.5]);
  // Half a second, then half as long again.
  expect(Date.now() - startMs).toBeGreaterThanOrEqual(1_240);
  expect(urls()[0]).toBe('/api/users/u/categorization/correlation?correlationId=c');
});

test('an analysis that ended otherwise, is unknown, or takes too long', async () => {
  fake.answer(unfinished('failed'));
  await expect(kontor.waitForAnalysis(RUN)).rejects.toBeInstanceOf(AnalysisError);
  fake.answer(json(404, { type: 'correlation_not_found' }));
  await expect(kontor.waitForAnalysis(RUN)).rejects.toBeInstanceOf(ApiError);
  fake.answer(json(404, {}));
  await expect(kontor.waitForAnalysis(RUN, { timeoutMs: 100 })).rejects.toBeInstanceOf(TimeoutError);
  expect(fake.asked).toHaveLength(1);
});

const QUESTION = { body: { botId: 'b', content: 'I lost my card' } };
const reply = { id: 'r', message: 'Block it. Then call us.' };
/** Server-sent events in pieces that end anywhere; `isWhole` false: the connection breaks behind them. */
const stream =
  (text: string, isWhole = true): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += 7) response.write(bytes.subarray(at, at + 7));
    if (isWhole) response.end();
    else setImmediate(() => response.destroy());
  };
const event = (name: string, data: unknown) => `event: ${name}\r\ndata: ${JSON.stringify(data)}\r\n\r\n`;
const BEGIN = `: hello\n\n${event('message', { id: 'm' })}${event('delta', { text: 'Sperren Sie – ' })}`;

test('an answer arrives piece by piece', async () => {
  fake.answer(
    stream(BEGIN + event('reset', {}) + event('delta', { text: 'ü' }) + event('reply', reply) + event('done', {})),
  );
  const pieces: AnswerPiece[] = await collect(kontor.streamAnswer(QUESTION));
  expect(pieces).toEqual([
    { type: 'message', message: { id: 'm' } },
    { type: 'delta', text: 'Sperren Sie – ' },
    { type: 'reset' },
    { type: 'delta', text: 'ü' },
    { type: 'reply', reply },
  ]);
  expect(fake.asked[0]).toMatchObject({ url: '/v2/hc-interactions/events/public?stream=true', method: 'POST' });
});

test('an answer whose connection breaks is taken back, and the stored one follows', async () => {
  fake.answer(stream(BEGIN, false), json(409, { code: 'idempotency_in_progress' }), json(201, [{ id: 'm' }, reply]));
  const pieces = await collect(kontor.streamAnswer(QUESTION));
  // What came just before the break may or may not have been heard.
  const told = pieces.slice(pieces.findIndex(({ type }) => type === 'reset'));
  expect(told.filter(({ type }) => type !== 'message')).toEqual([
    { type: 'reset' },
    { type: 'delta', text: reply.message },
    { type: 'reply', reply },
  ]);
  expect(pieces.filter(({ type }) => type === 'message')).toHaveLength(1);
  expect(new Set(fake.asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
});

test('a refusal is an error like any other', async () => {
  fake.answer(json(404, { code: 'bot_not_found', message: 'There is no such bot.' }));
  await expect(collect(kontor.streamAnswer(QUESTION))).rejects.toMatchObject({ code: 'bot_not_found' });
});

test('lines, bytes and text are read as what they are', async () => {
  fake.answer((response) => response.end('{"a":1}\n{"a":"ü"}\n'));
  expect(await collect(await kontor.streamCategorizedTransactions({ userId: 'u' }))).toEqual([{ a: 1 }, { a: 'ü' }]);
  fake.answer((response) => response.end('%PDF'));
  expect(await kontor.getAccountSummary({ userId: 'u', accountId: 'a' })).toEqual(new TextEncoder().encode('%PDF'));
  fake.answer((response) => response.end('# HELP'));
  expect(await kontor.getMetrics()).toBe('# HELP');
  expect(fake.asked[0]?.headers.authorization).toBeUndefined();
});
