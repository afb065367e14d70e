import { useId, useState } from 'react';
import type { ActionRun } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { Section } from '../../ui/page.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { HOME_TEXTS } from './home-texts.ts';

const MOST = 50;

/** Actions that may have happened: a person says here what they found. */
export function UnknownRuns({ isWanted }: { isWanted: boolean }) {
  const texts = useTexts(HOME_TEXTS);
  const runs = useRead('GET /v2/action-runs', { query: { open: true, limit: MOST } }, isWanted);
  if (!isWanted) return null;
  return (
    <div id="unknown-runs">
      <Section title={texts.unknown}>
        <ErrorNotice error={runs.error} onRetry={runs.refetch} />
        {runs.data?.runs.map((run) => (
          <UnknownRun key={run.id} run={run} />
        ))}
      </Section>
    </div>
  );
}

/** An action that may have happened: only a person can look it up. */
function UnknownRun({ run }: { run: ActionRun }) {
  const texts = useTexts(HOME_TEXTS);
  const formats = useFormats();
  const { can } = useSession();
  const id = useId();
  const [note, setNote] = useState('');
  const settle = useChange('POST /v2/action-runs/{run-id}/settle', ['GET /v2/action-runs', 'GET /v2/overview']);
  const say = (settledAs: 'done' | 'not_done') =>
    settle.mutate({ params: { 'run-id': run.id }, body: { settledAs, ...(note && { note }) } });
  return (
    <div className="notice warn">
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
