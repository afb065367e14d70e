import type { Account } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Link } from '../../app/router.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Await } from '../../ui/states.tsx';
import { AnalysisSection } from './analysis-section.tsx';
import { USER_TEXTS } from './banking-texts.ts';
import { Transactions } from './transactions.tsx';

/** Everything about the bank data of one user. */
export function UserPage({ userId }: { userId: string }) {
  const texts = useTexts(USER_TEXTS);
  const params = { 'user-id': userId };
  const user = useRead('GET /api/users/{user-id}', { params });
  return (
    <Page title={user.data?.email ?? user.data?.externalId ?? userId}>
      <p>
        <Link to="/users">← {texts.back}</Link>
      </p>
      <Await read={user}>
        {({ type }) => (
          <>
            <Accounts userId={userId} />
            <AnalysisSection userId={userId} type={type} />
            <Transactions userId={userId} />
          </>
        )}
      </Await>
    </Page>
  );
}

function Accounts({ userId }: { userId: string }) {
  const texts = useTexts(USER_TEXTS);
  const accounts = useRead('GET /api/users/{user-id}/banking/accounts', {
    params: { 'user-id': userId },
    query: { withTransactions: false, limit: 100 },
  });
  return (
    <Section title={texts.accounts}>
      <Await read={accounts}>
        {(page) => (
          <>
            {page.accounts.length === 0 && <p className="quiet-text">{texts.noAccounts}</p>}
            <div className="grid">
              {page.accounts.map((account) => (
                <AccountCard key={account.accountId} account={account} />
              ))}
            </div>
            {page.nextCursor && <p className="quiet-text">{texts.moreAccounts}</p>}
          </>
        )}
      </Await>
    </Section>
  );
}

function AccountCard({ account }: { account: Account }) {
  const texts = useTexts(USER_TEXTS);
  const { money } = useFormats();
  return (
    <div className="card figure">
      <div>
        <p>{account.name ?? account.bankName ?? account.type}</p>
        <strong>{account.balance === null ? texts.unknownBalance : money(account.balance, account.currency)}</strong>
        <small>{account.iban ?? account.accountNumber ?? account.accountId}</small>
      </div>
    </div>
  );
}
