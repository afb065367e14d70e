import { type ReactNode, useRef, useState } from 'react';

export const ROW_HEIGHT = 44;
/** Rows beyond the edge, so that fast scrolling finds them drawn. */
const MARGIN = 12;

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  head: ReactNode;
  cells: (row: Row) => ReactNode;
  /** The end came into view: time to read more. */
  onEnd?: () => void;
}

/** Draws only the rows that can be seen, so that 100,000 cost as much as 30. Rows are all of one height. */
export function VirtualTable<Row>({ label, rows, keyOf, head, cells, onEnd }: Props<Row>) {
  const box = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ from: 0, to: 40 });
  const look = () => {
    const element = box.current;
    if (!element) return;
    const first = Math.floor(element.scrollTop / ROW_HEIGHT);
    const shown = Math.ceil(element.clientHeight / ROW_HEIGHT);
    const next = { from: Math.max(0, first - MARGIN), to: first + shown + MARGIN };
    if (next.from !== range.from || next.to !== range.to) setRange(next);
    if (next.to >= rows.length) onEnd?.();
  };
  return (
    // Focusable, so that it scrolls by keyboard.
    <div
      ref={box}
      className="virtual"
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      tabIndex={0}
      onScroll={look}
    >
      <div role="rowgroup" className="head">
        <div role="row" aria-rowindex={1}>
          {head}
        </div>
      </div>
      <div role="rowgroup" style={{ position: 'relative', height: rows.length * ROW_HEIGHT }}>
        {rows.slice(range.from, range.to).map((row, index) => (
          <div
            key={keyOf(row)}
            role="row"
            className="at"
            aria-rowindex={range.from + index + 2}
            style={{ top: (range.from + index) * ROW_HEIGHT }}
          >
            {cells(row)}
          </div>
        ))}
      </div>
    </div>
  );
}
