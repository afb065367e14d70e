/** The frame around all pages: the menu, who is signed in, and the way past both for those who do not see them. */
import { type ReactNode, useEffect, useId, useState, useSyncExternalStore } from 'react';
import { UndoToast } from '../ui/undo-toast.tsx';
import { pair, useTexts } from './language.ts';
import { useLiveUpdates } from './live.ts';
import { GROUPS, type Group, type PageEntry } from './page-entry.ts';
import { LanguageButton } from './preferences.tsx';
import { Link } from './router.tsx';
import { useSession } from './session.tsx';

const TEXTS = {
  skip: pair('To the content', 'Zum Inhalt'),
  menu: pair('Menu', 'Menü'),
  navigation: pair('Pages', 'Seiten'),
  signOut: pair('Sign out', 'Abmelden'),
};

/** As the style sheet has it: where the menu stands above the page instead of beside it. */
const NARROW = matchMedia('(max-width: 52rem)');

interface Props {
  path: string;
  /** The pages that the role may open. */
  pages: PageEntry[];
}

export function Shell({ path, pages, children }: Props & { children: ReactNode }) {
  const texts = useTexts(TEXTS);
  const [isOpen, setIsOpen] = useState(false);
  const { workspace, operator, signOut } = useSession();
  useLiveUpdates();
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
        <Navigation path={path} pages={pages} />
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
      <UndoToast />
    </div>
  );
}

function Navigation({ path, pages }: Props) {
  const texts = useTexts(TEXTS);
  return (
    <nav aria-label={texts.navigation}>
      {Object.keys(GROUPS).map((group) => (
        <MenuGroup
          key={group}
          group={group as Group}
          path={path}
          pages={pages.filter(({ menu }) => menu?.group === group)}
        />
      ))}
    </nav>
  );
}

const isHere = ({ pattern }: PageEntry, path: string) =>
  pattern === path || (pattern !== '' && path.startsWith(`${pattern}/`));

/** Opens and closes. Where there is little room, only the group of the present page is open at first. */
function MenuGroup({ group, path, pages }: Props & { group: Group }) {
  const title = useTexts(GROUPS)[group];
  const isNarrow = useSyncExternalStore(onWidth, () => NARROW.matches);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? (!isNarrow || pages.some((page) => isHere(page, path)));
  const id = useId();
  if (pages.length === 0) return null;
  return (
    <div className="nav-group">
      <button
        type="button"
        className="nav-title"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setChosen(!isOpen)}
      >
        {title}
      </button>
      <div id={id} hidden={!isOpen}>
        {pages.map((page) => (
          <MenuLink key={page.pattern} page={page} path={path} />
        ))}
      </div>
    </div>
  );
}

function MenuLink({ page, path }: { page: PageEntry; path: string }) {
  const name = useTexts({ name: page.menu?.name ?? pair('', '') }).name;
  return (
    <Link to={page.pattern} aria-current={isHere(page, path) ? 'page' : undefined}>
      {name}
    </Link>
  );
}

function onWidth(notify: () => void) {
  NARROW.addEventListener('change', notify);
  return () => NARROW.removeEventListener('change', notify);
}
