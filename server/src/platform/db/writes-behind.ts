/** Writes of one session that follow each other while whoever asks for them makes what comes next. */
export interface WritesBehind {
  /** Begins once those before have ended, unless one of them failed. */
  write(work: () => Promise<void>): void;
  readonly isBusy: boolean;
  /** Resolves when all has been written; rejects with what failed first. */
  done(): Promise<void>;
}

/** Runs `make`; ends, also when that fails, when nothing of what it asked to write is under way any more. */
export async function whileWriting(make: (behind: WritesBehind) => Promise<void>): Promise<void> {
  let open = 0;
  let last = Promise.resolve();
  const behind: WritesBehind = {
    write(work) {
      open += 1;
      last = last.then(work).finally(() => {
        open -= 1;
      });
      // It may fail before anybody waits for it; who does is told then.
      last.catch(() => undefined);
    },
    get isBusy() {
      return open > 0;
    },
    done: () => last,
  };
  try {
    await make(behind);
  } finally {
    await last;
  }
}
