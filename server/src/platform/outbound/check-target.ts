import { parseAllowList } from './allow-list.ts';
import { checkBeforeConnecting } from './check-address.ts';
import { parseTarget } from './outbound-request.ts';

/**
 * Whether a request to this URL may be tried at all, for settings that are stored before they are used: throws the
 * `OutboundError` of a request that is refused without a look at the network. What a name resolves to is checked with
 * every request.
 */
export function checkTarget(url: string, allowList: readonly string[]): void {
  checkBeforeConnecting(parseTarget(url), parseAllowList(allowList));
}
