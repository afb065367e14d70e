import type { Static } from 'typebox';
import { requireBot } from '#modules/bots/index.ts';
import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import { widgetNotFound } from './widget.errors.ts';
import {
  deleteWidgetRow,
  insertWidget,
  selectWidget,
  selectWidgets,
  updateWidgetRow,
  type WidgetRow,
} from './widget.queries.ts';
import type { CreateWidget, UpdateWidget, Widget } from './widget.schemas.ts';

const NOTHING = { en: '', de: '' };

const present = (ctx: Context, { widgetId, ...widget }: WidgetRow): Static<typeof Widget> => ({
  id: widgetId,
  botId: widget.botId,
  name: widget.name,
  allowedOrigins: widget.allowedOrigins,
  title: widget.title,
  greeting: widget.greeting,
  active: widget.isActive,
  snippet: `<script src="${ctx.publicUrl}/widget.js" data-widget="${widgetId}" async></script>`,
  createdAt: widget.createdAt.toISOString(),
  updatedAt: widget.updatedAt.toISOString(),
});

export async function createWidget(ctx: Context, input: Static<typeof CreateWidget>) {
  await requireBot(ctx, input.botId);
  const { allowedOrigins = [], title = NOTHING, greeting = NOTHING, botId, name } = input;
  const widgetId = uuidv7(ctx.now().getTime());
  await insertWidget(ctx.session, ctx.workspaceId, { widgetId, botId, name, allowedOrigins, title, greeting });
  await note(ctx, 'created', widgetId, { allowedOrigins });
  return present(ctx, await requireWidget(ctx, widgetId));
}

export const listWidgets = async (ctx: Context) => ({
  widgets: (await selectWidgets(ctx.session, ctx.workspaceId)).map((widget) => present(ctx, widget)),
});

export const getWidget = async (ctx: Context, widgetId: string) => present(ctx, await requireWidget(ctx, widgetId));

export async function updateWidget(ctx: Context, widgetId: string, input: Static<typeof UpdateWidget>) {
  const { active, ...change } = input;
  await requireWidget(ctx, widgetId);
  await updateWidgetRow(ctx.session, widgetId, { ...change, isActive: active });
  await note(ctx, 'changed', widgetId, { allowedOrigins: input.allowedOrigins });
  return present(ctx, await requireWidget(ctx, widgetId));
}

export async function deleteWidget(ctx: Context, widgetId: string) {
  await requireWidget(ctx, widgetId);
  await deleteWidgetRow(ctx.session, widgetId);
  await note(ctx, 'deleted', widgetId, {});
}

/** Which pages may show customers' conversations is a matter of who may see them. */
const note = (ctx: Context, what: string, targetId: string, details: Record<string, unknown>) =>
  audit(ctx, { action: `widget.${what}`, targetKind: 'widget', targetId, details });

/** Rejects with `widget_not_found`, also for one of another workspace. */
export async function requireWidget(ctx: Pick<Context, 'session' | 'workspaceId'>, widgetId: string) {
  const widget = await selectWidget(ctx.session, ctx.workspaceId, widgetId);
  if (!widget) throw new AppError(widgetNotFound, 'There is no widget with this id in the workspace of the key.');
  return widget;
}
