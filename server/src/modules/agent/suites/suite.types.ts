/** One question of a golden set, and what should come of it. */
export interface SuiteCase {
  question: string;
  /** null: nothing answers it, and a person takes over. */
  expectedArticleId: string | null;
  /** What is known about the customer who asks. */
  attributes: Record<string, unknown>;
}

/** What the bot does with a question. */
export interface CaseOutcome {
  decision: 'rule' | 'answer' | 'clarify' | 'abstain' | 'person' | 'courtesy';
  /** Whether a person takes over. */
  escalates: boolean;
  /** What the answer rests on, best first. */
  articleIds: string[];
  /** The surest decision of the question's parts; 0 where nothing was looked for. */
  confidence: number;
}

export const CHANGES = ['new', 'same', 'fixed', 'broken', 'different'] as const;

/** One case of a run beside what it is compared with. */
export interface CaseResult extends SuiteCase, CaseOutcome {
  passed: boolean;
  /** `different`: other articles or another decision, and as right or wrong as before; `new`: nothing to compare with. */
  change: (typeof CHANGES)[number];
  before: (CaseOutcome & { passed: boolean }) | null;
}
