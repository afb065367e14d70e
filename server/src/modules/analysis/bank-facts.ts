import type { Static } from 'typebox';
import { type Account, listUserAccounts } from '#modules/banking/index.ts';
import type { BankFacts } from '#modules/integrations/index.ts';
import { findUserByKey } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { formatMinor } from '#platform/money.ts';
import type { Contract, ContractList } from './contracts.schemas.ts';
import type { HouseholdBudget, IncomeModule, LivingSituation } from './person.schemas.ts';
import { RISK_SCOPES } from './result-modules.ts';
import { selectCompletedAt, selectResults } from './results.queries.ts';

/** Which results the facts are read from. */
const RESULTS = ['contracts', 'person/income/salary', 'person/household-budget', 'person/living-situation'];
const RISKS = Object.values(RISK_SCOPES);
/** More names than a sentence can hold help nobody. */
const NAMED_CONTRACTS = 10;

interface Results {
  contracts?: Static<typeof ContractList>;
  'person/income/salary'?: Static<typeof IncomeModule>;
  'person/household-budget'?: Static<typeof HouseholdBudget>;
  'person/living-situation'?: Static<typeof LivingSituation>;
  [risk: `person/risk/${string}`]: { available: boolean } | undefined;
}

/** A customer's bank data as flat facts: of the last completed analysis, and of the accounts as they are stored now. */
export async function bankFactsOf(ctx: Context, { userKey }: { userKey: string }): Promise<BankFacts> {
  const user = await findUserByKey(ctx.session, userKey);
  if (!user) return {};
  const names = [...RESULTS, ...RISKS.map((risk) => `person/risk/${risk}`)];
  const rows = await selectResults(ctx.session, ctx.workspaceId, user.userId, names);
  const results: Results = Object.fromEntries(
    rows.flatMap(({ name, body }) => (name === null || body === null ? [] : [[name, JSON.parse(body)]])),
  );
  const today = ctx.now().toISOString().slice(0, 10);
  return {
    ...balanceFacts(await listUserAccounts(ctx.session, userKey), results['person/household-budget']?.currency ?? null),
    analysed_at: (await selectCompletedAt(ctx.session, userKey))?.toISOString() ?? null,
    ...salaryFacts(results['person/income/salary'], today),
    ...budgetFacts(results),
    ...contractFacts(results.contracts?.contracts, today),
    ...riskFacts(results),
  };
}

function balanceFacts(accounts: Account[], booked: string | null): BankFacts {
  const currency = booked ?? accounts[0]?.currency ?? null;
  const balances = accounts
    .filter((account) => account.currency === currency)
    .flatMap(({ balanceMinor }) => balanceMinor ?? []);
  const totalMinor = balances.reduce((sum, balance) => sum + balance, 0);
  const isKnown = currency !== null && balances.length > 0;
  return {
    currency,
    account_count: accounts.length,
    total_balance: isKnown ? formatMinor(totalMinor, currency) : null,
  };
}

/** Of the source that pays most. A payment that was due before today has not come: then nothing is said about the next. */
function salaryFacts(salary: Static<typeof IncomeModule> | undefined, today: string): BankFacts {
  if (!salary) return {};
  const [main] = salary.sources.filter(({ frequency }) => frequency !== null);
  if (!main) return { has_salary: false };
  const next = main.nextExpectedDate !== null && main.nextExpectedDate >= today ? main.nextExpectedDate : null;
  return {
    has_salary: true,
    salary_amount: main.median ?? main.current,
    salary_payer: main.name,
    last_salary_date: main.lastDate,
    next_salary_date: next,
    salary_day_of_month: main.frequency === 'MONTHLY' ? Number((next ?? main.lastDate).slice(8)) : null,
  };
}

function budgetFacts(results: Results): BankFacts {
  const budget = results['person/household-budget'];
  return {
    monthly_income: budget?.income.median ?? null,
    monthly_spending: budget?.spending.median ?? null,
    monthly_rent: results['person/living-situation']?.renting.monthlyRent ?? null,
  };
}

function contractFacts(contracts: Static<typeof Contract>[] | undefined, today: string): BankFacts {
  if (!contracts) return {};
  const running = contracts
    .filter(({ status, direction }) => status === 'active' && direction === 'expense')
    .sort((one, other) => one.averageAmount - other.averageAmount);
  const dates = running.flatMap(({ nextExpectedDate }) => nextExpectedDate ?? []).filter((date) => date >= today);
  return {
    contract_count: running.length,
    contract_names:
      running
        .slice(0, NAMED_CONTRACTS)
        .map(({ name }) => name)
        .join(', ') || null,
    next_contract_payment_date: dates.sort()[0] ?? null,
  };
}

const riskFacts = (results: Results): BankFacts => {
  const found = (risk: string) => results[`person/risk/${risk}`]?.available ?? null;
  return {
    has_overdraft: found('overdraft'),
    has_returned_debits: found('backDebit'),
    has_collection: found('collection'),
    has_garnishment: found('garnishment'),
    has_gambling: found('gambling'),
  };
};
