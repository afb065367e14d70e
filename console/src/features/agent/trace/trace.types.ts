/** What the console reads of a trace, which may hold more, or less where it was written by an older version. */
export interface Trace {
  decision?: string;
  language?: string;
  indexVersion?: number;
  durationMs?: number;
  timings?: { known: number; considered: number };
  needs?: Need[];
  rule?: PlayedRule;
  attributes?: ReadAttribute[];
  articleVersions?: { articleId: string; version: number }[];
  model?: ModelUse;
}

export interface Need {
  question: string;
  decision: string;
  confidence: number;
  candidates: { articleId?: string; ruleId?: string; title?: string; score?: number; probability: number }[];
}

export interface PlayedRule {
  name: string;
  version: number;
  path?: string[];
  steps?: { id: string; kind: string; what: string }[];
  calls: { step: string; action: string; outcome?: string; durationMs?: number }[];
  outcome: string | null;
  reason?: string | null;
}

export interface ReadAttribute {
  attribute: string;
  state: string;
  durationMs?: number;
}

export interface ModelUse {
  model?: string;
  outcome: string;
  problem?: string;
  inputTokens?: number;
  outputTokens?: number;
  costMicros?: number;
  durationMs?: number;
}
