import { expect, test } from 'vitest';
import { generateSdk } from './sdk-types.ts';

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const text = { type: 'string' };
const list = { type: 'array', items: { $ref: '#/components/schemas/Thing' } };
const cursor = { name: 'cursor', in: 'query', schema: text };
const schemas = {
  Thing: { type: 'object', required: ['id'], properties: { id: { ...text, description: 'Ends */ no comment.' } } },
  Page: { type: 'object', properties: { things: list, nextCursor: text } },
  Unused: text,
};

const generate = (paths: object) => generateSdk(JSON.stringify({ paths, webhooks: {}, components: { schemas } }));
const operation = (operationId: string, more: object) => ({
  operationId,
  summary: 'Does it',
  description: '',
  ...more,
});

test('one entry and one type for each operation, and the schemas that they speak of', () => {
  const page = operation('listThings', {
    parameters: [cursor],
    responses: { 200: json({ $ref: '#/components/schemas/Page' }) },
  });
  const key = { $ref: '#/components/parameters/IdempotencyKey' };
  const write = operation('makeThing', {
    parameters: [{ name: 'thing-id', in: 'path', required: true, schema: text }, key],
    requestBody: { content: { 'multipart/form-data': { schema: text } } },
    responses: { 200: { content: { 'text/csv': { schema: text } } } },
  });
  const code = generate({
    '/v2/things': { get: page },
    '/v2/things/{thing-id}': { post: write },
    '/console/x': { get: page },
  });
  expect(code).toContain("listThings: 'GET /v2/things list=things',");
  expect(code).toContain("makeThing: 'POST /v2/things/{thingId} key text',");
  expect(code).not.toContain('/console/x');
  const type = code.slice(code.indexOf('makeThing: {')).split('};\n};')[0];
  expect(type).toContain('params: {\nthingId: string;\n};\nbody: FormData;\nresult: string;');
  expect(code).toContain('/** Ends *\\/ no comment. */\nid: string;');
  expect(code).not.toContain('Unused');
});

test('a page with two lists has to say which one is paged', () => {
  const answer = { type: 'object', properties: { one: list, two: list } };
  const page = operation('listTwice', { parameters: [cursor], responses: { 200: json(answer) } });
  expect(() => generate({ '/v2/things': { get: page } })).toThrow(
    'listTwice takes a cursor, but its answer has 2 lists',
  );
});
