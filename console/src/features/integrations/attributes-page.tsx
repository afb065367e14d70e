import { useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Link } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { Badge, Page } from '../../ui/page.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { ATTRIBUTES_TEXTS } from './facts-texts.ts';

const SWITCHES = ['visibleToModel', 'usableInRules', 'usableInReplies'] as const;

/** Facts about customers, where they come from, and who may use them. Two reads. */
export function AttributesPage() {
  const texts = useTexts(ATTRIBUTES_TEXTS);
  const { can } = useSession();
  const attributes = useRead('GET /v2/attributes', {});
  const agents = useRead('GET /v2/agents', {});
  const names = new Map(agents.data?.agents.map(({ id, name }) => [id, name]));
  const create = can('write') && (
    <Link className="button main" to="/attributes/new">
      {texts.create}
    </Link>
  );
  return (
    <Page title={texts.title} actions={create}>
      <Await read={attributes}>
        {(data) =>
          data.attributes.length === 0 ? (
            <Empty title={texts.none}>
              <p>{texts.noneHint}</p>
            </Empty>
          ) : (
            <ul className="list">
              {data.attributes.map(({ id, name, description, source, fields, botIds }) => (
                <li key={id}>
                  <div>
                    <span className="line">
                      <Link to={`/attributes/${id}`}>{name}</Link>
                      <Badge>{texts.sources[source.kind]}</Badge>
                    </span>
                    {description !== '' && <span className="quiet-text">{description}</span>}
                    <small>
                      {texts.factsOf(fields.length)}: {fields.map((field) => field.name).join(', ')}
                    </small>
                    <small>
                      {SWITCHES.map(
                        (key) =>
                          `${fields.filter((field) => field[key]).length}/${fields.length} ${texts.switches[key]}`,
                      ).join(' · ')}
                    </small>
                    <small>
                      {botIds.length === 0
                        ? texts.readByNobody
                        : texts.readBy(botIds.map((bot) => names.get(bot) ?? bot).join(', '))}
                    </small>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Await>
    </Page>
  );
}
