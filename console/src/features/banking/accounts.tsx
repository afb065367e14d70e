import { useState } from 'react';
import type { Account } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { download } from '../../app/download.ts';
import { useFormats, useLanguage, useTexts } from '../../app/language.ts';
import { Section } from '../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { ACCOUNT_TEXTS } from './account-texts.ts';

/** More than any person has, and most companies. */
const MOST = 100;

export const useAccounts = (userId: string) =>
  useRead('GET /api/users/{user-id}/banking/accounts', {
    params: { 'user-id': userId },
    query: { withTransactions: false, limit: MOST },
  });

export const nameOfAccount = (account: Account, texts: { types: Record<Account['type'], string> }) =>
  account.name ?? account.bankName ?? texts.types[account.type];

export function Accounts({ userId }: { userId: string }) {
  const texts = useTexts(ACCOUNT_TEXTS);
  const accounts = useAccounts(userId);
  return (
    <Section title={texts.accounts}>
      <Await read={accounts}>
        {(page) =>
          page.accounts.length === 0 ? (
            <Empty title={texts.noAccounts}>
              <p>{texts.noAccountsHint}</p>
            </Empty>
          ) : (
            <>
              <div className="grid">
                {page.accounts.map((account) => (
                  <AccountCard key={account.accountId} account={account} userId={userId} />
                ))}
              </div>
              {page.nextCursor && <p className="quiet-text">{texts.moreAccounts(String(MOST))}</p>}
            </>
          )
        }
      </Await>
    </Section>
  );
}

function AccountCard({ account, userId }: { account: Account; userId: string }) {
  const texts = useTexts(ACCOUNT_TEXTS);
  const { money } = useFormats();
  const name = nameOfAccount(account, texts);
  return (
    <div className="card figure">
      <div>
        <h3>{name}</h3>
        <strong>{account.balance === null ? texts.unknownBalance : money(account.balance, account.currency)}</strong>
        <small>
          {[
            account.name || account.bankName ? texts.types[account.type] : null,
            account.iban ?? account.accountNumber ?? account.accountId,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
        {account.overdraftLimit !== null && (
          <small className="block">{texts.overdraft(money(account.overdraftLimit, account.currency))}</small>
        )}
      </div>
      <SummaryButton userId={userId} accountId={account.accountId} name={name} />
    </div>
  );
}

/** The months of an account on paper. */
function SummaryButton({ userId, accountId, name }: { userId: string; accountId: string; name: string }) {
  const texts = useTexts(ACCOUNT_TEXTS);
  const { language } = useLanguage();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const get = async () => {
    setIsBusy(true);
    setError(null);
    const input = { params: { 'user-id': userId, 'account-id': accountId }, query: { language } };
    await download('GET /api/users/{user-id}/banking/accounts/{account-id}/summary', input, `${name}.pdf`).catch(
      setError,
    );
    setIsBusy(false);
  };
  return (
    <>
      <ErrorNotice error={error} onRetry={get} />
      <div>
        <button type="button" disabled={isBusy} onClick={() => void get()} aria-label={texts.pdfOf(name)}>
          {texts.pdf}
        </button>
      </div>
    </>
  );
}
