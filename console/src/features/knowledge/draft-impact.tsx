import { useState } from 'react';
import type { SuiteRunList } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { said } from '../../app/said.ts';
import { useSession } from '../../app/session.tsx';
import { Select } from '../../ui/form.tsx';
import { Badge } from '../../ui/page.tsx';
import { Await, ErrorNotice } from '../../ui/states.tsx';
import { IMPACT_TEXTS } from './impact-texts.ts';

type RunSummary = SuiteRunList['runs'][number];

const RUNS = 'GET /v2/test-suites/{suite-id}/runs';

/** What the test suites say of a draft before customers read it: which questions would be answered otherwise. */
export function DraftImpact({ draftId }: { draftId: string }) {
  const texts = useTexts(IMPACT_TEXTS);
  const [suiteId, setSuiteId] = useState<string | null>(null);
  const suites = useRead('GET /v2/test-suites', {});
  return (
    <Await read={suites}>
      {(data) => {
        const suite = data.suites.find(({ id }) => id === suiteId) ?? data.suites[0];
        if (!suite) return <p className="quiet-text">{texts.noSuites}</p>;
        return (
          <>
            {data.suites.length > 1 && (
              <Select
                label={texts.suite}
                value={suite.id}
                onChange={(event) => setSuiteId(event.target.value)}
                options={data.suites.map(({ id, name }) => [id, name])}
              />
            )}
            <SuiteImpact key={suite.id} suite={suite} draftId={draftId} />
          </>
        );
      }}
    </Await>
  );
}

interface SuiteProps {
  suite: { id: string; name: string; caseCount: number };
  draftId: string;
}

function SuiteImpact({ suite, draftId }: SuiteProps) {
  const texts = useTexts(IMPACT_TEXTS);
  const formats = useFormats();
  const { can } = useSession();
  const params = { 'suite-id': suite.id };
  const runs = useRead(RUNS, { params });
  const start = useChange('POST /v2/test-suites/{suite-id}/runs', [RUNS]);
  const run = runs.data?.runs.find((each) => each.draftId === draftId);
  const isBusy = start.isPending || run?.status === 'PENDING';
  return (
    <section className="card" aria-label={suite.name}>
      <div className="line">
        <h3>{suite.name}</h3>
        <small>{texts.questions(formats.count(suite.caseCount))}</small>
      </div>
      <ErrorNotice error={runs.error ?? start.error} onRetry={runs.refetch} />
      <div role="status" className="stack">
        {isBusy && <p>{texts.running}</p>}
        {!isBusy && run?.status === 'FAILED' && <p className="problem">{said(run.error ?? '')}</p>}
        {!isBusy && run?.status === 'COMPLETED' && <Outcome run={run} />}
        {!isBusy && !run && <p className="quiet-text">{texts.notYet}</p>}
      </div>
      {can('write') && (
        <div>
          <button
            type="button"
            disabled={isBusy}
            aria-label={`${run ? texts.again : texts.start}: ${suite.name}`}
            onClick={() => start.mutate({ params, body: { draftId } })}
          >
            {run ? texts.again : texts.start}
          </button>
        </div>
      )}
    </section>
  );
}

const TONES = { broken: 'bad', fixed: 'good', different: 'warn' } as const;

/** The counts; the questions themselves when somebody wants them. */
function Outcome({ run }: { run: RunSummary }) {
  const texts = useTexts(IMPACT_TEXTS);
  const [isOpen, setIsOpen] = useState(false);
  const counts = (['broken', 'fixed', 'different'] as const).filter((change) => run[change] > 0);
  if (counts.length === 0) return <p>{texts.nothing}</p>;
  return (
    <>
      <p className="line">
        {counts.map((change) => (
          <Badge key={change} tone={TONES[change]}>
            {texts.counts[change](run[change])}
          </Badge>
        ))}
        <button type="button" className="quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {texts.which}
        </button>
      </p>
      {isOpen && <Questions run={run} />}
    </>
  );
}

function Questions({ run }: { run: RunSummary }) {
  const texts = useTexts(IMPACT_TEXTS);
  const params = { 'suite-id': run.suiteId, 'suite-run-id': run.id };
  const read = useRead('GET /v2/test-suites/{suite-id}/runs/{suite-run-id}', { params });
  return (
    <Await read={read}>
      {({ results }) => (
        <ul className="list">
          {results
            .filter(({ change }) => change in TONES)
            .map(({ question, change, before, decision }) => (
              <li key={question}>
                <div>
                  <span>{question}</span>
                  <small>
                    {before ? texts.decisions[before.decision] : '–'} → {texts.decisions[decision]}
                  </small>
                </div>
                <Badge tone={TONES[change as keyof typeof TONES]}>
                  {texts.changes[change as keyof typeof texts.changes]}
                </Badge>
              </li>
            ))}
        </ul>
      )}
    </Await>
  );
}
