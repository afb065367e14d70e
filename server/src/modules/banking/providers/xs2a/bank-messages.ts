import { ProviderError } from '../provider.types.ts';
import { listOf, objectOf, textOf } from './read-json.ts';

/** A bank's no, with its message code as NextGenPSD2 names it. */
export class BankRefusal extends ProviderError {
  override name = 'BankRefusal';
  /** Such as `PSU_CREDENTIALS_INVALID`; the HTTP status as text when the bank gave none. */
  readonly code: string;
  /** Words of the bank for its customer, when it gave some. */
  readonly psuMessage: string | null;
  constructor(options: {
    problem: ProviderError['problem'];
    code: string;
    bank: string;
    psuMessage: string | null;
    retryAfterMs: number | null;
  }) {
    super(options.problem, `${options.bank} refused: ${options.code}`, options.retryAfterMs);
    this.code = options.code;
    this.psuMessage = options.psuMessage;
  }
}

/** Message codes of NextGenPSD2 1.3.x (Implementation Guidelines, 14.11) by what they mean for a connection. */
const PROBLEMS: Readonly<Record<string, ProviderError['problem']>> = {
  PSU_CREDENTIALS_INVALID: 'wrong_credentials',
  CORPORATE_ID_INVALID: 'wrong_credentials',
  SCA_INVALID: 'wrong_code',
  SERVICE_BLOCKED: 'login_locked',
  CONSENT_UNKNOWN: 'consent_expired',
  CONSENT_INVALID: 'consent_expired',
  CONSENT_EXPIRED: 'consent_expired',
  TOKEN_UNKNOWN: 'consent_expired',
  TOKEN_INVALID: 'consent_expired',
  TOKEN_EXPIRED: 'consent_expired',
  RESOURCE_EXPIRED: 'code_expired',
  ACCESS_EXCEEDED: 'too_many_requests',
  SERVICE_UNAVAILABLE: 'bank_unavailable',
  INTERNAL_SERVER_ERROR: 'bank_unavailable',
};

/** How long to leave a bank alone that said `too many` and not for how long: the four readings of a day are over. */
const NEXT_READINGS_MS = 6 * 3_600_000;

/** Reads an answer that is no 2xx; codes that nobody listed are faults between us and the bank, so it is not available. */
export function refusalOf(
  bank: string,
  status: number,
  body: unknown,
  retryAfter: string | undefined,
  now: Date,
): BankRefusal {
  const answer = objectOf(body);
  const first = objectOf(listOf(answer.tppMessages)[0]);
  // RFC 9457 documents, which some banks send instead, hold the code one level higher.
  const code = textOf(first.code) ?? textOf(answer.code) ?? String(status);
  const byStatus = status === 429 ? 'too_many_requests' : 'bank_unavailable';
  const problem = PROBLEMS[code] ?? byStatus;
  const wait = retryAfterMs(retryAfter, now);
  return new BankRefusal({
    problem,
    code: code.slice(0, 60),
    bank,
    psuMessage: textOf(answer.psuMessage),
    retryAfterMs: wait ?? (problem === 'too_many_requests' ? NEXT_READINGS_MS : null),
  });
}

/** `Retry-After` (RFC 9110): seconds or a date. */
function retryAfterMs(value: string | undefined, now: Date): number | null {
  if (!value) return null;
  if (/^\d{1,7}$/.test(value)) return Number(value) * 1000;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : Math.max(0, time - now.getTime());
}
