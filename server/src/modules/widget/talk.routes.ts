import { Type } from 'typebox';
import { botArchived } from '#modules/agent/index.ts';
import { conversationBusy, conversationNotFound } from '#modules/conversations/index.ts';
import { customerTokenInvalid } from '#modules/integrations/index.ts';
import { ruleRunMoved } from '#modules/rulebook/index.ts';
import { ambiguousCustomer } from '#modules/users/index.ts';
import { idempotencyInProgress, idempotencyKeyReused } from '#platform/http/errors.ts';
import { publicRoute } from '#platform/http/route.ts';
import { showWidget } from './page.ts';
import { readTalk, talk } from './talk.ts';
import { widgetNotFound, widgetSessionEnded } from './widget.errors.ts';
import { WidgetConversation, WidgetMessage, WidgetParams, WidgetSession, WidgetStream } from './widget.schemas.ts';

const tag = 'Widget';
const errors = [widgetNotFound, widgetSessionEnded, conversationNotFound, customerTokenInvalid, ambiguousCustomer];

/** What the widget itself asks for, from the browsers of visitors. */
export const talkRoutes = [
  publicRoute({
    method: 'GET',
    path: '/widget/{widget-id}',
    operationId: 'showWidget',
    summary: 'The chat in its frame',
    description: 'What `widget.js` shows in an iframe; browsers show it in pages of `allowedOrigins` only.',
    tag,
    params: WidgetParams,
    query: Type.Object({
      language: Type.Optional(Type.String({ maxLength: 20, description: '`de`: German; anything else: English.' })),
    }),
    outputs: { 200: { description: 'A page.', mediaType: 'text/html; charset=utf-8' } },
    errors: [widgetNotFound],
    handle: (services, { params, query }) => showWidget(services, params.widgetId, query.language),
  }),
  publicRoute({
    method: 'POST',
    path: '/widget/{widget-id}/messages',
    operationId: 'talkInWidget',
    summary: 'Say something in the chat',
    description:
      'For the browser of a visitor. Who they are only `customerToken` says, which your server has signed; a conversation of a customer is gone on with by that customer only.',
    tag,
    params: WidgetParams,
    body: WidgetMessage,
    bodyLimitBytes: 128 * 1024,
    outputs: { 200: { description: 'The answer.', mediaType: 'text/event-stream', schema: WidgetStream } },
    errors: [...errors, conversationBusy, ruleRunMoved, botArchived, idempotencyInProgress, idempotencyKeyReused],
    example: { body: { content: 'I lost my card.', session: null, customerToken: null } },
    handle: (services, { params, body }) => talk(services, params.widgetId, body),
  }),
  publicRoute({
    method: 'POST',
    path: '/widget/{widget-id}/conversation',
    operationId: 'readWidgetConversation',
    summary: 'Read the conversation of the chat',
    description: 'For the browser of a visitor: what has been said, by people too. Changes nothing.',
    tag,
    params: WidgetParams,
    body: WidgetSession,
    bodyLimitBytes: 32 * 1024,
    outputs: { 200: { description: 'The conversation.', schema: WidgetConversation } },
    errors,
    example: { body: { session: '…', customerToken: null } },
    handle: async (services, { params, body }) => ({
      status: 200,
      body: await readTalk(services, params.widgetId, body),
    }),
  }),
];
