import type { EvidenceKind } from '../categorization.types.ts';

/**
 * Where a pattern may stand. `name`: who was paid (the partner, or the whole text of a card booking). `text`: what it
 * was for (purpose, booking text). `booking`: the bank's own word for the kind of booking. `any`: everywhere.
 */
export type Zone = 'any' | 'name' | 'text' | 'booking';

/**
 * One row of evidence: `[weight, zone, category of money out, category of money in, patterns]`.
 *
 * `weight` is an estimate, in percent, of how often a booking that shows this is of that category; the highest weight
 * wins. `-` means: says nothing for this direction. `=` means: the same category, as a refund.
 * Patterns are separated by commas and match whole words; `*` at an end lets the word go on. Umlauts also match their
 * transcriptions and the bare vowel.
 */
export type RuleRow = readonly [weight: number, zone: Zone, out: string, incoming: string, patterns: string];

/** A named list of rows: all of one kind of evidence. */
export interface RuleTable {
  evidence: EvidenceKind;
  rows: readonly RuleRow[];
}
