import type { Session } from '#platform/db/database.ts';
import type { BalancePoint } from './reconcile-balances.ts';

export interface AccountBalanceOwner {
  workspaceId: string;
  userKey: string;
  accountKey: string;
  currency: string;
}

/** Keeps balances at the end of days; a day that is known gets the newer word. */
export async function upsertBalances(
  session: Session,
  { workspaceId, userKey, accountKey }: AccountBalanceOwner,
  points: { day: string; balanceMinor: number }[],
): Promise<void> {
  if (points.length === 0) return;
  const byDay = new Map(points.map((point) => [point.day, point.balanceMinor]));
  await session.query(
    `insert into account_balances (workspace_id, user_key, account_key, day, balance_minor)
     select $1, $2, $3, p.day, p.balance_minor from unnest($4::date[], $5::bigint[]) as p(day, balance_minor)
     on conflict (account_key, day) do update set balance_minor = excluded.balance_minor`,
    [workspaceId, userKey, accountKey, [...byDay.keys()], [...byDay.values()]],
  );
}

/** What is booked on an account from a day on, in the account's currency. */
export async function sumBookedSince(
  session: Session,
  { accountKey, currency }: AccountBalanceOwner,
  day: string,
): Promise<number> {
  const [row] = await session.query<{ sum: number }>(
    `select coalesce(sum(amount_minor), 0)::bigint as sum from transactions
     where account_key = $1 and currency = $2 and status = 'booked' and booking_date >= $3`,
    [accountKey, currency, day],
  );
  return row?.sum ?? 0;
}

/** The newest balances, oldest first, each with what was booked since the one before. */
export function selectBalancePoints(session: Session, accountKey: string, currency: string): Promise<BalancePoint[]> {
  return session.query<BalancePoint & Record<string, unknown>>(
    `with points as (select day, balance_minor, lag(day) over (order by day) as before from
       (select day, balance_minor from account_balances where account_key = $1 order by day desc limit 1000) newest)
     select p.day, p.balance_minor as "balanceMinor", (select coalesce(sum(t.amount_minor), 0)::bigint from transactions t
       where t.account_key = $1 and t.currency = $2 and t.status = 'booked' and t.booking_date > p.before and t.booking_date <= p.day) as "bookedMinor"
     from points p order by p.day`,
    [accountKey, currency],
  );
}

/** The first booking day of each account that has one. */
export async function selectFirstBookings(session: Session, accountKeys: string[]): Promise<Map<string, string>> {
  const rows = await session.query<{ accountKey: string; day: string }>(
    `select account_key as "accountKey", min(booking_date) as day from transactions where account_key = any($1::uuid[]) group by 1`,
    [accountKeys],
  );
  return new Map(rows.map(({ accountKey, day }) => [accountKey, day]));
}
