import { setFlagsFromString } from 'node:v8';

const FLAG = '--heap-growing-percent=';
/** What `npm start` sets for everything else. Where nothing is set V8 decides by itself, and goes on to. */
const usual = process.execArgv.find((argument) => argument.startsWith(FLAG));
/** Between two collections of a heap of 60 MB, which then takes up 108 MB instead of 78. */
const ROOMY = `${FLAG}80`;

let holders = 0;

/**
 * Runs `work`, which calls `needRoom` when it turns out to be large: from then until it ends, V8 collects the heap less
 * often. Of an analysis of 10,000 transactions the collector took a third of the time; what is small is not worth the
 * memory (docs/benchmarks.md).
 */
export async function withHeapRoom<T>(work: (needRoom: () => void) => Promise<T>): Promise<T> {
  let holds = false;
  const needRoom = () => {
    if (holds || usual === undefined) return;
    holds = true;
    holders += 1;
    setFlagsFromString(ROOMY);
  };
  try {
    return await work(needRoom);
  } finally {
    if (holds) {
      holders -= 1;
      if (holders === 0 && usual !== undefined) setFlagsFromString(usual);
    }
  }
}
