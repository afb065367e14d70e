import type { Services } from '#platform/context.ts';
import { findBankProvider } from '../providers/bank-providers.ts';
import { searchBanks } from '../providers/search-banks.ts';
import type { ChosenBank } from './connect.types.ts';

/** A bank as the search shows it. */
export interface FoundBank {
  /** What a form sends to choose it; null: it exists, but nobody can connect to it. */
  key: string | null;
  name: string;
  bic: string | null;
  bankCode: string | null;
  city: string | null;
}

export interface BankSearch {
  query: string;
  banks: FoundBank[];
  hasMore: boolean;
}

/** More help nobody: a word more in the query does. */
const SHOWN = 12;

/** Banks by name, BIC, Bankleitzahl or IBAN; those that can be connected when nothing is asked. */
export async function findBanks(services: Services, query: string): Promise<BankSearch> {
  const hits = await searchBanks(services, query, { limit: SHOWN + 1 });
  const banks = hits.slice(0, SHOWN).map(({ name, bic, bankCodes, city, offer }) => ({
    key: offer && keyOf(offer.provider, offer.bankId),
    name,
    bic,
    bankCode: shownCode(bankCodes, query),
    city,
  }));
  return { query, banks, hasMore: hits.length > SHOWN };
}

const keyOf = (provider: string, bankId: string): string => `${provider}:${bankId}`;

/** The bank that a form names; null when there is none, or nobody can connect to it. */
export async function chosenBank(services: Services, key: string): Promise<ChosenBank | null> {
  const providerName = key.split(':')[0] ?? '';
  const provider = await findBankProvider(services, providerName);
  const bank = (await provider?.listBanks())?.find(({ bankId }) => keyOf(providerName, bankId) === key);
  if (!bank) return null;
  const { bankId, name, bic, bankCodes, city, accountTypes } = bank;
  return { provider: providerName, bankId, name, bic, bankCode: bankCodes[0] ?? null, city, accountTypes, terms: null };
}

/** Of several codes the one that was asked for, so that the end user sees why the bank was found. */
function shownCode(codes: readonly string[], query: string): string | null {
  const digits = query.replace(/\D/g, '');
  return codes.find((code) => digits !== '' && code.startsWith(digits)) ?? codes[0] ?? null;
}
