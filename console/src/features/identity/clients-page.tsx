import { useState } from 'react';
import type { Client } from '../../app/api.gen.ts';
import { SERVER_URL, useChange, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Copyable } from '../../ui/copy.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { Badge, Page } from '../../ui/page.tsx';
import { SecretDialog } from '../../ui/secret-dialog.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { ClientDialog } from './client-dialog.tsx';
import { CLIENTS_TEXTS } from './clients-texts.ts';

/** What is open above the list. */
type Open =
  | { kind: 'create' }
  | { kind: 'edit' | 'rotate' | 'revoke'; client: Client }
  | { kind: 'secret'; clientId: string; clientSecret: string; isNew: boolean }
  | null;

export function ClientsPage() {
  const texts = useTexts(CLIENTS_TEXTS);
  const read = useRead('GET /v2/clients', {});
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const create = (
    <button type="button" className="main" onClick={() => setOpen({ kind: 'create' })}>
      {texts.create}
    </button>
  );
  return (
    <Page title={texts.title} actions={read.data && read.data.clients.length > 0 && create}>
      <p className="quiet-text">{texts.lead}</p>
      <Await read={read}>
        {({ clients, scopes }) => (
          <>
            {clients.length === 0 ? (
              <Empty title={texts.none}>
                <p>{texts.noneHint}</p>
                <div>{create}</div>
              </Empty>
            ) : (
              <ul className="list">
                {clients.map((client) => (
                  <ClientRow key={client.clientId} client={client} onOpen={(kind) => setOpen({ kind, client })} />
                ))}
              </ul>
            )}
            {(open?.kind === 'create' || open?.kind === 'edit') && (
              <ClientDialog
                client={open.kind === 'edit' ? open.client : null}
                known={scopes}
                onClose={close}
                onCreated={(secret) => setOpen({ kind: 'secret', ...secret, isNew: true })}
              />
            )}
          </>
        )}
      </Await>
      {open?.kind === 'rotate' && (
        <RotateQuestion
          client={open.client}
          onClose={close}
          onDone={(secret) => setOpen({ kind: 'secret', ...secret, isNew: false })}
        />
      )}
      {open?.kind === 'revoke' && <RevokeQuestion client={open.client} onClose={close} />}
      {open?.kind === 'secret' && (
        <SecretDialog
          title={open.isNew ? texts.created : texts.rotated}
          values={[
            [texts.id, open.clientId],
            [texts.secret, open.clientSecret],
          ]}
          onClose={close}
        >
          <Copyable label={texts.tryIt} text={tokenCall(open)} />
        </SecretDialog>
      )}
    </Page>
  );
}

const tokenCall = ({ clientId, clientSecret }: { clientId: string; clientSecret: string }) =>
  `curl ${SERVER_URL}/api/auth -d grant_type=client_credentials -d client_id=${clientId} -d client_secret=${clientSecret}`;

interface QuestionProps {
  client: Client;
  onClose: () => void;
}

function RotateQuestion({
  client,
  onClose,
  onDone,
}: QuestionProps & { onDone: (secret: { clientId: string; clientSecret: string }) => void }) {
  const texts = useTexts(CLIENTS_TEXTS);
  const rotate = useChange('POST /v2/clients/{client-id}/secret');
  return (
    <Confirm
      title={texts.rotateQuestion(client.name)}
      go={texts.rotate}
      isBusy={rotate.isPending}
      onGo={() => rotate.mutate({ params: { 'client-id': client.clientId } }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <ErrorNotice error={rotate.error} />
      <p>{texts.rotateText}</p>
    </Confirm>
  );
}

function RevokeQuestion({ client, onClose }: QuestionProps) {
  const texts = useTexts(CLIENTS_TEXTS);
  const revoke = useChange('POST /v2/clients/{client-id}/revoke', ['GET /v2/clients']);
  return (
    <Confirm
      title={texts.revokeQuestion(client.name)}
      go={texts.revoke}
      isBusy={revoke.isPending}
      onGo={() => revoke.mutate({ params: { 'client-id': client.clientId } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <ErrorNotice error={revoke.error} />
      <p>{texts.revokeText}</p>
    </Confirm>
  );
}

function ClientRow({ client, onOpen }: { client: Client; onOpen: (kind: 'edit' | 'rotate' | 'revoke') => void }) {
  const texts = useTexts(CLIENTS_TEXTS);
  const formats = useFormats();
  return (
    <li>
      <div>
        <span className="line">
          <span className="strong">{client.name}</span>
          {client.revokedAt ? <Badge tone="bad">{texts.revoked}</Badge> : <Badge tone="good">{texts.active}</Badge>}
        </span>
        <small>
          <code>{client.clientId}</code> ·{' '}
          {client.lastUsedAt ? texts.used(formats.moment(client.lastUsedAt)) : texts.neverUsed}
        </small>
        <details>
          <summary>
            <small>{texts.scopeCount(client.scopes.length)}</small>
          </summary>
          <small>{client.scopes.join(', ')}</small>
        </details>
      </div>
      {!client.revokedAt && (
        <div className="actions">
          {(['edit', 'rotate', 'revoke'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              className={kind === 'revoke' ? 'danger' : undefined}
              aria-label={texts[kind] + texts.named(client.name)}
              onClick={() => onOpen(kind)}
            >
              {texts[kind]}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
