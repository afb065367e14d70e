import type { AnalysisRun } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { said } from '../../app/said.ts';
import { useSession } from '../../app/session.tsx';
import { Badge } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { RUNS_TEXTS } from './runs-texts.ts';

export const RUNS = 'GET /api/users/{user-id}/analyses';
const TONES = { queued: 'plain', running: 'plain', completed: 'good', failed: 'bad', cancelled: 'warn' } as const;

const isOpen = ({ status }: AnalysisRun) => status === 'queued' || status === 'running';

/** The runs of a user, newest first; those that go on are followed. */
export function Runs({ userId }: { userId: string }) {
  const texts = useTexts(RUNS_TEXTS);
  const runs = useRead(RUNS, { params: { 'user-id': userId }, query: { limit: 50 } });
  return (
    <Await read={runs}>
      {({ analyses }) =>
        analyses.length === 0 ? (
          <Empty title={texts.none}>
            <p>{texts.noneHint}</p>
          </Empty>
        ) : (
          <ul className="list">
            {analyses.map((run) => (
              <RunRow key={run.correlationId} run={run} userId={userId} />
            ))}
          </ul>
        )
      }
    </Await>
  );
}

function RunRow({ run, userId }: { run: AnalysisRun; userId: string }) {
  const texts = useTexts(RUNS_TEXTS);
  const formats = useFormats();
  const { can, readsOnly } = useSession();
  const cancel = useChange('POST /api/users/{user-id}/analyses/{correlation-id}/cancel', [RUNS]);
  const { startedAt, completedAt, counts, error } = run;
  const seconds = startedAt && completedAt ? (Date.parse(completedAt) - Date.parse(startedAt)) / 1000 : null;
  return (
    <li>
      <div>
        <span className="line">
          <Badge tone={TONES[run.status]}>{texts.statuses[run.status]}</Badge>
          <span>{texts.asked(formats.moment(run.createdAt))}</span>
        </span>
        <small>
          {[
            seconds === null ? null : texts.took(formats.count(Number(seconds.toFixed(1)))),
            counts &&
              texts.counts(
                formats.count(counts.transactions),
                formats.count(counts.accounts),
                formats.count(counts.contracts),
              ),
            error && said(error.message),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
        {isOpen(run) && (
          <Progress label={texts.progress} value={run.progress} max={1} text={formats.percent(run.progress)} />
        )}
        <ErrorNotice error={cancel.error} />
      </div>
      {isOpen(run) && can('analysis') && !readsOnly && (
        <button
          type="button"
          disabled={cancel.isPending}
          onClick={() => cancel.mutate({ params: { 'user-id': userId, 'correlation-id': run.correlationId } })}
        >
          {texts.cancel}
        </button>
      )}
    </li>
  );
}
