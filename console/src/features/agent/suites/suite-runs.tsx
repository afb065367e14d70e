import { useState } from 'react';
import type { Suite, SuiteRun } from '../../../app/api.gen.ts';
import { useChange, useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { navigate, useAddress } from '../../../app/router.tsx';
import { said } from '../../../app/said.ts';
import { useSession } from '../../../app/session.tsx';
import { Select } from '../../../ui/form.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Await, Empty, ErrorNotice } from '../../../ui/states.tsx';
import type { NamedArticle } from './cases-editor.tsx';
import { SuiteResults } from './suite-results.tsx';
import { SUITES_TEXTS } from './suites-texts.ts';

interface Props {
  suite: Suite;
  articles: NamedArticle[];
}

/** Runs a suite, and shows what came of a run beside what came before. */
export function SuiteRuns({ suite, articles }: Props) {
  const texts = useTexts(SUITES_TEXTS);
  const formats = useFormats();
  const { query } = useAddress();
  const { can } = useSession();
  const runs = useRead('GET /v2/test-suites/{suite-id}/runs', { params: { 'suite-id': suite.id } });
  const drafts = useRead('GET /v2/hc-articles/public', { query: { type: 'draft' } });
  const titleOf = (draftId: string | null) =>
    draftId === null ? texts.live : texts.draft(drafts.data?.find(({ id }) => id === draftId)?.title ?? '…');
  const show = (runId: string) => navigate(`/test-suites/${suite.id}?run=${runId}`);
  return (
    <div className="stack">
      {can('write') && <StartRun suite={suite} drafts={drafts.data ?? []} onStarted={show} />}
      <Await read={runs}>
        {({ runs: all }) => {
          const runId = query.get('run') ?? all[0]?.id;
          if (runId === undefined) {
            return (
              <Empty title={texts.noRuns}>
                <p>{texts.noRunsHint}</p>
              </Empty>
            );
          }
          return (
            <>
              <div className="narrow">
                <Select
                  label={texts.runs}
                  value={runId}
                  options={all.map(({ id, createdAt, draftId }) => [
                    id,
                    `${formats.moment(createdAt)} · ${titleOf(draftId)}`,
                  ])}
                  onChange={({ target }) => show(target.value)}
                />
              </div>
              <OneRun key={runId} suiteId={suite.id} runId={runId} articles={articles} drafts={drafts.data ?? []} />
            </>
          );
        }}
      </Await>
    </div>
  );
}

interface StartProps {
  suite: Suite;
  drafts: NamedArticle[];
  onStarted(runId: string): void;
}

function StartRun({ suite, drafts, onStarted }: StartProps) {
  const texts = useTexts(SUITES_TEXTS);
  const { query } = useAddress();
  const [draftId, setDraftId] = useState(query.get('draft') ?? '');
  const start = useChange('POST /v2/test-suites/{suite-id}/runs', ['GET /v2/test-suites/{suite-id}/runs']);
  const begin = () =>
    start.mutate(
      { params: { 'suite-id': suite.id }, body: draftId ? { draftId } : {} },
      { onSuccess: ({ id }) => onStarted(id) },
    );
  return (
    <div className="stack">
      <div className="line-end">
        <Select
          label={texts.what}
          value={draftId}
          options={[['', texts.live], ...drafts.map(({ id, title }): [string, string] => [id, texts.draft(title)])]}
          onChange={({ target }) => setDraftId(target.value)}
        />
        <button type="button" className="main" disabled={start.isPending} onClick={begin}>
          {texts.run}
        </button>
      </div>
      <ErrorNotice error={start.error} />
    </div>
  );
}

interface OneRunProps {
  suiteId: string;
  runId: string;
  articles: NamedArticle[];
  drafts: NamedArticle[];
}

function OneRun({ suiteId, runId, articles, drafts }: OneRunProps) {
  const texts = useTexts(SUITES_TEXTS);
  const run = useRead('GET /v2/test-suites/{suite-id}/runs/{suite-run-id}', {
    params: { 'suite-id': suiteId, 'suite-run-id': runId },
  });
  return (
    <Await read={run}>
      {(known) => {
        if (known.status === 'PENDING') return <Running run={known} />;
        if (known.status === 'FAILED')
          return <ErrorNotice error={new Error(`${texts.failed}: ${said(known.error ?? '')}`)} />;
        return <SuiteResults run={known} articles={[...articles, ...drafts]} />;
      }}
    </Await>
  );
}

function Running({ run: { asked, toAsk } }: { run: SuiteRun }) {
  const texts = useTexts(SUITES_TEXTS);
  const formats = useFormats();
  const text = asked === 0 ? texts.waiting : texts.running(formats.count(asked), formats.count(toAsk));
  return <Progress label={texts.progress} value={asked} max={Math.max(1, toAsk)} text={text} />;
}
