import { AppError, databaseUnavailable } from '#platform/http/errors.ts';
import { publicRoute, route } from '#platform/http/route.ts';
import { invalidClient, invalidRequest, invalidScope, invalidTarget, unsupportedGrantType } from './identity.errors.ts';
import { selectAuditEntries, selectWorkspace } from './identity.queries.ts';
import {
  AuditLogAnswer,
  AuditLogQuery,
  Jwks,
  ResourceMetadata,
  ServerMetadata,
  TokenAnswer,
  TokenForm,
  WorkspaceAnswer,
} from './identity.schemas.ts';
import { issueToken } from './issue-token.ts';
import { CLIENT_SCOPES } from './scopes.ts';
import { getSigningKeys } from './signing-keys.ts';

export const identityRoutes = [
  publicRoute({
    method: 'POST',
    path: '/api/auth',
    operationId: 'issueToken',
    summary: 'Exchange client credentials for an access token',
    description:
      'The client-credentials grant of OAuth 2.0, form-encoded. The token lives five minutes; get the next one before it ends. Errors have the shape of RFC 6749 §5.2.',
    tag: 'Authentication',
    body: TokenForm,
    bodyMediaType: 'application/x-www-form-urlencoded',
    outputs: {
      200: { description: 'The token.', schema: TokenAnswer, headers: { 'Cache-Control': 'Always `no-store`.' } },
    },
    errors: [invalidClient, invalidRequest, invalidScope, invalidTarget, unsupportedGrantType, databaseUnavailable],
    example: { body: { grant_type: 'client_credentials', client_id: 'client_…', client_secret: '…' } },
    async handle(services, { body, headers }) {
      if (!/^application\/x-www-form-urlencoded/i.test(headers['content-type']?.toString() ?? '')) {
        throw new AppError(
          invalidRequest,
          'Send the credentials with Content-Type: application/x-www-form-urlencoded.',
        );
      }
      const token = await issueToken(services, body, headers.authorization?.toString());
      return { status: 200, body: token, headers: { 'cache-control': 'no-store', pragma: 'no-cache' } };
    },
  }),
  publicRoute({
    method: 'GET',
    path: '/.well-known/jwks.json',
    operationId: 'getSigningKeys',
    summary: 'Public keys of the access tokens',
    description: 'Keys rotate; a key stays listed until every token it signed has expired.',
    tag: 'Authentication',
    outputs: { 200: { description: 'The keys.', schema: Jwks } },
    errors: [databaseUnavailable],
    async handle(services) {
      const { jwks } = await getSigningKeys(services);
      return { status: 200, body: jwks, headers: { 'cache-control': 'public, max-age=300' } };
    },
  }),
  publicRoute({
    method: 'GET',
    path: '/.well-known/oauth-authorization-server',
    operationId: 'getServerMetadata',
    summary: 'Metadata of the token endpoint',
    description: 'For OAuth clients that configure themselves (RFC 8414).',
    tag: 'Authentication',
    outputs: { 200: { description: 'The metadata.', schema: ServerMetadata } },
    async handle({ publicUrl }) {
      return {
        status: 200,
        body: {
          issuer: publicUrl,
          token_endpoint: `${publicUrl}/api/auth`,
          jwks_uri: `${publicUrl}/.well-known/jwks.json`,
          grant_types_supported: ['client_credentials'],
          // Answers that there is none, for clients that read no metadata without it.
          authorization_endpoint: `${publicUrl}/mcp/authorize`,
          response_types_supported: [],
          token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
          scopes_supported: [...CLIENT_SCOPES],
          service_documentation: `${publicUrl}/docs/api`,
        },
      };
    },
  }),
  publicRoute({
    method: 'GET',
    path: '/.well-known/oauth-protected-resource/mcp',
    operationId: 'getMcpMetadata',
    summary: 'Metadata of the endpoint for agents',
    description: 'Where tokens for `/mcp` come from, for agents that configure themselves (RFC 9728).',
    tag: 'Authentication',
    outputs: { 200: { description: 'The metadata.', schema: ResourceMetadata } },
    async handle({ publicUrl }) {
      return {
        status: 200,
        body: {
          resource: `${publicUrl}/mcp`,
          resource_name: 'Kontor',
          authorization_servers: [publicUrl],
          // Without `scopes_supported`: agents ask for all that it names, and most clients hold fewer.
          bearer_methods_supported: ['header'],
          resource_documentation: `${publicUrl}/docs/mcp.md`,
        },
      };
    },
  }),
  route({
    method: 'GET',
    path: '/v2/workspace',
    operationId: 'getWorkspace',
    summary: 'The workspace of this key',
    description: 'Tells which workspace a key belongs to and what it may do: a way to test a key without side effects.',
    tag: 'Workspace',
    scope: 'read',
    outputs: { 200: { description: 'The workspace.', schema: WorkspaceAnswer } },
    async handle(ctx) {
      const workspace = await selectWorkspace(ctx.session, ctx.workspaceId);
      if (!workspace) throw new Error(`The workspace ${ctx.workspaceId} of a valid key is missing`);
      return {
        status: 200,
        body: {
          id: workspace.workspaceId,
          name: workspace.name,
          createdAt: workspace.createdAt.toISOString(),
          scopes: [...ctx.actor.scopes],
        },
      };
    },
  }),
  route({
    method: 'GET',
    path: '/v2/audit-log',
    operationId: 'listAuditEntries',
    summary: 'Changes of identities, keys, webhooks and secrets',
    description:
      'Who did what when, newest first. Entries can be added by Kontor only, and neither changed nor deleted by it.',
    tag: 'Workspace',
    scope: 'read',
    query: AuditLogQuery,
    outputs: { 200: { description: 'A page.', schema: AuditLogAnswer } },
    async handle(ctx, { query }) {
      const limit = query.limit ?? 100;
      const rows = await selectAuditEntries(ctx.session, ctx.workspaceId, {
        limit: limit + 1,
        before: query.cursor ?? null,
      });
      const entries = rows.slice(0, limit).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
      const nextCursor = rows.length > limit ? (entries.at(-1)?.id ?? null) : null;
      return { status: 200, body: { entries, nextCursor } };
    },
  }),
];
