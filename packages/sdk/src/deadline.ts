import { TimeoutError } from './errors.ts';

/** Ends what takes too long, or what the caller wants no more. */
export interface Deadline {
  signal: AbortSignal;
  /** Something has arrived: the time begins anew. */
  extend(): void;
  end(): void;
}

export function startDeadline(timeoutMs: number, outer: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const stop = () => controller.abort(outer?.reason);
  if (outer?.aborted) stop();
  outer?.addEventListener('abort', stop, { once: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(timer);
    outer?.removeEventListener('abort', stop);
  };
  const extend = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      end();
      controller.abort(new TimeoutError(`The server said nothing for ${timeoutMs} ms.`));
    }, timeoutMs);
  };
  extend();
  return { signal: controller.signal, extend, end };
}

/** The promise, or a rejection with the signal's reason, whichever is first. */
export async function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- the reason is the caller's
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener('abort', stop));
}

/** Rejects with the signal's reason when it aborts. */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await orAborted(over, signal).finally(() => clearTimeout(timer));
}
