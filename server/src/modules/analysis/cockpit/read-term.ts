import { invalidField } from '#platform/http/errors.ts';

const DAY_SECONDS = 86_400;
const MAX_TERM_SECONDS = 30 * DAY_SECONDS;
export const DEFAULT_TERM = 'P1D';

const DURATION = /^P(?=\d|T\d)(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/;

/** An ISO 8601 duration without years and months, which differ in length → seconds. Rejects what no link may last. */
export function readTerm(duration: string): number {
  const match = DURATION.exec(duration);
  if (!match) {
    throw invalidField(
      '/expiresIn',
      'must be an ISO 8601 duration in weeks, days, hours, minutes and seconds, such as P7D or PT12H',
    );
  }
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const total = (weeks * 7 + days) * DAY_SECONDS + hours * 3_600 + minutes * 60 + seconds;
  if (total < 1 || total > MAX_TERM_SECONDS) throw invalidField('/expiresIn', 'must be at least PT1S and at most P30D');
  return total;
}
