import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { CategorizedTransaction } from '../../app/api.gen.ts';
import { ApiError, call } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Field } from '../../ui/form.tsx';
import { Section } from '../../ui/page.tsx';
import { ErrorNotice, Loading } from '../../ui/states.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { USER_TEXTS } from './banking-texts.ts';

const OPERATION = 'GET /api/users/{user-id}/categorization';
const PAGE = 500;

/** Page after page as somebody scrolls; all of them as soon as somebody filters, for a filter over a part would mislead. */
function useTransactions(userId: string, isFiltered: boolean) {
  const read = useInfiniteQuery({
    queryKey: [OPERATION, userId],
    queryFn: ({ pageParam }) =>
      call(OPERATION, {
        params: { 'user-id': userId },
        query: { limit: PAGE, ...(pageParam && { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = read;
  useEffect(() => {
    if (isFiltered && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [isFiltered, hasNextPage, isFetching, isError, fetchNextPage]);
  const rows = useMemo(() => read.data?.pages.flatMap(({ transactions }) => transactions) ?? [], [read.data]);
  return { ...read, rows };
}

export function Transactions({ userId }: { userId: string }) {
  const texts = useTexts(USER_TEXTS);
  const formats = useFormats();
  const [filter, setFilter] = useState('');
  const wanted = useDeferredValue(filter.trim().toLowerCase());
  const read = useTransactions(userId, wanted !== '');
  const searchable = useMemo(() => read.rows.map((row) => [row, searchText(row)] as const), [read.rows]);
  const shown = useMemo(
    () => searchable.flatMap(([row, text]) => (text.includes(wanted) ? [row] : [])),
    [searchable, wanted],
  );
  // The section above says that nothing was analysed yet, and offers to.
  if (read.error instanceof ApiError && read.error.code.startsWith('analysis_')) return null;
  const [count, total] = [formats.count(shown.length), formats.count(read.rows.length)];
  const state = () => {
    if (read.hasNextPage) return wanted ? texts.searching(count, total) : texts.shownSoFar(total);
    return shown.length === 0 && wanted ? texts.noMatch : texts.shown(count, total);
  };
  return (
    <Section title={texts.transactions}>
      <ErrorNotice error={read.error} onRetry={read.refetch} />
      {read.isPending && <Loading />}
      {read.data && (
        <>
          <div className="narrow">
            <Field
              label={texts.filter}
              hint={texts.filterHint}
              type="search"
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
            />
          </div>
          <p className="quiet-text" role="status">
            {state()}
          </p>
          <Table rows={shown} onEnd={() => read.hasNextPage && !read.isFetching && void read.fetchNextPage()} />
        </>
      )}
    </Section>
  );
}

function Table({ rows, onEnd }: { rows: CategorizedTransaction[]; onEnd: () => void }) {
  const texts = useTexts(USER_TEXTS);
  const formats = useFormats();
  return (
    <VirtualTable
      label={texts.transactions}
      rows={rows}
      keyOf={({ accountId, transactionId }) => `${accountId} ${transactionId}`}
      onEnd={onEnd}
      head={
        <>
          <span role="columnheader" className="extra">
            {texts.date}
          </span>
          <span role="columnheader">{texts.what}</span>
          <span role="columnheader" className="extra">
            {texts.category}
          </span>
          <span role="columnheader" className="number">
            {texts.amount}
          </span>
        </>
      }
      cells={(row) => (
        <>
          <span role="cell" className="extra">
            {formats.day(row.bookingDate)}
          </span>
          <span role="cell" title={row.purpose ?? ''}>
            {[row.merchant?.name ?? row.paymentPartner?.name, row.purpose].filter(Boolean).join(' · ')}
          </span>
          <span role="cell" className="extra" title={row.reason}>
            {row.category.label}
          </span>
          <span role="cell" className="number">
            {formats.money(row.amount, row.currency)}
          </span>
        </>
      )}
    />
  );
}

const searchText = ({ purpose, paymentPartner, merchant, category, amount, bookingDate }: CategorizedTransaction) =>
  [purpose, paymentPartner?.name, merchant?.name, category.label, amount.toFixed(2), bookingDate]
    .join(' ')
    .toLowerCase();
