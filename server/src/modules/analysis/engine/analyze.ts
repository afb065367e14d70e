import { checkAdult } from './adult-check.ts';
import { parseDay } from './calendar.ts';
import { analyzeCash } from './cash-transactions.ts';
import { analyzeCashflow } from './cashflow.ts';
import { analyzeCompanyRisk } from './company-risk.ts';
import type { AnalysisInput, AnalysisOutput, Contract } from './engine.types.ts';
import { analyzeForeignPayments } from './foreign-payments.ts';
import { analyzeHouseholdBudget } from './household-budget.ts';
import { analyzeModule, groupByIncomeModule, INCOME_MODULES } from './income.ts';
import {
  type DatedTransaction,
  type Entry,
  inOrderOfTime,
  type Ledger,
  type Membership,
  openLedger,
} from './ledger.ts';
import { analyzeLiquidity } from './liquidity.ts';
import { describeLivingSituation } from './living-situation.ts';
import { analyzeBackDebits, analyzeGambling, analyzeOverdraft, analyzePayments } from './person-risk.ts';
import { isCredit, isInsurance, isInvestment, splitInternalBookings, splitRecurring } from './recurring-split.ts';
import { groupBySpendingModule, SPENDING_MODULES } from './spending.ts';
import { buildContracts, type ContractWithStream } from './streams/build-contracts.ts';
import { detectStreams } from './streams/detect-streams.ts';
import { joinMovedStreams } from './streams/join-moved-streams.ts';

type Contracts = ReadonlyMap<string, Contract>;

type Result = [name: string, result: unknown];

function* analyzePerson(ledger: Ledger, contracts: Contracts): Generator<Result> {
  const income = groupByIncomeModule(ledger);
  for (const [module, key] of Object.entries(INCOME_MODULES) as [keyof typeof INCOME_MODULES, string][]) {
    yield [`person/income/${key}`, analyzeModule(ledger, income.modules.get(module) ?? [], contracts, 1)];
  }
  const spending = groupBySpendingModule(ledger);
  for (const module of SPENDING_MODULES) {
    yield [`person/spending/${module}`, analyzeModule(ledger, spending.modules.get(module) ?? [], contracts, -1)];
  }
  yield ['person/risk/backDebit', analyzeBackDebits(ledger)];
  yield ['person/risk/garnishment', analyzePayments(ledger, 'garnishment')];
  yield ['person/risk/collection', analyzePayments(ledger, 'collection')];
  yield ['person/risk/gambling', analyzeGambling(ledger)];
  yield ['person/risk/overdraft', analyzeOverdraft(ledger)];
  yield ['person/liquidity', analyzeLiquidity(ledger)];
  yield ['person/household-budget', analyzeHouseholdBudget(ledger, income.all, spending.all)];
  yield ['person/adult-check', checkAdult(ledger)];
  yield ['person/living-situation', describeLivingSituation(ledger)];
}

function* analyzeCompany(
  ledger: Ledger,
  built: readonly ContractWithStream[],
  contracts: Contracts,
): Generator<Result> {
  const flowsWhere = (isWanted: (entry: Entry) => boolean) =>
    splitRecurring(ledger, ledger.flows.filter(isWanted), contracts);
  yield ['company/cashflow', analyzeCashflow(ledger, built)];
  yield ['company/risk', analyzeCompanyRisk(ledger)];
  yield ['company/liquidity', analyzeLiquidity(ledger)];
  yield ['company/foreign-payments', analyzeForeignPayments(ledger)];
  yield ['company/cash-transactions', analyzeCash(ledger)];
  yield ['company/credits', flowsWhere(isCredit)];
  yield ['company/insurances', flowsWhere(isInsurance)];
  yield ['company/investments', flowsWhere(isInvestment)];
  yield ['company/internal-bookings', splitInternalBookings(ledger, contracts)];
}

/** The day up to which each account was observed: its last booking until `asOf`. */
function lastDays(booked: readonly DatedTransaction[]): Map<string, number> {
  const days = new Map<string, number>();
  for (const { transaction, day } of booked) days.set(transaction.accountId, day);
  return days;
}

/** Of each of so many bookings that happened, by its place. */
function membershipsOf(built: readonly ContractWithStream[], count: number): (Membership | undefined)[] {
  const memberships = Array.from<Membership | undefined>({ length: count });
  for (const { contract, stream } of built) {
    const membership = { contractId: contract.contractId, isRecurring: !stream.isEarly };
    for (const { place } of stream.members) memberships[place] = membership;
  }
  return memberships;
}

/** Of each transaction of the input, by its number; also of those that are still pending. */
function contractIdsOf(
  built: readonly ContractWithStream[],
  happened: readonly DatedTransaction[],
  pending: readonly DatedTransaction[],
  count: number,
): (string | undefined)[] {
  const contractIds = Array.from<string | undefined>({ length: count });
  for (const { contract, stream } of built) {
    const note = ({ number }: DatedTransaction) => void (contractIds[number] = contract.contractId);
    for (const { place } of stream.members) note(happened[place] as DatedTransaction);
    for (const { place } of stream.pending) note(pending[place] as DatedTransaction);
  }
  return contractIds;
}

/**
 * The whole analysis of one user: contracts, and one result per module, each exactly as it goes over the wire. Pure and
 * deterministic: the order of the input changes nothing, and `asOf` is the only clock. A person gets the person's
 * results, a company the company's. Throws RangeError for a date that is none.
 */
export function analyze(input: AnalysisInput): AnalysisOutput {
  const ordered = inOrderOfTime(input.transactions);
  const booked = ordered.filter(({ transaction }) => transaction.status === 'booked');
  const pending = ordered.filter(({ transaction }) => transaction.status === 'pending');
  const asOfDay = parseDay(input.asOf);
  const happened = booked.filter(({ day }) => day <= asOfDay);
  const observedUntil = lastDays(happened);
  const lastDayOf = (accountId: string): number => observedUntil.get(accountId) ?? asOfDay;
  const streams = joinMovedStreams(detectStreams(happened, pending), lastDayOf);
  const built = buildContracts(streams, lastDayOf);
  const dismissed = input.dismissedAmong?.(built.map(({ contract }) => contract));
  const standing = dismissed ? built.filter(({ contract }) => !dismissed.has(contract.contractId)) : built;
  const dueDays = standing.flatMap(({ contract: { status, nextExpectedDate } }) =>
    status === 'active' && nextExpectedDate !== null ? [parseDay(nextExpectedDate)] : [],
  );
  const ledger = openLedger(
    input,
    { booked, happened, memberships: membershipsOf(standing, happened.length) },
    dueDays,
  );
  const contracts = new Map(standing.map(({ contract }) => [contract.contractId, contract]));
  const results =
    input.userType === 'person' ? analyzePerson(ledger, contracts) : analyzeCompany(ledger, standing, contracts);
  return {
    contracts: built.map(({ contract }) => contract),
    contractIds: contractIdsOf(built, happened, pending, ordered.length),
    results,
  };
}
