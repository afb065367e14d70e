import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Session } from '#platform/db/database.ts';
import type { WritesBehind } from '#platform/db/writes-behind.ts';
import { packPage, unpackPage } from './stored-page.ts';

interface PageRow {
  page: number;
  body: Buffer;
}

/** Pages of a run, from the first to the last of these numbers, as they are stored. */
export async function selectPages(session: Session, runId: string, from: number, to: number): Promise<Buffer[]> {
  const rows = await session.prepared<PageRow & Record<string, unknown>>(
    'select_categorized_pages',
    'select page, body from categorized_pages where run_id = $1 and page between $2 and $3 order by page',
    [runId, from, to],
  );
  return rows.map(({ body }) => body);
}

/** So many are looked through before others of the process get a turn: about five milliseconds. */
const LOOKED_THROUGH_AT_ONCE = 50;

/** What a run decides of a transaction, as it goes over the wire. */
export interface Decided {
  category: { id: string; primary: string; label: string };
  confidence: number;
  confidenceLevel: string;
  reason: string;
  tags: readonly string[];
}

interface FoundPage {
  page: number;
  text: string;
  /** What was decided before people corrected it, by transaction. */
  decided: Record<string, Decided> | null;
}

/** Each transaction of a page begins so; its id is JSON. */
const TRANSACTION_ID = /\{"transactionId":("(?:[^"\\]|\\.)*"),/g;

/** The pages of a run that these transactions stand on, in order; each once. */
export async function* findPagesOf(
  session: Session,
  runId: string,
  transactionIds: ReadonlySet<string>,
): AsyncGenerator<FoundPage> {
  const open = new Set([...transactionIds].map((id) => JSON.stringify(id)));
  for (let from = 0; open.size > 0; from += LOOKED_THROUGH_AT_ONCE) {
    const stored = await selectPages(session, runId, from, from + LOOKED_THROUGH_AT_ONCE - 1);
    for (const [n, packed] of stored.entries()) {
      const text = unpackPage(packed);
      const found = [...text.matchAll(TRANSACTION_ID)].map(([, id = '']) => id).filter((id) => open.has(id));
      if (found.length === 0) continue;
      for (const id of found) open.delete(id);
      yield { page: from + n, text, decided: await selectDecided(session, runId, from + n) };
    }
    if (stored.length < LOOKED_THROUGH_AT_ONCE) return;
  }
}

async function selectDecided(session: Session, runId: string, page: number): Promise<FoundPage['decided']> {
  const [row] = await session.query<Pick<FoundPage, 'decided'>>(
    'select decided from categorized_pages where run_id = $1 and page = $2',
    [runId, page],
  );
  return row?.decided ?? null;
}

export async function updatePage(
  session: Session,
  runId: string,
  page: number,
  text: string,
  decided: Record<string, Decided>,
): Promise<void> {
  await session.query('update categorized_pages set body = $3, decided = $4 where run_id = $1 and page = $2', [
    runId,
    page,
    packPage(text),
    Object.keys(decided).length > 0 ? JSON.stringify(decided) : null,
  ]);
}

export interface PagesOfRun {
  runId: string;
  workspaceId: string;
  userKey: string;
  /** Their texts, in order. */
  pages: Iterable<string>;
}

/** Some hundred kilobytes per statement: enough to make round trips cheap. */
const PAGES_AT_ONCE = 25;
/** While the database is busy, so many are made ahead: two megabytes. */
const MOST_WAITING = 300;

/** Makes pages while the database stores those before them and what else it was told to. */
export async function insertPages(session: Session, run: PagesOfRun, behind: WritesBehind): Promise<void> {
  let page = 0;
  let waiting: PageRow[] = [];
  for (const text of run.pages) {
    waiting.push({ page, body: packPage(text) });
    page += 1;
    await nextTurn();
    if (waiting.length < (behind.isBusy ? MOST_WAITING : PAGES_AT_ONCE)) continue;
    await behind.done();
    const rows = waiting;
    behind.write(() => insertRows(session, run, rows));
    waiting = [];
  }
  behind.write(() => insertRows(session, run, waiting));
}

async function insertRows(session: Session, run: PagesOfRun, rows: readonly PageRow[]): Promise<void> {
  if (rows.length === 0) return;
  const tuples = rows.map((_, n) => `($1, $2, $3, $${2 * n + 4}, $${2 * n + 5})`);
  await session.query(
    `insert into categorized_pages (run_id, workspace_id, user_key, page, body) values ${tuples.join(', ')}`,
    [run.runId, run.workspaceId, run.userKey, ...rows.flatMap(({ page, body }) => [page, body])],
  );
}

/** Pages as they were before they were packed, for who gets a copy of everything. */
export async function* unpackRows(
  batches: AsyncIterable<Record<string, unknown>[]>,
): AsyncGenerator<Record<string, unknown>[]> {
  for await (const rows of batches) yield rows.map((row) => ({ ...row, body: unpackPage(row.body as Buffer) }));
}
