/** The only way by which the server calls other machines over HTTP: public addresses by https, or what an allow-list names. */

export { parseAllowList } from './allow-list.ts';
export { checkTarget } from './check-target.ts';
export type { TlsMaterial } from './guarded-connector.ts';
export { createGuardedFetch } from './guarded-fetch.ts';
export {
  createOutboundClient,
  type OutboundClient,
  type OutboundResponse,
} from './outbound-client.ts';
export { OutboundError } from './outbound-error.ts';
