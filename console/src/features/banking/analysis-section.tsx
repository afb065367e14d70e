import type { ReactNode } from 'react';
import type { AnalysisRun } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { useAddress } from '../../app/router.tsx';
import { said } from '../../app/said.ts';
import { useSession } from '../../app/session.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ANALYSIS_TEXTS } from './analysis/analysis-texts.ts';
import { BalanceView } from './analysis/balance-view.tsx';
import { BudgetView } from './analysis/budget-view.tsx';
import { CashflowView } from './analysis/cashflow-view.tsx';
import { ContractsView } from './analysis/contracts-view.tsx';
import { CashView, ForeignView, SharedView } from './analysis/kind-views.tsx';
import { IncomeView, SpendingView } from './analysis/modules-view.tsx';
import { ReportLink } from './analysis/report-link.tsx';
import { ReportPdf } from './analysis/report-pdf.tsx';
import { CompanyRiskView, PersonRiskView } from './analysis/risk-view.tsx';
import { SituationView } from './analysis/situation-view.tsx';
import { USER_TEXTS } from './banking-texts.ts';
import { RUNS } from './runs.tsx';
import { TracedUser } from './trace.tsx';

type Part = keyof typeof ANALYSIS_TEXTS.names;
type View = (userId: string) => ReactNode;

const PERSON: [Part, View][] = [
  ['income', (userId) => <IncomeView userId={userId} />],
  ['spending', (userId) => <SpendingView userId={userId} />],
  ['budget', (userId) => <BudgetView userId={userId} />],
  ['balance', (userId) => <BalanceView userId={userId} type="person" />],
  ['risk', (userId) => <PersonRiskView userId={userId} />],
  ['contracts', (userId) => <ContractsView userId={userId} />],
  ['situation', (userId) => <SituationView userId={userId} />],
];
const COMPANY: [Part, View][] = [
  ['cashflow', (userId) => <CashflowView userId={userId} />],
  ['balance', (userId) => <BalanceView userId={userId} type="company" />],
  ['contracts', (userId) => <ContractsView userId={userId} />],
  ['credits', (userId) => <SharedView userId={userId} name="credits" />],
  ['risk', (userId) => <CompanyRiskView userId={userId} />],
  ['insurances', (userId) => <SharedView userId={userId} name="insurances" />],
  ['investments', (userId) => <SharedView userId={userId} name="investments" />],
  ['cash', (userId) => <CashView userId={userId} />],
  ['foreign', (userId) => <ForeignView userId={userId} />],
  ['internal', (userId) => <SharedView userId={userId} name="internal" />],
];

export const isUnder = (run: AnalysisRun | undefined) => run?.status === 'queued' || run?.status === 'running';

/** How the newest run is, and what the last completed one has found. */
export function AnalysisSection({ userId, type }: { userId: string; type: 'person' | 'company' }) {
  const runs = useRead(RUNS, { params: { 'user-id': userId }, query: { limit: 20 } });
  return (
    <Await read={runs}>
      {({ analyses }) => {
        const completed = analyses.find(({ status }) => status === 'completed');
        return (
          <>
            <RunState run={analyses[0]} completed={completed} userId={userId} />
            {completed && <Parts userId={userId} parts={type === 'person' ? PERSON : COMPANY} />}
          </>
        );
      }}
    </Await>
  );
}

function Parts({ userId, parts }: { userId: string; parts: [Part, View][] }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const { path, query } = useAddress();
  const asked = query.get('part');
  const [name, view] = parts.find(([part]) => part === asked) ?? (parts[0] as [Part, View]);
  return (
    <TracedUser value={userId}>
      <Tabs
        label={texts.parts}
        here={`${path}?part=${name}`}
        entries={parts.map(([part]) => [`${path}?part=${part}`, texts.names[part]] as const)}
      />
      {view(userId)}
    </TracedUser>
  );
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
  const button = can('analysis') && !readsOnly && (
    <button type="button" disabled={start.isPending} onClick={() => start.mutate({ params: { 'user-id': userId } })}>
      {texts.analyse}
    </button>
  );
  return (
    <>
      <ErrorNotice error={start.error} />
      {run && isUnder(run) && <p role="status">{texts.running(formats.percent(run.progress))}</p>}
      {run?.status === 'failed' && <p className="notice bad">{run.error ? said(run.error.message) : texts.failed}</p>}
      {completed ? (
        <div className="line spread">
          <span className="quiet-text">
            {texts.completed(formats.moment(completed.completedAt ?? completed.createdAt))}
          </span>
          <span className="actions">
            {can('analysis') && <ReportPdf userId={userId} />}
            {!readsOnly && <ReportLink userId={userId} />}
            {!isUnder(run) && button}
          </span>
        </div>
      ) : (
        !isUnder(run) && (
          <Empty title={texts.notAnalysed}>
            <p>{texts.notAnalysedHint}</p>
            <div>{button}</div>
          </Empty>
        )
      )}
    </>
  );
}
