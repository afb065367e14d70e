import { listUserAccounts } from '#modules/banking/index.ts';
import type { ActiveUser } from '#modules/users/index.ts';
import type { Session } from '#platform/db/database.ts';
import { selectResults } from '../results.queries.ts';
import { type OpenedCockpit, selectAnalyzedAt } from './cockpit.queries.ts';
import type { CockpitData, CompanyResults, ContractResult, PersonResults, ShownResults } from './cockpit.types.ts';
import { ACCOUNT_SCOPES, resultNames } from './cockpit-scopes.ts';

/** What the page of this link shows. */
export async function readCockpit(session: Session, cockpit: OpenedCockpit, user: ActiveUser): Promise<CockpitData> {
  return { ...(await readShownResults(session, cockpit, user)), expiresAt: cockpit.expiresAt.toISOString() };
}

/** Results of the last completed run, as far as the scopes go. */
export async function readShownResults(
  session: Session,
  { workspaceId, scopes }: Pick<OpenedCockpit, 'workspaceId' | 'scopes'>,
  user: ActiveUser,
): Promise<ShownResults> {
  const names = resultNames(user.type, scopes);
  const rows = await selectResults(session, workspaceId, user.userId, names);
  const stored = new Map(rows.flatMap(({ name, body }) => (name && body ? [[name, JSON.parse(body)] as const] : [])));
  const mayReadAccounts = ACCOUNT_SCOPES.some((scope) => scopes.includes(scope));
  return {
    analyzedAt: (await selectAnalyzedAt(session, user.userKey))?.toISOString() ?? null,
    accounts: mayReadAccounts ? await listUserAccounts(session, user.userKey) : undefined,
    contracts: (stored.get('contracts') as { contracts: ContractResult[] } | undefined)?.contracts,
    results:
      user.type === 'person'
        ? { type: 'person', ...personResults(stored) }
        : { type: 'company', ...companyResults(stored) },
  };
}

type Stored = ReadonlyMap<string, unknown>;

/** `person/income/salary`, `person/income/pension` → `{ salary, pension }`. */
function modulesBelow(stored: Stored, prefix: string): Record<string, unknown> {
  const below = [...stored].filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(below.map(([name, result]) => [name.slice(prefix.length), result]));
}

// The engines write what the schemas say: analysis.schemas.test.ts holds them to it.
const personResults = (stored: Stored) =>
  ({
    income: modulesBelow(stored, 'person/income/'),
    spending: modulesBelow(stored, 'person/spending/'),
    risk: modulesBelow(stored, 'person/risk/'),
    householdBudget: stored.get('person/household-budget'),
    liquidity: stored.get('person/liquidity'),
    adultCheck: stored.get('person/adult-check'),
    livingSituation: stored.get('person/living-situation'),
  }) as PersonResults;

const companyResults = (stored: Stored) =>
  ({
    cashflow: stored.get('company/cashflow'),
    cash: stored.get('company/cash-transactions'),
    liquidity: stored.get('company/liquidity'),
    foreignPayments: stored.get('company/foreign-payments'),
    risk: stored.get('company/risk'),
    credits: stored.get('company/credits'),
    insurances: stored.get('company/insurances'),
    investments: stored.get('company/investments'),
    internalBookings: stored.get('company/internal-bookings'),
  }) as CompanyResults;
