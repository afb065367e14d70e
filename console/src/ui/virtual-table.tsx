import type { ReactNode } from 'react';
import { useVisibleRows } from './visible-rows.ts';

export const ROW_HEIGHT = 44;

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  head: ReactNode;
  cells: (row: Row) => ReactNode;
  /** The end came into view: time to read more. */
  onEnd?: () => void;
}

/** A table whose cells may be links and fields, each to be tabbed to; rows to choose among are a `RowGrid`. */
export function VirtualTable<Row>({ label, rows, keyOf, head, cells, onEnd }: Props<Row>) {
  const { box, range, look } = useVisibleRows(ROW_HEIGHT);
  const scrolled = () => {
    if (look().to >= rows.length) onEnd?.();
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
      onScroll={scrolled}
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
