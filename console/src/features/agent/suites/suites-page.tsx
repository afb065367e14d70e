import { useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { Link } from '../../../app/router.tsx';
import { useSession } from '../../../app/session.tsx';
import { Page } from '../../../ui/page.tsx';
import { Await, Empty } from '../../../ui/states.tsx';
import { SUITES_TEXTS } from './suites-texts.ts';

export function SuitesPage() {
  const texts = useTexts(SUITES_TEXTS);
  const formats = useFormats();
  const { can } = useSession();
  const suites = useRead('GET /v2/test-suites', {});
  const agents = useRead('GET /v2/agents', {});
  const botName = (botId: string) => agents.data?.agents.find(({ id }) => id === botId)?.name ?? '';
  const create = can('write') && (
    <Link className="button" to="/test-suites/new">
      {texts.create}
    </Link>
  );
  return (
    <Page title={texts.title} actions={create}>
      <p className="quiet-text">{texts.hint}</p>
      <Await read={suites}>
        {({ suites: all }) =>
          all.length === 0 ? (
            <Empty title={texts.none}>
              <p>{texts.noneHint}</p>
            </Empty>
          ) : (
            <ul className="list">
              {all.map((suite) => (
                <li key={suite.id}>
                  <span>
                    <Link to={`/test-suites/${suite.id}`}>{suite.name}</Link>
                    <small>{botName(suite.botId)}</small>
                  </span>
                  <small>
                    {texts.questions(formats.count(suite.caseCount))} · {texts.changed}{' '}
                    {formats.moment(suite.updatedAt)}
                  </small>
                </li>
              ))}
            </ul>
          )
        }
      </Await>
    </Page>
  );
}
