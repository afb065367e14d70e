import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { navigate, useAddress } from '../../app/router.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice, Loading } from '../../ui/states.tsx';
import { ANALYSIS_TEXTS } from './analysis/analysis-texts.ts';
import { useLedger } from './ledger.ts';
import { RowDetails } from './row-details.tsx';
import { Rows } from './transactions.tsx';
import { useCategories } from './use-categories.ts';

/** Whose figures they are. */
export const TracedUser = createContext('');

interface Props {
  /** Unique on its page: the address says which one is open. */
  id: string;
  title: string;
  transactionIds: readonly string[];
  /** Only those of them that came in, or went out. */
  only?: 'in' | 'out';
  children: ReactNode;
}

/** Opens the transactions behind a figure by its id, from a picture for instance. */
export function useTrace() {
  const { path, query } = useAddress();
  return {
    open: query.get('trace'),
    show(id: string | null) {
      const next = new URLSearchParams(query);
      if (id === null) next.delete('trace');
      else next.set('trace', id);
      navigate(`${path}?${next.toString()}`, { replace: id === null });
    },
  };
}

/** A figure, and the way to the transactions that it is made of. */
export function Traced({ id, title, transactionIds, only, children }: Props) {
  const { open, show } = useTrace();
  if (transactionIds.length === 0) return children;
  return (
    <>
      <button type="button" className="traced" aria-label={title} onClick={() => show(id)}>
        {children}
      </button>
      {open === id && (
        <TraceDialog title={title} transactionIds={transactionIds} only={only} onClose={() => show(null)} />
      )}
    </>
  );
}

interface DialogProps extends Pick<Props, 'title' | 'transactionIds' | 'only'> {
  onClose: () => void;
}

function TraceDialog({ title, transactionIds, only, onClose }: DialogProps) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const ledger = useLedger(useContext(TracedUser));
  const names = useCategories();
  const [active, setActive] = useState(-1);
  const rows = useMemo(() => {
    const wanted = new Set(transactionIds);
    const isWanted = (amount: number) => !only || amount > 0 === (only === 'in');
    return ledger.data?.rows.filter(({ id, amount }) => wanted.has(id) && isWanted(amount)) ?? [];
  }, [ledger.data, transactionIds, only]);
  return (
    <Dialog title={title} onClose={onClose}>
      <ErrorNotice error={ledger.error} onRetry={ledger.refetch} />
      {ledger.data ? (
        <>
          <p className="quiet-text">{texts.madeOf(String(rows.length))}</p>
          <Rows
            rows={rows}
            names={names}
            active={active}
            onActive={setActive}
            onOpen={() => undefined}
            onHover={(index) => index !== null && setActive(index)}
            onKey={() => undefined}
          />
          <RowDetails row={rows[active]} names={names} />
        </>
      ) : (
        !ledger.error && <Loading />
      )}
      <div>
        <button type="button" onClick={onClose}>
          {texts.close}
        </button>
      </div>
    </Dialog>
  );
}
