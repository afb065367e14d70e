import { useId } from 'react';
import { useTexts } from '../../app/language.ts';
import { Field, Select } from '../../ui/form.tsx';
import { ACCOUNT_TEXTS } from './account-texts.ts';
import { nameOfAccount, useAccounts } from './accounts.tsx';
import { FILTER_NAMES, type RowFilter } from './filter-rows.ts';
import { TRANSACTIONS_TEXTS } from './transactions-texts.ts';

interface Props {
  userId: string;
  filter: RowFilter;
  /** Those that occur, by name. */
  categories: [id: string, name: string][];
  onChange: (filter: RowFilter) => void;
}

export function RowFilters({ userId, filter, categories, onChange }: Props) {
  const texts = useTexts(TRANSACTIONS_TEXTS);
  const accountTexts = useTexts(ACCOUNT_TEXTS);
  const id = useId();
  const accounts = useAccounts(userId).data?.accounts ?? [];
  const any: [string, string] = ['', texts.all];
  const of = (name: keyof RowFilter) => ({
    value: filter[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...filter, [name]: event.target.value }),
  });
  const more = FILTER_NAMES.filter((name) => name !== 'q' && filter[name] !== '').length;
  return (
    <search className="stack" aria-label={texts.transactions}>
      <div className="filter-line">
        <Field label={texts.search} placeholder={texts.searchHint} type="search" {...of('q')} />
        {more > 0 && (
          <button
            type="button"
            onClick={() =>
              onChange({ ...filter, account: '', category: '', direction: '', from: '', to: '', min: '', max: '' })
            }
          >
            {texts.clear}
          </button>
        )}
      </div>
      <details open={more > 0} id={id}>
        <summary>{more > 0 ? `${texts.more} (${more})` : texts.more}</summary>
        <div className="row-filters">
          <Select
            label={texts.account}
            options={[
              any,
              ...accounts.map((account): [string, string] => [
                account.accountId,
                [nameOfAccount(account, accountTexts), account.iban?.slice(-4)].filter(Boolean).join(' …'),
              ]),
            ]}
            {...of('account')}
          />
          <Select label={texts.category} options={[any, ...categories]} {...of('category')} />
          <Select
            label={texts.direction}
            options={[any, ['in', texts.directions.in], ['out', texts.directions.out]]}
            {...of('direction')}
          />
          <Field label={texts.from} type="date" {...of('from')} />
          <Field label={texts.to} type="date" {...of('to')} />
          <Field label={texts.min} inputMode="decimal" {...of('min')} />
          <Field label={texts.max} inputMode="decimal" {...of('max')} />
        </div>
      </details>
    </search>
  );
}
