import { capBlocks, tidy } from '../readers/blocks.ts';
import { type DocumentProvider, type FetchJson, MOST_RESOURCES, type Resource } from './document-provider.types.ts';
import { type Json, list, object, text } from './json.ts';

/** Source: developers.notion.com/reference, version 2022-06-28. */
export const notion: DocumentProvider = {
  defaultBaseUrl: 'https://api.notion.com',
  headers: ({ token }) => ({ authorization: `Bearer ${token}`, 'notion-version': '2022-06-28' }),

  async listResources(fetchJson) {
    const resources: Resource[] = [];
    const search = (cursor: string | null) =>
      fetchJson({
        path: '/v1/search',
        method: 'POST',
        body: {
          filter: { property: 'object', value: 'page' },
          page_size: 100,
          ...(cursor && { start_cursor: cursor }),
        },
      });
    for await (const page of pagesOf(search)) {
      resources.push({
        externalId: text(page.id),
        title: titleOf(page) ?? 'Untitled',
        originalUrl: text(page.url),
        mimeType: 'text/markdown',
        object: 'page',
      });
      if (resources.length >= MOST_RESOURCES) break;
    }
    return resources;
  },

  async read(fetchJson, externalId) {
    const page = object(await fetchJson({ path: `/v1/pages/${encodeURIComponent(externalId)}` }));
    const blocks: string[] = [];
    await readBlocks(fetchJson, externalId, 0, blocks);
    return { title: titleOf(page), paragraphs: capBlocks(joinLists(blocks)), language: null };
  },
};

const MOST_DEPTH = 5;

/** Pages of Notion's lists, by `next_cursor`. A cursor that comes again ends the walk. */
async function* pagesOf(fetchPage: (cursor: string | null) => Promise<unknown>): AsyncGenerator<Json> {
  const seen = new Set<string>();
  let cursor: string | null = null;
  do {
    const answer = object(await fetchPage(cursor));
    yield* list(answer.results);
    cursor = answer.has_more === true ? text(answer.next_cursor) : null;
    if (cursor !== null && (cursor === '' || seen.has(cursor))) return;
    if (cursor !== null) seen.add(cursor);
  } while (cursor !== null);
}

async function readBlocks(fetchJson: FetchJson, id: string, depth: number, out: string[]) {
  const children = (cursor: string | null) =>
    fetchJson({
      path: `/v1/blocks/${encodeURIComponent(id)}/children?page_size=100${cursor ? `&start_cursor=${encodeURIComponent(cursor)}` : ''}`,
    });
  for await (const block of pagesOf(children)) {
    const line = blockText(block, depth);
    if (line !== null) out.push(line);
    if (block.has_children === true && depth < MOST_DEPTH && block.type !== 'child_page') {
      await readBlocks(fetchJson, text(block.id), depth + 1, out);
    }
  }
}

function blockText(block: Json, depth: number): string | null {
  const type = text(block.type);
  const content = object(block[type]);
  const words = tidy(
    list(content.rich_text)
      .map((part) => text(part.plain_text))
      .join(''),
  );
  if (type === 'table_row') {
    const cells = Array.isArray(content.cells) ? content.cells : [];
    return cells
      .map((cell) =>
        list(cell)
          .map((part) => text(part.plain_text))
          .join(''),
      )
      .join(' | ');
  }
  if (words === '') return null;
  const heading = /^heading_([1-3])$/.exec(type)?.[1];
  if (heading) return `${'#'.repeat(Number(heading))} ${words}`;
  if (type === 'bulleted_list_item' || type === 'to_do') return `${'  '.repeat(depth)}- ${words}`;
  if (type === 'numbered_list_item') return `${'  '.repeat(depth)}1. ${words}`;
  return words;
}

/** Items that follow each other are one list, rows one table. */
function joinLists(lines: string[]): string[] {
  const isItem = (line: string | undefined) => line !== undefined && /^\s*(?:- |1\. )|\s\|\s/.test(line);
  const blocks: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (isItem(line) && isOpen) blocks[blocks.length - 1] += `\n${line}`;
    else blocks.push(line);
    isOpen = isItem(line);
  }
  return blocks;
}

function titleOf(page: Json): string | null {
  const property = Object.values(object(page.properties))
    .map(object)
    .find(({ type }) => type === 'title');
  const title = tidy(
    list(property?.title)
      .map((part) => text(part.plain_text))
      .join(''),
  );
  return title === '' ? null : title;
}
