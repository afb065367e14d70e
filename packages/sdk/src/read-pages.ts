import { parseOperation } from './build-request.ts';
import { KontorError } from './errors.ts';
import type { AnyInput } from './types.ts';

interface Page {
  hasMore?: boolean;
  nextCursor?: string | null;
  prevCursor?: string | null;
  [field: string]: unknown;
}

/** Every page of a list, each fetched when the one before has been dealt with. */
export async function* readPages(input: AnyInput, entry: string, call: (input: AnyInput) => Promise<unknown>) {
  let cursor = input.query?.cursor;
  for (;;) {
    const page = await call({ ...input, query: { ...input.query, cursor } });
    yield page;
    const next = nextCursor(page as Page, itemsOf(page, entry), input.query?.direction === 'prev');
    if (!next) return;
    if (next === cursor) throw new KontorError(`${entry} answers the cursor ${next} twice: it would never end.`);
    cursor = next;
  }
}

export function itemsOf(page: unknown, entry: string): unknown[] {
  const { listField } = parseOperation(entry);
  return (listField ? (page as Page)[listField] : page) as unknown[];
}

/** Most lists name the next page; others take the last item's id for one, and say or show that there is more. */
function nextCursor(page: Page, items: unknown[], isBackwards: boolean): string | null | undefined {
  if (page.hasMore === false) return null;
  if (isBackwards && page.prevCursor !== undefined) return page.prevCursor;
  if (page.nextCursor !== undefined) return page.nextCursor;
  return (items.at(-1) as { id: string } | undefined)?.id;
}
