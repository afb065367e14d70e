/** Kontor for agents: what they are shown, and what they can do. */
import { Client, ClientCredentialsProvider, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv-provider.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_KEY_SCOPES, createApiKey } from '#modules/identity/index.ts';
import { NOT_OFFERED } from '#modules/mcp/index.ts';
import type { Route } from '#platform/http/route.ts';
import { routes } from '../src/app.ts';
import { selectPart } from '../src/modules/mcp/shorten.ts';
import {
  ARTICLE,
  callOperation,
  callTool,
  connectStateless,
  connectWithHandshake,
  listTools,
  postMcp,
} from './harness/mcp-scene.ts';
import { fetchToken, startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let kontor: TestKontor;
let a: TestWorkspace;
let token: string;

beforeAll(async () => {
  kontor = await startTestKontor({ linksToItself: true });
  a = await kontor.createWorkspace();
  token = await fetchToken(kontor.url, a);
});
afterAll(() => kontor.stop());

const toSnake = (id: string) => id.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const forPeople = (route: Route) => [route.scope].flat().every((scope) => scope?.startsWith('console:'));

describe('the official clients', () => {
  test('one with a handshake lists tools, calls one and reads a guide', async () => {
    const client = await connectWithHandshake(kontor, a.apiKey);
    expect(client.getServerVersion()).toMatchObject({ name: 'kontor' });
    expect(client.getInstructions()).toContain('Never follow');
    const { tools } = await client.listTools();
    expect(tools.map((tool) => tool.name)).toEqual(expect.arrayContaining(['ask_bot', 'find_operations']));
    expect(await client.callTool({ name: 'list_bots' })).toMatchObject({
      structuredContent: { status: 200, data: [] },
    });
    const { resources } = await client.listResources();
    const guide = resources.find(({ name }) => name === 'operate.md');
    expect(await client.readResource({ uri: guide?.uri ?? '' })).toMatchObject({ contents: [{ uri: guide?.uri }] });
    await expect(client.callTool({ name: 'create_user' })).rejects.toThrow('no tool create_user');
    await client.close();
  });

  test('a stateless one does the same by 2026-07-28', async () => {
    const client = await connectStateless(kontor, token);
    expect(client.getNegotiatedProtocolVersion()).toBe('2026-07-28');
    const { tools } = await client.listTools();
    expect(tools.map((tool) => tool.name)).toContain('analyse_user');
    const made = await client.callTool({ name: 'create_user', arguments: { body: { type: 'person' } } });
    expect(made.structuredContent).toMatchObject({ status: 201, data: { type: 'person' } });
    await client.close();
  });

  test('one that has a client’s id and secret finds out by itself where tokens come from', async () => {
    const provider = new ClientCredentialsProvider({
      clientId: a.clientId,
      clientSecret: a.clientSecret,
      expectedIssuer: kontor.url,
    });
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(new StreamableHTTPClientTransport(new URL(`${kontor.url}/mcp`), { authProvider: provider }));
    expect((await client.listTools()).tools.map((tool) => tool.name)).toContain('find_user');
    await client.close();
  });
});

describe('the tools', () => {
  const offered = routes.filter(
    (route) => route.scope !== null && !forPeople(route) && !(route.operationId in NOT_OFFERED),
  );

  test('every operation that a credential opens is one, with hints that its method and effect bear out', async () => {
    const { apiKey } = await a.run((ctx) => createApiKey(ctx, { name: 'All', scopes: [...API_KEY_SCOPES] }));
    const shown = new Map(
      [...(await listTools(kontor, apiKey, '?toolsets=all')), ...(await listTools(kontor, token, '?toolsets=all'))].map(
        (tool) => [tool.name, tool],
      ),
    );
    expect(offered.length).toBeGreaterThan(200);
    const reworded = new Set<string>();
    for (const route of offered) {
      const tool = shown.get(toSnake(route.operationId));
      if (!tool) {
        reworded.add(route.operationId);
        continue;
      }
      const { readOnlyHint, destructiveHint, idempotentHint } = tool.annotations ?? {};
      expect([route.operationId, readOnlyHint]).toEqual([
        route.operationId,
        route.method === 'GET' || route.scope === 'read',
      ]);
      if (route.method !== 'POST') {
        expect([route.operationId, destructiveHint]).toEqual([route.operationId, route.method !== 'GET']);
        expect([route.operationId, idempotentHint]).toEqual([route.operationId, true]);
      }
      const body = (route.body ?? route.rawBody) && route.example?.body;
      if (body)
        expect([route.operationId, Object.keys(tool.inputSchema.properties ?? {})]).toEqual([
          route.operationId,
          expect.arrayContaining(['body']),
        ]);
    }
    expect([...reworded]).toEqual([]);
  });

  test('and nothing else is: no call without a credential, none for people only, none that is about a secret', async () => {
    const names = new Set(
      (await listTools(kontor, a.apiKey, '?toolsets=all'))
        .concat(await listTools(kontor, token, '?toolsets=all'))
        .map(({ name }) => name),
    );
    const others = routes.filter((route) => !offered.includes(route)).map((route) => toSnake(route.operationId));
    expect(others.filter((name) => names.has(name))).toEqual([]);
    const ids = routes.map((route) => route.operationId);
    expect(Object.keys(NOT_OFFERED).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('every schema is one that an independent validator reads, and every name one that clients take', async () => {
    const validator = new AjvJsonSchemaValidator();
    const lists = await Promise.all(
      [a.apiKey, token].map((credential) => listTools(kontor, credential, '?toolsets=all')),
    );
    const all = lists.flat();
    for (const tool of all) {
      expect(tool.name).toMatch(/^[a-z0-9_]{1,64}$/);
      expect(tool.description?.length ?? 0).toBeGreaterThan(20);
      validator.getValidator(tool.inputSchema);
      // To compile those of the answers too takes seconds; clients do it with those of the short list, above.
      const references = JSON.stringify(tool.outputSchema).matchAll(/"\$ref":"#([^"]+)"/g);
      for (const [, reference = ''] of references) {
        expect([tool.name, selectPart(tool.outputSchema, reference, 0)]).toEqual([tool.name, expect.anything()]);
      }
    }
    const find = all.find(({ name }) => name === 'find_conversations');
    expect(validator.getValidator(find?.inputSchema as never)({ limit: 'many' })).toMatchObject({ valid: false });
  });

  test('the short list fits into a context', async () => {
    const lists = await Promise.all([listTools(kontor, a.apiKey), listTools(kontor, token)]);
    for (const tools of lists) {
      expect(tools.length).toBeLessThanOrEqual(16);
      const seen = tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema }));
      expect(JSON.stringify(seen).length).toBeLessThan(40_000);
    }
  });

  test('an unknown toolset is refused with the names of all', async () => {
    const message = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
    const { status, body } = await postMcp(
      kontor,
      message,
      { authorization: `Bearer ${a.apiKey}` },
      '?toolsets=nothing',
    );
    expect([status, body.errors[0].path]).toEqual([400, '?toolsets']);
    expect(body.message).toContain('review-and-approvals');
  });

  test('any operation is found by words, described and called', async () => {
    const { data } = await callTool(kontor, a.apiKey, 'find_operations', { words: 'tag group' });
    expect(data.operations.map(({ id }: { id: string }) => id)).toContain('createTagGroup');
    const described = await callTool(kontor, a.apiKey, 'describe_operation', { operation: 'createTagGroup' });
    expect(described.data).toMatchObject({ effect: 'adds', arguments: { type: 'object', required: ['body'] } });
    const made = await callOperation(kontor, a.apiKey, 'createTagGroup', {
      body: { title: 'Mood', description: 'How they are', multiselect: false },
    });
    expect([made.isError, made.status]).toEqual([false, 201]);
  });
});

describe('results', () => {
  test('what is too long comes in parts that together are the whole', async () => {
    const mainKnowledge = Array.from({ length: 20_000 }, (_, line) => `${line}`).join(' ');
    const { body } = await a.v2.post('/hc-articles/public', {
      ...ARTICLE,
      title: 'Long',
      mainKnowledge,
      questions: ['How long?'],
      isDraft: true,
    });
    const args = { body: { articleIds: [body.id] } };
    let read = '';
    let from = 0;
    for (let call = 0; call < 10 && read.length < mainKnowledge.length; call += 1) {
      const part = { pointer: '/0/mainKnowledge', from };
      const answer = await callTool(kontor, a.apiKey, 'read_articles', { ...args, part });
      expect(JSON.stringify(answer).length).toBeLessThan(45_000);
      read += answer.part;
      from = answer.cuts?.[0]?.shown ?? mainKnowledge.length;
    }
    expect(read).toBe(mainKnowledge);
    const first = await callTool(kontor, a.apiKey, 'read_articles', args);
    expect(first.data).toBeUndefined();
    expect(first.part[0].title).toBe('Long');
    expect(first.cuts).toMatchObject([{ pointer: '/0/mainKnowledge', total: mainKnowledge.length }]);
    const again = { operation: 'createTagGroup', arguments: {}, part: { pointer: '' } };
    expect(await callTool(kontor, a.apiKey, 'call_operation', again)).toMatchObject({
      error: { code: 'invalid_arguments' },
    });
    expect(await callTool(kontor, a.apiKey, 'list_bots', { part: { pointer: '/nothing' } })).toMatchObject({
      isError: true,
    });
  });

  test('no credential comes out of a result or gets in by an argument', async () => {
    const webhook = { endpoint: 'https://hooks.example.com/kontor', events: ['analysis.completed'] };
    const own = await callOperation(kontor, token, 'createWebhook', { body: { ...webhook, secret: 'x'.repeat(40) } });
    expect(own.error?.errors?.map(({ path }) => path)).toEqual(['/arguments/body/secret']);
    const { confirmation } = await callOperation(kontor, token, 'createWebhook', { body: webhook });
    const made = await callOperation(
      kontor,
      token,
      'createWebhook',
      { body: webhook },
      { confirmationToken: confirmation?.token },
    );
    expect(made.status).toBe(201);
    expect(made.data.signingSecret).toContain('withheld');
  });

  test('a customer’s question is answered, and the answer explained', async () => {
    const { body: bot } = await a.v2.post('/agents', { name: 'Asked' });
    const answer = await callTool(kontor, a.apiKey, 'ask_bot', { botId: bot.id, message: 'What does a card cost?' });
    const [reply] = answer.data.replies;
    expect(reply.text).not.toBe('');
    const { data } = await callTool(kontor, a.apiKey, 'explain_answer', { eventId: reply.messageId });
    expect(data.eventId).toBe(reply.messageId);
    const wrong = await callTool(kontor, a.apiKey, 'ask_bot', { message: 'Hello?' });
    expect(wrong.error?.errors?.map(({ path }) => path)).toEqual(['/botId']);
  });

  test('a statement is imported, analysed and read', async () => {
    const { data: user } = await callTool(kontor, token, 'create_user', {
      body: { type: 'person', automaticAnalysis: 'suspended' },
    });
    const text = 'Buchungstag;Verwendungszweck;Betrag;Waehrung\n30.01.2026;Gehalt Januar;2950,00;EUR\n';
    const body = { files: [{ name: 'giro.csv', text }], accountId: 'giro' };
    const imported = await callTool(kontor, token, 'import_statements', { userId: user.userId, body });
    expect([imported.error, imported.isError]).toEqual([undefined, false]);
    const { data: run } = await callTool(kontor, token, 'analyse_user', { userId: user.userId });
    expect(run.status).toBe('completed');
    const income = await callTool(kontor, token, 'read_analysis', { userId: user.userId, subject: 'income' });
    expect(income.status).toBe(200);
    const { data } = await callTool(kontor, token, 'find_transactions', { userId: user.userId });
    expect(data.transactions).toMatchObject([{ amount: 2950 }]);
  });
});
