import { type Html, html } from '#platform/html/html.ts';
import { foreign, type View } from './view.ts';

interface Named {
  name: string;
  bic: string | null;
  bankCode: string | null;
  city?: string | null;
}

const TONES = 6;

/** First letters of the first two words that begin with one: `Sparkasse KölnBonn` → `SK`. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => /^\p{L}/u.test(word));
  const [first = '?', second = ''] = words;
  return (first.charAt(0) + second.charAt(0)).toUpperCase();
}

/** A tile in the bank's place: the same for the same name. Logos would have to be asked of others, and kept up to date. */
export function bankTile(name: string): Html {
  const tone = [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973, 7) % TONES;
  return html`<span class="tile tone-${tone}" aria-hidden="true">${initialsOf(name)}</span>`;
}

/** `37040044` → `370 400 44`, as it is printed on cards. */
const groupBankCode = (code: string): string => code.replace(/^(\d{3})(\d{3})(\d{2})$/, '$1 $2 $3');

/** What tells banks of one name apart. */
export function bankFacts({ bic, bankCode, city }: Named, view: View): string {
  const code = bankCode && `${view.texts.findBank.bankCode} ${groupBankCode(bankCode)}`;
  return [city, code, bic].filter(Boolean).join(' · ');
}

/** Which bank all this is about, at the head of each screen that speaks for it. */
export function bankHeader(view: View): Html | null {
  const { bank } = view.session;
  if (!bank) return null;
  return html`<div class="bank-header">${bankTile(bank.name)}<p><strong>${foreign(bank.name)}</strong><small>${bankFacts(bank, view)}</small></p></div>`;
}
