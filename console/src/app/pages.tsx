/** The page of the address, in the frame around all pages. */
import { useQuery } from '@tanstack/react-query';
import { AGENT_PAGES } from '../features/agent/pages.tsx';
import { BANKING_PAGES } from '../features/banking/pages.tsx';
import { BOTS_PAGES } from '../features/bots/pages.tsx';
import { CONVERSATIONS_PAGES } from '../features/conversations/pages.tsx';
import { HOME_PAGES } from '../features/home/pages.tsx';
import { IDENTITY_PAGES } from '../features/identity/pages.tsx';
import { INTEGRATIONS_PAGES } from '../features/integrations/pages.tsx';
import { KNOWLEDGE_PAGES } from '../features/knowledge/pages.tsx';
import { LANGUAGE_MODEL_PAGES } from '../features/language-model/pages.tsx';
import { RULEBOOK_PAGES } from '../features/rulebook/pages.tsx';
import { WEBHOOKS_PAGES } from '../features/webhooks/pages.tsx';
import { WIDGETS_PAGES } from '../features/widgets/pages.tsx';
import { Page } from '../ui/page.tsx';
import { ErrorNotice, Loading } from '../ui/states.tsx';
import { pair, useTexts } from './language.ts';
import type { PageEntry } from './page-entry.ts';
import { addressOf, matchPath, useAddress } from './router.tsx';
import { useSession } from './session.tsx';
import { Shell } from './shell.tsx';

/** One list per feature; their order is the order within the groups of the menu. */
const PAGES: PageEntry[] = [
  ...HOME_PAGES,
  ...BANKING_PAGES,
  ...KNOWLEDGE_PAGES,
  ...BOTS_PAGES,
  ...AGENT_PAGES,
  ...CONVERSATIONS_PAGES,
  ...LANGUAGE_MODEL_PAGES,
  ...RULEBOOK_PAGES,
  ...INTEGRATIONS_PAGES,
  ...IDENTITY_PAGES,
  ...WEBHOOKS_PAGES,
  ...WIDGETS_PAGES,
];

const TEXTS = {
  missing: pair('There is no such page', 'Diese Seite gibt es nicht'),
  missingText: pair(
    'Or your role does not show it. The menu has all pages that you can open.',
    'Oder Ihre Rolle zeigt sie nicht. Im Menü stehen alle Seiten, die Sie öffnen können.',
  ),
  notLoaded: pair('This page could not be loaded', 'Diese Seite konnte nicht geladen werden'),
  notLoadedText: pair(
    'Either the server can not be reached, or it was renewed since you opened the console.',
    'Entweder ist der Server nicht erreichbar, oder er wurde erneuert, seit Sie die Konsole geöffnet haben.',
  ),
};

export function Pages() {
  const { path } = useAddress();
  const { can } = useSession();
  const allowed = PAGES.filter(({ scope }) => scope === null || can(scope));
  const entry = allowed.find(({ pattern }) => matchPath(pattern, path));
  return (
    <Shell path={path} pages={allowed}>
      {entry ? <LoadedPage entry={entry} path={path} /> : <MissingPage />}
    </Shell>
  );
}

function LoadedPage({ entry, path }: { entry: PageEntry; path: string }) {
  const texts = useTexts(TEXTS);
  const { data: show, error } = useQuery({
    queryKey: ['page', entry.pattern],
    queryFn: entry.load,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: 1,
    networkMode: 'always',
  });
  if (show) return show(matchPath(entry.pattern, path) ?? {});
  if (error) {
    return (
      <Page title={texts.notLoaded}>
        <ErrorNotice error={new Error(texts.notLoadedText)} onRetry={startAgain} />
      </Page>
    );
  }
  return (
    <main id="main">
      <Loading />
    </main>
  );
}

/** A server that was renewed has other files than this page knows: all is loaded anew, once there is a server. */
async function startAgain() {
  const answer = await fetch(addressOf('/')).catch(() => null);
  if (answer?.ok) location.reload();
}

function MissingPage() {
  const texts = useTexts(TEXTS);
  return (
    <Page title={texts.missing}>
      <p>{texts.missingText}</p>
    </Page>
  );
}
