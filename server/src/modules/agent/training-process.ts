/** Trains indexes, one after the other, for as long as the process that began it is there: see `train-aside.ts`. */
import { buildIndex } from './retrieval/build-index.ts';
import { decodeIndex, encodeIndex } from './retrieval/store-index.ts';
import { updateIndex } from './retrieval/update-index.ts';
import type { TrainingResult, TrainingTask } from './train-aside.ts';

if (!process.send) throw new Error('training-process.ts runs as a child of Kontor, not by itself.');
// Who has ended meanwhile needs no answer: without the callback it would be an exception here.
process.on('message', (task: TrainingTask) => process.send?.(train(task), () => undefined));
process.on('disconnect', () => process.exit(0));
// These reach the whole group; the parent finishes what runs and then lets go.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);

function train({ id, articles, before }: TrainingTask): TrainingResult {
  try {
    const known = before && decodeIndex(before);
    return { id, content: encodeIndex(known ? updateIndex(known, articles) : buildIndex(articles)) };
  } catch (error) {
    return { id, error: (error as Error).stack ?? String(error) };
  }
}
