import type { Overview } from '../../app/api.gen.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Link } from '../../app/router.tsx';
import { Section } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { HOME_TEXTS } from './home-texts.ts';

type Kind = keyof Overview['waiting'];

/** By urgency: a customer who waits comes first. What has to be said about runs is asked for below. */
const PLACES: [kind: Kind, to: string][] = [
  ['escalations', '/inbox?show=person'],
  ['unknownRuns', '#unknown-runs'],
  ['failingEndpoints', '/integrations'],
  ['expiringConsents', '/users'],
  ['reviews', '/reviews'],
];

export function Waiting({ waiting }: Pick<Overview, 'waiting'>) {
  const texts = useTexts(HOME_TEXTS);
  const shown = PLACES.filter(([kind]) => (waiting[kind]?.count ?? 0) > 0);
  return (
    <Section title={texts.now}>
      {shown.length === 0 ? (
        <Empty title={texts.nothing} />
      ) : (
        <ul className="list">
          {shown.map(([kind, to]) => (
            <WaitingRow key={kind} kind={kind} to={to} waiting={waiting} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function WaitingRow({ kind, to, waiting }: { kind: Kind; to: string } & Pick<Overview, 'waiting'>) {
  const texts = useTexts(HOME_TEXTS);
  const formats = useFormats();
  const { count = 0, oldestAt = null } = waiting[kind] ?? {};
  const { some, go } = texts.waiting[kind];
  const age = oldestAt && (kind === 'expiringConsents' ? texts.ends : texts.oldest)(formats.ago(oldestAt));
  return (
    <li>
      <div>
        <span className="strong">{some(count, formats.count(count))}</span>
        {age && <small>{age}</small>}
        <Named kind={kind} waiting={waiting} />
      </div>
      {to.startsWith('#') ? (
        <a className="button" href={to}>
          {go}
        </a>
      ) : (
        <Link className="button" to={to}>
          {go}
        </Link>
      )}
    </li>
  );
}

/** The things themselves, as far as the server names them. */
function Named({ kind, waiting }: { kind: Kind } & Pick<Overview, 'waiting'>) {
  const formats = useFormats();
  const { failingEndpoints, expiringConsents } = waiting;
  const links: [to: string, text: string][] = [];
  if (kind === 'failingEndpoints') {
    for (const { integrationId, endpointId, name } of failingEndpoints?.endpoints ?? []) {
      links.push([`/integrations/${integrationId}/endpoints/${endpointId}`, name]);
    }
  }
  if (kind === 'expiringConsents') {
    for (const { userId, bankName, endsAt } of expiringConsents?.consents ?? []) {
      links.push([`/users/${encodeURIComponent(userId)}`, `${bankName}, ${formats.day(endsAt)}`]);
    }
  }
  if (links.length === 0) return null;
  return (
    <span className="line">
      {links.map(([to, text], n) => (
        <Link key={`${n} ${to}`} to={to}>
          {text}
        </Link>
      ))}
    </span>
  );
}
