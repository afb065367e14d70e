import { type FormEvent, useState } from 'react';
import type { HealthOverview, Integration } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Link, navigate, useAddress } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/form.tsx';
import { Badge, Page } from '../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { BotEnvironmentsDialog } from './bot-environments.tsx';
import { ENVIRONMENTS, EndpointRow, SpanFields, useSpan } from './health.tsx';
import { INTEGRATIONS_TEXTS } from './integrations-texts.ts';

/** The company's systems with their environments, and how each of their endpoints is doing. Two reads. */
export function IntegrationsPage() {
  const texts = useTexts(INTEGRATIONS_TEXTS);
  const { can } = useSession();
  const integrations = useRead('GET /v2/integrations', {});
  const health = useRead('GET /v2/integrations/health', { query: useSpan() });
  const [open, setOpen] = useState<'connect' | 'bots' | null>(null);
  const connect = can('write') && (
    <button type="button" className="main" onClick={() => setOpen('connect')}>
      {texts.connect}
    </button>
  );
  const isEmpty = integrations.data?.integrations.length === 0;
  return (
    <Page
      title={texts.title}
      actions={
        integrations.data &&
        !isEmpty && (
          <>
            <button type="button" onClick={() => setOpen('bots')}>
              {texts.botsShow}
            </button>
            {connect}
          </>
        )
      }
    >
      <Await read={integrations}>
        {({ integrations: systems }) =>
          systems.length === 0 ? (
            <Empty title={texts.none}>
              <p>{texts.noneHint}</p>
              <div>{connect}</div>
            </Empty>
          ) : (
            <>
              <SpanFields />
              <ErrorNotice error={health.error} onRetry={health.refetch} />
              {systems.map((system) => (
                <System key={system.id} system={system} health={health.data} />
              ))}
            </>
          )
        }
      </Await>
      {open === 'connect' && <ConnectDialog onClose={() => setOpen(null)} />}
      {open === 'bots' && <BotEnvironmentsDialog onClose={() => setOpen(null)} />}
    </Page>
  );
}

function System({ system, health }: { system: Integration; health: HealthOverview | undefined }) {
  const texts = useTexts(INTEGRATIONS_TEXTS);
  const { query } = useAddress();
  const endpoints = health?.endpoints.filter(({ integrationId }) => integrationId === system.id);
  const setUp = new Set(system.environments.map(({ environment }) => environment));
  return (
    <section className="section" aria-label={system.name}>
      <div className="line">
        <h2>
          <Link to={`/integrations/${system.id}`}>{system.name}</Link>
        </h2>
        {ENVIRONMENTS.filter((name) => setUp.has(name)).map((name) => (
          <Badge key={name} tone={name === 'production' ? 'good' : 'plain'}>
            {texts.environmentNames[name]}
          </Badge>
        ))}
      </div>
      {system.description !== '' && <p className="quiet-text">{system.description}</p>}
      {endpoints?.length === 0 && (
        <p className="quiet-text">
          {texts.noEndpoints} <Link to={`/integrations/${system.id}/add`}>{texts.addEndpoints}</Link>
        </p>
      )}
      {endpoints && endpoints.length > 0 && (
        <ul className="list">
          {endpoints.map((endpoint) => (
            <EndpointRow
              key={endpoint.endpointId}
              endpoint={endpoint}
              search={query.size > 0 ? `?${query.toString()}` : ''}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function ConnectDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts(INTEGRATIONS_TEXTS);
  const [system, setSystem] = useState({ name: '', description: '' });
  const create = useChange('POST /v2/integrations', ['GET /v2/integrations']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ body: system }, { onSuccess: ({ id }) => navigate(`/integrations/${id}`) });
  };
  return (
    <Dialog title={texts.connect} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Field
          label={texts.name}
          required
          maxLength={100}
          value={system.name}
          onChange={(event) => setSystem({ ...system, name: event.target.value })}
        />
        <TextArea
          label={texts.description}
          rows={2}
          value={system.description}
          onChange={(event) => setSystem({ ...system, description: event.target.value })}
        />
        <ErrorNotice error={create.error} />
        <div className="actions">
          <button type="submit" className="main" disabled={create.isPending}>
            {texts.create}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
