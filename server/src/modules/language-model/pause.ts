/** After so many failures in a row customers no longer wait for a model, for a while. Per process. */
const FAILURES = 3;
const PAUSE_MS = 30_000;
const failing = new Map<string, { failures: number; pausedUntilMs: number }>();

/** Whether the workspace's model has failed so often just now that it is not asked. */
export function isPaused(workspaceId: string, nowMs: number): boolean {
  return (failing.get(workspaceId)?.pausedUntilMs ?? 0) > nowMs;
}

export function noteFailure(workspaceId: string, nowMs: number): void {
  const failures = (failing.get(workspaceId)?.failures ?? 0) + 1;
  // Once the pause is over one question tries again: it alone decides whether the next pause begins.
  failing.set(workspaceId, { failures, pausedUntilMs: failures >= FAILURES ? nowMs + PAUSE_MS : 0 });
}

export function forgetFailures(workspaceId: string): void {
  failing.delete(workspaceId);
}
