import type { BankAccess } from '#platform/bank-access.ts';
import { bankDirectory } from './bank-directory.ts';
import { bankProviders } from './bank-providers.ts';
import type { ProviderBank } from './provider.types.ts';

export interface BankHit {
  name: string;
  bic: string | null;
  bankCodes: string[];
  city: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** How the bank can be connected; null for a bank that exists and that no provider offers. */
  offer: { provider: string; bankId: string; accountTypes: ProviderBank['accountTypes'] } | null;
}

interface Candidate {
  hit: BankHit;
  /** Name and town as they are compared, with a blank before every word. */
  folded: string;
}

const known = new WeakMap<BankAccess, Promise<Candidate[]>>();

/**
 * Banks by name, BIC, Bankleitzahl or German IBAN, best first, umlauts written in any way: every word of the query is the
 * beginning of a word of the name, or at least stands in it. An empty query gives the banks that can be connected.
 */
export async function searchBanks(
  holder: { readonly bankAccess: BankAccess },
  query: string,
  { limit = 20 }: { limit?: number } = {},
): Promise<BankHit[]> {
  const candidates = known.get(holder.bankAccess) ?? gatherCandidates(holder);
  known.set(holder.bankAccess, candidates);
  const wanted = readQuery(query);
  return (await candidates)
    .map((candidate) => ({ candidate, rank: rankOf(candidate, wanted) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => compare(a.rank ?? 0, b.rank ?? 0) || compareHits(a.candidate, b.candidate))
    .slice(0, limit)
    .map(({ candidate }) => candidate.hit);
}

async function gatherCandidates(holder: { readonly bankAccess: BankAccess }): Promise<Candidate[]> {
  const offered: BankHit[] = [];
  for (const provider of await bankProviders(holder)) {
    for (const { bankId, accountTypes, ...bank } of await provider.listBanks()) {
      offered.push({ ...bank, offer: { provider: provider.name, bankId, accountTypes } });
    }
  }
  const taken = new Set(offered.flatMap(({ bankCodes }) => bankCodes));
  const others = (await bankDirectory())
    .filter(({ bankCodes }) => !bankCodes.some((code) => taken.has(code)))
    .map((bank) => ({ ...bank, city: null, country: 'DE', offer: null }));
  return [...offered, ...others].map((hit) => ({ hit, folded: ` ${fold(`${hit.name} ${hit.city ?? ''}`)}` }));
}

interface Query {
  /** Digits that a Bankleitzahl begins with. */
  bankCode: string | null;
  /** What a BIC begins with. */
  bic: string | null;
  words: string[];
}

function readQuery(query: string): Query {
  const compact = query.replace(/\s/g, '').toUpperCase();
  const ofIban = /^DE\d{2}(\d{1,8})\d*$/.exec(compact)?.[1];
  const bankCode = ofIban ?? (/^\d{2,8}$/.test(compact) ? compact : null);
  const bic = /^[A-Z0-9]{4,11}$/.test(compact) ? compact : null;
  return { bankCode, bic, words: fold(query).split(' ').filter(Boolean).slice(0, 8) };
}

/** 0 for the best; null for no match. */
function rankOf({ hit, folded }: Candidate, query: Query): number | null {
  if (query.words.length === 0) return hit.offer ? 0 : null;
  if (query.bankCode !== null) return hit.bankCodes.some((code) => code.startsWith(query.bankCode ?? '')) ? 0 : null;
  const text = ` ${query.words.join(' ')}`;
  if (folded === text) return 0;
  if (query.bic !== null && hit.bic?.startsWith(query.bic)) return 1;
  if (folded.startsWith(text)) return 1;
  if (query.words.every((word) => folded.includes(` ${word}`))) return 2;
  return query.words.every((word) => folded.includes(word)) ? 3 : null;
}

function compareHits(a: Candidate, b: Candidate): number {
  return (
    compare(a.hit.offer ? 0 : 1, b.hit.offer ? 0 : 1) ||
    compare(a.folded.length, b.folded.length) ||
    a.folded.localeCompare(b.folded)
  );
}

function compare(a: number, b: number): number {
  return a - b;
}

/** `Münchner`, `Muenchner` and `Munchner` become one; signs become blanks. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([aou])e/g, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
