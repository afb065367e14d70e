import type { AuditLogAnswer } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { pair, useFormats, useTexts } from '../../app/language.ts';
import { Link, useAddress } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { Page } from '../../ui/page.tsx';
import { Await, Empty } from '../../ui/states.tsx';

const TEXTS = {
  title: pair('Audit log', 'Protokoll'),
  lead: pair(
    'Who changed an identity, a key, a webhook, a secret or a setting. Entries are never changed.',
    'Wer eine Identität, einen Schlüssel, einen Webhook, ein Geheimnis oder eine Einstellung geändert hat. Einträge bleiben, wie sie sind.',
  ),
  none: pair('Nothing stands here yet.', 'Hier steht noch nichts.'),
  older: pair('Older ones', 'Ältere'),
  newest: pair('Newest', 'Neueste'),
  details: pair('Details', 'Einzelheiten'),
  system: pair('Kontor itself', 'Kontor selbst'),
};

const PAGE = 50;

type Entry = AuditLogAnswer['entries'][number];

export function AuditPage() {
  const texts = useTexts(TEXTS);
  const { query } = useAddress();
  const { can } = useSession();
  const cursor = query.get('cursor') ?? undefined;
  const log = useRead('GET /v2/audit-log', { query: { limit: PAGE, cursor } });
  // Owners see emails; to others an operator is an id.
  const people = useRead('GET /v2/operators', {}, can('console:people'));
  const nameOf = ({ actorKind, actorId }: Entry) => {
    if (actorKind === 'system') return texts.system;
    return people.data?.operators.find(({ id }) => id === actorId)?.email ?? `${actorKind} ${actorId}`;
  };
  return (
    <Page title={texts.title}>
      <p className="quiet-text">{texts.lead}</p>
      <Await read={log}>
        {({ entries, nextCursor }) => (
          <>
            {entries.length === 0 && <Empty title={texts.none} />}
            {entries.length > 0 && (
              <ol className="list">
                {entries.map((entry) => (
                  <EntryRow key={entry.id} entry={entry} actor={nameOf(entry)} />
                ))}
              </ol>
            )}
            <div className="actions">
              {cursor && <Link to="/audit">{texts.newest}</Link>}
              {nextCursor && <Link to={`/audit?cursor=${nextCursor}`}>{texts.older}</Link>}
            </div>
          </>
        )}
      </Await>
    </Page>
  );
}

function EntryRow({ entry, actor }: { entry: Entry; actor: string }) {
  const texts = useTexts(TEXTS);
  const formats = useFormats();
  const details = Object.entries(entry.details);
  return (
    <li>
      <div>
        <span>
          <code>{entry.action}</code> · {actor}
        </span>
        <small>
          {formats.moment(entry.createdAt)} · {entry.targetKind} {entry.targetId}
        </small>
        {details.length > 0 && (
          <details>
            <summary>{texts.details}</summary>
            <dl className="facts">
              {details.map(([name, value]) => (
                <div key={name} className="fact">
                  <dt>{name}</dt>
                  <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </div>
    </li>
  );
}
