import type { QueryResultRow } from 'pg';
import type { Session } from './database.ts';

let cursors = 0;

/** Rows through a cursor, so that memory holds one batch at a time. Needs the session's transaction. */
export async function* fetchInBatches<Row extends QueryResultRow>(
  session: Session,
  text: string,
  values: unknown[],
  size = 1_000,
): AsyncGenerator<Row[]> {
  cursors += 1;
  const name = `batches_${cursors}`;
  await session.query(`declare ${name} no scroll cursor for ${text}`, values);
  try {
    for (;;) {
      const rows = await session.query<Row>(`fetch ${size} from ${name}`);
      if (rows.length > 0) yield rows;
      if (rows.length < size) return;
    }
  } finally {
    // The transaction may have failed meanwhile, and then the cursor is gone already.
    await session.query(`close ${name}`).catch(() => undefined);
  }
}
