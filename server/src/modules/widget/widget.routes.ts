import { botNotFound } from '#modules/bots/index.ts';
import { route } from '#platform/http/route.ts';
import { createWidget, deleteWidget, getWidget, listWidgets, updateWidget } from './manage-widgets.ts';
import { widgetNotFound } from './widget.errors.ts';
import { CreateWidget, UpdateWidget, Widget, WidgetList, WidgetParams } from './widget.schemas.ts';

const tag = 'Widget';
const one = { description: 'The widget.', schema: Widget };

export const widgetRoutes = [
  route({
    method: 'GET',
    path: '/v2/widgets',
    operationId: 'listWidgets',
    summary: 'List the widgets',
    description: 'The chats that pages may show, newest first.',
    tag,
    scope: 'read',
    outputs: { 200: { description: 'The widgets.', schema: WidgetList } },
    handle: async (ctx) => ({ status: 200, body: await listWidgets(ctx) }),
  }),
  route({
    method: 'POST',
    path: '/v2/widgets',
    operationId: 'createWidget',
    effect: 'goes-live',
    summary: 'Make a widget',
    description:
      'Makes a chat of a bot for your pages: put `snippet` into them, and name their origins in `allowedOrigins`, for no other page can show it.',
    tag,
    scope: 'write',
    body: CreateWidget,
    outputs: { 201: one },
    errors: [botNotFound],
    example: { body: { botId: '…', name: 'Help pages', allowedOrigins: ['https://www.example.com'] } },
    handle: async (ctx, { body }) => ({ status: 201, body: await createWidget(ctx, body) }),
  }),
  route({
    method: 'GET',
    path: '/v2/widgets/{widget-id}',
    operationId: 'getWidget',
    summary: 'Get a widget',
    description: 'One widget with the snippet for your pages.',
    tag,
    scope: 'read',
    params: WidgetParams,
    outputs: { 200: one },
    errors: [widgetNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await getWidget(ctx, params.widgetId) }),
  }),
  route({
    method: 'PATCH',
    path: '/v2/widgets/{widget-id}',
    operationId: 'updateWidget',
    summary: 'Change a widget',
    description: 'Changes what is given; it holds for the next page that shows the chat.',
    tag,
    scope: 'write',
    params: WidgetParams,
    body: UpdateWidget,
    outputs: { 200: one },
    errors: [widgetNotFound],
    example: { body: { allowedOrigins: ['https://www.example.com', 'https://app.example.com'] } },
    handle: async (ctx, { params, body }) => ({ status: 200, body: await updateWidget(ctx, params.widgetId, body) }),
  }),
  route({
    method: 'DELETE',
    path: '/v2/widgets/{widget-id}',
    operationId: 'deleteWidget',
    summary: 'Delete a widget',
    description: 'Pages that still name it show nothing. Conversations stay.',
    tag,
    scope: 'write',
    params: WidgetParams,
    outputs: { 204: { description: 'It is gone.' } },
    errors: [widgetNotFound],
    handle: async (ctx, { params }) => {
      await deleteWidget(ctx, params.widgetId);
      return { status: 204 };
    },
  }),
];
