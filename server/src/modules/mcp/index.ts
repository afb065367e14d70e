/**
 * Kontor for agents, by the Model Context Protocol: tools made of the route objects and called by the very way that REST
 * takes, and a short list of those that come first. What is true of an operation is said by its route, not here.
 */
import type { FastifyInstance } from 'fastify';
import { API_KEY_SCOPES, CLIENT_SCOPES } from '#modules/identity/index.ts';
import type { OpenApiDocument } from '#platform/docs/openapi.types.ts';
import type { Route } from '#platform/http/route.ts';
import { authorizeRoute } from './authorize-route.ts';
import { createShelf, type DocumentSources } from './documents.ts';
import { INSTRUCTIONS } from './instructions.ts';
import { mcpRoute } from './mcp-route.ts';
import { NOT_OFFERED } from './not-offered.ts';
import { agentTools } from './picks/agent-tools.ts';
import { bankTools } from './picks/bank-tools.ts';
import { sendOperation } from './send-operation.ts';
import { createToolbox, type Toolbox } from './tools.ts';

export { NOT_OFFERED };

export interface McpOptions extends DocumentSources {
  routes: readonly Route[];
  document: () => OpenApiDocument;
  version: string;
  /** The router that the calls go to; it is made after the routes are. */
  app: () => FastifyInstance;
}

/** `/mcp` and what belongs to it, over the routes of this server. The tools are made when somebody first asks for them. */
export function createMcp(options: McpOptions): Route[] {
  let made: Toolbox | undefined;
  const isForPeople = (scope: string) => scope.startsWith('console:');
  const sources = { ...options, notOffered: NOT_OFFERED, isForPeople, picks: [...agentTools, ...bankTools] };
  const toolbox = () => (made ??= createToolbox(sources));
  const { version } = options;
  const about = { name: 'kontor', title: 'Kontor', version, instructions: INSTRUCTIONS };
  const route = mcpRoute({
    server: { ...about, toolbox, documents: createShelf(options) },
    scopes: [...API_KEY_SCOPES, ...CLIENT_SCOPES],
    async send(operationId, input, credential) {
      const operation = toolbox().operations.get(operationId);
      if (!operation) throw new Error(`A tool calls ${operationId}, which is not offered`);
      return sendOperation(options.app(), operation, input, credential);
    },
  });
  return [route, authorizeRoute];
}
