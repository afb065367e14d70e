import pg from 'pg';
import { expect, it } from 'vitest';
import { withFreshDatabase } from './fresh-database.ts';
import { generateSchema } from './schema.ts';

it('writes a schema that makes the same database again, and refuses what it would leave out', async () => {
  await withFreshDatabase(async (url) => {
    const text = await generateSchema(url);
    expect(text).toContain('create table users (');
    expect(text).toContain('enable row level security;');
    expect(text).toContain('revoke execute on function find_api_key(text) from public;');

    const copy = new URL(url);
    copy.pathname = '/copy';
    await run(url, 'create database copy');
    await run(copy.href, text);
    expect(await generateSchema(copy.href)).toBe(text);

    await run(
      copy.href,
      `comment on column users.email is 'It''s unique';
       create table tickets (no bigint generated always as identity primary key, twice bigint generated always as (no * 2) stored);
       create policy readers on tickets as restrictive for select to pg_read_all_data using (no > 0);
       create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
       create trigger touched before update on tickets for each row execute function touch();`,
    );
    const richer = await generateSchema(copy.href);
    for (const line of [
      `comment on column users.email is 'It''s unique';`,
      'no bigint generated always as identity not null,',
      'twice bigint generated always as ((no * 2)) stored,',
      'create policy readers on tickets as restrictive for select to pg_read_all_data\n  using (no > 0);',
      'CREATE TRIGGER touched BEFORE UPDATE ON tickets',
    ]) {
      expect(richer).toContain(line);
    }

    await run(copy.href, `create type mood as enum ('glad'); create materialized view everybody as select 1 as one`);
    await expect(generateSchema(copy.href)).rejects.toThrow('everybody (relkind m), mood (type)');
  });
});

async function run(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
