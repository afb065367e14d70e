import type { Services } from '#platform/context.ts';
import { sha256Hex } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import { tooManyAttempts } from './operators.errors.ts';
import { addSignInFailure, deleteSignInFailures, selectSignInFailures } from './operators.queries.ts';

const WINDOW_MS = 15 * 60_000;

/** Most failures within a window. An email alone has the larger number, so that nobody can lock others out from one place. */
const LIMITS = { pair: 5, email: 50, address: 100 };

interface Attempt {
  email: string;
  address: string;
}

/** Emails and addresses are not stored: only what they hash to. */
const subjectsOf = ({ email, address }: Attempt) => ({
  pair: sha256Hex(`pair ${email.toLowerCase()} ${address}`),
  email: sha256Hex(`email ${email.toLowerCase()}`),
  address: sha256Hex(`address ${address}`),
});

/** Throws 429 when this email, this address, or both together have failed too often within a quarter of an hour. */
export async function requireAttemptsLeft(services: Services, attempt: Attempt): Promise<void> {
  const subjects = subjectsOf(attempt);
  const now = services.now().getTime();
  const rows = await services.database.read(null, (session) => selectSignInFailures(session, Object.values(subjects)));
  for (const kind of ['pair', 'email', 'address'] as const) {
    const row = rows.find(({ subjectHash }) => subjectHash === subjects[kind]);
    const endsMs = row ? row.since.getTime() + WINDOW_MS : 0;
    if (!row || row.failures < LIMITS[kind] || endsMs <= now) continue;
    const seconds = Math.ceil((endsMs - now) / 1000);
    throw new AppError(tooManyAttempts, `Signing in has failed too often here; go on in ${seconds} s.`, {
      headers: { 'retry-after': String(seconds) },
    });
  }
}

/** Committed whatever the answer of the request is. */
export async function noteFailure(services: Services, attempt: Attempt): Promise<void> {
  const now = services.now();
  await services.database.transaction(null, async (session) => {
    // In one order, so that two attempts at once never wait for each other.
    for (const subjectHash of Object.values(subjectsOf(attempt)).toSorted()) {
      await addSignInFailure(session, { subjectHash, now, forgottenBefore: new Date(now.getTime() - WINDOW_MS) });
    }
  });
}

/** Whoever gets in starts again from nothing; what others tried with the email or from the address stays counted. */
export const forgetFailures = (services: Services, attempt: Attempt): Promise<void> =>
  services.database.transaction(null, (session) => deleteSignInFailures(session, subjectsOf(attempt).pair));
