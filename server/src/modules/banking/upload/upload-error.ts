/** What can be wrong with an upload, and where. */

export type UploadErrorCode = 'invalid_json' | 'validation_failed' | 'body_too_large';

export interface UploadProblem {
  /** JSON pointer into the body; `/` for the body as a whole. */
  path: string;
  message: string;
}

/** The body can't be taken. `errors` has 1 to 20 entries, without values longer than an excerpt. */
export class UploadError extends Error {
  override name = 'UploadError';
  readonly code: UploadErrorCode;
  readonly errors: UploadProblem[];

  constructor(code: UploadErrorCode, errors: UploadProblem[]) {
    super(errors[0] ? `${errors[0].path}: ${errors[0].message}` : code);
    this.code = code;
    this.errors = errors;
  }
}

/** After so many problems nothing more is read: a body that is wrong everywhere costs no more than a right one. */
const MAX_PROBLEMS = 20;

/** Collects problems of the content; throws UploadError `validation_failed` with all of them when there are enough. */
export class ProblemList {
  readonly #problems: UploadProblem[] = [];

  get count(): number {
    return this.#problems.length;
  }

  add(path: string, message: string): void {
    this.#problems.push({ path, message });
    if (this.#problems.length >= MAX_PROBLEMS) this.throwIfAny();
  }

  throwIfAny(): void {
    if (this.#problems.length > 0) throw new UploadError('validation_failed', this.#problems);
  }
}
