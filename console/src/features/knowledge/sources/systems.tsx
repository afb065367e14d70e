import { type FormEvent, useState } from 'react';
import type { SourceConnection } from '../../../app/api.gen.ts';
import { useChange, useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { useSession } from '../../../app/session.tsx';
import { Confirm, Dialog } from '../../../ui/dialog.tsx';
import { Field, problemOf } from '../../../ui/form.tsx';
import { Badge } from '../../../ui/page.tsx';
import { Await, ErrorNotice } from '../../../ui/states.tsx';
import { ChooseDocumentsDialog } from './choose-documents.tsx';
import { SOURCES_TEXTS, SYSTEMS_TEXTS } from './sources-texts.ts';

const PROVIDERS = ['notion', 'zendesk', 'confluence'] as const;
type Provider = (typeof PROVIDERS)[number];

const LIST = 'GET /v2/sources';

/** Where documents live elsewhere: connected by a token, which is never shown again. */
export function Systems() {
  const sources = useRead(LIST, {});
  return (
    <Await read={sources}>
      {({ connections }) => (
        <div className="grid">
          {PROVIDERS.map((provider) => (
            <System
              key={provider}
              provider={provider}
              connection={connections.find((connection) => connection.provider === provider) ?? null}
            />
          ))}
        </div>
      )}
    </Await>
  );
}

function System({ provider, connection }: { provider: Provider; connection: SourceConnection | null }) {
  const texts = useTexts(SYSTEMS_TEXTS);
  const formats = useFormats();
  const { can } = useSession();
  const name = texts.names[provider];
  return (
    <section className="card" aria-label={name}>
      <div className="line">
        <h2>{name}</h2>
        {connection ? <Badge tone="good">{texts.connected}</Badge> : <Badge>{texts.notConnected}</Badge>}
      </div>
      {connection ? (
        <p className="quiet-text">
          {connection.baseUrl}
          {connection.account && ` · ${connection.account}`} · {texts.since(formats.moment(connection.updatedAt))}
        </p>
      ) : (
        <p className="quiet-text">{texts.hints[provider]}</p>
      )}
      {can('write') && <SystemActions provider={provider} connection={connection} />}
    </section>
  );
}

function SystemActions({ provider, connection }: { provider: Provider; connection: SourceConnection | null }) {
  const texts = useTexts(SYSTEMS_TEXTS);
  const [open, setOpen] = useState<'connect' | 'choose' | 'disconnect' | null>(null);
  const disconnect = useChange('DELETE /v2/sources/{provider}', [LIST]);
  const close = () => setOpen(null);
  const name = texts.names[provider];
  const button = (what: 'connect' | 'choose' | 'disconnect', text: string, className?: string) => (
    <button type="button" className={className} aria-label={text + texts.of(name)} onClick={() => setOpen(what)}>
      {text}
    </button>
  );
  return (
    <>
      <div className="actions">
        {connection && button('choose', texts.choose, 'main')}
        {button('connect', connection ? texts.replace : texts.connect, connection ? undefined : 'main')}
        {connection && button('disconnect', texts.disconnect, 'danger')}
      </div>
      <ErrorNotice error={disconnect.error} />
      {open === 'connect' && <ConnectDialog provider={provider} connection={connection} onClose={close} />}
      {open === 'choose' && <ChooseDocumentsDialog provider={provider} onClose={close} />}
      {open === 'disconnect' && (
        <Confirm
          title={texts.disconnectQuestion(name)}
          go={texts.disconnect}
          isBusy={disconnect.isPending}
          onGo={() => disconnect.mutate({ params: { provider } }, { onSettled: close })}
          onClose={close}
        >
          <p>{texts.disconnectText}</p>
        </Confirm>
      )}
    </>
  );
}

const SITES = { notion: '', zendesk: 'https://example.zendesk.com', confluence: 'https://example.atlassian.net' };

interface ConnectProps {
  provider: Provider;
  connection: SourceConnection | null;
  onClose: () => void;
}

function ConnectDialog({ provider, connection, onClose }: ConnectProps) {
  const texts = useTexts(SYSTEMS_TEXTS);
  const frame = useTexts(SOURCES_TEXTS);
  const [token, setToken] = useState('');
  const [account, setAccount] = useState(connection?.account ?? '');
  const [baseUrl, setBaseUrl] = useState(connection?.baseUrl ?? '');
  const connect = useChange('PUT /v2/sources/{provider}', [LIST]);
  const isPersonal = provider !== 'notion';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { token, ...(account && { account }), ...(baseUrl && { baseUrl }) };
    connect.mutate({ params: { provider }, body }, { onSuccess: onClose });
  };
  const problem = problemOf(connect.error, '/baseUrl');
  return (
    <Dialog title={texts.connect + texts.of(texts.names[provider])} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        {!problem && <ErrorNotice error={connect.error} />}
        <p>{texts.hints[provider]}</p>
        {isPersonal && (
          <Field
            label={texts.baseUrl}
            type="url"
            required
            autoFocus
            problem={problem}
            placeholder={SITES[provider]}
            value={baseUrl}
            onChange={(event) => setBaseUrl(event.target.value)}
          />
        )}
        {isPersonal && (
          <Field
            label={texts.account}
            type="email"
            required
            autoComplete="off"
            value={account}
            onChange={(event) => setAccount(event.target.value)}
          />
        )}
        <Field
          label={texts.token}
          hint={texts.tokenHint}
          type="password"
          required
          autoComplete="off"
          problem={problemOf(connect.error, '/token')}
          value={token}
          onChange={(event) => setToken(event.target.value)}
        />
        <div className="actions">
          <button className="main" type="submit" disabled={connect.isPending}>
            {texts.connect}
          </button>
          <button type="button" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
