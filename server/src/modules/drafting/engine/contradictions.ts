import { type Fingerprint, fingerprintOf, NEAR_DUPLICATE, similarityOf } from '#platform/text/similarity.ts';
import { type Claims, type ContradictionKind, claimsOf, compareClaims, isWithin } from './facts.ts';
import { sentencesOf } from './sentences.ts';

/** Two sentences that can't both be right. */
export interface Contradiction {
  kind: ContradictionKind;
  draftText: string;
  liveText: string;
}

export interface ReadSentence {
  text: string;
  claims: Claims;
  /** Of what the claims are about, without numbers and dates. */
  about: Fingerprint;
}

/** Sentences this alike, without their numbers, claim something about the same. */
const ALIGNED = 0.6;
/** That one says "not" is a contradiction only when they are nearly the same otherwise. */
const ALIGNED_NEGATION = 0.75;
const MOST_FOUND = 10;

/** Reads a text once, to be compared with several. */
export function readSentences(text: string): ReadSentence[] {
  return sentencesOf(text).map((sentence) => {
    const claims = claimsOf(sentence);
    return { text: sentence, claims, about: fingerprintOf(claims.about) };
  });
}

/**
 * Sentences of a draft that contradict a live text: another number, another date, a negation. Each is compared with the live
 * sentence that is most like it; a live text that says both does not contradict. `isSameQuestion`: both answer one question,
 * so that answers as short as `5 EUR` are compared too. Pure.
 */
export function findContradictions(
  draft: readonly ReadSentence[],
  live: readonly ReadSentence[],
  isSameQuestion: boolean,
): Contradiction[] {
  const found = draft.flatMap((sentence) => {
    const partner = partnerOf(sentence, live);
    if (!partner) return [];
    const kind = compareClaims(sentence.claims, partner.sentence.claims);
    if (kind === null || (kind === 'negation' && partner.similarity < ALIGNED_NEGATION)) return [];
    if (kind !== 'negation' && live.some((other) => agrees(sentence, other))) return [];
    return [{ kind, draftText: sentence.text, liveText: partner.sentence.text }];
  });
  if (found.length === 0 && isSameQuestion) found.push(...compareOnlyValues(draft, live));
  return found.slice(0, MOST_FOUND);
}

function partnerOf(sentence: ReadSentence, live: readonly ReadSentence[]) {
  if (sentence.about.words === 0) return undefined;
  let best: { sentence: ReadSentence; similarity: number } | undefined;
  for (const other of live) {
    const similarity = similarityOf(sentence.about, other.about);
    if (similarity >= ALIGNED && (!best || similarity > best.similarity)) best = { sentence: other, similarity };
  }
  return best;
}

/** Whether the live text says the same elsewhere. */
const agrees = (sentence: ReadSentence, other: ReadSentence) =>
  sentence.claims.values.size > 0 &&
  similarityOf(sentence.about, other.about) >= ALIGNED &&
  [...sentence.claims.values].every(([kind, values]) => isWithin(values, other.claims.values.get(kind)));

/** Answers to one question that each name a single value of a kind, and not the same one. */
function compareOnlyValues(draft: readonly ReadSentence[], live: readonly ReadSentence[]): Contradiction[] {
  for (const kind of ['money', 'share', 'duration', 'time', 'date'] as const) {
    const [ofDraft, ofLive] = [onlyValue(draft, kind), onlyValue(live, kind)];
    if (!ofDraft || !ofLive || ofDraft.value === ofLive.value) continue;
    const contradiction = kind === 'date' ? 'date' : 'number';
    return [{ kind: contradiction, draftText: ofDraft.sentence.text, liveText: ofLive.sentence.text }];
  }
  return [];
}

function onlyValue(sentences: readonly ReadSentence[], kind: string) {
  const having = sentences.filter(({ claims }) => claims.values.has(kind));
  const values = new Set(having.flatMap(({ claims }) => [...(claims.values.get(kind) ?? [])]));
  const [sentence] = having;
  const [value] = values;
  return sentence && value !== undefined && values.size === 1 ? { sentence, value } : undefined;
}

/** The share of a text's sentences that another text has too, nearly word for word and without contradicting it. */
export function shareFoundIn(draft: readonly ReadSentence[], live: readonly ReadSentence[]): number {
  const telling = draft.filter(({ about, claims }) => about.words > 0 || claims.values.size > 0);
  if (telling.length === 0) return 0;
  return telling.filter((sentence) => live.some((other) => saysTheSame(sentence, other))).length / telling.length;
}

export function saysTheSame(a: ReadSentence, b: ReadSentence): boolean {
  if (a.text === b.text) return true;
  if (compareClaims(a.claims, b.claims) !== null) return false;
  for (const [kind, values] of a.claims.values) {
    if (!isWithin(values, b.claims.values.get(kind))) return false;
  }
  return similarityOf(a.about, b.about) >= NEAR_DUPLICATE;
}
