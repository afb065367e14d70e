import type { Clause } from './read-instructions.ts';

/** Said, set or handed over. */
export type Consequence = Extract<Clause, { kind: 'reply' | 'tag' | 'escalate' }>;

/** What the clauses amount to. */
export interface Outline {
  intent: string | null;
  conditions: { name: string; value: string | number | boolean; consequences: Consequence[] }[];
  asks: string[];
  action: string | null;
  /** Beside the action, whether it works or not. */
  always: Consequence[];
  success: Consequence[];
  failure: Consequence[];
}

/** Puts each clause where it belongs: what follows a condition is its consequence, what follows a call is said when it worked. */
export function outlineOf(clauses: readonly Clause[]): Outline {
  const outline: Outline = {
    intent: null,
    conditions: [],
    asks: [],
    action: null,
    always: [],
    success: [],
    failure: [],
  };
  let target = outline.always;
  for (const clause of clauses) {
    switch (clause.kind) {
      case 'when':
        outline.intent ??= clause.intent.trim();
        break;
      case 'condition': {
        const consequences: Consequence[] = [];
        outline.conditions.push({ name: clause.name, value: clause.value, consequences });
        target = consequences;
        break;
      }
      case 'ask':
        outline.asks.push(...clause.inputs);
        target = outline.always;
        break;
      case 'confirm':
        // Every call is confirmed anyway.
        break;
      case 'call':
        outline.action = clause.action;
        target = outline.success;
        break;
      case 'succeeded':
        target = outline.success;
        break;
      case 'failed':
        // “Otherwise” behind a condition goes on with everything else; behind a call it is the call that failed.
        target = outline.conditions.some(({ consequences }) => consequences === target)
          ? outline.always
          : outline.failure;
        break;
      default:
        target.push(clause);
    }
  }
  return outline;
}
