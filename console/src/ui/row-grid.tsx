import { type KeyboardEvent, memo, type ReactNode, useEffect, useId, useSyncExternalStore } from 'react';
import { useVisibleRows } from './visible-rows.ts';

/** Heights of a row in pixels, as `--row` says it in the style sheet: one line, on a phone two. */
const ROW_HEIGHT = 44;
const NARROW_ROW_HEIGHT = 64;
const NARROW = '(max-width: 52rem)';

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  head: ReactNode;
  /** Keep it the same function while it draws the same: rows are drawn again only when it changes. */
  cells: (row: Row) => ReactNode;
  /** The row that the keyboard is on; -1: none. */
  active: number;
  onActive: (index: number) => void;
  /** Enter, or a second click. */
  onOpen?: (index: number) => void;
  /** The pointer moved to it; what moves below a pointer that rests is not meant. */
  onHover?: (index: number | null) => void;
  /** Other keys. */
  onKey?: (event: KeyboardEvent) => void;
}

/**
 * Rows to choose among. One place to tab to; arrows, page keys, Home
 * and End move between the rows. Its cells have the role `gridcell`, those of the head `columnheader`.
 */
export function RowGrid<Row>(props: Props<Row>) {
  const { label, rows, head, cells, active, onActive, onOpen, onHover } = props;
  const id = useId();
  const height = useRowHeight();
  const { box, range, look } = useVisibleRows(height);
  useEffect(() => keepInView(box.current, active, height), [box, active, height]);
  const move = (event: KeyboardEvent) => {
    const to = targetOf(event.key, active, rows.length, Math.floor((box.current?.clientHeight ?? 0) / height) - 2);
    if (to !== null) {
      event.preventDefault();
      onActive(to);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      onOpen?.(active);
    } else props.onKey?.(event);
  };
  const isActiveDrawn = active >= range.from && active < Math.min(range.to, rows.length);
  return (
    <div
      ref={box}
      className="virtual row-grid"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={isActiveDrawn ? `${id}-${active}` : undefined}
      tabIndex={0}
      onScroll={look}
      onKeyDown={move}
      onFocus={() => active < 0 && rows.length > 0 && onActive(0)}
      onMouseLeave={() => onHover?.(null)}
    >
      <div role="rowgroup" className="head">
        <div role="row" aria-rowindex={1}>
          {head}
        </div>
      </div>
      <div role="rowgroup" style={{ position: 'relative', height: rows.length * height }}>
        {rows.slice(range.from, range.to).map((row, n) => {
          const index = range.from + n;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and says which row is meant
            // biome-ignore lint/a11y/useKeyWithClickEvents: its keys do the same
            <div
              // The place of one that has gone: its elements are filled anew, which is faster than to make others.
              key={index % (range.to - range.from)}
              id={`${id}-${index}`}
              role="row"
              className="at"
              aria-rowindex={index + 2}
              aria-selected={index === active}
              style={{ top: index * height }}
              onClick={() => (index === active ? onOpen?.(index) : onActive(index))}
              onMouseMove={({ movementX, movementY }) => (movementX || movementY) && onHover?.(index)}
            >
              <Cells row={row} cells={cells as (row: unknown) => ReactNode} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const Cells = memo(({ row, cells }: { row: unknown; cells: (row: unknown) => ReactNode }) => cells(row));

function targetOf(key: string, active: number, count: number, page: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, to));
}

function keepInView(box: HTMLDivElement | null, active: number, height: number) {
  if (!box || active < 0) return;
  const head = box.firstElementChild?.clientHeight ?? 0;
  const top = active * height;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + height + head > box.scrollTop + box.clientHeight)
    box.scrollTop = top + height + head - box.clientHeight;
}

function useRowHeight(): number {
  const isNarrow = useSyncExternalStore(
    (notify) => {
      const media = matchMedia(NARROW);
      media.addEventListener('change', notify);
      return () => media.removeEventListener('change', notify);
    },
    () => matchMedia(NARROW).matches,
  );
  return isNarrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
}
