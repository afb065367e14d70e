import type { Session } from '#platform/db/database.ts';
import type { ActionRow } from './actions.types.ts';

const SELECT = `select action_id as "actionId", name, description, inputs, steps, outputs, created_at as "createdAt", updated_at as "updatedAt"
  from actions where workspace_id = $1`;

type Row = ActionRow & Record<string, unknown>;

/** By name. */
export async function selectActions(session: Session, workspaceId: string): Promise<ActionRow[]> {
  return session.query<Row>(`${SELECT} order by name`, [workspaceId]);
}

export async function selectAction(
  session: Session,
  workspaceId: string,
  actionId: string,
): Promise<ActionRow | undefined> {
  const [row] = await session.query<Row>(`${SELECT} and action_id::text = $2`, [workspaceId, actionId]);
  return row;
}

type Saved = Omit<ActionRow, 'createdAt' | 'updatedAt'>;

const valuesOf = ({ actionId, name, description, inputs, steps, outputs }: Saved) => [
  actionId,
  name,
  description,
  JSON.stringify(inputs),
  JSON.stringify(steps),
  JSON.stringify(outputs),
];

export async function insertAction(session: Session, workspaceId: string, row: Saved): Promise<void> {
  await session.query(
    'insert into actions (action_id, name, description, inputs, steps, outputs, workspace_id) values ($1, $2, $3, $4, $5, $6, $7)',
    [...valuesOf(row), workspaceId],
  );
}

export async function updateActionRow(session: Session, row: Saved): Promise<void> {
  await session.query(
    'update actions set name = $2, description = $3, inputs = $4, steps = $5, outputs = $6, updated_at = now() where action_id = $1',
    valuesOf(row),
  );
}

export async function deleteActionRow(session: Session, actionId: string): Promise<void> {
  await session.query('delete from actions where action_id = $1', [actionId]);
}
