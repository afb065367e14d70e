/**
 * What the figures of a history have to be, from the kind with which its generator made each booking: sums over the
 * taxonomy, written independently of the engine that is measured.
 */
import { categoryOf } from '../../server/src/modules/categorization/index.ts';
import type { LabelledHistory } from '../../server/test/histories/history.types.ts';
import { add, addSummaries, type Figures } from './figures.ts';
import { addCompanyBalances, addOverdraft } from './known-balances.ts';
import { addCircumstances } from './known-circumstances.ts';
import { addCompany } from './known-company.ts';

export type Booking = LabelledHistory['input']['transactions'][number];

/** A booking with what the sums ask of it. */
export interface Move {
  booking: Booking;
  month: string;
  tags: readonly string[];
  /** Member of a stream that the generator made. */
  isStreamed: boolean;
}

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

/** Keys of the spending modules, in the taxonomy and on the wire. */
export const SPENDING_KEYS =
  'housing utilities groceries mobility insurance credit communication media leisure health savings children taxes other'.split(
    ' ',
  );

/** Every month has a cell of these, whether or not something was booked. */
const MONTHLY = {
  person: [
    ...Object.values(INCOME_KEYS).map((key) => `income: ${key}`),
    ...SPENDING_KEYS.map((key) => `spending: ${key}`),
    ...['income', 'spending', 'balance', 'fixed income', 'fixed spending'].map((name) => `budget: ${name}`),
    ...['back debits', 'garnishments', 'collections', 'gambling stakes', 'gambling amount'].map(
      (name) => `risk: ${name}`,
    ),
  ],
  company: [
    ...['inflow', 'outflow', 'net', 'revenue', 'payroll', 'taxes', 'loan payments'].map((name) => `cashflow: ${name}`),
    ...['in', 'out', 'bookings'].map((name) => `cash: ${name}`),
    ...['in', 'out'].map((name) => `abroad: ${name}`),
    ...['credits', 'insurances', 'investments'].flatMap((name) => [`${name}: amount`, `${name}: recurring`]),
    ...['amount', 'in', 'out'].map((name) => `own transfers: ${name}`),
    ...['back debits', 'garnishments'].map((name) => `risk: ${name}`),
  ],
} as const;

/** Those that have `current`, `median` and `average` on the wire. */
const SUMMARIZED = {
  person: /^(income|spending): |^budget: (income|spending|balance)$/,
  company: /^cashflow: (inflow|outflow|net)$|: amount$/,
};
export const summarizedFigures = (userType: 'person' | 'company'): string[] =>
  MONTHLY[userType].filter((name) => SUMMARIZED[userType].test(name));

/** All months from the first to the last booking. */
function monthsOf({ input }: LabelledHistory): string[] {
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
  const figures: Figures = new Map();
  for (const name of MONTHLY[userType]) for (const month of monthsOf(history)) add(figures, name, month, 0);
  const loans = new Set(accounts.filter(({ type }) => type === 'DARLEHEN').map(({ accountId }) => accountId));
  const streamed = new Set(history.streams.flatMap(({ transactionIDs }) => transactionIDs));
  const booked: Move[] = transactions
    .filter(({ status }) => status === 'booked')
    .map((booking) => ({
      booking,
      month: booking.bookingDate.slice(0, 7),
      tags: [...categoryOf(booking.categoryId).tags, ...booking.tags],
      isStreamed: streamed.has(booking.transactionId),
    }));
  const isMove = ({ booking, tags }: Move) =>
    !booking.isInternalTransfer &&
    !tags.includes('internal_transfer') &&
    !(userType === 'company' && /^savings_(in|out)$/.test(booking.categoryId)) &&
    !loans.has(booking.accountId);
  const moves = booked.filter(isMove);
  if (userType === 'company') {
    addCompany(
      figures,
      history,
      moves,
      booked.filter((move) => !isMove(move)),
    );
    addCompanyBalances(figures, history);
  } else {
    addIncome(figures, moves);
    addSpending(figures, moves);
    addOverdraft(figures, history);
    addCircumstances(figures, moves);
  }
  addReturnsAndPayments(figures, moves, userType);
  addSummaries(figures, summarizedFigures(userType));
  return figures;
}

function addIncome(figures: Figures, moves: readonly Move[]): void {
  for (const { booking, month, isStreamed } of moves) {
    const { incomeModule, incomeWhen } = categoryOf(booking.categoryId);
    if (booking.amountMinor <= 0 || incomeModule === null || booking.tags.includes('refund')) continue;
    if (incomeWhen === 'recurring' && !isStreamed) continue;
    add(figures, `income: ${INCOME_KEYS[incomeModule]}`, month, booking.amountMinor);
    addToBudget(figures, 'income', month, booking.amountMinor, isStreamed);
  }
}

function addToBudget(figures: Figures, side: 'income' | 'spending', month: string, amount: number, isFixed: boolean) {
  add(figures, `budget: ${side}`, month, amount);
  add(figures, 'budget: balance', month, side === 'income' ? amount : -amount);
  if (isFixed) add(figures, `budget: fixed ${side}`, month, amount);
}

/** Net: what came back lowers it. A returned debit takes back the payment that it names. */
function addSpending(figures: Figures, moves: readonly Move[]): void {
  for (const move of moves) {
    const { booking, month } = move;
    const isReturn = move.tags.includes('back_debit') && booking.amountMinor > 0;
    const spent = isReturn ? paymentOf(move, moves) : move;
    const { primary, spendingModule } = categoryOf(spent.booking.categoryId);
    if (spendingModule === null) continue;
    const isUnknownIncoming = booking.amountMinor > 0 && (primary === 'transfer' || primary === 'other');
    if (isUnknownIncoming && !booking.tags.includes('refund') && !isReturn) continue;
    add(figures, `spending: ${spendingModule}`, month, -booking.amountMinor);
    addToBudget(figures, 'spending', month, -booking.amountMinor, !isReturn && move.isStreamed);
  }
}

/** The newest payment before a return, of its mandate and amount; the return itself when there is none. */
function paymentOf(returned: Move, moves: readonly Move[]): Move {
  const { mandateId, amountMinor, bookingDate } = returned.booking;
  const isIt = ({ booking }: Move) =>
    booking.mandateId === mandateId && booking.amountMinor === -amountMinor && booking.bookingDate <= bookingDate;
  return moves.filter(isIt).sort((a, b) => (a.booking.bookingDate < b.booking.bookingDate ? 1 : -1))[0] ?? returned;
}

function addReturnsAndPayments(figures: Figures, moves: readonly Move[], userType: 'person' | 'company'): void {
  const returned = new Map<string, { returns: number; fees: number }>();
  for (const { booking, month, tags } of moves) {
    if (tags.includes('back_debit') || tags.includes('back_debit_fee')) {
      const key = `${month} ${booking.accountId}`;
      const counts = returned.get(key) ?? { returns: 0, fees: 0 };
      counts[tags.includes('back_debit_fee') ? 'fees' : 'returns'] += 1;
      returned.set(key, counts);
    }
    if (booking.amountMinor >= 0) continue;
    if (tags.includes('garnishment')) add(figures, 'risk: garnishments', month, 1);
    if (userType === 'company') continue;
    if (tags.includes('collection')) add(figures, 'risk: collections', month, 1);
    if (!tags.includes('gambling')) continue;
    add(figures, 'risk: gambling stakes', month, 1);
    add(figures, 'risk: gambling amount', month, booking.amountMinor);
  }
  for (const [key, { returns, fees }] of returned)
    add(figures, 'risk: back debits', key.slice(0, 7), Math.max(returns, fees));
}
