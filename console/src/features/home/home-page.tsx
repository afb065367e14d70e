import { useId, useState } from 'react';
import type { ActionRun } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Link } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { HOME_TEXTS } from './home-texts.ts';

const MOST = 50;

/** What waits for a person, by its urgency. */
export function HomePage() {
  const texts = useTexts(HOME_TEXTS);
  return (
    <Page title={texts.title}>
      <Now />
      <Unanswered />
    </Page>
  );
}

function Now() {
  const texts = useTexts(HOME_TEXTS);
  const formats = useFormats();
  const reviews = useRead('GET /v2/reviews', { query: { status: 'pending', limit: MOST } });
  const runs = useRead('GET /v2/action-runs', { query: { open: true, limit: MOST } });
  const count = reviews.data?.reviews.length ?? 0;
  const open = runs.data?.runs ?? [];
  const isCalm = reviews.data && runs.data && count === 0 && open.length === 0;
  return (
    <Section title={texts.now}>
      <ErrorNotice error={reviews.error} onRetry={reviews.refetch} />
      <ErrorNotice error={runs.error} onRetry={runs.refetch} />
      {isCalm && <Empty title={texts.nothing} />}
      {count > 0 && (
        <div className="card figure">
          <p className="strong">{texts.reviews(formats.count(count) + (reviews.data?.nextCursor ? '+' : ''))}</p>
          <div>
            <Link className="button" to="/reviews">
              {texts.toReviews}
            </Link>
          </div>
        </div>
      )}
      {open.map((run) => (
        <UnknownRun key={run.id} run={run} />
      ))}
    </Section>
  );
}

/** An action that may have happened: only a person can look it up. */
function UnknownRun({ run }: { run: ActionRun }) {
  const texts = useTexts(HOME_TEXTS);
  const formats = useFormats();
  const { can } = useSession();
  const id = useId();
  const [note, setNote] = useState('');
  const settle = useChange('POST /v2/action-runs/{run-id}/settle', ['GET /v2/action-runs']);
  const say = (settledAs: 'done' | 'not_done') =>
    settle.mutate({ params: { 'run-id': run.id }, body: { settledAs, ...(note && { note }) } });
  return (
    <div className="notice warn">
      <h3>{texts.unknown}</h3>
      <p>{texts.unknownText(run.actionName, formats.moment(run.startedAt))}</p>
      <ErrorNotice error={settle.error} />
      {can('write') && (
        <>
          <div className="field narrow">
            <label htmlFor={id}>{texts.note}</label>
            <input id={id} value={note} onChange={(event) => setNote(event.target.value)} />
          </div>
          <div className="actions">
            <button type="button" disabled={settle.isPending} onClick={() => say('done')}>
              {texts.done}
            </button>
            <button type="button" disabled={settle.isPending} onClick={() => say('not_done')}>
              {texts.notDone}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

function Unanswered() {
  const texts = useTexts(HOME_TEXTS);
  const formats = useFormats();
  const unanswered = useRead('GET /v2/knowledge/unanswered', {});
  return (
    <Section title={texts.unanswered}>
      <Await read={unanswered}>
        {({ matters }) =>
          matters.length === 0 ? (
            <p className="quiet-text">{texts.noUnanswered}</p>
          ) : (
            <>
              <p className="quiet-text">{texts.unansweredHint}</p>
              <ol className="list">
                {matters.slice(0, 10).map(({ question, count }) => (
                  <li key={question}>
                    <span>{question}</span>
                    <small>{texts.times(formats.count(count))}</small>
                  </li>
                ))}
              </ol>
            </>
          )
        }
      </Await>
    </Section>
  );
}
