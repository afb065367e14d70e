/** An account of an upload without its transactions: checked, in domain terms. */

import { Compile } from 'typebox/compile';
import { AmountError, isCurrency, parseAmount } from '#platform/money.ts';
import { findTextProblem } from '#platform/storable-text.ts';
import { AccountFieldsInput } from '../banking.schemas.ts';
import type { Account, AccountType } from '../banking.types.ts';
import { explainSchemaErrors } from './explain-schema-errors.ts';
import type { ProblemList } from './upload-error.ts';
import { findIbanProblem, normalizeIban } from './upload-text.ts';

export const DEFAULT_CURRENCY = 'EUR';

/** An account as uploaded. The lists are opaque: JSON arrays as text, fit for a `jsonb` column. */
export interface ParsedAccount extends Account {
  icon: string | null;
  securitiesJson: string;
  standingOrdersJson: string;
  supportedPaymentsJson: string;
  transactionCount: number;
  /** Whether the body had a list of transactions, be it empty: without one, those of an existing account stay. */
  hasTransactions: boolean;
}

const validator = Compile(AccountFieldsInput);

/** The others are words of a list. */
const STORED_AS_SENT = (
  Object.keys(AccountFieldsInput.properties) as (keyof typeof AccountFieldsInput.properties)[]
).filter((name) => name !== 'currency' && name !== 'type');

/** Null when something is wrong, which is told to `problems` with `path` before it. */
export function parseAccount(
  value: unknown,
  path: string,
  transactionCount: number,
  problems: ProblemList,
): ParsedAccount | null {
  if (!validator.Check(value)) {
    for (const { path: at, message } of explainSchemaErrors(validator.Errors(value), path)) problems.add(at, message);
    return null;
  }
  const before = problems.count;
  checkTransactionsField(value, path, problems);
  // No rest of the fields: an account may bring thousands that nobody asked for.
  const { securities, standingOrders, supportedPayments, currency: code, type } = value;
  for (const name of STORED_AS_SENT) checkStorable(value[name], `${path}/${name}`, problems);
  const currency = code ?? DEFAULT_CURRENCY;
  if (!isCurrency(currency)) problems.add(`${path}/currency`, `"${currency}" is no currency of ISO 4217`);
  const iban = orNull(value.iban && normalizeIban(value.iban));
  const ibanProblem = iban && findIbanProblem(iban);
  if (ibanProblem) problems.add(`${path}/iban`, ibanProblem);
  const balanceMinor = parseOptionalAmount(value.balance, currency, `${path}/balance`, problems);
  const overdraftLimitMinor = parseOptionalAmount(value.overdraftLimit, currency, `${path}/overdraftLimit`, problems);
  if (overdraftLimitMinor !== null && overdraftLimitMinor < 0) {
    problems.add(`${path}/overdraftLimit`, 'must not be negative: it says how far the account may go below zero');
  }
  if (problems.count > before) return null;
  return {
    accountId: value.accountId,
    accountNumber: orNull(value.accountNumber),
    iban,
    bic: orNull(value.bic),
    bankCode: orNull(value.bankCode),
    bankName: orNull(value.bankName),
    name: orNull(value.name),
    owner: orNull(value.owner),
    type: (type ?? 'GIRO') as AccountType,
    currency,
    balanceMinor,
    overdraftLimitMinor,
    icon: orNull(value.icon),
    securitiesJson: JSON.stringify(securities ?? []),
    standingOrdersJson: JSON.stringify(standingOrders ?? []),
    supportedPaymentsJson: JSON.stringify(supportedPayments ?? []),
    transactionCount,
    hasTransactions: Array.isArray((value as { transactions?: unknown }).transactions),
  };
}

function orNull(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

/** The transactions themselves are read apart, and an empty array stands in their place; anything else is wrong. */
function checkTransactionsField(value: object, path: string, problems: ProblemList): void {
  const { transactions } = value as { transactions?: unknown };
  if (transactions !== undefined && transactions !== null && !Array.isArray(transactions)) {
    problems.add(`${path}/transactions`, 'must be array');
  }
}

/** Texts and keys at any depth must be fit for PostgreSQL; the depth of a body is bounded by its reader. */
function checkStorable(value: unknown, path: string, problems: ProblemList): void {
  if (typeof value === 'string') {
    const problem = findTextProblem(value);
    if (problem) problems.add(path, problem);
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) problems.add(path, 'must be a number that a double can hold');
  } else if (Array.isArray(value)) {
    for (const [n, element] of value.entries()) checkStorable(element, `${path}/${n}`, problems);
  } else if (value !== null && typeof value === 'object') {
    for (const [n, [key, element]] of Object.entries(value).entries()) {
      const problem = findTextProblem(key);
      if (problem) problems.add(path, `property ${n + 1}: its name ${problem}`);
      checkStorable(element, `${path}/${pointerToken(key)}`, problems);
    }
  }
}

const MAX_TOKEN_LENGTH = 40;

/** A key as a token of a JSON pointer (RFC 6901), cut when it is long. */
function pointerToken(key: string): string {
  const shown = key.length > MAX_TOKEN_LENGTH ? `${key.slice(0, MAX_TOKEN_LENGTH)}…` : key;
  return shown.replaceAll('~', '~0').replaceAll('/', '~1');
}

function parseOptionalAmount(value: unknown, currency: string, path: string, problems: ProblemList): number | null {
  if (value === undefined || value === null || value === '' || !isCurrency(currency)) return null;
  try {
    return parseAmount(value, currency);
  } catch (error) {
    if (!(error instanceof AmountError)) throw error;
    problems.add(path, error.message);
    return null;
  }
}
