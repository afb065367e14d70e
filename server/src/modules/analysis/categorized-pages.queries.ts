import type { Session } from '#platform/db/database.ts';
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

/** The page of a run that a transaction stands on. */
export async function findPageOf(
  session: Session,
  runId: string,
  transactionId: string,
): Promise<{ page: number; text: string } | undefined> {
  const start = `{"transactionId":${JSON.stringify(transactionId)},`;
  for (let page = 0; ; page += LOOKED_THROUGH_AT_ONCE) {
    const stored = await selectPages(session, runId, page, page + LOOKED_THROUGH_AT_ONCE - 1);
    const pages = stored.map(unpackPage);
    const found = pages.findIndex((text) => text.includes(start));
    if (found >= 0) return { page: page + found, text: pages[found] as string };
    if (pages.length < LOOKED_THROUGH_AT_ONCE) return undefined;
  }
}

export async function updatePage(session: Session, runId: string, page: number, text: string): Promise<void> {
  const body = packPage(text);
  await session.query('update categorized_pages set body = $3 where run_id = $1 and page = $2', [runId, page, body]);
}

export interface PagesOfRun {
  runId: string;
  workspaceId: string;
  userKey: string;
  /** Their texts, in order. */
  pages: Iterable<string>;
}

/** Some hundred kilobytes per statement: enough to make round trips cheap, little enough to hold. */
const PAGES_AT_ONCE = 25;

/** Makes the next pages while the database stores the last ones, and the first while it does what is under way. */
export async function insertPages(session: Session, run: PagesOfRun, underWay: Promise<void>): Promise<void> {
  let storing = underWay;
  // It may fail before anybody waits for it; who does is told then.
  storing.catch(() => undefined);
  let page = 0;
  let waiting: PageRow[] = [];
  for (const text of run.pages) {
    waiting.push({ page, body: packPage(text) });
    page += 1;
    if (waiting.length < PAGES_AT_ONCE) continue;
    await storing;
    storing = insertRows(session, run, waiting);
    storing.catch(() => undefined);
    waiting = [];
  }
  await storing;
  await insertRows(session, run, waiting);
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
