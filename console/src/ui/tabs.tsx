import { useEffect, useRef } from 'react';
import { Link } from '../app/router.tsx';

interface Props {
  label: string;
  /** Where each leads, and what it is called. */
  entries: (readonly [to: string, text: string])[];
  here: string;
}

/** Parts of a page, each with an address of its own: the back button goes through them. */
export function Tabs({ label, entries, here }: Props) {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = bar.current;
    if (!element) return undefined;
    // Hears of the first width too. Held upright, a phone is another one than held across.
    const widths = new ResizeObserver(() => showIn(element, element.querySelector('[aria-current]')));
    widths.observe(element);
    return () => widths.disconnect();
  }, [here]);
  return (
    <nav ref={bar} className="tabs" aria-label={label}>
      {entries.map(([to, text]) => (
        <Link key={to} to={to} aria-current={to === here ? 'page' : undefined}>
          {text}
        </Link>
      ))}
    </nav>
  );
}

/** On a phone the bar is wider than the screen: moves it, and nothing else, so that the tab and a bit of its neighbours are seen. */
function showIn(bar: HTMLElement, tab: Element | null) {
  if (!(tab instanceof HTMLElement)) return;
  const margin = 40;
  const from = tab.offsetLeft - bar.offsetLeft - margin;
  const to = from + tab.offsetWidth + 2 * margin;
  if (from < bar.scrollLeft) bar.scrollLeft = from;
  else if (to > bar.scrollLeft + bar.clientWidth) bar.scrollLeft = to - bar.clientWidth;
}
