import type { LabelledHistory } from '../../server/test/histories/history.types.ts';

/** A recurring payment that a program claims to have found. */
export interface Detection {
  name: string;
  /** Rhythms that it may be taken to mean. */
  frequencies: readonly string[];
  /** Its bookings, oldest first. */
  transactionIDs: readonly string[];
}

export interface DetectionScore {
  known: number;
  found: number;
  rightCadence: number;
  false: number;
}

/** What both programs rest their claim on at least: Actual compares three occurrences. */
const NEWEST = 3;

/**
 * The same lenient measure for both: a detection means the stream that most of its newest bookings belong to, whatever
 * it says about the rest; one that means none, or a stream that another detection of right rhythm has, is false.
 */
export function scoreDetections(detections: readonly Detection[], streams: LabelledHistory['streams']): DetectionScore {
  const streamOf = new Map(streams.flatMap((stream) => stream.transactionIDs.map((id) => [id, stream] as const)));
  const found = new Set<LabelledHistory['streams'][number]>();
  const right = new Set<LabelledHistory['streams'][number]>();
  let wrong = 0;
  for (const { frequencies, transactionIDs } of detections) {
    const newest = transactionIDs.slice(-NEWEST);
    const meant = newest.map((id) => streamOf.get(id)).filter((stream) => stream !== undefined);
    const stream = meant.find((each) => meant.filter((other) => other === each).length * 2 > newest.length);
    if (!stream) {
      wrong += 1;
      continue;
    }
    found.add(stream);
    if (frequencies.includes(stream.frequency)) right.add(stream);
  }
  return { known: streams.length, found: found.size, rightCadence: right.size, false: wrong };
}
