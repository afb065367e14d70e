import { useRef, useState } from 'react';

/** Rows beyond the edge, so that fast scrolling finds them drawn. */
const MARGIN = 8;
/** Drawn anew only when so many rows have gone by. */
const STEP = 4;
/** Before anything is measured. */
const FIRST = 40;

/**
 * Which rows of a box that scrolls can be seen, so that only these are drawn: 100,000 cost as much as 30. All are of one height, in
 * pixels; `look` belongs to `onScroll` of the box.
 */
export function useVisibleRows(height: number) {
  const box = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ from: 0, to: FIRST });
  const look = () => {
    const element = box.current;
    if (!element) return range;
    const first = Math.floor(element.scrollTop / height / STEP) * STEP;
    const shown = Math.ceil(element.clientHeight / height / STEP) * STEP + STEP;
    const next = { from: Math.max(0, first - MARGIN), to: first + shown + MARGIN };
    if (next.from !== range.from || next.to !== range.to) setRange(next);
    return next;
  };
  return { box, range, look };
}
