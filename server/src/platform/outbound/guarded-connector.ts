import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { AllowList } from './allow-list.ts';
import { checkAddress, checkBeforeConnecting, literalOf, portOf } from './check-address.ts';
import { connectionError, OutboundError } from './outbound-error.ts';

/** Resolves a host name to all its addresses. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** PEM texts. `ca` takes the place of the system's authorities; `cert` and `key` are our client certificate. */
export type TlsMaterial = { readonly ca?: string; readonly cert?: string; readonly key?: string };

/** Where one connection really goes. */
export type Connection = { remoteAddress: string };

export type Connector = (connection: Connection) => buildConnector.connector;

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Makes connections to one origin and checks every address they could take, in three places: literal addresses before
 * connecting (Node asks no lookup for them), all resolved addresses inside the lookup whose answer the socket then uses
 * (so that no second resolution can differ), and the address of the connected socket before anything is sent over it.
 */
export function guardedConnector(target: URL, allowList: AllowList, tls: TlsMaterial, resolve: Resolve): Connector {
  const port = portOf(target);
  const literal = literalOf(target);
  const isHostNamed = allowList.namesHost(target.hostname, port);
  const check = (address: string) => {
    if (!isHostNamed) checkAddress(address, target, port, allowList);
  };
  const answerLookup = async (...[hostname, options, callback]: Parameters<LookupFunction>): Promise<void> => {
    const found = await resolveChecked(hostname, target.origin, resolve, check).catch((error: Error) => error);
    if (found instanceof Error) callback(found, []);
    else callback(null, options.all ? [...found] : found[0]!.address, found[0]!.family);
  };
  const connect = buildConnector({
    ca: tls.ca,
    cert: tls.cert,
    key: tls.key,
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    allowH2: false,
    lookup: (...lookup) => void answerLookup(...lookup),
    timeout: CONNECT_TIMEOUT_MS,
  });

  return (connection) => (options, callback) => {
    try {
      checkBeforeConnecting(target, allowList);
    } catch (error) {
      callback(error as Error, null);
      return;
    }
    connect({ ...options, hostname: literal }, (error, socket) => {
      if (error) return callback(connectionError(error, target.origin), null);
      try {
        check(socket.remoteAddress ?? '');
      } catch (blocked) {
        socket.destroy();
        return callback(blocked as Error, null);
      }
      connection.remoteAddress = socket.remoteAddress ?? '';
      callback(null, socket);
    });
  };
}

/** One address that is not allowed refuses the whole answer: honest names have no private addresses beside public ones. */
async function resolveChecked(
  hostname: string,
  origin: string,
  resolve: Resolve,
  check: (address: string) => void,
): Promise<readonly LookupAddress[]> {
  const addresses = await resolve(hostname).catch((error: NodeJS.ErrnoException) => {
    throw new OutboundError('dns_failed', `the host of ${origin} cannot be resolved (${error.code ?? error.name})`);
  });
  if (addresses.length === 0) throw new OutboundError('dns_failed', `the host of ${origin} has no address`);
  for (const { address } of addresses) check(address);
  return addresses;
}
