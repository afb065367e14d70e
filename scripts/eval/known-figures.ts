/**
 * What the monthly figures of a history have to be, from the kind with which its generator made each booking: sums over
 * the taxonomy, written independently of the engine that is measured.
 */
import { categoryOf } from '../../server/src/modules/categorization/index.ts';
import type { LabelledHistory } from '../../server/test/histories/history.types.ts';

/** Figure → month (`YYYY-MM`) → value; minor units or counts. A month that is not there is 0. */
export type Figures = Map<string, Map<string, number>>;

type Booking = LabelledHistory['input']['transactions'][number];

/** Keys on the wire by income module of the taxonomy. */
export const INCOME_KEYS = {
  salary: 'salary',
  pension: 'pension',
  child_benefit: 'childBenefit',
  parental_allowance: 'parentalAllowance',
  rental: 'rental',
  investment: 'investment',
  loan: 'loan',
  alimony: 'alimony',
  self_employment: 'selfEmployment',
  other: 'other',
} as const;

const CREDIT_TAGS: readonly string[] = ['loan_instalment', 'credit_line_interest', 'leasing', 'loan_payout'];

export function createFigures(names: readonly string[]): Figures {
  return new Map(names.map((name) => [name, new Map()]));
}

export function add(figures: Figures, name: string, month: string, value: number): void {
  const months = figures.get(name);
  if (!months) throw new Error(`${name} is no figure that is compared.`);
  months.set(month, (months.get(month) ?? 0) + value);
}

/** The figures that are compared for a type of user. */
export const FIGURES = {
  person: [
    ...Object.values(INCOME_KEYS).map((key) => `income ${key}`),
    'spending total',
    'back debits',
    'garnishments',
    'collections',
    'gambling',
  ],
  company: ['inflow', 'outflow', 'net', 'credits'],
} as const;

const monthOf = ({ bookingDate }: Booking): string => bookingDate.slice(0, 7);

/** All months from the first to the last booking. */
export function monthsOf({ input }: LabelledHistory): string[] {
  const days = input.transactions.map((booking) => booking.bookingDate).sort();
  const months: string[] = [];
  const last = (days.at(-1) ?? '').slice(0, 7);
  for (let month = (days[0] ?? '').slice(0, 7); month !== '' && month <= last; month = nextMonth(month))
    months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

export function knownFigures(history: LabelledHistory): Figures {
  const { userType, accounts, transactions } = history.input;
  const figures = createFigures(FIGURES[userType]);
  const loans = new Set(accounts.filter(({ type }) => type === 'DARLEHEN').map(({ accountId }) => accountId));
  const moves = transactions.filter(
    (booking) => booking.status === 'booked' && !booking.isInternalTransfer && !loans.has(booking.accountId),
  );
  if (userType === 'company') addCompany(figures, moves);
  else {
    const streamed = new Set(history.streams.flatMap(({ transactionIDs }) => transactionIDs));
    addIncome(figures, moves, streamed);
    addSpending(figures, moves);
    addRisk(figures, moves);
  }
  return figures;
}

const tagsOf = ({ categoryId, tags }: Booking): readonly string[] => [...categoryOf(categoryId).tags, ...tags];

function addIncome(figures: Figures, moves: readonly Booking[], streamed: ReadonlySet<string>): void {
  for (const booking of moves) {
    const { incomeModule, incomeWhen } = categoryOf(booking.categoryId);
    if (booking.amountMinor <= 0 || incomeModule === null || booking.tags.includes('refund')) continue;
    if (incomeWhen === 'recurring' && !streamed.has(booking.transactionId)) continue;
    add(figures, `income ${INCOME_KEYS[incomeModule]}`, monthOf(booking), booking.amountMinor);
  }
}

/** Net: what came back lowers it. The histories return debits in the same month or the one after. */
function addSpending(figures: Figures, moves: readonly Booking[]): void {
  for (const booking of moves) {
    const { primary, spendingModule, tags } = categoryOf(booking.categoryId);
    const isReturnOfSpending = tags.includes('back_debit') && booking.amountMinor > 0;
    if (spendingModule === null && !isReturnOfSpending) continue;
    const isUnknownIncoming = booking.amountMinor > 0 && (primary === 'transfer' || primary === 'other');
    if (isUnknownIncoming && !booking.tags.includes('refund') && !isReturnOfSpending) continue;
    add(figures, 'spending total', monthOf(booking), -booking.amountMinor);
  }
}

function addRisk(figures: Figures, moves: readonly Booking[]): void {
  const returned = new Map<string, { returns: number; fees: number }>();
  for (const booking of moves) {
    const tags = tagsOf(booking);
    const month = monthOf(booking);
    if (tags.includes('back_debit') || tags.includes('back_debit_fee')) {
      const key = `${month}|${booking.accountId}`;
      const counts = returned.get(key) ?? { returns: 0, fees: 0 };
      counts[tags.includes('back_debit_fee') ? 'fees' : 'returns'] += 1;
      returned.set(key, counts);
    }
    if (booking.amountMinor >= 0) continue;
    if (tags.includes('garnishment')) add(figures, 'garnishments', month, 1);
    if (tags.includes('collection')) add(figures, 'collections', month, 1);
    if (tags.includes('gambling')) add(figures, 'gambling', month, -booking.amountMinor);
  }
  for (const [key, { returns, fees }] of returned)
    add(figures, 'back debits', key.slice(0, 7), Math.max(returns, fees));
}

function addCompany(figures: Figures, moves: readonly Booking[]): void {
  for (const booking of moves) {
    const month = monthOf(booking);
    add(figures, booking.amountMinor > 0 ? 'inflow' : 'outflow', month, Math.abs(booking.amountMinor));
    add(figures, 'net', month, booking.amountMinor);
    if (tagsOf(booking).some((tag) => CREDIT_TAGS.includes(tag))) add(figures, 'credits', month, booking.amountMinor);
  }
}
