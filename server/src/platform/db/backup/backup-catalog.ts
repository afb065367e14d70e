import type pg from 'pg';
import type { BackupHeader, Partition, SequenceState, TableHeader } from './backup-format.ts';

/** The schemas whose tables are data of Kontor: its own, and the job queue's. */
const SCHEMAS = ['public', 'pgboss'];

/** COPY writes and reads values in these forms whatever the server's or role's defaults are. */
export const PORTABLE_SESSION = `
  set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = '10s';
  set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set extra_float_digits = 1; set bytea_output = 'hex'; set xmloption = 'content';
  -- A table whose row-level security applies to this role makes COPY fail, instead of silently leaving rows out.
  set row_security = off`;

type Relation = { oid: number; schema: string; name: string };

const NOT_OF_EXTENSION = `not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

/** A quoted, qualified name for SQL. */
export function quoted(relation: { schema: string; name: string }): string {
  const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
  return `${quote(relation.schema)}.${quote(relation.name)}`;
}

/** A column list for COPY. */
export function columnList(columns: string[]): string {
  return columns.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ');
}

/**
 * All tables with the columns that hold data (generated ones are computed again), partitioned tables as one with their
 * partitions listed, ordered so that a table comes after those its foreign keys refer to.
 */
export async function listTables(client: pg.ClientBase): Promise<TableHeader[]> {
  const relations = await selectRelations(client, `c.relkind in ('r', 'p') and not c.relispartition`);
  const columns = await client.query<{ oid: number; columns: string[] }>(
    `select attrelid as oid, array_agg(attname::text order by attnum) as columns from pg_attribute
     where attrelid = any ($1::oid[]) and attnum > 0 and not attisdropped and attgenerated = '' group by attrelid`,
    [relations.map(({ oid }) => oid)],
  );
  const partitions = await listPartitions(client, relations);
  const columnsOf = new Map(columns.rows.map((row) => [row.oid, row.columns]));
  return (await inReferenceOrder(client, relations)).map(({ oid, schema, name }) => ({
    schema,
    name,
    columns: columnsOf.get(oid) ?? [],
    partitions: partitions.get(oid) ?? [],
  }));
}

/** Names of the sequences with where they stand. Not bound to a snapshot, thus never behind the rows read before. */
export async function readSequences(client: pg.ClientBase): Promise<SequenceState[]> {
  const states: SequenceState[] = [];
  for (const sequence of await selectRelations(client, `c.relkind = 'S'`)) {
    const { rows } = await client.query<{ lastValue: string; isCalled: boolean }>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted(sequence)}`,
    );
    const state = rows[0];
    if (state) states.push({ schema: sequence.schema, name: sequence.name, ...state });
  }
  return states;
}

/** What schema_migrations holds; empty when the database was never migrated. */
export async function readMigrations(client: pg.ClientBase): Promise<BackupHeader['migrations']> {
  const { rows } = await client.query<{ found: boolean }>(
    `select to_regclass('public.schema_migrations') is not null as found`,
  );
  if (!rows[0]?.found) return [];
  return (await client.query('select name, checksum from public.schema_migrations order by name collate "C"')).rows;
}

async function selectRelations(client: pg.ClientBase, condition: string): Promise<Relation[]> {
  const { rows } = await client.query<Relation>(
    `select c.oid as oid, n.nspname as schema, c.relname as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and ${condition} and ${NOT_OF_EXTENSION} order by n.nspname, c.relname`,
    [SCHEMAS],
  );
  return rows;
}

/** The partitions of each root, by its oid. */
async function listPartitions(client: pg.ClientBase, roots: Relation[]): Promise<Map<number, Partition[]>> {
  const { rows } = await client.query<Partition & { root: number }>(
    `select root as root, n.nspname as schema, c.relname as name, pn.nspname as "parentSchema",
       p.relname as "parentName", pg_get_expr(c.relpartbound, c.oid) as bound,
       c.relkind <> 'r' or exists (select from pg_index i join pg_class ic on ic.oid = i.indexrelid
         where i.indrelid = c.oid and not ic.relispartition) as special
     from unnest($1::oid[]) as root
     cross join lateral pg_partition_tree(root::regclass) as tree
     join pg_class c on c.oid = tree.relid join pg_namespace n on n.oid = c.relnamespace
     join pg_class p on p.oid = tree.parentrelid join pg_namespace pn on pn.oid = p.relnamespace
     order by tree.level, n.nspname, c.relname`,
    [roots.map(({ oid }) => oid)],
  );
  const ofRoot = new Map<number, Partition[]>();
  for (const { root, ...partition } of rows) ofRoot.set(root, [...(ofRoot.get(root) ?? []), partition]);
  return ofRoot;
}

async function inReferenceOrder(client: pg.ClientBase, relations: Relation[]): Promise<Relation[]> {
  const { rows } = await client.query<{ from: number; to: number }>(
    `select coalesce(pg_partition_root(conrelid), conrelid)::oid as "from",
       coalesce(pg_partition_root(confrelid), confrelid)::oid as "to"
     from pg_constraint where contype = 'f'`,
  );
  const byOid = new Map(relations.map((relation) => [relation.oid, relation]));
  const ordered = new Set<Relation>();
  const underWay = new Set<Relation>();
  const visit = (relation: Relation): void => {
    // Tables that refer to each other in a circle have no order; restoring them needs the checks to be off.
    if (ordered.has(relation) || underWay.has(relation)) return;
    underWay.add(relation);
    for (const { from, to } of rows) {
      const referenced = from === relation.oid ? byOid.get(to) : undefined;
      if (referenced) visit(referenced);
    }
    ordered.add(relation);
  };
  relations.forEach(visit);
  return [...ordered];
}
