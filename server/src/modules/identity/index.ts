/**
 * Who may come in: workspaces, the clients of the banking API and their tokens, the keys of the agent API, operators,
 * and the audit log. Every other module learns from here which workspace a request belongs to, and nothing else.
 */
import type { Services } from '#platform/context.ts';
import type { KontorModule } from '#platform/module.ts';
import { apiKeysRoutes } from './api-keys.routes.ts';
import * as apiKeysSchemas from './api-keys.schemas.ts';
import { clientsRoutes } from './clients.routes.ts';
import * as clientsSchemas from './clients.schemas.ts';
import { identityRoutes } from './identity.routes.ts';
import * as schemas from './identity.schemas.ts';
import { consoleRoutes } from './operators/console.routes.ts';
import { deleteEndedSignIns } from './operators/operators.queries.ts';
import { operatorsRoutes } from './operators/operators.routes.ts';
import * as operatorsSchemas from './operators/operators.schemas.ts';
import { rotateSigningKeys } from './signing-keys.ts';

export { createApiKey, listApiKeys, revealApiKey, revokeApiKey, rotateApiKey } from './api-keys.ts';
export { type AuditedChange, audit } from './audit.ts';
export { authenticate } from './authenticate.ts';
export { createClient } from './create-client.ts';
export { createOperator } from './create-operator.ts';
export { createWorkspace } from './create-workspace.ts';
export { workspaceCreating } from './identity.events.ts';
export { selectWorkspace } from './identity.queries.ts';
export { nameActors } from './name-actors.ts';
export { inviteOperator } from './operators/invitations.ts';
export { nameOfOperator } from './operators/manage-operators.ts';
export { crossSiteRequest, sessionEnded } from './operators/operators.errors.ts';
export { resetSecondFactor } from './operators/second-factor.ts';
export { readSessionScopes } from './operators/session-scopes.ts';
export { type OpenSession, withSession } from './operators/sessions.ts';
export { getOutboundAllowList, setOutboundAllowList } from './outbound-allow-list.ts';
export { revokeClient } from './revoke-client.ts';
export { type OperatorRole, ROLES } from './roles.ts';
export { SCOPE_DESCRIPTIONS } from './scope-descriptions.ts';
export { API_KEY_SCOPES, type ApiKeyScope, CLIENT_SCOPES } from './scopes.ts';

const forgetEndedSignIns = ({ database }: Services) => database.transaction(null, deleteEndedSignIns);

export const identity: KontorModule = {
  name: 'identity',
  routes: [...identityRoutes, ...apiKeysRoutes, ...clientsRoutes, ...operatorsRoutes, ...consoleRoutes],
  schemas: { ...schemas, ...apiKeysSchemas, ...clientsSchemas, ...operatorsSchemas },
  schedules: [
    { name: 'rotate-signing-keys', cron: '17 3 * * *', run: rotateSigningKeys },
    { name: 'delete-ended-sign-ins', cron: '47 * * * *', run: forgetEndedSignIns },
  ],
};
