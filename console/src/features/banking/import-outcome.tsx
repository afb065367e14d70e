import type { ImportAnswer } from '../../app/api.gen.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Link } from '../../app/router.tsx';
import { said } from '../../app/said.ts';
import { Badge } from '../../ui/page.tsx';
import { IMPORT_TEXTS } from './import-texts.ts';

/** Rows that are shown one by one; thousands of them have the same fault. */
const MOST_ROWS = 20;

interface Props {
  userId: string;
  answer: ImportAnswer;
  /** Whether it was stored, or only tried. */
  isStored: boolean;
  onImport: () => void;
  /** To say which column is what; null where there are none. */
  onMap: (() => void) | null;
  onDiscard: () => void;
}

export function ImportOutcome({ userId, answer, isStored, onImport, onMap, onDiscard }: Props) {
  const texts = useTexts(IMPORT_TEXTS);
  const { count } = useFormats();
  const { imported, duplicates, updated } = answer;
  const isNothing = imported === 0 && updated === 0;
  return (
    <div className="card">
      <h3>{isStored ? texts.result : texts.preview}</h3>
      {isStored && (
        <p className="notice good" role="status">
          {texts.stored(count(imported))}
        </p>
      )}
      {!isStored && isNothing && <p role="status">{texts.nothingNew}</p>}
      <AccountsOf answer={answer} />
      {duplicates > 0 && <p>{texts.duplicates(count(duplicates))}</p>}
      <Gaps answer={answer} />
      <Rejected answer={answer} />
      <div className="actions">
        {isStored ? (
          <>
            <Link className="button" to={`/users/${encodeURIComponent(userId)}/analysis`}>
              {texts.toAnalysis}
            </Link>
            <button type="button" onClick={onDiscard}>
              {texts.more}
            </button>
          </>
        ) : (
          <>
            {!isNothing && (
              <button type="button" className="main" onClick={onImport}>
                {imported > 0 ? texts.go(count(imported)) : texts.goAnyway}
              </button>
            )}
            {onMap && (
              <button type="button" onClick={onMap}>
                {texts.otherColumns}
              </button>
            )}
            <button type="button" onClick={onDiscard}>
              {texts.discard}
            </button>
          </>
        )}
      </div>
    </div>
  );
}

function AccountsOf({ answer }: { answer: ImportAnswer }) {
  const texts = useTexts(IMPORT_TEXTS);
  const { count } = useFormats();
  const hasUpdates = answer.updated > 0;
  return (
    <table className="numbers">
      <thead>
        <tr>
          <th scope="col">{texts.account}</th>
          <th scope="col">{texts.fresh}</th>
          <th scope="col">{texts.known}</th>
          {hasUpdates && <th scope="col">{texts.changed}</th>}
        </tr>
      </thead>
      <tbody>
        {answer.accounts.map((account) => (
          <tr key={account.accountId}>
            <td>
              {account.name ?? account.iban ?? account.accountId}{' '}
              {account.status === 'created' && <Badge>{texts.newAccount}</Badge>}
            </td>
            <td>{count(account.imported)}</td>
            <td>{count(account.duplicates)}</td>
            {hasUpdates && <td>{count(account.updated)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Gaps({ answer }: { answer: ImportAnswer }) {
  const texts = useTexts(IMPORT_TEXTS);
  const { day, money } = useFormats();
  return answer.accounts.map(({ accountId, iban, name, currency, balanceGap }) =>
    balanceGap ? (
      <p key={accountId} className="notice warn">
        {texts.gap(
          name ?? iban ?? accountId,
          money(balanceGap.difference, currency),
          day(balanceGap.since),
          day(balanceGap.until),
        )}
      </p>
    ) : null,
  );
}

/** In words, row by row, so that somebody can look them up in the file. */
function Rejected({ answer: { rejected, rejectedCount } }: { answer: ImportAnswer }) {
  const texts = useTexts(IMPORT_TEXTS);
  const { count } = useFormats();
  if (rejectedCount === 0) return null;
  const more = rejectedCount - Math.min(MOST_ROWS, rejected.length);
  return (
    <div className="notice warn">
      <h4>{texts.rejected(count(rejectedCount))}</h4>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{texts.file}</th>
            <th scope="col">{texts.line}</th>
            <th scope="col" className="words">
              {texts.reason}
            </th>
          </tr>
        </thead>
        <tbody>
          {rejected.slice(0, MOST_ROWS).map(({ file, line, reason }) => (
            <tr key={`${file} ${line} ${reason}`}>
              <td>{file}</td>
              <td>{count(line)}</td>
              <td className="words">{said(reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p>{texts.moreRejected(count(more))}</p>}
    </div>
  );
}
