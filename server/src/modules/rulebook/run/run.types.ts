import type { Language } from '#platform/text/language.ts';
import type { Facts } from '../flow/facts.ts';
import type { InputSchema, Literal, RuleFlow } from '../flow/flow.types.ts';
import type { ReadingContext } from '../slots/read-input.ts';

/** What a run follows; the version it began with stays its own to the end. */
export interface RunnableRule {
  flow: RuleFlow;
  inputSchema: InputSchema;
}

export type Fields = Record<string, Literal>;

/** Where a run stands: plain data, stored between messages. */
export interface RunState {
  /** `customer`: an answer is awaited at `step`; `action`: its result is; `ended`: nothing is. */
  waitsFor: 'customer' | 'action' | 'ended';
  step: string | null;
  /** The customer's when it began: an address or a name that they give later tells nothing of it. */
  language: Language;
  /** Answers at this step that were none. */
  failedAnswers: number;
  inputs: Fields;
  outputs: Record<string, Fields>;
  /** What the confirmation that is awaited shows: tool step → what its action would be given. */
  shown: Record<string, string>;
  /** What the customer said yes to. */
  confirmed: Record<string, string>;
  /** The action whose result is awaited, as it is called: after a crash it is asked for again, and not called anew. */
  pending: { action: string; inputs: Fields; isConfirmed: boolean } | null;
  /** Steps whose action may have been done, and nobody knows. */
  unknown: string[];
  /** What was said and set before the action that is awaited: a turn that a crash has cut off is told whole. */
  unsaid: Effect[];
  /** Actions that were called so far. */
  calls: number;
  /** What was said, so that going through the flow again after a correction says nothing twice. */
  said: string[];
}

/** What comes in. */
export type Turn =
  | { kind: 'begin'; message: string }
  /** `aside`: whether it may be about something else, which somebody else can answer. */
  | { kind: 'message'; message: string; aside: boolean }
  | { kind: 'result'; result: ActionResult };

export type ActionResult =
  | { kind: 'success' | 'failure'; fields: Fields }
  /** It was never called: there is no such action any more, or it does not take what it was given. */
  | { kind: 'not_called' }
  /** It may have taken effect. */
  | { kind: 'unknown' };

/** What has to happen, in this order. */
export type Effect =
  | { kind: 'say'; step: string; text: string }
  | { kind: 'article'; step: string; articleId: string }
  | { kind: 'tag'; step: string; tag: string }
  /** The run waits for its result. `isConfirmed`: the customer has said yes to exactly this. */
  | { kind: 'call'; step: string; action: string; inputs: Fields; isConfirmed: boolean }
  /** The message may be about something else: answer it and say the question again, or pass it again as no aside. */
  | { kind: 'aside'; step: string; question: string }
  | { kind: 'end'; outcome: Outcome; reason: string | null };

export type Outcome = 'completed' | 'cancelled' | 'escalated';

/** What the run may look at, fresh for every turn. */
export interface World extends Omit<Facts, 'inputs' | 'outputs'> {
  /** The attributes that may be said to the customer. */
  sayable: Facts['attributes'];
  /** In which a run begins. */
  language: Language;
  /** How each language is written where the customer is: `en-US`. */
  locales: Readonly<Record<Language, string>>;
  /** IANA, where the customer is. */
  timeZone: string;
  reading: ReadingContext;
}

export interface Advance {
  state: RunState;
  effects: Effect[];
  /** Ids of the steps that were passed. */
  path: string[];
}
