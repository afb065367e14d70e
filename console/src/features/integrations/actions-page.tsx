import { useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Link, useAddress } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { Page } from '../../ui/page.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ActionRuns } from './action-runs.tsx';
import { ACTIONS_TEXTS } from './facts-texts.ts';

const TABS = ['list', 'open', 'runs'] as const;

/** What rules can do in the company's systems, what was done, and what a person has to decide. */
export function ActionsPage() {
  const texts = useTexts(ACTIONS_TEXTS);
  const { can } = useSession();
  const { query, path } = useAddress();
  const tab = TABS.find((each) => each === query.get('tab')) ?? 'list';
  const addressOf = (each: (typeof TABS)[number]) => (each === 'list' ? path : `${path}?tab=${each}`);
  return (
    <Page
      title={texts.title}
      actions={
        can('write') && (
          <Link className="button main" to="/actions/new">
            {texts.create}
          </Link>
        )
      }
    >
      <Tabs
        label={texts.tabs}
        here={addressOf(tab)}
        entries={TABS.map((each) => [addressOf(each), texts[each]] as const)}
      />
      {tab === 'list' ? <ActionList /> : <ActionRuns key={tab} isOpen={tab === 'open'} />}
    </Page>
  );
}

function ActionList() {
  const texts = useTexts(ACTIONS_TEXTS);
  const actions = useRead('GET /v2/actions', {});
  const namesOf = (fields: { name: string }[]) => fields.map(({ name }) => name).join(', ') || texts.nothing;
  return (
    <Await read={actions}>
      {(data) =>
        data.actions.length === 0 ? (
          <Empty title={texts.none}>
            <p>{texts.noneHint}</p>
          </Empty>
        ) : (
          <ul className="list">
            {data.actions.map(({ id, name, description, inputs, outputs }) => (
              <li key={id}>
                <div>
                  <Link to={`/actions/${id}`}>{name}</Link>
                  {description !== '' && <span className="quiet-text">{description}</span>}
                  <small>{texts.summary(namesOf(inputs), namesOf(outputs))}</small>
                </div>
              </li>
            ))}
          </ul>
        )
      }
    </Await>
  );
}
