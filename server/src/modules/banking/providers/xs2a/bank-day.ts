const DAY_MS = 86_400_000;
const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** The day at the bank, `YYYY-MM-DD`: by German time, in which statements are dated. */
export function bankDay(now: Date): string {
  return berlin.format(now);
}

export function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * DAY_MS).toISOString().slice(0, 10);
}
