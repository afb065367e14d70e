/** Why there is no answer of a language model; each code states the fact. */
export type ModelFailureCode =
  /** The whole answer did not come in time. */
  | 'timeout'
  | 'unreachable'
  /** The address is not public, or plain http, and the allow-list does not name it. */
  | 'blocked'
  | 'rate_limited'
  /** The provider answered with an error: a wrong key, an unknown model, a fault of its own. */
  | 'refused'
  /** The answer is not what the protocol says. */
  | 'garbage'
  /** The answer ended before it was complete. */
  | 'cut_off'
  /** It failed several times just now, and was not asked. */
  | 'paused';

/** Its message names the origin at most, never the key or what was said: it may be shown and logged. */
export class ModelFailure extends Error {
  readonly code: ModelFailureCode;

  constructor(code: ModelFailureCode, message: string) {
    super(message);
    this.name = 'ModelFailure';
    this.code = code;
  }
}
