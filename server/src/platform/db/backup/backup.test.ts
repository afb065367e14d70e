import { once } from 'node:events';
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { createGunzip, gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/index.ts';
import { backupDatabase, backupToFile, restoreDatabase, verifyBackup } from './index.ts';

const directory = mkdtempSync(join(tmpdir(), 'kontor-backup-'));
let server: EmbeddedPostgres;
let databases = 0;

beforeAll(async () => {
  const quiet = () => undefined;
  const log = { info: quiet, warn: quiet, error: quiet };
  server = await startEmbeddedPostgres({ dataDir: join(directory, 'data'), log, settings: { fsync: 'off' } });
});

afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

const SCHEMA = `
  create table schema_migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now());
  insert into schema_migrations (name, checksum) values ('0001_first.sql', 'abc');
  create table children (
    child_id bigint generated always as identity primary key,
    parent_id uuid not null,
    note text,
    length int generated always as (length(note)) stored,
    "Odd ""name" numeric(20, 4)
  );
  create table parents (
    parent_id uuid primary key, up uuid references parents, details jsonb, digest bytea, tags text[], rate double precision,
    since timestamptz, lasts interval, day date
  );
  alter table children add foreign key (parent_id) references parents;
  create table bookings (booked_on date not null, amount_minor bigint not null, word text) partition by range (booked_on);
  create table bookings_2025 partition of bookings for values from ('2025-01-01') to ('2026-01-01');
  create sequence numbers start 1000;
  create table traces (trace text);
  create function trace() returns trigger language plpgsql as
    $$ begin insert into public.traces values (tg_table_name); return new; end $$;
  create trigger traced after insert on children for each row execute function trace();
  alter table parents enable row level security;
  create policy nobody_sees on parents using (false)`;

const ROWS = `
  insert into parents values
    ('00000000-0000-0000-0000-000000000001', null, '{"a": ["ü", "\\\\", "\\u0007"], "n": 1e400}', '\\x00ff0a5c', '{a,"b,c",NULL,"\\""}',
      0.1::float8 + 0.2, '2025-03-30 02:30:00.123456+01', '1 mon -2 days 03:04:05.6', 'infinity'),
    ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001', 'null', '', '{}', 'NaN', '0044-03-15 BC', null, null);
  insert into children (parent_id, note, "Odd ""name")
    select '00000000-0000-0000-0000-000000000002', note, 12345678901234.5678
    from unnest(array[E'tab\\there', E'line\\nbreak\\r\\n', E'back\\\\slash \\\\N \\\\.', '', null, '🏦 Ä', E'\\\\.\\n', repeat('x', 3000000)]) as note;
  create table bookings_2026 partition of bookings for values from ('2026-01-01') to ('2027-01-01');
  insert into bookings select '2025-06-01'::date + n % 500, n, 'n' || n from generate_series(1, 20000) n;
  select nextval('numbers'), nextval('numbers')`;

async function inDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function createDatabase(...sql: string[]): Promise<string> {
  const name = `backup_${++databases}`;
  await inDatabase(server.url, (client) => client.query(`create database ${name}`));
  const url = new URL(`/${name}`, server.url).href;
  await inDatabase(url, async (client) => {
    for (const statement of sql) await client.query(statement);
  });
  return url;
}

/** md5 over the ordered rows of each table, and where the sequences stand. */
async function contentOf(url: string): Promise<Record<string, string>> {
  return inDatabase(url, async (client) => {
    const content: Record<string, string> = {};
    const relations = await client.query(
      `select oid::regclass::text as name, relkind from pg_class
       where relkind in ('r', 'S') and relnamespace in (select oid from pg_namespace where nspname in ('public', 'pgboss'))`,
    );
    for (const { name, relkind } of relations.rows) {
      const row = relkind === 'S' ? `last_value::text || is_called` : `t::text`;
      const { rows } = await client.query(
        `select md5(coalesce(string_agg(${row}, '|' order by ${row}), '')) as md5 from ${name} t`,
      );
      content[name] = rows[0].md5;
    }
    return content;
  });
}

let source = '';
let file = '';

beforeAll(async () => {
  source = await createDatabase(SCHEMA, ROWS);
  file = join(directory, 'source.backup');
  await backupToFile(source, file);
});

test('a restored database equals the one the backup was made of, in every row and sequence', async () => {
  const target = await createDatabase(SCHEMA);
  const summary = await restoreDatabase(target, file);

  expect(await contentOf(target)).toEqual(await contentOf(source));
  expect(summary.rows).toEqual({
    'public.schema_migrations': 1,
    'public.parents': 2,
    'public.children': 8,
    'public.bookings': 20_000,
    // Eight, as in the source: the trigger must not have fired again.
    'public.traces': 8,
  });
  await inDatabase(target, async (client) => {
    const next = await client.query(`select nextval('numbers') as next`);
    expect(Number(next.rows[0].next)).toBe(1002);
    await client.query(`insert into children (parent_id) select parent_id from parents limit 1`);
    expect((await client.query('select max(child_id)::int as newest from children')).rows[0].newest).toBe(9);
    expect((await client.query('select count(*)::int as traces from traces')).rows[0].traces).toBe(9);
    await expect(client.query(`insert into children (parent_id) values (gen_random_uuid())`)).rejects.toThrow(
      'foreign key',
    );
  });
});

test('it works the same without superuser rights, as the owner of the tables', async () => {
  await inDatabase(server.url, (client) => client.query(`create role owner_only login createdb password 'secret'`));
  const url = new URL(await createDatabase());
  await inDatabase(url.href, (client) => client.query('grant all on schema public to owner_only'));
  url.username = 'owner_only';
  url.password = 'secret';
  await inDatabase(url.href, (client) => client.query(SCHEMA));

  await restoreDatabase(url.href, file);
  expect(await contentOf(url.href)).toEqual(await contentOf(source));
  await inDatabase(url.href, (client) =>
    client.query('insert into children (parent_id) select parent_id from parents limit 1'),
  );
  expect((await inDatabase(url.href, (client) => client.query('select from traces'))).rowCount).toBe(9);

  const copy = join(directory, 'owner.backup');
  await backupToFile(url.href, copy);
  expect((await verifyBackup(copy)).summary.rows['public.parents']).toBe(2);
});

test('a role that row-level security applies to gets an error, not a backup with rows missing', async () => {
  await inDatabase(source, (client) =>
    client.query(`create role reader login password 'secret'; grant select on all tables in schema public to reader;
      grant usage on all sequences in schema public to reader`),
  );
  const url = new URL(source);
  url.username = 'reader';
  url.password = 'secret';
  const path = join(directory, 'reader.backup');
  await expect(backupToFile(url.href, path)).rejects.toThrow('row-level security');
  expect(existsSync(path)).toBe(false);
  expect(existsSync(`${path}.partial`)).toBe(false);
});

test('a filled database is refused by name of its tables and only replaced by force', async () => {
  const target = await createDatabase(SCHEMA, `insert into parents (parent_id) values (gen_random_uuid())`);
  const before = await contentOf(target);
  await expect(restoreDatabase(target, file)).rejects.toThrow('The database is not empty (rows in parents)');
  expect(await contentOf(target)).toEqual(before);
  await restoreDatabase(target, file, { force: true });
  expect(await contentOf(target)).toEqual(await contentOf(source));
});

test('a cut, altered or foreign file is refused before anything is changed', async () => {
  const target = await createDatabase(SCHEMA, `insert into parents (parent_id) values (gen_random_uuid())`);
  const before = await contentOf(target);
  const whole = readFileSync(file);
  const text = gunzipSync(whole);
  const oneByteOff = Buffer.from(text);
  const at = text.indexOf('n19999');
  oneByteOff[at + 1] = 50;
  const endFrame = text.lastIndexOf('end ');
  const broken: Record<string, Buffer> = {
    cut: whole.subarray(0, whole.length - 100),
    'cut early': whole.subarray(0, 15),
    empty: Buffer.alloc(0),
    'altered when compressed': Buffer.concat([
      whole.subarray(0, 5000),
      Buffer.from([whole[5000]! ^ 0x20]),
      whole.subarray(5001),
    ]),
    'altered inside': gzipSync(oneByteOff),
    'without its end': gzipSync(text.subarray(0, endFrame)),
    'followed by more': gzipSync(Buffer.concat([text, Buffer.from('data 1\nx\n')])),
    'no backup': Buffer.from('create table x ();'),
    'another gzip': gzipSync('{"hello": 1}\n'),
  };
  for (const [what, bytes] of Object.entries(broken)) {
    const path = join(directory, `broken ${what}`);
    writeFileSync(path, bytes);
    await expect(restoreDatabase(target, path, { force: true }), what).rejects.toThrow(/not a complete Kontor backup/);
  }
  await expect(restoreDatabase(target, join(directory, 'missing'))).rejects.toThrow('ENOENT');
  expect(await contentOf(target)).toEqual(before);
});

test('a backup of other migrations or other columns is refused', async () => {
  const newer = await createDatabase(
    SCHEMA,
    `insert into schema_migrations (name, checksum) values ('0002_second.sql', 'def')`,
  );
  await expect(restoreDatabase(newer, file)).rejects.toThrow(
    /newest migration is 0001_first.sql \(1 in all\), the database's is 0002/,
  );
  const other = await createDatabase(SCHEMA, `alter table parents add column extra int`);
  await expect(restoreDatabase(other, file)).rejects.toThrow(
    "public.parents of the backup differs from the database's (extra)",
  );
  const empty = await createDatabase();
  await expect(restoreDatabase(empty, file)).rejects.toThrow("the database's is none");
});

test('an error in the middle of a restore leaves the database as it was', async () => {
  const target = await createDatabase(SCHEMA, `alter table bookings add check (amount_minor < 15000)`);
  const before = await contentOf(target);
  await expect(restoreDatabase(target, file)).rejects.toThrow('check constraint');
  expect(await contentOf(target)).toEqual(before);
});

test('rows that are written while the backup runs are in it all or not at all', async () => {
  const url = await createDatabase(SCHEMA, ROWS);
  const slow = new PassThrough({ highWaterMark: 1024 });
  const backup = backupDatabase(url, slow);
  const chunks: Buffer[] = [];
  // Nobody reads yet, so the backup has begun and stands still.
  await once(slow, 'readable');
  await inDatabase(url, (client) =>
    client.query(`delete from children; insert into bookings values ('2025-01-01', 1, 'late')`),
  );
  slow.on('data', (chunk: Buffer) => chunks.push(chunk));
  const summary = await backup;
  expect(summary.rows['public.bookings']).toBe(20_000);
  expect(summary.rows['public.children']).toBe(8);
  expect(gunzipSync(Buffer.concat(chunks)).includes('late')).toBe(false);
});

test('a destination that fails ends the backup with its error and frees the connection', async () => {
  const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('no space left on device')) });
  await expect(backupDatabase(source, full)).rejects.toThrow('no space left on device');
  const connections = `select count(*)::int as n from pg_stat_activity where application_name = 'kontor-backup'`;
  await expect
    .poll(async () => (await inDatabase(server.url, (client) => client.query(connections))).rows[0].n)
    .toBe(0);
});

test('the file is private, never overwritten, and readable by zcat', async () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await expect(backupToFile(source, file)).rejects.toThrow('exists already');
  const lines = createReadStream(file).pipe(createGunzip());
  const [first] = (await lines.take(1).toArray()) as Buffer[];
  expect(first?.toString()).toMatch(/^header \d+\n\{"format":"kontor-backup","version":1,"createdAt":"/);
});

test('jobs that wait in the queue come back, also into a queue that was just created', async () => {
  const withQueue = async (url: string, work: (boss: PgBoss) => Promise<void>) => {
    const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false });
    await boss.start();
    await boss.createQueue('mail');
    try {
      await work(boss);
    } finally {
      await boss.stop({ graceful: false });
    }
  };
  const from = await createDatabase(SCHEMA);
  await withQueue(from, async (boss) => void (await boss.send('mail', { to: 'anna' })));
  // Partitions by day: the new database lacks those of the past.
  await inDatabase(from, (client) =>
    client.query(
      `create table pgboss.queue_stats_20200101 partition of pgboss.queue_stats for values from ('2020-01-01') to ('2020-01-02')`,
    ),
  );
  const path = join(directory, 'queue.backup');
  await backupToFile(from, path);

  const to = await createDatabase(SCHEMA);
  await withQueue(to, async () => undefined);
  await restoreDatabase(to, path);
  expect(
    (
      await inDatabase(to, (client) =>
        client.query(`select to_regclass('pgboss.queue_stats_20200101') is null as missing`),
      )
    ).rows,
  ).toEqual([{ missing: false }]);
  await withQueue(to, async (boss) => {
    expect((await boss.fetch('mail')).map(({ data }) => data)).toEqual([{ to: 'anna' }]);
  });
});
