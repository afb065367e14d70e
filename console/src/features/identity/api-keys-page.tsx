import { useState } from 'react';
import type { ApiKey } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Confirm } from '../../ui/dialog.tsx';
import { Badge, Page } from '../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { API_KEYS_TEXTS } from './api-keys-texts.ts';
import { CreateKeyDialog, ShowKeyDialog } from './key-dialogs.tsx';

/** What is open above the list. */
type Open =
  | { kind: 'create' }
  | { kind: 'show'; apiKey: string; scopes: readonly string[]; isNew: boolean }
  | { kind: 'revoke'; key: ApiKey }
  | null;

export function ApiKeysPage() {
  const texts = useTexts(API_KEYS_TEXTS);
  const keys = useRead('GET /v2/api-keys', {});
  const reveal = useChange('POST /v2/api-keys/{api-key-id}/reveal');
  const revoke = useChange('POST /v2/api-keys/{api-key-id}/revoke', ['GET /v2/api-keys']);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const create = (
    <button type="button" className="main" onClick={() => setOpen({ kind: 'create' })}>
      {texts.create}
    </button>
  );
  const show = (key: ApiKey) =>
    reveal.mutate(
      { params: { 'api-key-id': key.id } },
      { onSuccess: ({ apiKey }) => setOpen({ kind: 'show', apiKey, scopes: key.scopes, isNew: false }) },
    );
  return (
    <Page title={texts.title} actions={keys.data && keys.data.apiKeys.length > 0 && create}>
      <ErrorNotice error={reveal.error ?? revoke.error} />
      <Await read={keys}>
        {({ apiKeys }) =>
          apiKeys.length === 0 ? (
            <Empty title={texts.none}>
              <p>{texts.noneHint}</p>
              <div>{create}</div>
            </Empty>
          ) : (
            <ul className="list">
              {apiKeys.map((key) => (
                <KeyRow
                  key={key.id}
                  apiKey={key}
                  onShow={() => show(key)}
                  onRevoke={() => setOpen({ kind: 'revoke', key })}
                />
              ))}
            </ul>
          )
        }
      </Await>
      {open?.kind === 'create' && (
        <CreateKeyDialog
          onClose={close}
          onCreated={(apiKey, scopes) => setOpen({ kind: 'show', apiKey, scopes, isNew: true })}
        />
      )}
      {open?.kind === 'show' && <ShowKeyDialog {...open} onClose={close} />}
      {open?.kind === 'revoke' && (
        <Confirm
          title={texts.revokeQuestion(open.key.name)}
          go={texts.revoke}
          isBusy={revoke.isPending}
          onGo={() => revoke.mutate({ params: { 'api-key-id': open.key.id } }, { onSettled: close })}
          onClose={close}
        >
          <p>{texts.revokeText}</p>
        </Confirm>
      )}
    </Page>
  );
}

function KeyRow({ apiKey, onShow, onRevoke }: { apiKey: ApiKey; onShow: () => void; onRevoke: () => void }) {
  const texts = useTexts(API_KEYS_TEXTS);
  const formats = useFormats();
  const isOver = apiKey.expiresAt !== null && new Date(apiKey.expiresAt) <= new Date();
  const facts = [
    apiKey.scopes.join(', '),
    apiKey.expiresAt && texts.until(formats.day(apiKey.expiresAt)),
    apiKey.lastUsedAt ? texts.used(formats.moment(apiKey.lastUsedAt)) : texts.neverUsed,
  ];
  return (
    <li>
      <div>
        <span className="line">
          <span className="strong">{apiKey.name}</span>
          {apiKey.revokedAt && <Badge tone="bad">{texts.revoked}</Badge>}
          {!apiKey.revokedAt && isOver && <Badge tone="warn">{texts.expired}</Badge>}
          {!apiKey.revokedAt && !isOver && <Badge tone="good">{texts.active}</Badge>}
        </span>
        <small>
          <code>{apiKey.prefix}…</code> · {facts.filter(Boolean).join(' · ')}
        </small>
      </div>
      {!apiKey.revokedAt && (
        <div className="actions">
          <button type="button" aria-label={texts.reveal + texts.forKey(apiKey.name)} onClick={onShow}>
            {texts.reveal}
          </button>
          <button
            type="button"
            className="danger"
            aria-label={texts.revoke + texts.forKey(apiKey.name)}
            onClick={onRevoke}
          >
            {texts.revoke}
          </button>
        </div>
      )}
    </li>
  );
}
