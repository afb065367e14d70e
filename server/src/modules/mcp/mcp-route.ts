import { Type } from 'typebox';
import type { DetachedContext } from '#platform/context.ts';
import { AppError, defineError, invalidField } from '#platform/http/errors.ts';
import { detachedRoute, type Reply, type Route, type RouteInput } from '#platform/http/route.ts';
import { isOwnHost, isOwnOrigin } from './allowed-hosts.ts';
import { answerMethod, infoOf, type McpServer } from './methods.ts';
import { isStateless, type Message, ProtocolError, SERVER_KEY } from './protocol.ts';
import type { Credential } from './send-operation.ts';
import type { OperationAnswer, OperationInput } from './tool.ts';

const originRefused = defineError(
  'origin_refused',
  403,
  'The request comes from a page, or names a host, that is not Kontor’s.',
);

const Body = Type.Object(
  {
    jsonrpc: Type.Literal('2.0', { description: 'The version of JSON-RPC.' }),
    id: Type.Optional(
      Type.Union([Type.String(), Type.Number()], { description: 'Of a request; notifications have none.' }),
    ),
    method: Type.String({ maxLength: 200, description: 'The method of the protocol.' }),
    params: Type.Optional(Type.Record(Type.String(), Type.Any(), { description: 'What the method takes.' })),
  },
  { description: 'One message.' },
);
const Query = Type.Object({
  toolsets: Type.Optional(
    Type.String({ maxLength: 500, description: 'Further sets of tools, with commas between them.' }),
  ),
});
const Answer = Type.Object(
  {
    jsonrpc: Type.Literal('2.0', { description: 'The version of JSON-RPC.' }),
    id: Type.Union([Type.String(), Type.Number()], { description: 'Of the request.' }),
    result: Type.Optional(Type.Any({ description: 'What the method answers.' })),
    error: Type.Optional(Type.Any({ description: 'What went wrong.' })),
  },
  { additionalProperties: false, description: 'The answer to a request.' },
);

export interface McpRouteOptions {
  server: McpServer;
  /** Any of them opens the endpoint; each operation asks for its own. */
  scopes: readonly string[];
  send(operationId: string, input: OperationInput, credential: Credential): Promise<OperationAnswer>;
}

/**
 * The endpoint of the Model Context Protocol by Streamable HTTP. It keeps no sessions: each request stands for itself and
 * any process answers it, in one piece.
 */
export function mcpRoute({ server, scopes, send }: McpRouteOptions): Route {
  const failed = { description: 'The request is not one of the protocol.', schema: Answer };
  return detachedRoute({
    method: 'POST',
    path: '/mcp',
    operationId: 'callMcp',
    summary: 'The Model Context Protocol',
    description: 'For agents; docs/mcp.md tells how to connect one.',
    tag: 'Workspace',
    scope: scopes,
    query: Query,
    body: Body,
    outputs: {
      200: { description: 'The answer.', schema: Answer },
      202: { description: 'A notification was taken.' },
      400: failed,
      404: failed,
    },
    errors: [originRefused],
    async handle(ctx, input) {
      refuseForeignPages(ctx, input.headers);
      const message: Message = input.body;
      const toolsets = readToolsets(server, input.query.toolsets);
      const invoke = (operationId: string, asked: OperationInput) => send(operationId, asked, credentialOf(ctx, input));
      const answer = () => answerMethod(server, { ctx, invoke }, message, toolsets);
      return reply(server, message, input.headers, answer);
    },
  });
}

type Headers = RouteInput<unknown, unknown, unknown>['headers'];

async function reply(
  server: McpServer,
  message: Message,
  headers: Headers,
  answer: () => Promise<Record<string, unknown>>,
): Promise<Reply> {
  const { id } = message;
  if (id === undefined) return { status: 202 };
  let stateless = true;
  try {
    stateless = isStateless(message, headers);
    const result = await answer();
    const about = { resultType: 'complete', _meta: { [SERVER_KEY]: infoOf(server) } };
    return { status: 200, body: { jsonrpc: '2.0', id, result: stateless ? { ...result, ...about } : result } };
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    const { code, message: text, data } = error;
    const body = { jsonrpc: '2.0', id, error: { code, message: text, ...(data !== undefined && { data }) } };
    // Clients with a handshake take every other status for the end of the connection.
    return { status: stateless ? error.status : 200, body };
  }
}

/** Pages of others can neither send a credential that they do not have nor reach us under a name of theirs. */
function refuseForeignPages({ publicUrl }: DetachedContext, { host, origin }: Headers) {
  if (!isOwnOrigin(origin?.toString(), publicUrl)) {
    throw new AppError(originRefused, 'Pages of other origins may not call /mcp.');
  }
  if (!isOwnHost(host?.toString(), publicUrl)) {
    throw new AppError(
      originRefused,
      `/mcp is reached under the host of ${publicUrl}, an IP address, or a name without a dot.`,
    );
  }
}

function readToolsets({ toolbox }: McpServer, asked: string | undefined): string[] {
  const wanted = (asked ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (wanted.length === 0) return [];
  const { toolsets } = toolbox();
  const unknown = wanted.filter((name) => !toolsets.includes(name));
  if (unknown.length > 0)
    throw invalidField('?toolsets', `has no set ${unknown.join(', ')}; there are ${toolsets.join(', ')}`);
  return wanted;
}

const credentialOf = (
  { requestId }: DetachedContext,
  { headers, clientAddress }: RouteInput<unknown, unknown, unknown>,
): Credential => ({
  bearer: headers.authorization?.toString().replace(/^Bearer +/i, '') ?? '',
  clientAddress,
  requestId: requestId ?? '',
});
