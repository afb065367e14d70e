/** How likely two texts, or two sets of ids, are of one booking. */
import { foldText, significantWords } from './fold-text.ts';
import type { MatchableTransaction } from './match.types.ts';

/**
 * `agree`: what differs is explained by blanks, case and truncation. `overlap`: half of the telling words are the same, or
 * the partner's IBAN or the end-to-end reference is. `hint`: one telling word is the same. `silent`: one side has no text.
 */
export type TextEvidence = 'agree' | 'overlap' | 'hint' | 'silent' | 'contradict';

export interface Texts {
  partner: string;
  purpose: string;
  all: string;
  words: Set<string>;
  partnerIban: string | null;
  endToEndId: string | null;
}

export function textsOf(transaction: MatchableTransaction): Texts {
  const { partnerName, purpose, bookingText, partnerIban, endToEndId } = transaction;
  const folded = foldText([partnerName, purpose, bookingText].filter(Boolean).join(' '));
  return {
    partner: foldText(partnerName).replaceAll(' ', ''),
    purpose: foldText(purpose).replaceAll(' ', ''),
    all: folded.replaceAll(' ', ''),
    words: significantWords(folded),
    partnerIban,
    endToEndId: endToEndId && !/^(notprovided|nonref)$/i.test(endToEndId) ? endToEndId : null,
  };
}

export function compareTexts(a: Texts, b: Texts): TextEvidence {
  if (a.partnerIban && b.partnerIban && a.partnerIban !== b.partnerIban) return 'contradict';
  if (a.all === '' || b.all === '') return 'silent';
  const fields = [continues(a.partner, b.partner), continues(a.purpose, b.purpose)];
  if (!fields.includes(false) && fields.includes(true)) return 'agree';
  if (a.partner === '' && b.partner === '' && a.purpose === '' && b.purpose === '' && a.all === b.all) return 'agree';
  let common = 0;
  for (const word of a.words) if (b.words.has(word)) common += 1;
  const half = Math.min(a.words.size, b.words.size) / 2;
  if (common > 0 && common >= half) return 'overlap';
  if (a.partnerIban !== null && a.partnerIban === b.partnerIban) return 'overlap';
  if (a.endToEndId !== null && a.endToEndId === b.endToEndId) return 'overlap';
  return common > 0 ? 'hint' : 'contradict';
}

/** Whether one text is the other, cut off; null when either is empty and nothing can be said. */
function continues(a: string, b: string): boolean | null {
  if (a === '' || b === '') return null;
  return a.length <= b.length ? b.startsWith(a) : a.startsWith(b);
}

const NO_ID = /^[a-z]+:(0*|-+|none|null|nonref|notprovided|notavailable|unknown|n\/?a)$/i;

/** Without what banks write where they have no id. */
export const tellingIds = (bankIds: string[]): string[] => bankIds.filter((id) => !NO_ID.test(id.trim()));

export const shareId = (a: string[], b: string[]): boolean => a.some((id) => b.includes(id));

const ofKind = (ids: string[], kind: string) => ids.filter((id) => id.startsWith(kind));

/**
 * Whether the bank gave both the same number: by its transaction ids if both have one, else by entry references. Other
 * references are common to all parts of a collective booking.
 */
export function sameNumber(a: string[], b: string[]): boolean {
  for (const kind of ['id:', 'entry:']) {
    const [ofA, ofB] = [ofKind(a, kind), ofKind(b, kind)];
    if (ofA.length > 0 && ofB.length > 0) return shareId(ofA, ofB);
  }
  return false;
}
