/**
 * The states of a synchronisation:
 * `queued` → `running` → `completed` | `failed` | `waiting`, and `waiting` → `running` when its time has come. A worker that
 * dies leaves `running` behind, from which the next one goes on. Pure: the caller brings the time and the chance.
 */
import type { ProviderError } from '../providers/provider.types.ts';
import type { Login, LoginSync, SyncStatus } from './login.types.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** NextGenPSD2, `frequencyPerDay`: how often a bank may be read within a day while the end user is not there. */
export const UNATTENDED_PER_DAY = 4;

export const isOpen = (status: SyncStatus): boolean =>
  status === 'queued' || status === 'running' || status === 'waiting';

/** Whether a worker may begin: a job that is delivered twice must not run a synchronisation that is over, or waits. */
export function mayRun(sync: Pick<LoginSync, 'status' | 'retryAt'>, now: Date): boolean {
  if (sync.status === 'waiting') return sync.retryAt !== null && sync.retryAt.getTime() <= now.getTime() + 1_000;
  return sync.status === 'queued' || sync.status === 'running';
}

/** When the bank may be read without the end user: now (null), or at the moment the oldest of the last four is a day old. */
export function unattendedFrom(reads: readonly Date[], now: Date): Date | null {
  const recent = reads.filter((at) => at.getTime() > now.getTime() - DAY_MS).sort((a, b) => a.getTime() - b.getTime());
  const blocking = recent.at(-UNATTENDED_PER_DAY);
  return blocking ? new Date(blocking.getTime() + DAY_MS) : null;
}

const RETRY_AFTER_MS = [30_000, 2 * MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 4 * HOUR_MS];
const LONGEST_WAIT_MS = 2 * DAY_MS;

export type AfterFailure = { status: 'waiting'; retryAt: Date } | { status: 'failed'; consentEnded: boolean };

/**
 * What follows on a refusal of the bank. The bank's own wish when to be asked again is followed; otherwise the pauses grow.
 * `chance` between 0 and 1 spreads those who were refused together.
 */
export function afterFailure(
  error: Pick<ProviderError, 'problem' | 'retryAfterMs' | 'consentEnded'>,
  { attempt, now, chance }: { attempt: number; now: Date; chance: number },
): AfterFailure {
  if (error.consentEnded) return { status: 'failed', consentEnded: true };
  const isPassing =
    error.problem === 'bank_unavailable' || error.problem === 'too_many_requests' || error.problem === 'invalid_answer';
  const pauseMs = RETRY_AFTER_MS[attempt - 1];
  if (!isPassing || pauseMs === undefined) return { status: 'failed', consentEnded: false };
  const wanted = error.retryAfterMs ?? (error.problem === 'too_many_requests' ? HOUR_MS : pauseMs);
  const waitMs = Math.min(Math.max(wanted, pauseMs) * (1 + chance / 4), LONGEST_WAIT_MS);
  return { status: 'waiting', retryAt: new Date(now.getTime() + waitMs) };
}

/** Three times a day, so that one reading without the end user is left for whoever asks for it. */
const INTERVAL_MS = 8 * HOUR_MS;
const LONGEST_INTERVAL_MS = 2 * DAY_MS;

/**
 * When a recurring login is synchronised next: the interval doubles with each failure, and a fifth of it, to either side, is
 * left to chance, so that not all logins come at once. Null: not by itself.
 */
export function nextSyncAt(
  login: Pick<Login, 'recurring' | 'consentStatus' | 'validUntil' | 'failures'>,
  { now, chance }: { now: Date; chance: number },
): Date | null {
  if (!login.recurring || login.consentStatus !== 'valid') return null;
  const interval = Math.min(INTERVAL_MS * 2 ** login.failures, LONGEST_INTERVAL_MS);
  const at = new Date(now.getTime() + interval * (0.8 + chance * 0.4));
  return login.validUntil && at >= login.validUntil ? null : at;
}

const OVERLAP_DAYS = 14;
/** What banks give without the end user (EBA, RTS on SCA, article 10). */
const HISTORY_DAYS = 89;

/** The first booking day to ask for: banks book late, and change what was pending. Null: all that there is. */
export function readFrom(readThrough: string | null, oldestPending: string | null): string | null {
  if (readThrough === null) return null;
  const overlap = addDays(readThrough, -OVERLAP_DAYS);
  const limit = addDays(readThrough, -HISTORY_DAYS);
  const wanted = oldestPending !== null && oldestPending < overlap ? oldestPending : overlap;
  return wanted < limit ? limit : wanted;
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
