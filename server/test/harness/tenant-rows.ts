import pg from 'pg';
import { adminQuery } from './databases.ts';

/** Every table of the schema that rows of tenants stand in. */
export async function tenantTables(adminUrl: string): Promise<string[]> {
  const { rows } = await adminQuery(
    adminUrl,
    `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  );
  return rows.map((row) => row.relname);
}

/** Digests of all that a workspace has; over one connection and one prepared statement, because they are taken often. */
export interface Fingerprints {
  /** Per table: how many rows the workspace has, and a digest of all that is in them. */
  of(workspaceId: string): Promise<Record<string, string>>;
  close(): Promise<void>;
}

export async function openFingerprints(adminUrl: string): Promise<Fingerprints> {
  const prints = (await tenantTables(adminUrl)).map(
    (
      table,
    ) => `select '${table}' as name, count(*) || ' rows, ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print
     from ${table} t where workspace_id = $1`,
  );
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  // Else every execution is planned anew for its value, which takes longer than reading the rows.
  await client.query('set plan_cache_mode = force_generic_plan');
  return {
    async of(workspaceId) {
      const { rows } = await client.query({ name: 'prints', text: prints.join(' union all '), values: [workspaceId] });
      return Object.fromEntries(rows.map((row) => [row.name, row.print]));
    },
    close: () => client.end(),
  };
}
