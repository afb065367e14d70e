import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';

export type CrawlState = 'running' | 'completed' | 'failed';

export interface CrawlRow {
  crawlId: string;
  state: CrawlState;
  starts: string[];
  limit: number;
  addDocuments: boolean;
  isPartial: boolean;
  error: string | null;
  createdAt: Date;
  completedAt: Date | null;
}

const columns = `crawl_id as "crawlId", state, starts, page_limit as "limit", add_documents as "addDocuments",
  is_partial as "isPartial", error, created_at as "createdAt", completed_at as "completedAt"`;

export async function insertCrawl(
  session: Session,
  workspaceId: string,
  crawl: Pick<CrawlRow, 'crawlId' | 'starts' | 'limit' | 'addDocuments'>,
) {
  await session.query(
    `insert into crawls (crawl_id, workspace_id, state, starts, page_limit, add_documents) values ($1, $2, 'running', $3, $4, $5)`,
    [crawl.crawlId, workspaceId, JSON.stringify(crawl.starts), crawl.limit, crawl.addDocuments],
  );
}

/** The crawl; `lock` lets one worker at a time write what it found. */
export async function selectCrawl(
  session: Session,
  workspaceId: string,
  crawlId: string,
  lock = false,
): Promise<CrawlRow | undefined> {
  const [row] = await session.query<CrawlRow & Record<string, unknown>>(
    `select ${columns} from crawls where workspace_id = $1 and crawl_id::text = $2${lock ? ' for update' : ''}`,
    [workspaceId, crawlId],
  );
  return row;
}

export function selectCrawls(session: Session, workspaceId: string, atMost: number): Promise<CrawlRow[]> {
  return session.query<CrawlRow & Record<string, unknown>>(
    `select ${columns} from crawls where workspace_id = $1 order by crawl_id desc limit $2`,
    [workspaceId, atMost],
  );
}

/** Ends a crawl that still runs. */
export async function endCrawl(
  session: Session,
  crawlId: string,
  end: { state: 'completed' | 'failed'; isPartial: boolean; error: string | null },
) {
  await session.kysely
    .updateTable('crawls')
    .set({ state: end.state, is_partial: end.isPartial, error: end.error, completed_at: sql<Date>`now()` })
    .where('crawl_id', '=', crawlId)
    .where('state', '=', 'running')
    .execute();
}

export async function selectWaiting(session: Session, crawlId: string, atMost: number): Promise<string[]> {
  const rows = await session.query<{ address: string }>(
    `select address from crawl_pages where crawl_id = $1 and state = 'waiting' order by position limit $2`,
    [crawlId, atMost],
  );
  return rows.map(({ address }) => address);
}

/** Adds addresses behind those known, in their order and each once, as long as there are not more than `atMost` in all. */
export async function addToFrontier(
  session: Session,
  workspaceId: string,
  crawlId: string,
  addresses: readonly string[],
  atMost: number,
) {
  await session.query(
    `insert into crawl_pages (crawl_id, workspace_id, position, address, state)
     select $1, $2, known.count + row_number() over (order by fresh.place), fresh.address, 'waiting'
     from (select address, min(place) as place from unnest($3::text[]) with ordinality as given (address, place)
       where not exists (select from crawl_pages p where p.crawl_id = $1 and p.address = given.address)
       group by address order by min(place)
       limit greatest(0, $4 - (select count(*) from crawl_pages where crawl_id = $1))) as fresh,
       (select count(*)::int as count from crawl_pages where crawl_id = $1) as known`,
    [crawlId, workspaceId, addresses, atMost],
  );
}

/**
 * Notes what became of an address, unless that is known already. A page that was found under another address before is the
 * same, and does not count.
 */
export async function settlePage(
  session: Session,
  crawlId: string,
  page: { address: string; canonicalUrl: string | null; error: string | null },
): Promise<boolean> {
  const [row] = await session.query<{ state: string }>(
    `update crawl_pages set canonical_url = $3, error = $4, state = case when $3::text is null then 'unreadable'
       when exists (select from crawl_pages o where o.crawl_id = $1 and o.canonical_url = $3 and o.state = 'found') then 'same' else 'found' end
     where crawl_id = $1 and address = $2 and state = 'waiting' returning state`,
    [crawlId, page.address, page.canonicalUrl, page.error],
  );
  return row?.state === 'found';
}

export async function countPages(session: Session, crawlId: string) {
  const [row] = await session.query<{ found: number; unreadable: number; waiting: number }>(
    `select count(*) filter (where state = 'found')::int as found, count(*) filter (where state = 'unreadable')::int as unreadable,
       count(*) filter (where state = 'waiting')::int as waiting from crawl_pages where crawl_id = $1`,
    [crawlId],
  );
  return row ?? { found: 0, unreadable: 0, waiting: 0 };
}

export function selectPages(session: Session, crawlId: string) {
  return session.query<{ address: string; error: string | null }>(
    `select coalesce(canonical_url, address) as address, error from crawl_pages
     where crawl_id = $1 and state in ('found', 'unreadable') order by position`,
    [crawlId],
  );
}
