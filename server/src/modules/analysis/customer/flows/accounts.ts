import { formatMinor } from '#platform/money.ts';
import type { CustomerData } from '../customer.types.ts';
import { accountsInCurrency, sumOf } from './figures.ts';

/** Flow `accounts`: all together, and the one with the largest balance. */
export function tellAccounts(data: CustomerData) {
  const counted = accountsInCurrency(data);
  const [main] = counted.toSorted((a, b) => (b.balanceMinor ?? 0) - (a.balanceMinor ?? 0));
  const major = (minor: number | null | undefined) =>
    main && minor != null ? formatMinor(minor, main.currency) : null;
  return {
    account_count: data.accounts.length,
    total_balance: sumOf(counted, 'balanceMinor'),
    total_overdraft_limit: sumOf(counted, 'overdraftLimitMinor'),
    main_account_id: main?.accountId ?? null,
    main_account_name: main?.name ?? null,
    main_account_type: main?.type ?? null,
    main_account_bank: main?.bankName ?? null,
    main_account_last_digits: main?.iban?.slice(-4) ?? null,
    main_account_balance: major(main?.balanceMinor),
    main_account_overdraft_limit: major(main?.overdraftLimitMinor),
  };
}
