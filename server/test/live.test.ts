/** Open consoles hear what changes: in their own workspace only, as far as their role goes, whichever process it was. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES } from '../src/modules/identity/index.ts';
import { rightsOf } from '../src/modules/identity/roles.ts';
import { mayHear, SESSIONS_TOPIC, TOPICS } from '../src/modules/live/topics.ts';
import { adminQuery } from './harness/databases.ts';
import { openEventStream } from './harness/event-stream.ts';
import { addOperator, FROM_CONSOLE, signInAs } from './harness/operator-seed.ts';
import { seedTenant } from './harness/tenant-seed.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let kontor: TestKontor;
/** Another process of the same installation. */
let other: TestKontor;
let workspace: TestWorkspace;
beforeAll(async () => {
  kontor = await startTestKontor();
  other = await startTestKontor({ worker: false });
  workspace = await kontor.createWorkspace();
});
afterAll(async () => {
  await other.stop();
  await kontor.stop();
});

/** Announces what the triggers would, of every topic that there is, and then one that all may hear. */
const announce = (topics: string[], { workspaceId }: Pick<TestWorkspace, 'workspaceId'>, id: string | null = null) =>
  adminQuery(
    kontor.adminUrl,
    `select pg_notify('kontor_changes', json_build_object('workspaceId', $1::text, 'topic', topic, 'id', $3::text)::text)
       from unnest($2::text[]) as topic`,
    [workspaceId, topics, id],
  );

/**
 * The stream of somebody who has signed in, in this process, from now on: what was announced before, such as their signing in, may
 * still be on its way when the stream opens.
 */
async function follow(process: TestKontor, email: string, to: Pick<TestWorkspace, 'workspaceId'>) {
  const cookie = await signInAs(process, email);
  const stream = await openEventStream(`${process.url}/console/changes`, { ...FROM_CONSOLE, cookie });
  await announce(['reviews'], to, 'from now on');
  await stream.until(({ data }) => data.id === 'from now on');
  stream.forget();
  return { cookie, stream };
}

async function triggers() {
  const { rows } = await adminQuery(
    kontor.adminUrl,
    `select event_object_table as "table", substring(action_statement from '''(.*)''') as topic,
            array_agg(event_manipulation::text) as events
       from information_schema.triggers where trigger_name like 'announce%' group by 1, 2`,
    [],
  );
  return rows as { table: string; topic: string; events: string[] }[];
}

test('every topic that triggers announce may be heard by somebody, and every topic is announced', async () => {
  const announced = new Set((await triggers()).map(({ topic }) => topic));
  expect([...announced].toSorted()).toEqual([...Object.keys(TOPICS), SESSIONS_TOPIC].toSorted());
  for (const topic of Object.keys(TOPICS)) {
    expect(
      ROLES.filter((role) => mayHear(topic, rightsOf(role)?.scopes ?? new Set())),
      topic,
    ).toContain('owner');
  }
});

test('is announced only while somebody listens', async () => {
  const listens = async () => (await adminQuery(kontor.adminUrl, 'select somebody_listens() as it')).rows[0].it;
  // The connection of a file before may still be ending, and writers take the lock for the moment of asking.
  await expect.poll(listens).toBe(false);
  await addOperator(workspace, 'first@live.example.com', 'owner');
  const { stream } = await follow(kontor, 'first@live.example.com', workspace);
  expect(await listens()).toBe(true);
  stream.close();
});

test('who took long to commit, and had asked before anybody listened, is told of as missed', async () => {
  const fresh = await startTestKontor({ worker: false });
  const writer = new pg.Client({ connectionString: kontor.adminUrl });
  await writer.connect();
  await writer.query('begin; select pg_current_xact_id()');
  await addOperator(workspace, 'early@live.example.com', 'owner');
  const { stream } = await follow(fresh, 'early@live.example.com', workspace);
  await writer.query('commit');
  await stream.until(({ event }) => event === 'missed');
  expect(stream.heard().map(({ event }) => event)).toContain('missed');
  stream.close();
  await writer.end();
  await fresh.stop();
});

describe('who has read before the stream opened', () => {
  const open = (process: TestKontor, cookie: string, since: string) =>
    openEventStream(`${process.url}/console/changes?since=${since}`, { ...FROM_CONSOLE, cookie });
  /** As the console begins: with a token, that says when it was issued. */
  async function begin(process: TestKontor, email: string) {
    const cookie = await signInAs(process, email);
    const { body } = await process.anonymous.post('/console/session/token', {}, { ...FROM_CONSOLE, cookie });
    return { cookie, since: String(body.issuedAt) };
  }

  test('hears what changed in between, of the own workspace', async () => {
    const far = await kontor.createWorkspace();
    await addOperator(workspace, 'before@live.example.com', 'owner');
    const listening = await follow(kontor, 'before@live.example.com', workspace);
    const { cookie, since } = await begin(kontor, 'before@live.example.com');
    await announce(['reviews'], far, 'not ours');
    await announce(['reviews'], workspace, 'in between');
    await listening.stream.until(({ data }) => data.id === 'in between');
    const late = await open(kontor, cookie, since);
    await late.until(({ data }) => data.id === 'in between');
    expect(JSON.stringify(late.heard())).not.toContain('not ours');
    expect(late.heard().map(({ event }) => event)).not.toContain('missed');
    listening.stream.close();
    late.close();
  });

  test('hears that something may have been missed, where nobody listened, or too much has changed since', async () => {
    const fresh = await startTestKontor({ worker: false });
    await addOperator(workspace, 'unheard@live.example.com', 'owner');
    const { cookie, since } = await begin(fresh, 'unheard@live.example.com');
    const first = await open(fresh, cookie, since);
    await first.until(({ event }) => event === 'missed');
    // More than are known, of which most are one: a stream that is open is told each thing once.
    await adminQuery(
      kontor.adminUrl,
      `select pg_notify('kontor_changes', json_build_object('workspaceId', gen_random_uuid(), 'topic', 'reviews', 'id', n)::text)
         from generate_series(1, 2100) as n`,
      [],
    );
    await announce(['reviews'], workspace, 'the last');
    await first.until(({ data }) => data.id === 'the last');
    const second = await open(fresh, cookie, since);
    await second.until(({ event }) => event === 'missed');
    const third = await open(fresh, cookie, new Date(Date.now() + 60_000).toISOString());
    await announce(['reviews'], workspace, 'to all');
    await third.until(({ data }) => data.id === 'to all');
    expect(third.heard()).toEqual([{ event: 'change', data: { topic: 'reviews', id: 'to all' } }]);
    for (const stream of [first, second, third]) stream.close();
    await fresh.stop();
  });

  test('is told when that is no time', async () => {
    const { cookie } = await begin(kontor, 'before@live.example.com');
    const answer = await kontor.anonymous.get('/console/changes?since=lately', { ...FROM_CONSOLE, cookie });
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([400, expect.stringContaining('since')]);
  });
});

test('a change of any table that is announced is heard in its own workspace only', async () => {
  const mine = await seedTenant(kontor, 'mine-live');
  const theirs = await kontor.createWorkspace();
  await addOperator(theirs, 'theirs@live.example.com', 'owner');
  const near = await follow(kontor, 'owner.mine-live@example.com', mine);
  const far = await follow(kontor, 'theirs@live.example.com', theirs);
  const tables = (await triggers()).filter(({ topic }) => topic !== SESSIONS_TOPIC);
  for (const { table, topic, events } of tables) {
    const { rowCount } = await touch(table, events, mine.workspaceId);
    expect(rowCount, `the seed has no row of ${table}`).toBeGreaterThan(0);
    await near.stream.until(({ event, data }) => event === 'change' && data.topic === topic, table);
    near.stream.forget();
  }
  await announce(['reviews'], theirs, 'the first');
  await far.stream.until(({ data }) => data.id === 'the first');
  expect(far.stream.heard()).toEqual([{ event: 'change', data: { topic: 'reviews', id: 'the first' } }]);
  near.stream.close();
  far.stream.close();
});

/** Changes a row without changing it; a table of which only new rows are told gets a copy and loses it again. */
async function touch(table: string, events: string[], workspaceId: string) {
  const columns = await adminQuery(
    kontor.adminUrl,
    `select event_object_column as name from information_schema.triggered_update_columns
      where event_object_table = $1 and trigger_name = 'announce' limit 1`,
    [table],
  );
  const column = columns.rows[0]?.name ?? 'workspace_id';
  // The other triggers do not look whether anything differs.
  const change =
    table === 'endpoint_states' ? 'consecutive_failures = consecutive_failures + 1' : `${column} = ${column}`;
  if (events.includes('UPDATE')) {
    return adminQuery(kontor.adminUrl, `update ${table} set ${change} where workspace_id = $1`, [workspaceId]);
  }
  const gone = `with gone as (delete from ${table} where workspace_id = $1 returning *)`;
  return adminQuery(kontor.adminUrl, `${gone} insert into ${table} select * from gone`, [workspaceId]);
}

describe('what a role may hear', () => {
  test.for([...ROLES])('%s', async (role) => {
    await addOperator(workspace, `${role}@live.example.com`, role);
    const { stream } = await follow(other, `${role}@live.example.com`, workspace);
    const scopes = rightsOf(role)?.scopes ?? new Set<string>();
    const topics = Object.keys(TOPICS);
    await announce(['nothing', ...topics], workspace);
    // Of one notifying connection the order is kept: what comes last says that the rest has come.
    await announce(['reviews'], workspace, 'last');
    await stream.until(({ data }) => data.id === 'last');
    const heard = stream.heard().filter(({ data }) => data.id === null);
    expect(heard.map(({ data }) => String(data.topic)).toSorted()).toEqual(
      topics.filter((topic) => mayHear(topic, scopes)).toSorted(),
    );
    stream.close();
  });

  test('follows a change of the role, without a new stream', async () => {
    const { operatorId } = await addOperator(workspace, 'rising@live.example.com', 'reviewer');
    const { stream } = await follow(kontor, 'rising@live.example.com', workspace);
    await announce(['webhooks'], workspace);
    await announce(['reviews'], workspace, 'before');
    await stream.until(({ data }) => data.id === 'before');
    await adminQuery(kontor.adminUrl, `update operators set role = 'owner' where operator_id = $1`, [operatorId]);
    await announce(['webhooks'], workspace, 'allowed');
    await stream.until(({ data }) => data.id === 'allowed');
    const heard = stream.heard().filter(({ data }) => data.topic === 'webhooks');
    expect(heard).toEqual([{ event: 'change', data: { topic: 'webhooks', id: 'allowed' } }]);
    stream.close();
  });
});

describe('a stream', () => {
  test('needs a session and a page of the console', async () => {
    const answer = await kontor.anonymous.get('/console/changes', FROM_CONSOLE);
    expect([answer.status, answer.body.code ?? answer.body.type]).toEqual([401, 'session_ended']);
    expect((await kontor.anonymous.get('/console/changes')).status).toBe(403);
  });

  test('ends with its session, also one that another process ends', async () => {
    await addOperator(workspace, 'leaving@live.example.com', 'viewer');
    const { stream, cookie } = await follow(kontor, 'leaving@live.example.com', workspace);
    const ended = await other.anonymous.delete('/console/session', undefined, { ...FROM_CONSOLE, cookie });
    expect(ended.status).toBe(204);
    await stream.until(({ event, data }) => event === 'end' && data.reason === 'session_ended');
    await stream.closed;
  });

  test('is one of eight that a person may have; a closed one makes room', async () => {
    const { operatorId } = await addOperator(workspace, 'many@live.example.com', 'viewer');
    const { cookie, stream } = await follow(kontor, 'many@live.example.com', workspace);
    const url = `${kontor.url}/console/changes`;
    const more = await Promise.all(Array.from({ length: 7 }, () => openEventStream(url, { ...FROM_CONSOLE, cookie })));
    const refused = await kontor.anonymous.get('/console/changes', { ...FROM_CONSOLE, cookie });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
    stream.close();
    await expect.poll(() => kontor.services.changes.countOf(operatorId)).toBe(7);
    const again = await openEventStream(url, { ...FROM_CONSOLE, cookie });
    for (const open of [...more, again]) open.close();
    await expect.poll(() => kontor.services.changes.countOf(operatorId)).toBe(0);
  });

  test('ends when its server stops, which does not wait for it', async () => {
    const stopping = await startTestKontor({ worker: false });
    await addOperator(workspace, 'late@live.example.com', 'viewer');
    const { stream } = await follow(stopping, 'late@live.example.com', workspace);
    const startMs = performance.now();
    const stopped = stopping.stop();
    await stream.until(({ event, data }) => event === 'end' && data.reason === 'shutdown');
    await stopped;
    // Its close would wait five seconds for a request that goes on.
    expect(performance.now() - startMs).toBeLessThan(4_500);
  });
});
