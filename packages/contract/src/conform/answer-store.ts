import { badRequest, ContractError } from './contract-error.ts';

const DAY_MS = 86_400_000;
const KEY = /^[\x21-\x7e]{1,200}$/;

/** Does what has the same Idempotency-Key once, and gives its answer again. */
export interface AnswerStore {
  /** `request` is what must be the same for the answer to be given again: address and body. */
  once<T>(key: string | undefined, request: unknown, work: () => Promise<T> | T): Promise<T>;
}

/**
 * Keeps answers in this process for `keepMs`; a second call waits for the first. What failed is forgotten, so it can be
 * tried again. With several processes, keep the answers in your database instead, in the transaction of the write.
 */
export function createAnswerStore({ keepMs = DAY_MS, most = 10_000 } = {}): AnswerStore {
  const answers = new Map<string, { request: string; until: number; answer: Promise<unknown> }>();
  const forget = (now: number) => {
    for (const [key, { until }] of answers) {
      if (until > now && answers.size <= most) break;
      answers.delete(key);
    }
  };
  return {
    async once<T>(key: string | undefined, request: unknown, work: () => Promise<T> | T): Promise<T> {
      if (key === undefined) return work();
      if (!KEY.test(key))
        throw badRequest('invalid_idempotency_key', 'Idempotency-Key has 1 to 200 visible characters.');
      forget(Date.now());
      const fingerprint = JSON.stringify(request);
      const known = answers.get(key);
      if (known && known.request !== fingerprint) {
        throw new ContractError(422, 'idempotency_key_reused', 'This Idempotency-Key belongs to another request.');
      }
      if (known) return known.answer as Promise<T>;
      const answer = Promise.resolve().then(work);
      answers.set(key, { request: fingerprint, until: Date.now() + keepMs, answer });
      answer.catch(() => answers.delete(key));
      return answer;
    },
  };
}
