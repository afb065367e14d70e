import { AppError, defineError } from '#platform/http/errors.ts';
import { publicRoute, type Route } from '#platform/http/route.ts';

const unsupportedResponseType = defineError(
  'unsupported_response_type',
  400,
  'RFC 6749 §4.1.2.1: there is no page on which a person agrees.',
);

/**
 * The authorization endpoint of an installation whose only grant has none: the official clients read no metadata that names
 * no such address (RFC 8414 §2 lets it be absent). Whoever comes here is told what to do instead.
 */
export const authorizeRoute: Route = publicRoute({
  method: 'GET',
  path: '/mcp/authorize',
  operationId: 'refuseAuthorization',
  summary: 'Where no agent is authorised',
  description: 'There is no authorization-code flow.',
  tag: 'Authentication',
  outputs: {},
  errors: [unsupportedResponseType],
  async handle() {
    throw new AppError(
      unsupportedResponseType,
      'Kontor has no page on which you agree to an agent. Give the agent a key of the workspace, or the id and secret of a client: docs/mcp.md tells how.',
    );
  },
});
