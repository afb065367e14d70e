import { useFormats, useTexts } from '../../app/language.ts';
import { said } from '../../app/said.ts';
import { useSession } from '../../app/session.tsx';
import { Badge } from '../../ui/page.tsx';
import type { LedgerRow } from './ledger.ts';
import { TRANSACTIONS_TEXTS } from './transactions-texts.ts';

const TONES = { VERY_HIGH: 'good', HIGH: 'good', MEDIUM: 'plain', LOW: 'warn' } as const;

/** Why a row was categorised so, and how sure that is. */
export function RowDetails({
  row,
  names,
  onCorrect,
}: {
  row: LedgerRow | undefined;
  names: ReadonlyMap<string, string>;
  onCorrect?: () => void;
}) {
  const texts = useTexts(TRANSACTIONS_TEXTS);
  const formats = useFormats();
  const { readsOnly } = useSession();
  if (!row) {
    return (
      <div className="card details">
        <p className="quiet-text">{texts.pick}</p>
      </div>
    );
  }
  return (
    <div className="card details" data-testid="row-details">
      <p className="line">
        <span className="strong">{names.get(row.categoryId) ?? row.label}</span>
        <Badge tone={TONES[row.level]}>
          {texts.certainty}: {formats.percent(row.confidence)} ({texts.levels[row.level]})
        </Badge>
        <span>{formats.money(row.amount, row.currency)}</span>
        <span className="quiet-text">{formats.day(row.date)}</span>
      </p>
      <p>
        <span className="quiet-text">{texts.reason}: </span>
        {said(row.reason)}
      </p>
      <p className="quiet-text clamp">{[row.partner, row.purpose].filter(Boolean).join(' · ')}</p>
      {!readsOnly && onCorrect && (
        <div>
          <button type="button" onClick={onCorrect}>
            {texts.correct}
          </button>
        </div>
      )}
    </div>
  );
}
