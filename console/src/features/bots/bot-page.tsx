import { useState } from 'react';
import type { Agent } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Link, useAddress } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { useUndo } from '../../app/undo.ts';
import { Badge, Page } from '../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { BotFolders } from './bot-folders.tsx';
import { NameDialog } from './bots-page.tsx';
import { BOTS_TEXTS } from './bots-texts.ts';
import { PromptEditor } from './prompt-editor.tsx';
import { PromptHistory } from './prompt-history.tsx';

const TABS = ['folders', 'prompt', 'history'] as const;

/** One bot: the folders that it answers from, what it is told, and what it was told before. */
export function BotPage({ botId }: { botId: string }) {
  const texts = useTexts(BOTS_TEXTS);
  const agents = useRead('GET /v2/agents', {});
  const bot = agents.data?.agents.find(({ id }) => id === botId);
  return (
    <Page title={bot?.name ?? texts.bot} actions={bot && <Actions bot={bot} />}>
      <p>
        <Link to="/bots">← {texts.back}</Link>
      </p>
      <Await read={agents}>{() => (bot ? <Body bot={bot} /> : <Empty title={texts.missing} />)}</Await>
    </Page>
  );
}

function Actions({ bot }: { bot: Agent }) {
  const texts = useTexts(BOTS_TEXTS);
  const { can } = useSession();
  const tellUndo = useUndo();
  const [isOpen, setIsOpen] = useState(false);
  const update = useChange('PATCH /v2/agents/{bot-id}', ['GET /v2/agents']);
  if (!can('write')) return null;
  const send = (archived: boolean) => update.mutateAsync({ params: { 'bot-id': bot.id }, body: { archived } });
  const coming = update.isPending ? update.variables.body.archived : undefined;
  // Shown as it will be, from the click on.
  const isArchived = coming ?? bot.archivedAt !== null;
  const toggle = () => {
    const text = isArchived ? texts.backText : texts.archivedText;
    send(!isArchived).then(
      () => tellUndo(text(bot.name), () => send(isArchived)),
      () => undefined,
    );
  };
  return (
    <>
      {!isArchived && (
        <Link className="button" to={`/playground?bot=${bot.id}`}>
          {texts.talk}
        </Link>
      )}
      <button type="button" onClick={() => setIsOpen(true)}>
        {texts.rename}
      </button>
      <button type="button" disabled={update.isPending} onClick={toggle}>
        {isArchived ? texts.unarchive : texts.archive}
      </button>
      <ErrorNotice error={update.error} />
      {isOpen && <NameDialog bot={bot} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function Body({ bot }: { bot: Agent }) {
  const texts = useTexts(BOTS_TEXTS);
  const { query } = useAddress();
  const tab = TABS.find((each) => each === query.get('tab')) ?? 'folders';
  const address = (each: string) => (each === 'folders' ? `/bots/${bot.id}` : `/bots/${bot.id}?tab=${each}`);
  return (
    <>
      {bot.archivedAt && (
        <div>
          <Badge>{texts.archived}</Badge>
        </div>
      )}
      <Tabs
        label={bot.name}
        here={address(tab)}
        entries={TABS.map((each) => [address(each), texts.tabs[each]] as const)}
      />
      {tab === 'folders' && <BotFolders botId={bot.id} />}
      {tab === 'prompt' && <PromptEditor botId={bot.id} />}
      {tab === 'history' && <PromptHistory botId={bot.id} />}
    </>
  );
}
