import type { ReactNode } from 'react';
import { Traced } from '../trace.tsx';

export interface Figure {
  text: string;
  /** The transactions that it is made of. */
  ids?: readonly string[];
  /** Only those of them that came in, or went out. */
  only?: 'in' | 'out';
}

interface Props {
  /** Its first column says what the rows are. */
  head: string[];
  rows: { id: string; name: ReactNode; title: string; figures: Figure[] }[];
  /** Before the ids of the traces, so that two tables of a page can tell theirs. */
  prefix: string;
}

/** The numbers of a picture; each leads to its transactions. */
export function FigureTable({ head, rows, prefix }: Props) {
  if (rows.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways by keyboard
    <div role="group" className="table-box" tabIndex={0} aria-label={head.join(', ')}>
      <table className="numbers">
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, title, figures }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {figures.map(({ text, ids = [], only }, n) => (
                <td key={head[n + 1]}>
                  <Traced
                    id={`${prefix}.${id}.${n}`}
                    title={`${title}, ${head[n + 1]}: ${text}`}
                    transactionIds={ids}
                    only={only}
                  >
                    {text}
                  </Traced>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
