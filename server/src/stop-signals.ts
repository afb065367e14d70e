const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
/** npm passes a Ctrl-C on that the terminal has sent to us already: the same wish twice at once. */
const ECHO_MS = 500;

export interface StopSignals {
  /** Aborted at the first signal, for what still starts. */
  signal: AbortSignal;
  /** Resolves with the name of the first signal. */
  asked: Promise<string>;
}

/** From now on a signal asks to stop, and a second one ends the process at once: who presses Ctrl-C twice means it. */
export function listenForStop(): StopSignals {
  const controller = new AbortController();
  const { promise: asked, resolve } = Promise.withResolvers<string>();
  let firstMs = 0;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (!controller.signal.aborted) {
        firstMs = performance.now();
        controller.abort();
        resolve(signal);
      } else if (performance.now() - firstMs > ECHO_MS) {
        process.exit(130);
      }
    });
  }
  return { signal: controller.signal, asked };
}
