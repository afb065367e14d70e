import { sha256Hex } from '#platform/crypto/random.ts';
import type { Consent } from './bank.types.ts';

/** Under every consent an account has another id, as at many banks. */
export function resourceIdOf({ consentId }: Pick<Consent, 'consentId'>, accountId: string): string {
  return sha256Hex(`${consentId} ${accountId}`).slice(0, 24);
}
