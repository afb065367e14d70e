import type { ReactNode } from 'react';
import type { User } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Link, useAddress } from '../../app/router.tsx';
import { Page } from '../../ui/page.tsx';
import { Await } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Accounts } from './accounts.tsx';
import { AnalysisSection } from './analysis-section.tsx';
import { USER_TEXTS } from './banking-texts.ts';
import { Banks } from './banks.tsx';
import { ImportFiles } from './import-files.tsx';
import { Runs } from './runs.tsx';
import { Transactions } from './transactions.tsx';

/** The bank data of one user: where it comes from. */
export const UserPage = ({ userId }: { userId: string }) => (
  <UserFrame userId={userId}>
    {() => (
      <>
        <Accounts userId={userId} />
        <Banks userId={userId} />
        <ImportFiles userId={userId} />
      </>
    )}
  </UserFrame>
);

export const UserAnalysisPage = ({ userId }: { userId: string }) => (
  <UserFrame userId={userId}>{({ type }) => <AnalysisSection userId={userId} type={type} />}</UserFrame>
);

export const UserRunsPage = ({ userId }: { userId: string }) => (
  <UserFrame userId={userId}>{() => <Runs userId={userId} />}</UserFrame>
);

export const UserTransactionsPage = ({ userId }: { userId: string }) => (
  <UserFrame userId={userId}>{() => <Transactions userId={userId} />}</UserFrame>
);

/** Who it is, and the ways to the parts. */
function UserFrame({ userId, children }: { userId: string; children: (user: User) => ReactNode }) {
  const texts = useTexts(USER_TEXTS);
  const user = useRead('GET /api/users/{user-id}', { params: { 'user-id': userId } });
  const { path } = useAddress();
  const base = `/users/${encodeURIComponent(userId)}`;
  return (
    <Page title={user.data?.email ?? user.data?.externalId ?? userId} actions={<Link to="/users">← {texts.back}</Link>}>
      <Await read={user}>
        {(data) => (
          <>
            <Tabs
              label={texts.parts}
              here={path}
              entries={[
                [base, texts.tabs.data],
                [`${base}/transactions`, texts.tabs.transactions],
                [`${base}/analysis`, texts.tabs.analysis],
                [`${base}/runs`, texts.tabs.runs],
              ]}
            />
            {children(data)}
          </>
        )}
      </Await>
    </Page>
  );
}
