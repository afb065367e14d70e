/**
 * Who may come in: workspaces, the clients of the banking API and their tokens, the keys of the agent API, operators,
 * and the audit log. Every other module learns from here which workspace a request belongs to, and nothing else.
 */
import type { KontorModule } from '#platform/module.ts';
import { identityRoutes } from './identity.routes.ts';
import * as schemas from './identity.schemas.ts';
import { rotateSigningKeys } from './signing-keys.ts';

export { createApiKey, listApiKeys, revealApiKey, revokeApiKey, rotateApiKey } from './api-keys.ts';
export { type AuditedChange, audit } from './audit.ts';
export { authenticate } from './authenticate.ts';
export { createClient } from './create-client.ts';
export { createOperator, type OperatorRole } from './create-operator.ts';
export { createWorkspace } from './create-workspace.ts';
export { workspaceCreating } from './identity.events.ts';
export { selectWorkspace } from './identity.queries.ts';
export { getOutboundAllowList, setOutboundAllowList } from './outbound-allow-list.ts';
export { revokeClient } from './revoke-client.ts';
export { SCOPE_DESCRIPTIONS } from './scope-descriptions.ts';
export { API_KEY_SCOPES, type ApiKeyScope, CLIENT_SCOPES } from './scopes.ts';

export const identity: KontorModule = {
  name: 'identity',
  routes: identityRoutes,
  schemas,
  schedules: [{ name: 'rotate-signing-keys', cron: '17 3 * * *', run: rotateSigningKeys }],
};
