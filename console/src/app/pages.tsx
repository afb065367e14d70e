/** Every page with its address, who may see it, and where it stands in the menu. */
import { type ReactNode, useEffect, useState } from 'react';
import { PlaygroundPage } from '../features/agent/playground-page.tsx';
import { UserPage } from '../features/banking/user-page.tsx';
import { UsersPage } from '../features/banking/users-page.tsx';
import { HomePage } from '../features/home/home-page.tsx';
import { AccountPage } from '../features/identity/account-page.tsx';
import { ApiKeysPage } from '../features/identity/api-keys-page.tsx';
import { AuditPage } from '../features/identity/audit-page.tsx';
import { PeoplePage } from '../features/identity/people-page.tsx';
import { ReviewPage } from '../features/knowledge/review-page.tsx';
import { ReviewsPage } from '../features/knowledge/reviews-page.tsx';
import { Page } from '../ui/page.tsx';
import { pair, useTexts } from './language.ts';
import { LanguageButton } from './preferences.tsx';
import { Link, matchPath, useAddress } from './router.tsx';
import { useSession } from './session.tsx';

const TEXTS = {
  skip: pair('To the content', 'Zum Inhalt'),
  menu: pair('Menu', 'Menü'),
  navigation: pair('Pages', 'Seiten'),
  signOut: pair('Sign out', 'Abmelden'),
  groups: {
    work: pair('Work', 'Arbeit'),
    bank: pair('Bank data', 'Bankdaten'),
    agent: pair('Agent', 'Agent'),
    deploy: pair('Deploy', 'Einbinden'),
  },
  pages: {
    home: pair('Home', 'Start'),
    users: pair('Users', 'Nutzer'),
    reviews: pair('Review and Approvals', 'Prüfen und Freigeben'),
    playground: pair('Playground', 'Ausprobieren'),
    keys: pair('API Keys', 'API-Schlüssel'),
    people: pair('People', 'Personen'),
    audit: pair('Audit log', 'Protokoll'),
    account: pair('Your account', 'Ihr Konto'),
  },
  missing: pair('There is no such page', 'Diese Seite gibt es nicht'),
  missingText: pair(
    'Or your role does not show it. The menu has all pages that you can open.',
    'Oder Ihre Rolle zeigt sie nicht. Im Menü stehen alle Seiten, die Sie öffnen können.',
  ),
};

interface PageEntry {
  pattern: string;
  /** What the role must hold; null: everybody. */
  scope: string | null;
  group?: keyof typeof TEXTS.groups;
  name?: keyof typeof TEXTS.pages;
  show(params: Record<string, string>): ReactNode;
}

const PAGES: PageEntry[] = [
  { pattern: '', scope: null, group: 'work', name: 'home', show: () => <HomePage /> },
  { pattern: '/users', scope: 'users', group: 'bank', name: 'users', show: () => <UsersPage /> },
  { pattern: '/users/{id}', scope: 'users', show: ({ id = '' }) => <UserPage key={id} userId={id} /> },
  { pattern: '/reviews', scope: 'read', group: 'agent', name: 'reviews', show: () => <ReviewsPage /> },
  { pattern: '/reviews/{id}', scope: 'read', show: ({ id = '' }) => <ReviewPage key={id} reviewId={id} /> },
  { pattern: '/playground', scope: 'write', group: 'agent', name: 'playground', show: () => <PlaygroundPage /> },
  { pattern: '/api-keys', scope: 'console:keys', group: 'deploy', name: 'keys', show: () => <ApiKeysPage /> },
  { pattern: '/people', scope: 'console:people', group: 'deploy', name: 'people', show: () => <PeoplePage /> },
  { pattern: '/audit', scope: 'read', group: 'deploy', name: 'audit', show: () => <AuditPage /> },
  { pattern: '/account', scope: null, show: () => <AccountPage /> },
];

/** The page of the address, in the frame around all pages. */
export function Pages() {
  const { path } = useAddress();
  const { can } = useSession();
  const texts = useTexts(TEXTS);
  for (const { pattern, scope, show } of PAGES) {
    const params = matchPath(pattern, path);
    if (params && (scope === null || can(scope))) return <Shell path={path}>{show(params)}</Shell>;
  }
  return (
    <Shell path={path}>
      <Page title={texts.missing}>
        <p>{texts.missingText}</p>
      </Page>
    </Shell>
  );
}

function Shell({ path, children }: { path: string; children: ReactNode }) {
  const texts = useTexts(TEXTS);
  const [isOpen, setIsOpen] = useState(false);
  const { workspace, operator, signOut } = useSession();
  // On a phone the menu lies above the page that was chosen in it.
  useEffect(() => setIsOpen(false), [path]);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {texts.skip}
      </a>
      <aside className={`side ${isOpen ? 'open' : ''}`}>
        <div className="side-top">
          <p className="brand">
            <strong>Kontor</strong>
            <small>{workspace.name}</small>
          </p>
          <button type="button" className="menu-button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {texts.menu}
          </button>
        </div>
        <Navigation path={path} />
        <div className="side-foot nav-group">
          <Link to="/account" aria-current={path === '/account' ? 'page' : undefined}>
            {operator.name || operator.email}
          </Link>
          <LanguageButton />
          <button type="button" className="quiet" onClick={() => void signOut()}>
            {texts.signOut}
          </button>
        </div>
      </aside>
      {children}
    </div>
  );
}

function Navigation({ path }: { path: string }) {
  const texts = useTexts(TEXTS);
  const { can } = useSession();
  const entries = PAGES.filter(({ scope }) => scope === null || can(scope));
  return (
    <nav aria-label={texts.navigation}>
      {Object.entries(texts.groups).map(([group, title]) => {
        const pages = entries.filter((page) => page.group === group);
        if (pages.length === 0) return null;
        return (
          <div key={group} className="nav-group">
            <p>{title}</p>
            {pages.map(({ pattern, name }) => {
              const isHere = pattern === path || (pattern !== '' && path.startsWith(`${pattern}/`));
              return (
                <Link key={pattern} to={pattern} aria-current={isHere ? 'page' : undefined}>
                  {name && texts.pages[name]}
                </Link>
              );
            })}
          </div>
        );
      })}
    </nav>
  );
}
