// node explain.mjs USER income.salary [--month 2026-10] [--limit 20]: a figure, and the bookings that it was made of.
import { parseArgs } from 'node:util';
import { connect } from '../../../lib/access.mjs';
import { EXIT, runScript, Stop } from '../../../lib/exit.mjs';

const RESULTS = {
  income: 'getPersonIncome',
  spending: 'getPersonSpending',
  risk: 'getPersonRisk',
  budget: 'getHouseholdBudget',
  liquidity: 'getPersonLiquidity',
  cashflow: 'getCompanyCashflow',
  credits: 'getCompanyCredits',
  'company-risk': 'getCompanyRisk',
};

await runScript(async (args) => {
  const options = { month: { type: 'string' }, limit: { type: 'string', default: '20' } };
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [userId, where = ''] = positionals;
  const [result, ...fields] = where.split('.');
  if (!userId || !Object.hasOwn(RESULTS, result)) {
    throw new Stop(
      EXIT.usage,
      `node explain.mjs USER RESULT[.FIELD…], RESULT one of ${Object.keys(RESULTS).join(', ')}`,
    );
  }
  const kontor = await connect();
  const answer = await kontor[RESULTS[result]]({ userId });
  const found = fields.reduce((part, field) => part?.[field], answer);
  if (found === undefined)
    throw new Stop(EXIT.usage, `${where} is not there. There are: ${Object.keys(answer).join(', ')}.`);
  const part = values.month ? found.monthlyOverview?.find(({ month }) => month === values.month) : found;
  if (!part) throw new Stop(EXIT.usage, `The month ${values.month} is not in the data.`);

  const ids = new Set(idsIn(part));
  const bookings = [];
  for await (const booking of kontor.items('listTransactions', { userId, query: { limit: 500 } })) {
    if (ids.has(booking.transactionId)) bookings.push(booking);
  }
  const { sources, monthlyOverview, ...figure } = part;
  console.log(JSON.stringify(figure, withoutIds, 1));
  for (const source of sources ?? []) console.log(JSON.stringify(source, withoutIds));
  for (const month of monthlyOverview ?? []) console.log(JSON.stringify(month, withoutIds));
  bookings.sort((a, b) => b.bookingDate.localeCompare(a.bookingDate));
  const shown = bookings.slice(0, Number(values.limit));
  console.log(
    `\n${bookings.length} bookings behind it${shown.length < bookings.length ? `, the newest ${shown.length}` : ''}:`,
  );
  for (const { bookingDate, amount, paymentPartner, purpose } of shown) {
    console.log(
      `${bookingDate} ${amount.toFixed(2).padStart(10)}  ${paymentPartner?.name ?? ''}  ${purpose ?? ''}`.trimEnd(),
    );
  }
});

function withoutIds(key, value) {
  return /transactionIDs$/i.test(key) ? undefined : value;
}

/** Ids of bookings, however deep they stand. */
function idsIn(part) {
  if (part === null || typeof part !== 'object') return [];
  return Object.entries(part).flatMap(([key, value]) => (/transactionIDs$/i.test(key) ? value : idsIn(value)));
}
