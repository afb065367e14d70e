import type { SecretBox } from '#platform/crypto/secret-box.ts';
import type { ProviderState } from '../providers/provider.types.ts';

const placeOf = (loginId: string) => `bank_logins.sealed_state:${loginId}`;

/** What a provider remembers, encrypted for the row of one login. */
export const sealState = (secrets: SecretBox, loginId: string, state: ProviderState): string =>
  secrets.seal(JSON.stringify(state), placeOf(loginId));

export const openState = (secrets: SecretBox, loginId: string, sealed: string): ProviderState =>
  JSON.parse(secrets.open(sealed, placeOf(loginId))) as ProviderState;
