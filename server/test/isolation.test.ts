/**
 * Calls every route with the ids of another workspace. The answer must be the one that ids get which exist nowhere, and
 * nothing of the other workspace may change. A route whose parameters have no case fails here: add them to `idsOf`.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '#platform/http/route.ts';
import { paramName } from '#platform/http/route-handler.ts';
import { routes } from '../src/app.ts';
import type { ApiAnswer } from './harness/api-client.ts';
import { type Fingerprints, openFingerprints } from './harness/tenant-rows.ts';
import {
  createTenantClient,
  SEEDED_ACCOUNT,
  SEEDED_TRANSACTION,
  type SeededTenant,
  seedTenant,
} from './harness/tenant-seed.ts';
import { fetchToken, startTestKontor, type TestKontor } from './harness/test-kontor.ts';

type Ids = Record<string, string>;

const guarded = routes.filter((route) => route.scope !== null);
const nameOf = (route: Route) => `${route.method} ${route.path}`;
/** Those that are ids: a provider is one of three words. */
const parametersOf = (route: Route) =>
  [...route.path.matchAll(/\{([^}]+)\}/g)]
    .map(([, name = '']) => paramName(name))
    .filter((name) => name !== 'provider');
/** Fields of the query that name a thing. */
const queryIdsOf = (route: Route) =>
  Object.keys(route.query?.properties ?? {}).filter((name) => name in idsOf(undefined));
const bodyIdsOf = (route: Route) =>
  fieldNames(route.example?.body).filter((name) => (LISTS_OF_IDS[name] ?? name) in idsOf(undefined));
/** Fields that hold several ids, all of which have to exist. */
const LISTS_OF_IDS: Record<string, string> = { documentIds: 'documentId', jobIds: 'jobId', botIds: 'botId' };
/** Names of all fields of an example, however deep. */
const fieldNames = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [name, ...fieldNames(inner)])
    : [];
/** The example with the ids of a tenant in the place of its own. */
const withIdsOf = (value: unknown, ids: Ids): unknown => {
  if (Array.isArray(value)) return value.map((entry) => withIdsOf(entry, ids));
  if (typeof value !== 'object' || value === null) return value;
  const replaced = (name: string, inner: unknown) =>
    LISTS_OF_IDS[name] ? [ids[LISTS_OF_IDS[name]]] : (ids[name] ?? withIdsOf(inner, ids));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replaced(name, inner)]));
};
/** Begin a run, now or with the next upload: its results would take the place of those the other requests speak of. */
const STARTS_RUNS = ['triggerAnalysis', 'updateUser'];
/** Takes an id that the caller made up: a user of another workspace is none of its own, so it gets a new one of that name. */
const CREATES_USERS = ['connectBank'];
/** Deletions last, the deepest before the user's, so that what is called has something to find, or to lose. */
const order = (route: Route) => {
  if (CREATES_USERS.includes(route.operationId)) return 200;
  if (route.method === 'DELETE') return 100 - route.path.split('/').length;
  return STARTS_RUNS.includes(route.operationId) ? 1 : 0;
};
const withIds = guarded
  .filter((route) => parametersOf(route).length + queryIdsOf(route).length + bodyIdsOf(route).length > 0)
  .sort((one, other) => order(one) - order(other));
/** Refuse what they can't reach in another way than by 404; their own tests have them try what another workspace has. */
const TRIED_ELSEWHERE = ['deleteConversations', 'listResources', 'registerResources', 'disconnectProvider'];
const withoutIds = guarded.filter((route) => !withIds.includes(route) && !TRIED_ELSEWHERE.includes(route.operationId));

/** What each parameter of a path or a query is called, with the tenant's value; without a tenant: ids of nothing. */
function idsOf(tenant: SeededTenant | undefined): Ids {
  return {
    userId: tenant?.personId ?? randomUUID(),
    customer_id: tenant?.personId ?? randomUUID(),
    accountId: tenant ? SEEDED_ACCOUNT : 'giro-none',
    transactionId: tenant ? SEEDED_TRANSACTION : 't-none',
    correlationId: tenant?.correlationId ?? randomUUID(),
    contractId: tenant?.contractId ?? 'contract-none',
    ruleId: tenant?.ruleId ?? randomUUID(),
    cockpitId: tenant?.cockpitId ?? randomUUID(),
    sessionId: tenant?.sessionId ?? randomUUID(),
    loginId: tenant?.loginId ?? randomUUID(),
    botId: tenant?.botId ?? randomUUID(),
    folderId: tenant?.folderId ?? randomUUID(),
    parentFolderId: tenant?.parentFolderId ?? randomUUID(),
    articleId: tenant?.articleId ?? randomUUID(),
    reviewId: tenant?.reviewId ?? randomUUID(),
    webhookId: tenant?.webhookId ?? randomUUID(),
    deliveryId: tenant?.deliveryId ?? randomUUID(),
    conversationId: tenant?.conversationId ?? randomUUID(),
    eventId: tenant?.eventId ?? randomUUID(),
    tagGroupId: tenant?.tagGroupId ?? randomUUID(),
    tagId: tenant?.tagId ?? randomUUID(),
    documentId: tenant?.documentId ?? randomUUID(),
    crawlId: tenant?.crawlId ?? randomUUID(),
    hcEventId: tenant?.eventId ?? randomUUID(),
    jobId: tenant?.jobId ?? randomUUID(),
    integrationId: tenant?.integrationId ?? randomUUID(),
    endpointId: tenant?.endpointId ?? randomUUID(),
    attributeId: tenant?.attributeId ?? randomUUID(),
    actionId: tenant?.actionId ?? randomUUID(),
    runId: tenant?.runId ?? randomUUID(),
    suiteId: tenant?.suiteId ?? randomUUID(),
    suiteRunId: tenant?.suiteRunId ?? randomUUID(),
    hcRuleId: tenant?.hcRuleId ?? randomUUID(),
    operatorId: tenant?.operatorId ?? randomUUID(),
    invitationId: tenant?.invitationId ?? randomUUID(),
    apiKeyId: tenant?.apiKeyId ?? randomUUID(),
    widgetId: tenant?.widgetId ?? randomUUID(),
    clientId: tenant?.unusedClientId ?? 'nobody',
    // Last: it is part of many of the others.
    versionNumber: '1',
  };
}

let kontor: TestKontor;
let a: SeededTenant;
let b: SeededTenant;
let asA: ReturnType<typeof createTenantClient>;
let asB: ReturnType<typeof createTenantClient>;
let prints: Fingerprints;

beforeAll(async () => {
  kontor = await startTestKontor();
  [a, b] = await Promise.all([seedTenant(kontor, 'tenant-a'), seedTenant(kontor, 'tenant-b')]);
  asA = createTenantClient(kontor, a, await fetchToken(kontor.url, a));
  asB = createTenantClient(kontor, b, await fetchToken(kontor.url, b));
  prints = await openFingerprints(kontor.adminUrl);
});
afterAll(async () => {
  await prints.close();
  await kontor.stop();
});

function call(client: typeof asA, route: Route, ids: Ids): Promise<ApiAnswer> {
  const path = route.path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const id = ids[paramName(name)] ?? route.example?.params?.[paramName(name)];
    if (id === undefined) throw new Error(`${nameOf(route)}: idsOf has no case for {${name}}`);
    return encodeURIComponent(id);
  });
  const query = new URLSearchParams({
    ...route.example?.query,
    ...Object.fromEntries(queryIdsOf(route).map((name) => [name, ids[name] as string])),
  });
  const body = route.example?.body ? (withIdsOf(route.example.body, ids) as object) : undefined;
  if ((route.body || route.rawBody) && body === undefined) throw new Error(`${nameOf(route)}: has no example body`);
  return client(route).send(route.method, query.size > 0 ? `${path}?${query.toString()}` : path, {
    ...(body !== undefined && bodyOf(route, body)),
  });
}

/** As JSON, or as the form that the route reads: its field `file` is a file. */
function bodyOf(route: Route, body: object) {
  if (route.rawBody?.mediaType !== 'multipart/form-data') {
    return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(body) as [string, string][]) {
    if (name === 'file') form.set(name, new Blob([value]), 'file.csv');
    else form.set(name, value);
  }
  return { body: form };
}

/** What a caller learns: status, body and headers, without what differs from call to call, ids by their parameter's name. */
function learned(answer: ApiAnswer, ids: Ids) {
  let text = answer.text;
  for (const [name, id] of Object.entries(ids)) text = text.replaceAll(id, `{${name}}`);
  const { requestId: _, ...body } = JSON.parse(text);
  const headers = [...answer.headers.keys()].filter((name) => !/^(date|x-request-id|content-length)$/.test(name));
  return { status: answer.status, body, headers };
}

test('there are routes to look at', () => {
  expect(withIds.length).toBeGreaterThan(20);
  expect(withoutIds.length).toBeGreaterThan(2);
});

/** First, for below B makes a user under A's id itself, and B's events tell of it. */
describe('without an id', () => {
  test.each(withoutIds.map((route) => [nameOf(route), route] as const))(
    '%s shows and changes nothing of another',
    async (_, route) => {
      const before = await prints.of(a.workspaceId);
      const answer = await call(asB, route, idsOf(a));
      expect(answer.status).toBeLessThan(300);
      for (const secret of [a.marker, a.workspaceId, a.personId, a.companyId, a.clientId, a.correlationId]) {
        expect(answer.text).not.toContain(secret);
      }
      expect(await prints.of(a.workspaceId)).toEqual(before);
    },
  );
});

describe('ids of another workspace', () => {
  test.each(withIds.map((route) => [nameOf(route), route] as const))('%s', async (_, route) => {
    const foreign = idsOf(a);
    const nowhere = idsOf(undefined);
    const before = await prints.of(a.workspaceId);
    const missing = await call(asB, route, nowhere);
    expect(missing.status).toBe(CREATES_USERS.includes(route.operationId) ? 201 : 404);
    if (missing.status === 201) {
      const own = await call(asB, route, foreign);
      expect(own).toMatchObject({ status: 201, body: { userIdentifier: foreign.userId } });
      expect(own.text).not.toMatch(new RegExp(`${a.sessionId}|${a.correlationId}|${a.marker}`));
      // Gone again, so that the id is A's alone for the tests that follow.
      await asB(route).send('DELETE', `/api/users/${foreign.userId}`);
      return expect(await prints.of(a.workspaceId)).toEqual(before);
    }
    expect(learned(await call(asB, route, foreign), foreign)).toEqual(learned(missing, nowhere));
    // The other tenant's things below one's own user.
    const [first, ...deeper] = [...parametersOf(route), ...queryIdsOf(route)];
    if (first === 'userId' && deeper.includes('correlationId')) {
      const own = { userId: b.personId };
      const expected = learned(await call(asB, route, { ...nowhere, ...own }), { ...nowhere, ...own });
      expect(expected.status).toBe(404);
      expect(learned(await call(asB, route, { ...foreign, ...own }), { ...foreign, ...own })).toEqual(expected);
    }
    expect(await prints.of(a.workspaceId)).toEqual(before);
  });
});

/** Else the answers above could be those of requests that nobody may make. */
describe('the same requests by the owner', () => {
  test.each(withIds.map((route) => [nameOf(route), route] as const))('%s reach their goal', async (_, route) => {
    const person = await call(asA, route, idsOf(a));
    const answer = person.status === 403 ? await call(asA, route, { ...idsOf(a), userId: a.companyId }) : person;
    expect([200, 201, 202, 204, 409], answer.text).toContain(answer.status);
  });
});
