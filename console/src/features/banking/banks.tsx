import { useState } from 'react';
import type { BankLogin } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useFormats, useLanguage, useTexts } from '../../app/language.ts';
import { said } from '../../app/said.ts';
import { useSession } from '../../app/session.tsx';
import { LinkDialog } from '../../ui/link-dialog.tsx';
import { Badge, Section } from '../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { ACCOUNT_TEXTS } from './account-texts.ts';

const LOGINS = 'GET /api/users/{user-id}/banking/logins';
const ACCOUNTS = 'GET /api/users/{user-id}/banking/accounts';
const DAY_MS = 86_400_000;
/** So long before its end a consent is spoken of. */
const SOON_DAYS = 14;

const isUnder = ({ sync }: BankLogin) => sync?.status === 'queued' || sync?.status === 'running';

/** The banks that the user has connected, how long each may be read, and how that went. */
export function Banks({ userId }: { userId: string }) {
  const texts = useTexts(ACCOUNT_TEXTS);
  const { readsOnly } = useSession();
  const logins = useRead(LOGINS, { params: { 'user-id': userId } });
  return (
    <Section title={texts.banks}>
      <Await read={logins}>
        {({ logins: found }) => (
          <>
            {found.length === 0 ? (
              <Empty title={texts.noBanks}>
                <p>{texts.noBanksHint}</p>
                {!readsOnly && <HostedPage userId={userId} hasBanks={false} />}
              </Empty>
            ) : (
              <ul className="list">
                {found.map((login) => (
                  <Bank key={login.loginId} login={login} userId={userId} />
                ))}
              </ul>
            )}
            {!readsOnly && found.length > 0 && <HostedPage userId={userId} hasBanks />}
          </>
        )}
      </Await>
    </Section>
  );
}

function Bank({ login, userId }: { login: BankLogin; userId: string }) {
  const texts = useTexts(ACCOUNT_TEXTS);
  const formats = useFormats();
  const { readsOnly } = useSession();
  const refresh = useChange('POST /api/users/{user-id}/banking/logins/{login-id}/sync', [LOGINS, ACCOUNTS]);
  const { status, validUntil } = login.consent;
  const daysLeft = validUntil === null ? null : Math.floor((Date.parse(validUntil) - Date.now()) / DAY_MS);
  const isSoon = status === 'valid' && daysLeft !== null && daysLeft < SOON_DAYS;
  const tone = status === 'expired' ? 'bad' : isSoon ? 'warn' : status === 'valid' ? 'good' : 'plain';
  return (
    <li>
      <div>
        <span className="line">
          <span className="strong">{login.bank.name}</span>
          <Badge tone={tone}>
            {texts.consent[status]}
            {status === 'valid' && validUntil && ` ${texts.until(formats.day(validUntil))}`}
          </Badge>
        </span>
        <small>
          {[
            texts.countOfAccounts(formats.count(login.accounts.length)),
            useSyncText(login),
            login.nextSyncAt && status === 'valid' ? texts.next(formats.moment(login.nextSyncAt)) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
        {isSoon && <small>{texts.endsSoon(formats.count(Math.max(0, daysLeft)))}</small>}
        {status !== 'valid' && <small>{texts.ended}</small>}
        <ErrorNotice error={refresh.error} />
      </div>
      {!readsOnly && status === 'valid' && (
        <button
          type="button"
          disabled={refresh.isPending || isUnder(login)}
          aria-label={texts.refreshOf(login.bank.name)}
          onClick={() => refresh.mutate({ params: { 'user-id': userId, 'login-id': login.loginId }, body: {} })}
        >
          {texts.refresh}
        </button>
      )}
    </li>
  );
}

function useSyncText({ sync }: BankLogin): string {
  const texts = useTexts(ACCOUNT_TEXTS);
  const { moment } = useFormats();
  if (!sync) return texts.never;
  if (sync.status === 'waiting') return texts.sync.waiting(sync.retryAt ? moment(sync.retryAt) : '');
  if (sync.status === 'completed') return texts.sync.completed(moment(sync.completedAt ?? sync.requestedAt));
  if (sync.status === 'failed') return texts.sync.failed(said(sync.error?.message ?? ''));
  return texts.sync[sync.status];
}

/** Makes the address of the hosted page; the log-in at a bank is the customer's own, so it is theirs to open. */
function HostedPage({ userId, hasBanks }: { userId: string; hasBanks: boolean }) {
  const texts = useTexts(ACCOUNT_TEXTS);
  const { language } = useLanguage();
  const [url, setUrl] = useState<string | null>(null);
  const connect = useChange('POST /api/users/{user-id}/banking/connect');
  const manage = useChange('POST /api/users/{user-id}/banking/manage');
  const params = { 'user-id': userId };
  const onSuccess = ({ redirectURL }: { redirectURL: string }) => setUrl(redirectURL);
  return (
    <>
      <ErrorNotice error={connect.error ?? manage.error} />
      <div className={hasBanks ? 'actions' : 'actions centered'}>
        <button
          type="button"
          disabled={connect.isPending}
          onClick={() => connect.mutate({ params, query: { recurring: true }, body: { language } }, { onSuccess })}
        >
          {texts.connect}
        </button>
        {hasBanks && (
          <button
            type="button"
            disabled={manage.isPending}
            onClick={() => manage.mutate({ params, query: { recurring: true }, body: { language } }, { onSuccess })}
          >
            {texts.manage}
          </button>
        )}
      </div>
      {url && <LinkDialog title={texts.linkTitle} hint={texts.linkHint} url={url} onClose={() => setUrl(null)} />}
    </>
  );
}
