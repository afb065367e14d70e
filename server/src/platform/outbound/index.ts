/** The only way by which the server calls other machines over HTTP: public addresses by https, or what an allow-list names. */
export {
  createOutboundClient,
  type OutboundClient,
} from './outbound-client.ts';
