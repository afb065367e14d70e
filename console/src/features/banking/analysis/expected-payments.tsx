import { useState } from 'react';
import type { Contract } from '../../../app/api.gen.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { ANALYSIS_TEXTS } from './analysis-texts.ts';

const DAY_MS = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** A month of expected payments as a calendar, and as a list. */
export function ExpectedPayments({ contracts }: { contracts: Contract[] }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const formats = useFormats();
  const due = contracts
    .flatMap((contract) => (contract.nextExpectedDate ? [{ ...contract, date: contract.nextExpectedDate }] : []))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const months = [...new Set(due.map(({ date }) => date.slice(0, 7)))];
  const [at, setAt] = useState(0);
  const month = months[at];
  if (!month) return <p className="quiet-text">{texts.noneExpected}</p>;
  const inMonth = due.filter(({ date }) => date.startsWith(month));
  return (
    <div className="card">
      <div className="line spread">
        <h3>{formats.month(month)}</h3>
        {months.length > 1 && (
          <span className="actions">
            <button type="button" disabled={at === 0} onClick={() => setAt(at - 1)}>
              {texts.before}
            </button>
            <button type="button" disabled={at === months.length - 1} onClick={() => setAt(at + 1)}>
              {texts.after}
            </button>
          </span>
        )}
      </div>
      <Calendar month={month} due={inMonth} />
      <ul className="plain">
        {inMonth.map((contract) => (
          <li key={contract.contractId} className="line spread">
            <span>
              {formats.day(contract.date)} · {contract.name} <small>{texts.rhythms[contract.frequency]}</small>
            </span>
            <span className={contract.direction === 'income' ? 'in-amount' : undefined}>
              {formats.money(contract.lastAmount, contract.currency)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Calendar({ month, due }: { month: string; due: { date: string; name: string; direction: string }[] }) {
  const formats = useFormats();
  const first = Date.parse(`${month}-01`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY_MS;
  const weeks = [0, 1, 2, 3, 4, 5].map((week) =>
    [0, 1, 2, 3, 4, 5, 6].map((day) => iso(monday + (week * 7 + day) * DAY_MS)),
  );
  return (
    <table className="calendar" aria-label={formats.month(month)}>
      <tbody>
        {weeks
          .filter((week) => week.some((day) => day.startsWith(month)))
          .map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  {day.startsWith(month) && (
                    <>
                      <small>{Number(day.slice(8))}</small>
                      {due
                        .filter(({ date }) => date === day)
                        .map(({ name, direction }) => (
                          <span key={name} className={`due ${direction}`} title={name}>
                            {name}
                          </span>
                        ))}
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
}
