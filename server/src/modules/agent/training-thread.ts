/** Trains indexes, one after the other: see `train-aside.ts`. */
import { parentPort } from 'node:worker_threads';
import { buildIndex } from './retrieval/build-index.ts';
import { decodeIndex, encodeIndex } from './retrieval/store-index.ts';
import { updateIndex } from './retrieval/update-index.ts';
import type { TrainingResult, TrainingTask } from './train-aside.ts';

if (!parentPort) throw new Error('training-thread.ts runs as a thread of Kontor, not by itself.');
const port = parentPort;
port.on('message', (task: TrainingTask) => {
  port.postMessage(train(task));
});

function train({ id, articles, before }: TrainingTask): TrainingResult {
  try {
    const known = before && decodeIndex(before);
    return { id, content: encodeIndex(known ? updateIndex(known, articles) : buildIndex(articles)) };
  } catch (error) {
    return { id, error: error as Error };
  }
}
