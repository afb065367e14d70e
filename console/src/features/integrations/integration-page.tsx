import { type FormEvent, useState } from 'react';
import type { Integration } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { useReversible } from '../../app/reversible.ts';
import { Link } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/form.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Removal } from '../../ui/removal.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { EnvironmentDialog } from './environment-dialog.tsx';
import { ENVIRONMENTS, EndpointRow, type EnvironmentName, SpanFields, useSpan } from './health.tsx';
import { INTEGRATIONS_TEXTS } from './integrations-texts.ts';

/** One system: where it is reached, and what it answers. Two reads. */
export function IntegrationPage({ integrationId }: { integrationId: string }) {
  const texts = useTexts(INTEGRATIONS_TEXTS);
  const { can } = useSession();
  const params = { 'integration-id': integrationId };
  const read = useRead('GET /v2/integrations/{integration-id}', { params });
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  return (
    <Page
      title={read.data?.name ?? texts.title}
      actions={
        read.data &&
        can('write') && (
          <>
            <button type="button" onClick={() => setOpen('edit')}>
              {texts.edit}
            </button>
            <button type="button" className="danger" onClick={() => setOpen('remove')}>
              {texts.remove}
            </button>
          </>
        )
      }
    >
      <p className="line">
        <Link to="/integrations">{texts.title}</Link>
      </p>
      <Await read={read}>
        {(system) => (
          <>
            {system.description !== '' && <p>{system.description}</p>}
            <Environments system={system} />
            <Endpoints integrationId={integrationId} />
            {open === 'edit' && <EditDialog system={system} onClose={() => setOpen(null)} />}
            {open === 'remove' && <RemoveDialog system={system} onClose={() => setOpen(null)} />}
          </>
        )}
      </Await>
    </Page>
  );
}

function Environments({ system }: { system: Integration }) {
  const texts = useTexts(INTEGRATIONS_TEXTS);
  const [open, setOpen] = useState<EnvironmentName | null>(null);
  return (
    <Section title={texts.environments}>
      <div className="grid">
        {ENVIRONMENTS.map((name) => (
          <EnvironmentCard key={name} system={system} name={name} onOpen={() => setOpen(name)} />
        ))}
      </div>
      {open && <EnvironmentDialog system={system} name={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function EnvironmentCard({ system, name, onOpen }: { system: Integration; name: EnvironmentName; onOpen: () => void }) {
  const texts = useTexts(INTEGRATIONS_TEXTS);
  const formats = useFormats();
  const { can } = useSession();
  const found = system.environments.find(({ environment }) => environment === name);
  const own = texts.ofEnvironment(texts.environmentNames[name]);
  const tls = found?.baseUrl.startsWith('http:') ? texts.noTls : texts.publicAuthorities;
  return (
    <div className="card">
      <div>
        <h3>{texts.environmentNames[name]}</h3>
        <small>{texts.environmentHints[name]}</small>
      </div>
      {found ? (
        <dl className="facts">
          <div className="fact">
            <dt>{texts.baseUrl}</dt>
            <dd>{found.baseUrl}</dd>
          </div>
          <div className="fact">
            <dt>{texts.key}</dt>
            <dd>
              {texts.keyHidden}, {texts.keyChanged(formats.moment(found.keyChangedAt))}
            </dd>
          </div>
          <div className="fact">
            <dt>{texts.tls}</dt>
            <dd>{found.hasOwnAuthority ? texts.ownAuthority : tls}</dd>
          </div>
        </dl>
      ) : (
        <p className="quiet-text">{texts.notSetUp}</p>
      )}
      {can('write') && (
        <div>
          <button type="button" onClick={onOpen} aria-label={(found ? texts.change : texts.setUp) + own}>
            {found ? texts.change : texts.setUp}
          </button>
        </div>
      )}
    </div>
  );
}

function Endpoints({ integrationId }: { integrationId: string }) {
  const texts = useTexts(INTEGRATIONS_TEXTS);
  const { can } = useSession();
  const health = useRead('GET /v2/integrations/health', { query: useSpan() });
  const add = can('write') && (
    <Link className="button" to={`/integrations/${integrationId}/add`}>
      {texts.addEndpoints}
    </Link>
  );
  return (
    <Section title={texts.endpoints}>
      <Await read={health}>
        {({ endpoints }) => {
          const own = endpoints.filter((endpoint) => endpoint.integrationId === integrationId);
          if (own.length === 0) {
            return (
              <Empty title={texts.noEndpoints}>
                <p>{texts.noEndpointsHint}</p>
                <div>{add}</div>
              </Empty>
            );
          }
          return (
            <>
              <SpanFields />
              <ul className="list">
                {own.map((endpoint) => (
                  <EndpointRow key={endpoint.endpointId} endpoint={endpoint} search="" />
                ))}
              </ul>
              <div>{add}</div>
            </>
          );
        }}
      </Await>
    </Section>
  );
}

const STALE = ['GET /v2/integrations', 'GET /v2/integrations/{integration-id}'] as const;

function EditDialog({ system, onClose }: { system: Integration; onClose: () => void }) {
  const texts = useTexts(INTEGRATIONS_TEXTS);
  const [before] = useState({ name: system.name, description: system.description });
  const [fields, setFields] = useState(before);
  const update = useReversible('PATCH /v2/integrations/{integration-id}', [...STALE]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const params = { 'integration-id': system.id };
    update.go({ name: fields.name, now: { params, body: fields }, before: { params, body: before }, onDone: onClose });
  };
  return (
    <Dialog title={system.name} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Field
          label={texts.name}
          required
          value={fields.name}
          onChange={(event) => setFields({ ...fields, name: event.target.value })}
        />
        <TextArea
          label={texts.description}
          rows={2}
          value={fields.description}
          onChange={(event) => setFields({ ...fields, description: event.target.value })}
        />
        <ErrorNotice error={update.error} />
        <div className="actions">
          <button type="submit" className="main" disabled={update.isPending}>
            {texts.save}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function RemoveDialog({ system, onClose }: { system: Integration; onClose: () => void }) {
  const texts = useTexts(INTEGRATIONS_TEXTS);
  return (
    <Removal
      title={texts.removeQuestion(system.name)}
      go={texts.removeGo}
      operation="DELETE /v2/integrations/{integration-id}"
      input={{ params: { 'integration-id': system.id } }}
      to="/integrations"
      stale={['GET /v2/integrations']}
      onClose={onClose}
    >
      <p>{texts.removeSystem}</p>
    </Removal>
  );
}
