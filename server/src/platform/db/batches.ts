import type { QueryResultRow } from 'pg';
import type { Session } from './database.ts';

let cursors = 0;

/**
 * Rows through a cursor, so that memory holds two batches at a time: the one that is worked on, and the next, which the
 * database sends meanwhile. Needs the session's transaction; other statements of the session wait for that batch.
 */
export function fetchInBatches<Row extends QueryResultRow>(
  session: Session,
  text: string,
  values: unknown[],
  size = 1_000,
): AsyncGenerator<Row[]> {
  return readCursor(session, { text, values, first: size, size }, (fetch) => session.query<Row>(fetch));
}

/**
 * The same rows as lists of their columns, which are made in half the time. The first batch is a tenth, so that whoever
 * works on it begins while the database gathers the next.
 */
export function fetchColumnsInBatches<Columns extends unknown[]>(
  session: Session,
  text: string,
  values: unknown[],
  size = 1_000,
): AsyncGenerator<Columns[]> {
  return readCursor(session, { text, values, first: Math.ceil(size / 10), size }, async (fetch) => {
    const { rows } = await session.client.query<Columns>({ text: fetch, rowMode: 'array' });
    return rows;
  });
}

async function* readCursor<Row>(
  session: Session,
  { text, values, first, size }: { text: string; values: unknown[]; first: number; size: number },
  fetchRows: (text: string) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  cursors += 1;
  const name = `batches_${cursors}`;
  await session.query(`declare ${name} no scroll cursor for ${text}`, values);
  const fetchNext = (count: number) => {
    const rows = fetchRows(`fetch ${count} from ${name}`);
    // It may fail before anybody waits for it; who does is told then.
    rows.catch(() => undefined);
    return rows;
  };
  let asked = first;
  let next = fetchNext(asked);
  try {
    for (;;) {
      const rows = await next;
      const isLast = rows.length < asked;
      asked = size;
      if (!isLast) next = fetchNext(asked);
      if (rows.length > 0) yield rows;
      if (isLast) return;
    }
  } finally {
    // The reader may have stopped early: nothing of this may still be under way when the session goes on.
    await next.catch(() => undefined);
    // The transaction may have failed meanwhile, and then the cursor is gone already.
    await session.query(`close ${name}`).catch(() => undefined);
  }
}
