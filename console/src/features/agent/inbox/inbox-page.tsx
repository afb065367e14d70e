import { useInfiniteQuery } from '@tanstack/react-query';
import type { InboxConversation } from '../../../app/api.gen.ts';
import { call, useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { Link, useAddress } from '../../../app/router.tsx';
import { Badge, Page } from '../../../ui/page.tsx';
import { Await, Empty } from '../../../ui/states.tsx';
import { VirtualTable } from '../../../ui/virtual-table.tsx';
import { filterOf, InboxFilters } from './inbox-filters.tsx';
import { INBOX_TEXTS } from './inbox-texts.ts';

/** Conversations, those with the latest message first; the filters stand in the address. */
export function InboxPage() {
  const texts = useTexts(INBOX_TEXTS);
  const { query } = useAddress();
  const filter = filterOf(query);
  const agents = useRead('GET /v2/agents', {});
  const tags = useRead('GET /v2/tag-groups/tags/public', {});
  const found = useInfiniteQuery({
    queryKey: ['GET /v2/conversations', filter],
    queryFn: ({ pageParam }) =>
      call('GET /v2/conversations', { query: { ...filter, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const isFiltered = [...query.keys()].length > 0;
  return (
    <Page title={texts.title}>
      <InboxFilters bots={agents.data?.agents ?? []} tags={tags.data ?? []} />
      <Await read={found}>
        {({ pages }) => {
          const rows = pages.flatMap(({ conversations }) => conversations);
          if (rows.length > 0)
            return <List rows={rows} onEnd={() => void (found.hasNextPage && found.fetchNextPage())} />;
          return <Empty title={isFiltered ? texts.none : texts.empty}>{!isFiltered && <p>{texts.emptyHint}</p>}</Empty>;
        }}
      </Await>
    </Page>
  );
}

function List({ rows, onEnd }: { rows: InboxConversation[]; onEnd: () => void }) {
  const texts = useTexts(INBOX_TEXTS);
  const formats = useFormats();
  return (
    <VirtualTable
      label={texts.list}
      rows={rows}
      keyOf={({ id }) => id}
      onEnd={onEnd}
      head={
        <>
          <span role="columnheader" className="extra">
            {texts.when}
          </span>
          <span role="columnheader">{texts.about}</span>
          <span role="columnheader" className="extra">
            {texts.who}
          </span>
          <span role="columnheader">{texts.status}</span>
        </>
      }
      cells={(row) => (
        <>
          <span role="cell" className="extra">
            <small>{formats.recent(row.latestEventAt)}</small>
          </span>
          <span role="cell">
            <Link to={`/inbox/${row.id}`}>{row.subjectPreview || texts.noSubject}</Link>
          </span>
          <span role="cell" className="extra">
            {row.customer?.email ?? row.customer?.externalId ?? <small>{texts.unknown}</small>}
          </span>
          <span role="cell">
            <StatusBadge conversation={row} />
          </span>
        </>
      )}
    />
  );
}

function StatusBadge({ conversation }: { conversation: Pick<InboxConversation, 'status' | 'takenOver'> }) {
  const texts = useTexts(INBOX_TEXTS);
  const { status, takenOver } = conversation;
  if (takenOver) return <Badge tone="plain">{takenOver.name}</Badge>;
  if (status === 'Escalated to Human Agent') return <Badge tone="warn">{texts.statuses[status]}</Badge>;
  if (status === 'Resolved') return <Badge tone="good">{texts.statuses[status]}</Badge>;
  return <Badge>{status === 'Waiting for Customer' ? texts.statuses[status] : texts.open}</Badge>;
}
