import { isIP } from 'node:net';
import type { AllowList } from './allow-list.ts';
import { OutboundError } from './outbound-error.ts';
import { isPublicAddress, parseAddress } from './public-address.ts';

/** Throws when the target is refused whatever its name resolves to. */
export function checkBeforeConnecting(target: URL, allowList: AllowList): void {
  const [port, literal] = [portOf(target), literalOf(target)];
  if (allowList.namesHost(target.hostname, port)) return;
  if (isIP(literal) !== 0) checkAddress(literal, target, port, allowList);
  else if (target.protocol !== 'https:' && !allowList.hasAddresses) throw httpsRequired(target);
}

/** Throws when one address is refused. The message does not tell it: that would let a caller map the network behind us by its names. */
export function checkAddress(text: string, target: URL, port: number, allowList: AllowList): void {
  const address = parseAddress(text);
  if (address && allowList.namesAddress(address, port)) return;
  if (!address || !isPublicAddress(address)) {
    throw new OutboundError('blocked_address', `${target.origin} is not a public address and not on the allow-list`);
  }
  if (target.protocol !== 'https:') throw httpsRequired(target);
}

function httpsRequired(target: URL): OutboundError {
  return new OutboundError('blocked_scheme', `${target.origin} must be called by https: it is not on the allow-list`);
}

export const portOf = (target: URL) => Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
export const literalOf = (target: URL) => target.hostname.replace(/^\[(.*)\]$/, '$1');
