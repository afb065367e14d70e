import { setFlagsFromString } from 'node:v8';

const FLAG = '--heap-growing-percent=';
/** What `npm start` sets for everything else. Where nothing is set V8 decides by itself, and goes on to. */
const usual = process.execArgv.find((argument) => argument.startsWith(FLAG));
/** Between two collections of a heap of 50 MB, which then takes up 200 MB instead of 65. */
const ROOMY = `${FLAG}300`;
/** By then whoever asked for the work has read what came of it, and does not wait for the collector. */
const REST_MS = 500;

/** All work under way, and of that what has turned out to be large. */
let working = 0;
let holders = 0;
/** Large work has ended since the heap was last collected here. */
let leavesMuch = false;
let resting: NodeJS.Timeout | undefined;

/**
 * Runs `work`, which calls `needRoom` when it turns out to be large: from then until it ends, V8 collects the heap less
 * often. Of an analysis of 10,000 transactions the collector took a third of the time; what is small is not worth the
 * memory (docs/benchmarks.md). What it leaves is collected soon after, while the thread rests.
 */
export async function withHeapRoom<T>(work: (needRoom: () => void) => Promise<T>): Promise<T> {
  let holds = false;
  const needRoom = () => {
    if (holds || usual === undefined) return;
    holds = true;
    holders += 1;
    setFlagsFromString(ROOMY);
  };
  working += 1;
  clearTimeout(resting);
  try {
    return await work(needRoom);
  } finally {
    working -= 1;
    if (holds) {
      holders -= 1;
      leavesMuch = true;
      if (holders === 0 && usual !== undefined) setFlagsFromString(usual);
    }
    if (working === 0 && leavesMuch) resting = setTimeout(collect, REST_MS).unref();
  }
}

/**
 * Left to V8, this happened in the middle of the next large work, and took a quarter of its time. How far the heap may
 * then grow is decided here too: as far as large work needs. Without `--expose-gc`, which `npm start` sets, V8 decides.
 */
function collect(): void {
  if (usual === undefined) return;
  leavesMuch = false;
  setFlagsFromString(ROOMY);
  globalThis.gc?.();
  setFlagsFromString(usual);
}
