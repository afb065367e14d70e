import { useState } from 'react';
import type { ActionRun } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { navigate, useAddress } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { Field } from '../../ui/form.tsx';
import { Badge } from '../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { ACTIONS_TEXTS } from './facts-texts.ts';
import { INTEGRATIONS_TEXTS } from './integrations-texts.ts';
import { ValuesView } from './request-view.tsx';

const TONES = { running: 'plain', done: 'good', refused: 'warn', failed: 'bad', unknown: 'bad' } as const;

/** What was asked of the systems and what came of it; `isOpen`: only what a person has to decide. */
export function ActionRuns({ isOpen }: { isOpen: boolean }) {
  const texts = useTexts(ACTIONS_TEXTS);
  const { query, path } = useAddress();
  const cursor = query.get('cursor') ?? undefined;
  const runs = useRead('GET /v2/action-runs', { query: { ...(isOpen && { open: true }), limit: 25, cursor } });
  return (
    <Await read={runs}>
      {({ runs: found, nextCursor }) => {
        if (found.length === 0) {
          return <Empty title={isOpen ? texts.noOpen : texts.noRuns}>{isOpen && <p>{texts.noOpenHint}</p>}</Empty>;
        }
        return (
          <>
            {isOpen ? (
              found.map((run) => <OpenRun key={run.id} run={run} />)
            ) : (
              <ul className="list">
                {found.map((run) => (
                  <RunRow key={run.id} run={run} />
                ))}
              </ul>
            )}
            {nextCursor !== null && (
              <div>
                <button
                  type="button"
                  onClick={() => navigate(`${path}?tab=${isOpen ? 'open' : 'runs'}&cursor=${nextCursor}`)}
                >
                  {texts.older}
                </button>
              </div>
            )}
          </>
        );
      }}
    </Await>
  );
}

function RunRow({ run }: { run: ActionRun }) {
  const texts = useTexts(ACTIONS_TEXTS);
  const names = useTexts(INTEGRATIONS_TEXTS);
  const formats = useFormats();
  return (
    <li>
      <div>
        <span className="line">
          <span className="strong">{run.actionName}</span>
          <Badge tone={TONES[run.state]}>{texts.states[run.state]}</Badge>
          {run.settledAs && <Badge>{texts.settledAs[run.settledAs]}</Badge>}
        </span>
        <small>
          {formats.moment(run.startedAt)} · {names.environmentNames[run.environment]}
          {run.errorCode !== null && ` · ${run.errorCode}`}
          {run.failure !== null && ` · ${run.failure}`}
        </small>
        {run.settledNote !== null && <span className="quiet-text">{run.settledNote}</span>}
        <ValuesView values={knownOf({ ...run.inputs, ...run.outputs })} />
      </div>
    </li>
  );
}

const knownOf = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/** An action that may have happened: only a person can look it up. */
function OpenRun({ run }: { run: ActionRun }) {
  const texts = useTexts(ACTIONS_TEXTS);
  const formats = useFormats();
  const { can } = useSession();
  const [note, setNote] = useState('');
  const settle = useChange('POST /v2/action-runs/{run-id}/settle', ['GET /v2/action-runs']);
  const say = (settledAs: 'done' | 'not_done') =>
    settle.mutate({ params: { 'run-id': run.id }, body: { settledAs, ...(note && { note }) } });
  return (
    <section className="notice warn" aria-label={run.actionName}>
      <h2>{texts.question}</h2>
      <p>{texts.questionText(run.actionName, formats.moment(run.startedAt))}</p>
      <ValuesView values={run.inputs} />
      <ErrorNotice error={settle.error} />
      {can('write') && (
        <>
          <Field label={texts.note} value={note} onChange={(event) => setNote(event.target.value)} />
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
    </section>
  );
}
