import type { PaymentPartner } from '../../banking.types.ts';
import { firstText, type JsonObject, objectOf, textOf } from './read-json.ts';
import { ibanOf } from './transform-account.ts';

type Direction = 'in' | 'out';

/**
 * Whether money came in or went out; null when a bank that writes no signs does not tell. By the specification the sign
 * says it; where a bank writes amounts without, the parties do, and what names this account as debtor went out whatever
 * else is said.
 */
export function directionOf(
  fields: JsonObject,
  amountMinor: number,
  { account, amounts }: { account: { iban: string | null }; amounts: 'signed' | 'unsigned' },
): Direction | null {
  if (amountMinor < 0) return 'out';
  const indicator = textOf(fields.creditDebitIndicator)?.toUpperCase();
  if (indicator === 'DBIT') return 'out';
  if (indicator === 'CRDT') return 'in';
  const creditor = ibanOf(objectOf(fields.creditorAccount).iban);
  const debtor = ibanOf(objectOf(fields.debtorAccount).iban);
  if (account.iban && debtor === account.iban && creditor !== account.iban) return 'out';
  if (amounts === 'signed') return 'in';
  if (account.iban && creditor === account.iban) return 'in';
  const hasCreditor = creditor !== null || textOf(fields.creditorName) !== null;
  const hasDebtor = debtor !== null || textOf(fields.debtorName) !== null;
  if (hasCreditor === hasDebtor) return null;
  return hasCreditor ? 'out' : 'in';
}

/** The other side. Banks that name only one party mean the other side, whichever field they put it in. */
export function partnerOf(
  fields: JsonObject,
  direction: Direction,
  account: { iban: string | null; owner: string | null },
): PaymentPartner | null {
  const [other, own] = direction === 'out' ? (['creditor', 'debtor'] as const) : (['debtor', 'creditor'] as const);
  const side = hasParty(fields, other) || !isForeign(fields, own, account) ? other : own;
  const bank = objectOf(fields[`${side}Account`]);
  const ultimate = side === 'creditor' ? 'ultimateCreditor' : 'ultimateDebtor';
  const card = direction === 'out' ? firstText(fields, 'cardAcceptorName', 'merchantName', 'transactionDetails') : null;
  const partner = {
    name: firstText(fields, `${side}Name`, ultimate) ?? card,
    iban: ibanOf(bank.iban),
    bic: textOf(fields[`${side}Agent`])?.toUpperCase() ?? null,
    accountNumber: firstText(bank, 'bban', 'maskedPan'),
    bankCode: null,
    creditorId: textOf(fields.creditorId),
  };
  return Object.values(partner).some((value) => value !== null) ? partner : null;
}

function hasParty(fields: JsonObject, side: 'creditor' | 'debtor'): boolean {
  return textOf(fields[`${side}Name`]) !== null || ibanOf(objectOf(fields[`${side}Account`]).iban) !== null;
}

/** Whether a party is somebody else than the owner of this account. */
function isForeign(
  fields: JsonObject,
  side: 'creditor' | 'debtor',
  account: { iban: string | null; owner: string | null },
): boolean {
  const iban = ibanOf(objectOf(fields[`${side}Account`]).iban);
  if (iban) return iban !== account.iban;
  const name = textOf(fields[`${side}Name`]);
  return name !== null && name.toLowerCase() !== account.owner?.toLowerCase();
}
