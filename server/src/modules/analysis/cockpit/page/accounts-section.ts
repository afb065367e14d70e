import type { Account } from '#modules/banking/index.ts';
import { type Html, html } from '#platform/html/html.ts';
import { formatMinor } from '#platform/money.ts';
import { dataTable } from './table.ts';
import { empty, foreign, section, signed, type View } from './view.ts';

/** The stored accounts with their balances. IBANs are shortened: the page may be passed on. */
export function accountsSection(accounts: readonly Account[], view: View): Html {
  const { texts, formats } = view;
  if (accounts.length === 0) return section('accounts', texts.accounts, empty(texts.noAccounts));
  const amount = (minor: number | null, currency: string) => {
    if (minor === null) return '–';
    const major = formatMinor(minor, currency);
    return signed(major, formats.money(major, currency));
  };
  return section(
    'accounts',
    texts.accounts,
    dataTable<Account>(
      texts.accounts,
      [
        { label: texts.account, cell: (account) => accountName(account, view) },
        { label: texts.bank, cell: ({ bankName }) => (bankName ? foreign(bankName) : '–') },
        { label: texts.iban, cell: ({ iban }) => shortIban(iban) },
        {
          label: texts.accountBalance,
          numeric: true,
          cell: ({ balanceMinor, currency }) => amount(balanceMinor, currency),
        },
        {
          label: texts.limit,
          numeric: true,
          cell: ({ overdraftLimitMinor, currency }) => amount(overdraftLimitMinor, currency),
        },
      ],
      accounts,
    ),
  );
}

function accountName({ name, owner, type }: Account, { texts }: View): Html {
  const kind = texts.accountTypes[type];
  const below = [name ? kind : null, owner].filter((part) => part !== null);
  return html`${foreign(name ?? kind)}${below.length > 0 ? html`<small>${below.map((part, n) => html`${n > 0 ? ' · ' : null}${foreign(part)}`)}</small>` : null}`;
}

/** `DE89 … 3000`. */
export const shortIban = (iban: string | null): string => (iban ? `${iban.slice(0, 4)} … ${iban.slice(-4)}` : '–');

/** How an account of a result is called: by its stored name where accounts may be read, else by type and IBAN. */
export function accountLabel(
  account: { accountId: string; iban: string | null; type: string },
  accounts: readonly Account[] | undefined,
  { texts }: View,
): string {
  const stored = accounts?.find(({ accountId }) => accountId === account.accountId);
  const kind = (texts.accountTypes as Record<string, string>)[account.type] ?? account.type;
  return stored?.name ?? (account.iban ? `${kind} ${shortIban(account.iban)}` : kind);
}
