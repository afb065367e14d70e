import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useFormats, useTexts } from '../../app/language.ts';
import { Link } from '../../app/router.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Check } from '../../ui/form.tsx';
import type { LedgerRow } from './ledger.ts';
import { TRANSACTIONS_TEXTS } from './transactions-texts.ts';

interface Props {
  row: LedgerRow;
  /** All of the same partner, this one among them. */
  alike: readonly LedgerRow[];
  names: ReadonlyMap<string, string>;
  onChoose: (rows: readonly LedgerRow[], categoryId: string) => void;
  onClose: () => void;
}

/** Type a few letters, Enter. */
export function CategoryPicker({ row, alike, names, onChoose, onClose }: Props) {
  const texts = useTexts(TRANSACTIONS_TEXTS);
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [isAll, setIsAll] = useState(false);
  const found = useMemo(() => match(names, typed), [names, typed]);
  const chosen = found[Math.min(at, found.length - 1)];
  const choose = (categoryId: string) => onChoose(isAll ? alike : [row], categoryId);
  const move = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && chosen) choose(chosen[0]);
    else return;
    event.preventDefault();
  };
  const rule = new URLSearchParams({ partner: row.partner, category: chosen?.[0] ?? row.categoryId });
  return (
    <Dialog title={texts.right} onClose={onClose}>
      <p>{[row.partner, formats.day(row.date), formats.money(row.amount, row.currency)].filter(Boolean).join(' · ')}</p>
      <Options
        found={found}
        chosen={chosen?.[0]}
        typed={typed}
        onType={(text) => {
          setTyped(text);
          setAt(0);
        }}
        onKey={move}
        onChoose={choose}
      />
      {alike.length > 1 && (
        <Check
          label={texts.alike(formats.count(alike.length), row.partner)}
          checked={isAll}
          onChange={(event) => setIsAll(event.target.checked)}
        />
      )}
      <div className="actions">
        <button type="button" className="main" disabled={!chosen} onClick={() => chosen && choose(chosen[0])}>
          {chosen ? chosen[1] : texts.correct}
        </button>
        <button type="button" onClick={onClose}>
          {texts.cancel}
        </button>
      </div>
      {row.partner && <Link to={`/rules?${rule.toString()}`}>{texts.makeRule}</Link>}
    </Dialog>
  );
}

interface OptionsProps {
  found: [id: string, name: string][];
  chosen: string | undefined;
  typed: string;
  onType: (text: string) => void;
  onKey: (event: KeyboardEvent) => void;
  onChoose: (categoryId: string) => void;
}

function Options({ found, chosen, typed, onType, onKey, onChoose }: OptionsProps) {
  const texts = useTexts(TRANSACTIONS_TEXTS);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{texts.typeAhead}</label>
      <input
        id={id}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && `${id}-${chosen}`}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKey}
      />
      <p className="hint" id={`${id}-hint`}>
        {texts.typeAheadHint}
      </p>
      <div className="options" role="listbox" id={`${id}-list`} aria-label={texts.typeAhead}>
        {found.map(([categoryId, name]) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field above has the focus and says which is meant
          // biome-ignore lint/a11y/useKeyWithClickEvents: its keys do the same
          <div
            key={categoryId}
            id={`${id}-${categoryId}`}
            role="option"
            aria-selected={categoryId === chosen}
            ref={(element) => {
              if (categoryId === chosen) element?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => onChoose(categoryId)}
          >
            {name}
          </div>
        ))}
      </div>
      {found.length === 0 && <p role="status">{texts.noCategory}</p>}
    </div>
  );
}

/** Those whose name begins with the letters, then those that have them somewhere. */
function match(names: ReadonlyMap<string, string>, typed: string): [id: string, name: string][] {
  const wanted = typed.trim().toLowerCase();
  const place = (name: string) => {
    const at = name.toLowerCase().indexOf(wanted);
    return at < 0 ? -1 : at === 0 || name[at - 1] === ' ' ? (at === 0 ? 0 : 1) : 2;
  };
  return [...names]
    .filter(([, name]) => place(name) >= 0)
    .toSorted(([, a], [, b]) => place(a) - place(b) || a.localeCompare(b));
}
