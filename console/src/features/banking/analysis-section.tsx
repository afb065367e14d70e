import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AnalysisRun } from '../../app/api.gen.ts';
import { type Operation, useChange, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { Section } from '../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { USER_TEXTS } from './banking-texts.ts';
import { CompanyResults, PersonResults } from './results.tsx';

const RUNS = 'GET /api/users/{user-id}/analyses';
const RESULTS: Operation[] = [
  'GET /api/users/{user-id}/analysis/person/income',
  'GET /api/users/{user-id}/analysis/person/spending',
  'GET /api/users/{user-id}/analysis/company/cashflow',
  'GET /api/users/{user-id}/categorization/stream',
];
const ASK_EVERY_MS = 1_500;

const isUnder = (run: AnalysisRun | undefined) => run?.status === 'queued' || run?.status === 'running';

/** How the newest run is, and what the last completed one has found. */
export function AnalysisSection({ userId, type }: { userId: string; type: 'person' | 'company' }) {
  const texts = useTexts(USER_TEXTS);
  const runs = useRead(RUNS, { params: { 'user-id': userId }, query: { limit: 20 } });
  const newest = runs.data?.analyses[0];
  useFollowing(newest, runs.refetch);
  return (
    <Section title={texts.analysis}>
      <Await read={runs}>
        {({ analyses }) => {
          const completed = analyses.find(({ status }) => status === 'completed');
          return (
            <>
              <RunState run={newest} completed={completed} userId={userId} />
              {completed && type === 'person' && <PersonResults userId={userId} />}
              {completed && type === 'company' && <CompanyResults userId={userId} />}
            </>
          );
        }}
      </Await>
    </Section>
  );
}

/** Asks again while a run is under way, and has the results read again once it has ended. */
function useFollowing(run: AnalysisRun | undefined, ask: () => unknown) {
  const client = useQueryClient();
  const isRunning = isUnder(run);
  const [wasRunning, setWasRunning] = useState(false);
  if (isRunning && !wasRunning) setWasRunning(true);
  useEffect(() => {
    const timer = isRunning ? setInterval(ask, ASK_EVERY_MS) : undefined;
    return () => clearInterval(timer);
  }, [isRunning, ask]);
  useEffect(() => {
    if (isRunning || !wasRunning) return;
    setWasRunning(false);
    for (const result of RESULTS) void client.invalidateQueries({ queryKey: [result] });
  }, [isRunning, wasRunning, client]);
}

interface StateProps {
  run: AnalysisRun | undefined;
  completed: AnalysisRun | undefined;
  userId: string;
}

function RunState({ run, completed, userId }: StateProps) {
  const texts = useTexts(USER_TEXTS);
  const formats = useFormats();
  const { can, readsOnly } = useSession();
  const start = useChange('POST /api/users/{user-id}/trigger-analysis', [RUNS]);
  if (run && isUnder(run)) return <p role="status">{texts.running(formats.percent(run.progress))}</p>;
  const button = can('analysis') && !readsOnly && (
    <button type="button" disabled={start.isPending} onClick={() => start.mutate({ params: { 'user-id': userId } })}>
      {texts.analyse}
    </button>
  );
  return (
    <>
      <ErrorNotice error={start.error} />
      {run?.status === 'failed' && <p className="notice bad">{run.error?.message ?? texts.failed}</p>}
      {completed ? (
        <div className="line">
          <span className="quiet-text">
            {texts.completed(formats.moment(completed.completedAt ?? completed.createdAt))}
          </span>
          {button}
        </div>
      ) : (
        <Empty title={texts.notAnalysed}>
          <p>{texts.notAnalysedHint}</p>
          <div>{button}</div>
        </Empty>
      )}
    </>
  );
}
