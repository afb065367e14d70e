import type { Session } from '#platform/db/database.ts';
import type { AttributeRow } from './attributes.types.ts';

const SELECT = `select a.attribute_id as "attributeId", a.name, a.description, a.source, a.fields, a.created_at as "createdAt", a.updated_at as "updatedAt",
    coalesce((select array_agg(b.bot_id order by b.bot_id) from bot_attributes b where b.attribute_id = a.attribute_id), '{}') as "botIds"
  from attributes a where a.workspace_id = $1`;

type Row = AttributeRow & Record<string, unknown>;

/** By name. */
export async function selectAttributes(session: Session, workspaceId: string): Promise<AttributeRow[]> {
  return session.query<Row>(`${SELECT} order by a.name`, [workspaceId]);
}

export async function selectAttribute(
  session: Session,
  workspaceId: string,
  attributeId: string,
): Promise<AttributeRow | undefined> {
  const [row] = await session.query<Row>(`${SELECT} and a.attribute_id::text = $2`, [workspaceId, attributeId]);
  return row;
}

/** What a bot reads before every answer: prepared, since every message asks. */
export async function selectAttributesOfBot(
  session: Session,
  workspaceId: string,
  botId: string,
): Promise<AttributeRow[]> {
  return session.prepared<Row>(
    'select_attributes_of_bot',
    `${SELECT} and exists (select from bot_attributes b where b.attribute_id = a.attribute_id and b.bot_id = $2) order by a.name`,
    [workspaceId, botId],
  );
}

type Saved = Pick<AttributeRow, 'attributeId' | 'name' | 'description' | 'source' | 'fields'>;

export async function insertAttribute(session: Session, workspaceId: string, row: Saved): Promise<void> {
  await session.query(
    'insert into attributes (attribute_id, workspace_id, name, description, source, fields) values ($1, $2, $3, $4, $5, $6)',
    [row.attributeId, workspaceId, row.name, row.description, JSON.stringify(row.source), JSON.stringify(row.fields)],
  );
}

export async function updateAttributeRow(session: Session, row: Saved): Promise<void> {
  await session.query(
    'update attributes set name = $2, description = $3, source = $4, fields = $5, updated_at = now() where attribute_id = $1',
    [row.attributeId, row.name, row.description, JSON.stringify(row.source), JSON.stringify(row.fields)],
  );
}

export async function replaceBotsOfAttribute(
  session: Session,
  workspaceId: string,
  attributeId: string,
  botIds: readonly string[],
): Promise<void> {
  await session.query('delete from bot_attributes where attribute_id = $1', [attributeId]);
  await session.query(
    'insert into bot_attributes (bot_id, attribute_id, workspace_id) select distinct unnest($1::uuid[]), $2::uuid, $3::uuid',
    [botIds, attributeId, workspaceId],
  );
}

export async function deleteAttributeRow(session: Session, attributeId: string): Promise<void> {
  await session.query('delete from attributes where attribute_id = $1', [attributeId]);
}

/** Those of the workspace that save attributes wait for each other: for names that are unique over all of them. */
export async function lockAttributes(session: Session, workspaceId: string): Promise<void> {
  await session.query(`select pg_advisory_xact_lock(hashtextextended('attributes:' || $1, 0))`, [workspaceId]);
}
