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

/** Per table: how many rows the workspace has, and a digest of all that is in them. */
export async function fingerprintTenant(adminUrl: string, workspaceId: string): Promise<Record<string, string>> {
  const tables = await tenantTables(adminUrl);
  const prints = tables.map(
    (
      table,
    ) => `select '${table}' as name, count(*) || ' rows, ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print
     from ${table} t where workspace_id = '${workspaceId}'`,
  );
  const { rows } = await adminQuery(adminUrl, prints.join(' union all '));
  return Object.fromEntries(rows.map((row) => [row.name, row.print]));
}
