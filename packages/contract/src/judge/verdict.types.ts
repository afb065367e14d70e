import type { RuleId } from '../rules.ts';

/** Whether a rule is a sentence of the contract, good practice beyond it, or out of our sight. */
export type Kind = 'contract' | 'advice' | 'not verifiable from outside';

/** `open`: could not be judged in this run; the evidence says why. */
export type Outcome = 'kept' | 'finding' | 'open';

/** What a judge says about one rule, for one endpoint or (null) for all of them together. */
export interface Judgement {
  rule: RuleId;
  endpoint: string | null;
  outcome: Outcome;
  evidence: string;
  /** What to change, when it can be said better than the rule says it. */
  mend?: string;
}

export interface Verdict {
  rule: RuleId;
  group: number;
  kind: Kind;
  /** The rule in our words. */
  text: string;
  endpoint: string | null;
  outcome: Outcome;
  evidence: string;
  /** What to change; null when nothing is wrong. */
  mend: string | null;
}
