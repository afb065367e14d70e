import type { ApiClient } from './api-client.ts';

/** Polls as the quick start says, faster; rejects when the run ended otherwise or takes too long. */
export async function waitForAnalysis(
  api: ApiClient,
  userPath: string,
  correlationId: string,
  atMostMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + atMostMs;
  for (let waitMs = 20; ; waitMs = Math.min(waitMs * 1.5, 500)) {
    const answer = await api.get(`${userPath}/categorization/correlation?correlationId=${correlationId}`);
    if (answer.status === 200) return;
    if (answer.body.status !== 'queued' && answer.body.status !== 'running')
      throw new Error(`The run ended so: ${answer.text}`);
    if (Date.now() > deadline) throw new Error(`The run is not done after ${atMostMs} ms: ${answer.text}`);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}
