import { describe, expect, test } from 'vitest';
import { checkBoundaries } from './boundaries.ts';

/** A house in order, as small as it can be while every rule has something to look at. */
const HOUSE: Readonly<Record<string, string>> = {
  'server/package.json': JSON.stringify({
    imports: { '#platform/*': './src/platform/*', '#modules/*': './src/modules/*', '#config': './src/config.ts' },
  }),
  'server/migrations/0001_start.sql': `
    create table events (event_id uuid primary key);
    comment on table events is 'platform: the outbox';
    create table users (user_id uuid primary key, note text default 'a;b -- c');
    comment on table users is 'users: an end user';
    create table accounts (account_id uuid primary key, user_id uuid references users on delete cascade);
    comment on table accounts is 'banking: a bank account';`,
  'server/src/main.ts': `import './app.ts'; import { readConfig } from './config.ts'; readConfig();`,
  'server/src/app.ts': `import { connect } from './modules/banking/index.ts'; import '#modules/webhooks/index.ts'; connect();`,
  'server/src/config.ts': `export function readConfig() { return process.env.PORT; }`,
  'server/src/platform/db/database.ts': `export const begin = 'set local row_security = on';`,
  'server/src/platform/events/events.queries.ts': `export const next = 'select event_id from events for update skip locked';`,
  'server/src/modules/users/index.ts': `export { find } from './users.queries.ts'; export type User = { id: string };`,
  'server/src/modules/users/users.queries.ts': `export const find = (db: any) => db.selectFrom('users as u');`,
  'server/src/modules/banking/index.ts': `export { connect } from './connect-bank.ts';`,
  'server/src/modules/banking/connect-bank.ts': `import { find } from '#modules/users/index.ts'; export const connect = find; invalidField('/id', 'is required');`,
  'server/src/modules/webhooks/index.ts': `import '#platform/events/events.queries.ts';`,
  'server/test/journey.test.ts': `import '../src/modules/banking/connect-bank.ts'; 'select 1'; process.env.CI;`,
};

function look(planted: Record<string, string> = {}) {
  const files = Object.entries({ ...HOUSE, ...planted }).map(([path, text]) => ({ path, text }));
  return checkBoundaries(files);
}

/** `rule path:line` of what the rules find when these files are added to the house. */
function found(planted: Record<string, string>): string[] {
  return look(planted).violations.map(({ rule, path, line }) => `${rule} ${path}:${line}`);
}

const banking = 'server/src/modules/banking';

test('a house in order has no violation, and every rule had something to look at', () => {
  const { violations, lookedAt } = look();
  expect(violations).toEqual([]);
  expect(Object.values(lookedAt).filter((count) => count === 0)).toEqual([]);
});

test('nothing to look at is told', () => {
  const { lookedAt } = checkBoundaries([]);
  expect(new Set(Object.values(lookedAt))).toEqual(new Set([0]));
});

describe('direction', () => {
  const file = `${banking}/a.ts`;
  test.each([
    ['a module imports upwards', file, `import '#modules/analysis/index.ts';`],
    ['a module imports upwards, for a type', file, `import type { A } from '#modules/analysis/index.ts';`],
    ['a module imports upwards, by import()', file, `await import('#modules/analysis/index.ts');`],
    ['a module imports upwards, by import() of a type', file, `type A = import('#modules/analysis/index.ts').A;`],
    ['a module passes on from above', file, `export * from '#modules/analysis/index.ts';`],
    ['a module imports sideways', file, `import '#modules/knowledge/index.ts';`],
    ['a module imports webhooks', file, `import '#modules/webhooks/index.ts';`],
    ['a higher module imports webhooks', 'server/src/modules/agent/a.ts', `import '#modules/webhooks/index.ts';`],
    ['a module imports demo', 'server/src/modules/agent/a.ts', `import '#modules/demo/index.ts';`],
    ['a module walks round the front door', file, `import '#modules/users/users.queries.ts';`],
    ['a module leaves itself by a relative path', file, `import '../users/index.ts';`],
    ['a module reaches the platform by a relative path', file, `import '../../platform/db/database.ts';`],
    ['a module names itself', file, `import '#modules/banking/connect-bank.ts';`],
    ['a module imports the composition', file, `import type { App } from '../../app.ts';`],
    ['a module imports a setting', file, `import { readConfig } from '../../config.ts';`],
    ['the platform imports a module', 'server/src/platform/a.ts', `import '#modules/users/index.ts';`],
    ['the platform imports the config', 'server/src/platform/a.ts', `import type { C } from '../config.ts';`],
    ['the composition walks round the front door', 'server/src/b.ts', `import './modules/users/users.queries.ts';`],
    ['production code imports a test', file, `import '../../../test/journey.test.ts';`],
    ['production code imports test tools', file, `import '#platform/testing/fake-clock.ts';`],
    ['production code imports a tool of its tests', file, `import './fake-bank.testing.ts';`],
    ['the server imports a script', file, `import '../../../../scripts/seed.ts';`],
    ['the client library imports the server', 'packages/sdk/a.ts', `import '../../server/src/config.ts';`],
  ])('%s', (_, path, text) => {
    const targets = {
      'server/src/modules/analysis/index.ts': '',
      'server/src/modules/knowledge/index.ts': '',
      'server/src/modules/demo/index.ts': '',
      'server/src/platform/testing/fake-clock.ts': '',
      [`${banking}/fake-bank.testing.ts`]: '',
      'scripts/seed.ts': '',
    };
    expect(found(targets)).toEqual([]);
    expect(found({ ...targets, [path]: `\n${text}` })).toEqual([`direction ${path}:2`]);
  });

  test('demo may import every module, tests may import everything, a module may import the type of the config', () => {
    const demo = `import '#modules/banking/index.ts'; import '#modules/webhooks/index.ts';`;
    expect(found({ 'server/src/modules/demo/index.ts': demo })).toEqual([]);
    expect(found({ [`${banking}/a.test.ts`]: `import '../users/users.queries.ts';` })).toEqual([]);
    expect(found({ [`${banking}/a.ts`]: `import type { C } from '#config';` })).toEqual([]);
  });

  test('a folder without a place', () => {
    expect(found({ 'server/src/modules/payroll/index.ts': '' })).toEqual([
      'direction server/src/modules/payroll/index.ts:1',
    ]);
    expect(found({ 'server/src/lib/a.ts': '' })).toEqual(['direction server/src/lib/a.ts:1']);
  });
});

test('imports that lead nowhere or that nobody can follow', () => {
  expect(found({ [`${banking}/a.ts`]: `import './gone.ts';` })).toEqual([`imports ${banking}/a.ts:1`]);
  expect(found({ [`${banking}/a.ts`]: `import '#modules/gone/index.ts';` })).toEqual([`imports ${banking}/a.ts:1`]);
  expect(found({ [`${banking}/a.ts`]: 'await import(name);' })).toEqual([`imports ${banking}/a.ts:1`]);
  expect(found({ [`${banking}/a.ts`]: `import 'fastify'; import 'node:fs';` })).toEqual([]);
});

test('a file that the parser cannot read', () => {
  expect(found({ [`${banking}/a.ts`]: 'const = ;' })).toContain(`syntax ${banking}/a.ts:1`);
});

describe('cycles', () => {
  test('of three files', () => {
    const files = { 'a.ts': `import './b.ts';`, 'b.ts': `import './c.ts';`, 'c.ts': `\nimport './a.ts';` };
    const planted = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${banking}/${name}`, text]));
    expect(found(planted)).toEqual([`cycles ${banking}/a.ts:1`]);
  });

  test('of a file with itself', () => {
    expect(found({ [`${banking}/a.ts`]: `import './a.ts';` })).toEqual([`cycles ${banking}/a.ts:1`]);
  });

  test('a type-only import closes a cycle between modules, not inside one', () => {
    const inside = { [`${banking}/a.ts`]: `import './b.ts';`, [`${banking}/b.ts`]: `import type { A } from './a.ts';` };
    expect(found(inside)).toEqual([]);
    const between = { 'server/src/modules/users/a.ts': `import type { B } from '#modules/banking/index.ts';` };
    const users = `${HOUSE['server/src/modules/users/index.ts']}; export * from './a.ts';`;
    expect(found({ ...between, 'server/src/modules/users/index.ts': users })).toContainEqual(
      expect.stringMatching(/^cycles/),
    );
  });
});

describe('environment', () => {
  test.each([
    'process.env.PORT;',
    `process['env'].PORT;`,
    'globalThis.process.env;',
    'const { env } = process;',
    'const { env: settings } = process;',
    `import { env } from 'node:process';`,
    `process.loadEnvFile('.env');`,
  ])('%s', (text) => {
    expect(found({ [`${banking}/a.ts`]: `\n${text}` })).toEqual([`environment ${banking}/a.ts:2`]);
    expect(found({ [`${banking}/a.test.ts`]: text, 'scripts/a.ts': text })).toEqual([]);
  });

  test('process without its environment is fine', () => {
    expect(found({ [`${banking}/a.ts`]: 'process.exit(); const env = 1; config.env;' })).toEqual([]);
  });
});

describe('sql', () => {
  test.each([
    `db.selectFrom('accounts')`,
    `db.insertInto('accounts')`,
    `db.updateTable('accounts')`,
    `db.deleteFrom('accounts')`,
    'sql`now()`',
    'sql<number>`now()`',
    `sql.raw('now()'); sql.join\`now()\``,
    `db.query('select 1')`,
    `db.query({ name: 'a', text: 'SELECT id FROM accounts WHERE id = $1' })`,
    'db.query(`insert into ${table} (id) values ($1)`)',
    `const text = 'update accounts set name = $1'`,
    `const text = 'DELETE FROM accounts'`,
    `const text = 'with recent as (select 1) select 2'`,
    `const text = 'copy accounts (id) from stdin'`,
    `const text = 'select pg_notify($1, $2)'`,
    `const text = 'create table a (b int)'`,
  ])('%s', (text) => {
    expect(found({ [`${banking}/a.ts`]: `\n${text}` })).toEqual([`sql ${banking}/a.ts:2`]);
    expect(
      found({ [`${banking}/banking.queries.ts`]: text, [`${banking}/a.test.ts`]: text, 'bench/a.ts': text }),
    ).toEqual([]);
    expect(found({ 'server/src/platform/db/a.ts': text.replaceAll('accounts', 'events') })).toEqual([]);
  });

  test.each([
    'Select a bank from the list',
    'update the client set',
    'Delete from here on',
    'selected from',
    'with care',
    'insert a coin',
    'create an account',
    'truncate',
    'Copy the key to the clipboard',
  ])('prose is not SQL: %s', (text) => {
    expect(found({ [`${banking}/a.ts`]: `const label = '${text}';` })).toEqual([]);
  });

  test('a file of SQL outside the migrations', () => {
    expect(found({ [`${banking}/a.sql`]: '' })).toEqual([`sql ${banking}/a.sql:1`]);
    expect(found({ 'schema.sql': '' })).toEqual([]);
  });
});

describe('tables and their owners', () => {
  const queries = `${banking}/banking.queries.ts`;

  test.each([
    `db.selectFrom('users')`,
    `db.selectFrom(['accounts', 'users as u'])`,
    `db.selectFrom('accounts as a').innerJoin('users as u', 'u.user_id', 'a.user_id')`,
    `db.deleteFrom('accounts').using('public.users')`,
    `const text = 'select name from accounts a, users u'`,
    `const text = 'select name from accounts join public.users using (user_id)'`,
    `const text = 'SELECT name FROM accounts LEFT JOIN LATERAL (SELECT 1 FROM "users") x ON true'`,
    `const text = 'update users set name = $1'`,
    `const text = 'with x as (delete from users returning 1) select 1 from x'`,
    'sql`select ${name} from only users`',
    'sql`exists (select from users)`',
    `sql.table('users')`,
  ])("a module's queries on a table of another: %s", (text) => {
    expect(found({ [queries]: `\n${text}` })).toEqual([`table-owner ${queries}:2`]);
  });

  test.each([
    `const text = 'select count(users) as users from accounts'`,
    `const text = 'with users as (select 1) select 1 from users, accounts'`,
    `const text = "select name from accounts where note = 'from users'"`,
    `db.with('users', (qb) => qb.selectFrom('accounts')).selectFrom('users')`,
    `const from = 'users'; list.from('a')`,
  ])('its own tables, and names that only look like a foreign one: %s', (text) => {
    expect(found({ [queries]: text })).toEqual([]);
  });

  test('the platform on a table of a module', () => {
    const path = 'server/src/platform/db/a.ts';
    expect(found({ [path]: `db.selectFrom('users')` })).toEqual([`table-owner ${path}:1`]);
  });

  const migration = 'server/migrations/0002_more.sql';

  test.each([
    ['a table that nobody owns', 'create table logins (id uuid);'],
    ['a view that nobody owns', 'create view logins as select 1;'],
    ['a comment that names no owner', `create table logins (id uuid); comment on table logins is 'a bank login';`],
    ['an owner that does not exist', `create table logins (id uuid); comment on table logins is 'payroll: a login';`],
    ['a foreign key upwards', `alter table users add foreign key (account_id) references accounts;`],
    [
      'a view that reads upwards',
      `create view u as select 1 from accounts; comment on view u is 'users: their accounts';`,
    ],
  ])('%s', (_, text) => {
    expect(found({ [migration]: `-- A comment; with create table fake (id int)\n${text}` })).toEqual([
      `table-owner ${migration}:2`,
    ]);
  });

  test('a view is read by the modules above its owner, and by no others', () => {
    const text = `create view active as select 1; comment on view active is 'banking: who is active';`;
    const read = (module: string) =>
      found({ [migration]: text, [`server/src/modules/${module}/a.queries.ts`]: `db.selectFrom('active')` });
    expect(read('analysis')).toEqual([]);
    expect(read('users')).toEqual(['table-owner server/src/modules/users/a.queries.ts:1']);
  });

  test('owners follow renames; dropped tables, partitions and function bodies ask for none', () => {
    const text = `
      create table old (id uuid);
      comment on table old is 'banking: it''s a login';
      alter table old rename to logins;
      create table gone (id uuid); drop table if exists gone cascade;
      create table events_2025 partition of events for values in (2025);
      create function f() returns void language sql as $body$ select 1; create table inner_one (id int); $body$;
      create materialized view sums as select 1 from accounts join logins using (id);
      comment on materialized view sums is 'analysis: sums';`;
    expect(found({ [migration]: text })).toEqual([]);
    expect(
      found({ [migration]: text, 'server/src/modules/users/users.queries.ts': `db.selectFrom('logins')` }),
    ).toHaveLength(1);
  });
});

test('names that say nothing', () => {
  const banned = [
    'utils.ts',
    'date-helpers.ts',
    'common/a.ts',
    'bank-manager.ts',
    'bank.service.ts',
    'base.ts',
    'misc/a.ts',
  ];
  for (const name of [...banned, 'shared/a.ts']) {
    expect(found({ [`${banking}/${name}`]: '' }), name).toEqual([`names ${banking}/${name}:1`]);
  }
  expect(found({ [`${banking}/connectBank.ts`]: '' })).toEqual([`names ${banking}/connectBank.ts:1`]);
  expect(found({ [`${banking}/database.ts`]: '', [`${banking}/base64.ts`]: '', 'docs/knowledge-base.md': '' })).toEqual(
    [],
  );
});

test('a file of more than 400 lines gives its reason in its head', () => {
  const [path, lines] = [`${banking}/long.ts`, 'f();\n'.repeat(401)];
  expect(found({ [path]: lines })).toEqual([`length ${path}:1`]);
  expect(found({ [path]: `${lines}// Long because it is.` })).toEqual([`length ${path}:1`]);
  expect(found({ [path]: `// The table.\n// Long because the table is.\n${lines}` })).toEqual([]);
  expect(found({ [path]: 'f();\n'.repeat(400) })).toEqual([]);
});

test('versions that are not exact', () => {
  const manifest = (version: string) => JSON.stringify({ name: 'a', devDependencies: { tool: version } }, null, 2);
  for (const version of ['^1.2.3', '~1.2.3', '1.x', '*', 'latest', '>=1', '1.2', 'github:a/b']) {
    expect(found({ 'packages/a/package.json': manifest(version) }), version).toEqual([
      'pinned-versions packages/a/package.json:4',
    ]);
  }
  for (const version of ['1.2.3', '18.4.0-beta.17', 'npm:typescript@5.9.3', 'npm:@a/b@1.0.0']) {
    expect(found({ 'packages/a/package.json': manifest(version) }), version).toEqual([]);
  }
});

test('a lockfile that works on some machines only', () => {
  const lock = (packages: object) => ({ 'package-lock.json': JSON.stringify({ packages }) });
  const tool = { optionalDependencies: { 'tool-linux': '1.0.0' } };
  const violation = ['lockfile package-lock.json:1'];
  expect(found(lock({ 'node_modules/tool': tool }))).toEqual(violation);
  expect(found(lock({ 'node_modules/a': {}, 'node_modules/a/node_modules/tool': tool }))).toEqual(violation);
  expect(found(lock({ 'node_modules/tool': tool, 'node_modules/tool-linux': {} }))).toEqual([]);
  expect(found(lock({ 'server/node_modules/tool': tool, 'node_modules/tool-linux': {} }))).toEqual([]);
  expect(found(lock({ 'node_modules/a': { resolved: 'https://npm.example.com/a.tgz' } }))).toEqual(violation);
  expect(found(lock({ 'node_modules/a': { resolved: 'packages/a', link: true } }))).toEqual([]);
});

test("paths of somebody's machine", () => {
  for (const folder of ['home/ann', 'Users/ann', 'root', 'work']) {
    expect(found({ 'docs/start.md': `First:\ncd "/${folder}/kontor"` }), folder).toEqual([
      'machine-path docs/start.md:2',
    ]);
  }
  expect(found({ 'docs/start.md': 'https://x.example/home/a/ and GET /v2/work/ and ./work/ and /homework/' })).toEqual(
    [],
  );
});

describe('German twins', () => {
  test.each([
    ['an error', `throw new AppError(gone, 'The moon is gone.');`],
    ['an error with a hole', 'throw new AppError(gone, `The moon ${name} is gone.`);'],
    ['one of two', `throw new AppError(gone, isFull ? 'This key has expired.' : 'The moon is gone.');`],
    ['a reason', `const decision = { reason: 'The moon is full' };`],
    ['the fault of a field', `errors.push({ path, message: 'is no moon of ours' });`],
    ['an event of webhooks', `definePublicEvent('moon.gone', { description: 'The moon is gone.', data });`],
  ])('%s without one is found', (_, text) => {
    expect(found({ [`${banking}/a.ts`]: text })).toEqual([`german-twins ${banking}/a.ts:1`]);
  });

  test('what has one, what is no sentence and what nobody reads is not', () => {
    const text = `throw new AppError(gone, 'This key has expired.'); const reason = 'not_found'; throw new Error('No such moon');`;
    expect(found({ [`${banking}/a.ts`]: text })).toEqual([]);
  });
});
