import type { AnalysisRun } from './api.gen.ts';
import { pause } from './deadline.ts';
import { AnalysisError, ApiError, TimeoutError } from './errors.ts';

export interface WaitOptions {
  signal?: AbortSignal;
  /** How long the analysis may take altogether. Default ten minutes. */
  timeoutMs?: number;
  /** Told at each look how far the run is, from 0 to 1. */
  onProgress?: (progress: number) => void;
}

const FIRST_PAUSE_MS = 500;
const LAST_PAUSE_MS = 10_000;

/**
 * Asks with growing intervals until the analysis is completed. Rejects with `AnalysisError` when it failed or was cancelled,
 * with `TimeoutError` when it takes too long, and with `ApiError` when there is no such analysis.
 */
export async function waitForAnalysis(
  look: () => Promise<AnalysisRun>,
  correlationId: string,
  { signal, timeoutMs = 600_000, onProgress }: WaitOptions,
): Promise<AnalysisRun> {
  const endMs = Date.now() + timeoutMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 1.5, LAST_PAUSE_MS)) {
    const found = await look().catch((error: unknown) => unfinished(error, correlationId));
    if (!(found instanceof ApiError)) return found;
    if (typeof found.body.progress === 'number') onProgress?.(found.body.progress);
    const waitMs = Math.max(pauseMs, found.retryAfterMs ?? 0);
    if (Date.now() + waitMs > endMs) {
      throw new TimeoutError(`The analysis ${correlationId} is not done after ${timeoutMs} ms.`, { cause: found });
    }
    await pause(waitMs, signal);
  }
}

/** The answer that says "not yet"; whatever else it was is thrown. */
function unfinished(error: unknown, correlationId: string): ApiError {
  if (!(error instanceof ApiError) || error.status !== 404) throw error;
  if (error.code === 'user_not_found' || error.code === 'correlation_not_found') throw error;
  const { status } = error.body;
  if (status === 'failed' || status === 'cancelled') throw new AnalysisError(status, correlationId);
  return error;
}
