import type { RuleId } from '../rules.ts';
import type { Judgement } from './verdict.types.ts';

/** The three things that can be said about one rule at one place (null: all endpoints together). */
export interface Say {
  kept(rule: RuleId, evidence: string): Judgement;
  finding(rule: RuleId, evidence: string, mend?: string): Judgement;
  open(rule: RuleId, evidence: string): Judgement;
  /** A finding per problem, or one `kept`. */
  unless(rule: RuleId, problems: string[], evidence: string, mend?: string): Judgement;
}

const MOST_SHOWN = 4;

export function sayAbout(endpoint: string | null): Say {
  const finding = (rule: RuleId, evidence: string, mend?: string): Judgement => ({
    rule,
    endpoint,
    outcome: 'finding',
    evidence,
    mend,
  });
  const kept = (rule: RuleId, evidence: string): Judgement => ({ rule, endpoint, outcome: 'kept', evidence });
  return {
    kept,
    finding,
    open: (rule, evidence) => ({ rule, endpoint, outcome: 'open', evidence }),
    unless: (rule, problems, evidence, mend) =>
      problems.length === 0 ? kept(rule, evidence) : finding(rule, list(problems), mend),
  };
}

/** The first few of many, and how many more there are; the same problem once. */
export function list(items: readonly string[]): string {
  const distinct = [...new Set(items)];
  const rest = distinct.length - MOST_SHOWN;
  return distinct.slice(0, MOST_SHOWN).join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}
