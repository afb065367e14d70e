import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';
import { isUuid } from '#platform/text/uuid.ts';

/** By language. */
export interface LocalText {
  en: string;
  de: string;
}

export interface WidgetRow {
  widgetId: string;
  botId: string;
  name: string;
  allowedOrigins: string[];
  title: LocalText;
  greeting: LocalText;
  isActive: boolean;
  createdAt: Date;
  updatedAt: Date;
}

const COLUMNS = `widget_id as "widgetId", bot_id as "botId", name, allowed_origins as "allowedOrigins", title, greeting,
  is_active as "isActive", created_at as "createdAt", updated_at as "updatedAt"`;

export async function insertWidget(
  session: Session,
  workspaceId: string,
  widget: Omit<WidgetRow, 'isActive' | 'createdAt' | 'updatedAt'>,
) {
  await session.kysely
    .insertInto('widgets')
    .values({
      widget_id: widget.widgetId,
      workspace_id: workspaceId,
      bot_id: widget.botId,
      name: widget.name,
      allowed_origins: widget.allowedOrigins,
      title: JSON.stringify(widget.title),
      greeting: JSON.stringify(widget.greeting),
    })
    .execute();
}

export const selectWidgets = (session: Session, workspaceId: string): Promise<WidgetRow[]> =>
  session.query<WidgetRow & Record<string, unknown>>(
    `select ${COLUMNS} from widgets where workspace_id = $1 order by widget_id desc`,
    [workspaceId],
  );

export async function selectWidget(session: Session, workspaceId: string, widgetId: string) {
  if (!isUuid(widgetId)) return undefined;
  const [row] = await session.prepared<WidgetRow & Record<string, unknown>>(
    'select_widget',
    `select ${COLUMNS} from widgets where workspace_id = $1 and widget_id = $2`,
    [workspaceId, widgetId],
  );
  return row as WidgetRow | undefined;
}

/** Whose it is; undefined: nobody's. */
export async function findWidget(session: Session, widgetId: string): Promise<string | undefined> {
  if (!isUuid(widgetId)) return undefined;
  const [row] = await session.prepared<{ workspaceId: string }>(
    'find_widget',
    'select workspace_id as "workspaceId" from find_widget($1)',
    [widgetId],
  );
  return row?.workspaceId;
}

export async function updateWidgetRow(
  session: Session,
  widgetId: string,
  change: Partial<Pick<WidgetRow, 'name' | 'allowedOrigins' | 'title' | 'greeting' | 'isActive'>>,
) {
  await session.kysely
    .updateTable('widgets')
    .set({
      updated_at: sql<Date>`now()`,
      ...(change.name !== undefined && { name: change.name }),
      ...(change.allowedOrigins && { allowed_origins: change.allowedOrigins }),
      ...(change.title && { title: JSON.stringify(change.title) }),
      ...(change.greeting && { greeting: JSON.stringify(change.greeting) }),
      ...(change.isActive !== undefined && { is_active: change.isActive }),
    })
    .where('widget_id', '=', widgetId)
    .execute();
}

export async function deleteWidgetRow(session: Session, widgetId: string) {
  await session.kysely.deleteFrom('widgets').where('widget_id', '=', widgetId).execute();
}
