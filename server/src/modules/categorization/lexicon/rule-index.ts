import type { EvidenceKind } from '../categorization.types.ts';
import { authorityRules } from '../evidence/authorities.ts';
import { descriptorRules, neutralPhrases } from '../evidence/descriptors.ts';
import { incomeRules } from '../evidence/income.ts';
import { movementRules } from '../evidence/money-movements.ts';
import { publicCreditors, returnRules } from '../evidence/returns.ts';
import type { RuleRow, Zone } from '../evidence/rule-row.ts';
import { createPatternAutomaton, type PatternAutomaton } from './pattern-automaton.ts';

/** One row of evidence as the engine reads it. */
export interface CompiledRule {
  evidence: EvidenceKind;
  weight: number;
  zone: Zone;
  /** Category of money out and in; null: this evidence says nothing for that direction. */
  out: string | null;
  incoming: string | null;
  /** The incoming category is the same as the outgoing one, as a refund. */
  refund: boolean;
}

export interface RuleIndex {
  automaton: PatternAutomaton;
  /** Number of a pattern → the rules it belongs to; empty for patterns that only hide shorter ones. */
  rulesOf: readonly (readonly CompiledRule[])[];
  /** Patterns that name an authority as the creditor. */
  isPublicCreditor: ReadonlySet<number>;
}

const compileRow = (evidence: EvidenceKind, [weight, zone, out, incoming]: RuleRow): CompiledRule => ({
  evidence,
  weight,
  zone,
  out: out === '-' ? null : out,
  incoming: incoming === '-' ? null : incoming === '=' ? out : incoming,
  refund: incoming === '=',
});

const listOf = (patterns: string): string[] => patterns.split(/,\s*/).map((pattern) => pattern.trim());

/** Compiles every table of evidence into one automaton. */
export const compileRules = (): RuleIndex => {
  const numberOf = new Map<string, number>();
  const rulesOf: CompiledRule[][] = [];
  const numberFor = (pattern: string): number => {
    const known = numberOf.get(pattern);
    if (known !== undefined) return known;
    numberOf.set(pattern, rulesOf.length);
    rulesOf.push([]);
    return rulesOf.length - 1;
  };
  for (const table of [returnRules, authorityRules, incomeRules, movementRules, descriptorRules]) {
    for (const row of table.rows) {
      const rule = compileRow(table.evidence, row);
      for (const pattern of listOf(row[4])) rulesOf[numberFor(pattern)]?.push(rule);
    }
  }
  for (const pattern of listOf(neutralPhrases)) numberFor(pattern);
  const isPublicCreditor = new Set(listOf(publicCreditors).map(numberFor));
  return { automaton: createPatternAutomaton([...numberOf.keys()]), rulesOf, isPublicCreditor };
};
