/** Addresses below /console, the back button, and links that the browser can open in a new tab. */
import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from 'react';

/** Where the page stands: `/console/`, or the same below the path of a public address. */
const BASE = `${location.pathname.split('/console')[0]}/console`;
const MOVED = 'kontor:moved';

const read = () => location.pathname.slice(BASE.length).replace(/\/$/, '') + location.search;

function subscribe(notify: () => void) {
  addEventListener('popstate', notify);
  addEventListener(MOVED, notify);
  return () => {
    removeEventListener('popstate', notify);
    removeEventListener(MOVED, notify);
  };
}

/** The part of the address behind /console: `/reviews/1?tab=diff` as its path and its query. */
export function useAddress(): { path: string; query: URLSearchParams } {
  const [path = '', query = ''] = useSyncExternalStore(subscribe, read).split('?');
  return { path, query: new URLSearchParams(query) };
}

/** `replace`: the present address is not one that somebody wants to come back to. */
export function navigate(to: string, { replace = false } = {}) {
  if (replace) history.replaceState(null, '', BASE + to);
  else history.pushState(null, '', BASE + to);
  dispatchEvent(new Event(MOVED));
  if (!replace) scrollTo(0, 0);
}

export const addressOf = (to: string) => BASE + to;

export function Link({ to, ...rest }: { to: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigate(to);
  };
  return <a {...rest} href={addressOf(to)} onClick={follow} />;
}

/** `/users/{id}` against `/users/7` → `{ id: '7' }`; null when they differ. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}
