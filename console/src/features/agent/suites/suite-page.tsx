import { useState } from 'react';
import type { Suite } from '../../../app/api.gen.ts';
import { useRead } from '../../../app/api.ts';
import { useTexts } from '../../../app/language.ts';
import { useReversible } from '../../../app/reversible.ts';
import { Link, useAddress } from '../../../app/router.tsx';
import { useSession } from '../../../app/session.tsx';
import { Field } from '../../../ui/form.tsx';
import { Page } from '../../../ui/page.tsx';
import { Removal } from '../../../ui/removal.tsx';
import { Await, ErrorNotice } from '../../../ui/states.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { CasesEditor, type NamedArticle } from './cases-editor.tsx';
import { SuiteRuns } from './suite-runs.tsx';
import { SUITES_TEXTS } from './suites-texts.ts';

export function SuitePage({ suiteId }: { suiteId: string }) {
  const texts = useTexts(SUITES_TEXTS);
  const { query } = useAddress();
  const suite = useRead('GET /v2/test-suites/{suite-id}', { params: { 'suite-id': suiteId } });
  const articles = useRead('GET /v2/hc-articles/public', {});
  const address = `/test-suites/${suiteId}`;
  const isQuestions = query.get('tab') === 'questions';
  const entries = [
    [address, texts.results],
    [`${address}?tab=questions`, texts.cases],
  ] as const;
  return (
    <Page title={suite.data?.name ?? texts.title} actions={<Link to="/test-suites">{texts.all}</Link>}>
      <Await read={suite}>
        {(known) => (
          <>
            <Tabs
              label={texts.parts}
              entries={[...entries]}
              here={isQuestions ? `${address}?tab=questions` : address}
            />
            <Await read={articles}>
              {(live) =>
                isQuestions ? (
                  <Questions key={known.updatedAt} suite={known} articles={live} />
                ) : (
                  <SuiteRuns suite={known} articles={live} />
                )
              }
            </Await>
          </>
        )}
      </Await>
    </Page>
  );
}

function Questions({ suite, articles }: { suite: Suite; articles: NamedArticle[] }) {
  const texts = useTexts(SUITES_TEXTS);
  const { can } = useSession();
  const [name, setName] = useState(suite.name);
  const [cases, setCases] = useState(suite.cases);
  const [isAsking, setIsAsking] = useState(false);
  const params = { 'suite-id': suite.id };
  const save = useReversible('PUT /v2/test-suites/{suite-id}', [
    'GET /v2/test-suites/{suite-id}',
    'GET /v2/test-suites',
  ]);
  const isSame = name === suite.name && cases === suite.cases;
  if (!can('write')) return <CasesEditor cases={cases} articles={articles} />;
  return (
    <div className="stack">
      <div className="narrow">
        <Field
          label={texts.name}
          required
          maxLength={200}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      <CasesEditor cases={cases} articles={articles} onChange={setCases} />
      <ErrorNotice error={save.error} />
      <div className="actions">
        <button
          type="button"
          className="main"
          disabled={isSame || name === '' || cases.length === 0 || save.isPending}
          onClick={() =>
            save.go({
              name,
              now: { params, body: { name, cases } },
              before: { params, body: { name: suite.name, cases: suite.cases } },
            })
          }
        >
          {texts.save}
        </button>
        <button type="button" className="danger" onClick={() => setIsAsking(true)}>
          {texts.remove}
        </button>
        {!isSame && <small role="status">{texts.unsaved}</small>}
      </div>
      {isAsking && (
        <Removal
          title={texts.remove}
          go={texts.remove}
          operation="DELETE /v2/test-suites/{suite-id}"
          input={{ params }}
          to="/test-suites"
          stale={['GET /v2/test-suites']}
          onClose={() => setIsAsking(false)}
        >
          <p>{texts.removeText}</p>
        </Removal>
      )}
    </div>
  );
}
