import { type KeyboardEvent, useCallback, useEffect, useMemo, useState } from 'react';
import { ApiError } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Link, navigate, useAddress } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { RowGrid } from '../../ui/row-grid.tsx';
import { Empty, ErrorNotice, Loading } from '../../ui/states.tsx';
import { CategoryPicker } from './category-picker.tsx';
import { useCorrections } from './correct-rows.ts';
import { FILTER_NAMES, filterRows, type RowFilter, readFilter } from './filter-rows.ts';
import { type Ledger, type LedgerRow, useLedger } from './ledger.ts';
import { RowDetails } from './row-details.tsx';
import { RowFilters } from './row-filters.tsx';
import { TRANSACTIONS_TEXTS } from './transactions-texts.ts';
import { useCategories } from './use-categories.ts';

/** The address follows what is typed after so long a pause. */
const ADDRESS_AFTER_MS = 300;

export function Transactions({ userId }: { userId: string }) {
  const texts = useTexts(TRANSACTIONS_TEXTS);
  const ledger = useLedger(userId);
  if (ledger.error instanceof ApiError && ledger.error.code === 'analysis_missing') {
    return (
      <Empty title={texts.none}>
        <p>{texts.noneHint}</p>
        <p>
          <Link to={`/users/${encodeURIComponent(userId)}/analysis`}>{texts.toAnalysis}</Link>
        </p>
      </Empty>
    );
  }
  return (
    <>
      <ErrorNotice error={ledger.error} onRetry={ledger.refetch} />
      {ledger.data ? <LedgerTable userId={userId} ledger={ledger.data} /> : !ledger.error && <Loading />}
    </>
  );
}

/** The filter as it stands in the address, and as it is being typed. */
function useFilter(): [RowFilter, (filter: RowFilter) => void] {
  const { path, query } = useAddress();
  const inAddress = query.toString();
  const [filter, setFilter] = useState(() => readFilter(query));
  const [known, setKnown] = useState(inAddress);
  // The back button, or a link.
  if (known !== inAddress) {
    setKnown(inAddress);
    setFilter(readFilter(query));
  }
  useEffect(() => {
    const wanted = new URLSearchParams(
      FILTER_NAMES.flatMap((name) => (filter[name] === '' ? [] : [[name, filter[name]]])),
    ).toString();
    if (wanted === inAddress) return undefined;
    const timer = setTimeout(() => {
      setKnown(wanted);
      navigate(wanted ? `${path}?${wanted}` : path, { replace: true });
    }, ADDRESS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [filter, inAddress, path]);
  return [filter, setFilter];
}

function LedgerTable({ userId, ledger }: { userId: string; ledger: Ledger }) {
  const texts = useTexts(TRANSACTIONS_TEXTS);
  const { readsOnly } = useSession();
  const names = useCategories();
  const [filter, setFilter] = useFilter();
  const [active, setActive] = useState(-1);
  const [hovered, setHovered] = useState<number | null>(null);
  const [picked, setPicked] = useState<LedgerRow | null>(null);
  const corrections = useCorrections(userId);
  const rows = useMemo(() => filterRows(ledger.rows, filter, names), [ledger.rows, filter, names]);
  const pick = (index: number) => setPicked(readsOnly ? null : (rows[index] ?? null));
  const change = (next: RowFilter) => {
    setFilter(next);
    setActive(-1);
    setHovered(null);
  };
  const undoByKey = (event: KeyboardEvent) => {
    if (event.key === 'u' || (event.key === 'z' && (event.ctrlKey || event.metaKey))) corrections.undo();
  };
  return (
    <>
      <RowFilters userId={userId} filter={filter} categories={useOccurring(ledger.rows, names)} onChange={change} />
      <Summary ledger={ledger} rows={rows} />
      <ErrorNotice error={corrections.error} />
      <Corrected corrections={corrections} names={names} />
      {rows.length === 0 && ledger.rows.length > 0 ? (
        <Empty title={texts.noMatch} />
      ) : (
        <Rows
          rows={rows}
          names={names}
          active={active}
          onActive={(index) => {
            setActive(index);
            setHovered(null);
          }}
          onOpen={pick}
          onHover={setHovered}
          onKey={undoByKey}
        />
      )}
      <RowDetails row={rows[hovered ?? active]} names={names} onCorrect={() => pick(hovered ?? active)} />
      <p className="hint">{readsOnly ? texts.keysReadOnly : texts.keys}</p>
      {picked && (
        <CategoryPicker
          row={picked}
          alike={picked.partner ? ledger.rows.filter(({ partner }) => partner === picked.partner) : [picked]}
          names={names}
          onClose={() => setPicked(null)}
          onChoose={(chosen, categoryId) => {
            corrections.correct(chosen, categoryId, names.get(categoryId) ?? categoryId);
            setPicked(null);
          }}
        />
      )}
    </>
  );
}

/** The categories that occur, by name. */
function useOccurring(rows: readonly LedgerRow[], names: ReadonlyMap<string, string>): [string, string][] {
  return useMemo(() => {
    const found = new Map(rows.map(({ categoryId, label }) => [categoryId, label]));
    return [...found]
      .map(([id, label]): [string, string] => [id, names.get(id) ?? label])
      .toSorted(([, a], [, b]) => a.localeCompare(b));
  }, [rows, names]);
}

/** How many, and what they add up to where they are of one currency. */
function Summary({ ledger, rows }: { ledger: Ledger; rows: readonly LedgerRow[] }) {
  const texts = useTexts(TRANSACTIONS_TEXTS);
  const formats = useFormats();
  const sums = useMemo(() => {
    const currency = rows[0]?.currency;
    let [inflow, outflow] = [0, 0];
    for (const row of rows) {
      if (row.currency !== currency) return null;
      if (row.amount > 0) inflow += row.amount;
      else outflow += row.amount;
    }
    return currency ? { currency, inflow, outflow } : null;
  }, [rows]);
  const { count, money } = formats;
  const isWhole = ledger.rows.length >= ledger.total;
  return (
    <p className="quiet-text" role="status">
      {isWhole
        ? texts.shown(count(rows.length), count(ledger.total))
        : texts.arriving(count(ledger.rows.length), count(ledger.total))}
      {isWhole && sums && ` · ${texts.sums(money(sums.inflow, sums.currency), money(sums.outflow, sums.currency))}`}
    </p>
  );
}

function Corrected({
  corrections: { last, undo },
  names,
}: {
  corrections: ReturnType<typeof useCorrections>;
  names: ReadonlyMap<string, string>;
}) {
  const texts = useTexts(TRANSACTIONS_TEXTS);
  const { count } = useFormats();
  if (!last) return null;
  if (last.categoryId === null) return <p role="status">{texts.undone}</p>;
  return (
    <div className="notice good">
      <p className="line" role="status">
        {texts.corrected(count(last.after.length), names.get(last.categoryId) ?? last.categoryId)}
        <button type="button" onClick={undo}>
          {texts.undo}
        </button>
      </p>
    </div>
  );
}

interface RowsProps {
  rows: readonly LedgerRow[];
  names: ReadonlyMap<string, string>;
  active: number;
  onActive: (index: number) => void;
  onOpen: (index: number) => void;
  onHover: (index: number | null) => void;
  onKey: (event: KeyboardEvent) => void;
}

export function Rows({ names, ...table }: RowsProps) {
  const texts = useTexts(TRANSACTIONS_TEXTS);
  const formats = useFormats();
  const cells = useCallback(
    (row: LedgerRow) => {
      const [date, category] = [formats.day(row.date), names.get(row.categoryId) ?? row.label];
      return (
        <>
          <span role="gridcell" className="extra">
            {date}
          </span>
          <span role="gridcell">
            {[row.partner, row.purpose].filter(Boolean).join(' · ')}
            <small className="narrow-only">
              {date} · {category}
            </small>
          </span>
          <span role="gridcell" className="extra">
            {category}
          </span>
          <span role="gridcell" className={row.amount > 0 ? 'number in' : 'number'}>
            {formats.money(row.amount, row.currency)}
          </span>
        </>
      );
    },
    [formats, names],
  );
  return (
    <RowGrid
      label={texts.transactions}
      {...table}
      cells={cells}
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
    />
  );
}
