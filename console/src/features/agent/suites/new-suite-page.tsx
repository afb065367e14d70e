import { type FormEvent, useState } from 'react';
import { useChange, useRead } from '../../../app/api.ts';
import { useTexts } from '../../../app/language.ts';
import { Link, navigate } from '../../../app/router.tsx';
import { Field, Select } from '../../../ui/form.tsx';
import { Page } from '../../../ui/page.tsx';
import { Await, ErrorNotice } from '../../../ui/states.tsx';
import { CasesEditor } from './cases-editor.tsx';
import type { SuiteCase } from './read-cases.ts';
import { SUITES_TEXTS } from './suites-texts.ts';

export function NewSuitePage() {
  const texts = useTexts(SUITES_TEXTS);
  const agents = useRead('GET /v2/agents', {});
  const articles = useRead('GET /v2/hc-articles/public', {});
  const [name, setName] = useState('');
  const [chosenBot, setBot] = useState('');
  const [cases, setCases] = useState<SuiteCase[]>([]);
  const create = useChange('POST /v2/test-suites', ['GET /v2/test-suites']);
  const bots = agents.data?.agents.filter(({ archivedAt }) => archivedAt === null) ?? [];
  const botId = chosenBot || (bots[0]?.id ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ body: { botId, name, cases } }, { onSuccess: ({ id }) => navigate(`/test-suites/${id}`) });
  };
  return (
    <Page title={texts.create} actions={<Link to="/test-suites">{texts.all}</Link>}>
      <ErrorNotice error={agents.error} onRetry={agents.refetch} />
      <form className="stack narrow" id="new-suite" onSubmit={submit}>
        <Field
          label={texts.name}
          required
          maxLength={200}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Select
          label={texts.bot}
          value={botId}
          options={bots.map(({ id, name: called }) => [id, called])}
          onChange={({ target }) => setBot(target.value)}
        />
      </form>
      <Await read={articles}>{(live) => <CasesEditor cases={cases} articles={live} onChange={setCases} />}</Await>
      <ErrorNotice error={create.error} />
      <div>
        <button type="submit" form="new-suite" className="main" disabled={cases.length === 0 || create.isPending}>
          {texts.save}
        </button>
      </div>
    </Page>
  );
}
