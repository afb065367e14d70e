import type { Tool } from '../tool.ts';
import type { Pick } from '../tools.ts';
import { answerOf, compose } from './compose.ts';
import { followUntil } from './follow.ts';

const USER_ID = { type: 'string', description: 'The user: find_user.' };
const ENDED = ['completed', 'failed', 'cancelled'];

const analyseUser: Tool = {
  name: 'analyse_user',
  title: 'Analyse a user and wait',
  description:
    'Analyses everything that is stored about a user: categories, income, spending, risk and more, for read_analysis. Waits up to 20 seconds; call again with correlationId if it is not done. Uploads usually start an analysis by themselves.',
  input: {
    type: 'object',
    properties: {
      userId: USER_ID,
      correlationId: { type: 'string', description: 'A run that was begun before: only waits for it.' },
    },
    required: ['userId'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    description: 'The run: `status` says whether it is completed, `counts` what was looked at.',
  },
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  operations: ['triggerAnalysis', 'getAnalysis'],
  isRepeatable: ({ correlationId }) => correlationId !== undefined,
  async run(call, { userId, correlationId: given }) {
    const started =
      (given as string | undefined) ??
      answerOf(await call.invoke('triggerAnalysis', { params: { userId } }), {}, readCorrelation);
    if (typeof started !== 'string') return started;
    return followUntil(
      () => call.invoke('getAnalysis', { params: { userId, correlationId: started } }),
      (run) => ENDED.includes((run as { status: string }).status),
      {},
    );
  },
};

const readCorrelation = (body: unknown) => (body as { correlationId: string }).correlationId;

/** What a person or a company is asked about, and the operation that answers. */
const SUBJECTS: Readonly<Record<string, string>> = {
  income: 'getPersonIncome',
  spending: 'getPersonSpending',
  risk: 'getPersonRisk',
  'household-budget': 'getHouseholdBudget',
  liquidity: 'getPersonLiquidity',
  'adult-check': 'getAdultCheck',
  'living-situation': 'getLivingSituation',
  'company-cashflow': 'getCompanyCashflow',
  'company-cash-transactions': 'getCompanyCashTransactions',
  'company-liquidity': 'getCompanyLiquidity',
  'company-foreign-payments': 'getCompanyForeignPayments',
  'company-risk': 'getCompanyRisk',
  'company-credits': 'getCompanyCredits',
  'company-insurances': 'getCompanyInsurances',
  'company-investments': 'getCompanyInvestments',
  'company-internal-bookings': 'getCompanyInternalBookings',
};

const readAnalysis: Tool = {
  name: 'read_analysis',
  title: 'Read what an analysis found',
  description:
    'One subject of the last completed analysis of a user: income, spending, risk … of a person, company-… of a company. Figures come with the transactions that they are made of. What your scopes do not cover is refused.',
  input: {
    type: 'object',
    properties: {
      userId: USER_ID,
      subject: { type: 'string', enum: Object.keys(SUBJECTS), description: 'What to look at.' },
    },
    required: ['userId', 'subject'],
    additionalProperties: false,
  },
  output: { description: 'The result, as the operation of that subject answers it.' },
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  operations: ['getAnalysis'],
  async run(call, { userId, subject }) {
    return compose(
      await call.invoke(SUBJECTS[subject as string] as string, { params: { userId } }),
      {},
      (result) => result,
    );
  },
};

/** For tokens of clients. */
export const bankTools: readonly Pick[] = [
  {
    operationId: 'listUsers',
    name: 'find_user',
    title: 'Find a user',
    description:
      'Users by your own id (externalId), address (email) or a part of a name (search), the newest first. The userId is what all other tools take.',
  },
  {
    operationId: 'createUser',
    name: 'create_user',
    title: 'Create a user',
    description: 'A person or a company whose bank data is to be analysed. Search with find_user first.',
  },
  {
    operationId: 'connectBank',
    name: 'connect_bank',
    title: 'Let a user connect a bank',
    description:
      'Makes a link to the page on which the end user connects their bank; give it to that user and to nobody else. It ends after 15 minutes.',
  },
  {
    operationId: 'importFiles',
    name: 'import_statements',
    title: 'Import files of a bank',
    description:
      'Reads statements and exports of banks (CAMT, MT940, CSV, OFX, QIF). What is known already is counted, not doubled. With dryRun nothing is stored.',
  },
  {
    operationId: 'uploadAccounts',
    name: 'upload_accounts',
    title: 'Upload accounts with transactions',
    description:
      'Stores accounts and transactions that you have as data. An account with the same accountId and accountNumber is replaced.',
  },
  analyseUser,
  readAnalysis,
  {
    operationId: 'listCategorizedTransactions',
    name: 'explain_categories',
    title: 'Explain how transactions were categorised',
    description:
      'Each transaction of the last analysis with its category, how sure that is, and the reason in words that a person can check.',
  },
  {
    operationId: 'listTransactions',
    name: 'find_transactions',
    title: 'Find transactions',
    description: 'Transactions of a user by words, dates, amounts, category or account.',
  },
  {
    operationId: 'listAccounts',
    name: 'list_accounts',
    title: 'List accounts',
    description: 'The accounts of a user with their balances.',
  },
  {
    operationId: 'listContracts',
    name: 'list_contracts',
    title: 'List recurring payments',
    description:
      'What recurs, as the last analysis found it: salary, rent, insurances, subscriptions, with amount and interval.',
  },
];
