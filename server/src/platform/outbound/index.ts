/** The only way by which the server calls other machines over HTTP: public addresses by https, or what an allow-list names. */
export { parseAllowList } from './allow-list.ts';
export type { Resolve, TlsMaterial } from './guarded-connector.ts';
export {
  createOutboundClient,
  type OutboundClient,
  type OutboundClientOptions,
  type OutboundRequest,
  type OutboundResponse,
} from './outbound-client.ts';
export { OutboundError, type OutboundErrorCode } from './outbound-error.ts';
