import { type FormEvent, useState } from 'react';
import type { Agent } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { useReversible } from '../../app/reversible.ts';
import { Link, navigate } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/form.tsx';
import { Badge, Page } from '../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { BOTS_TEXTS } from './bots-texts.ts';

export function BotsPage() {
  const texts = useTexts(BOTS_TEXTS);
  const { can } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const agents = useRead('GET /v2/agents', {});
  const create = can('write') && (
    <button type="button" className="main" onClick={() => setIsOpen(true)}>
      {texts.create}
    </button>
  );
  return (
    <Page title={texts.title} actions={agents.data && agents.data.agents.length > 0 && create}>
      <p className="quiet-text">{texts.lead}</p>
      <Await read={agents}>
        {(data) =>
          data.agents.length === 0 ? (
            <Empty title={texts.none}>
              <p>{texts.noneHint}</p>
              <div>{create}</div>
            </Empty>
          ) : (
            <ul className="list">
              {data.agents.map((bot) => (
                <BotRow key={bot.id} bot={bot} />
              ))}
            </ul>
          )
        }
      </Await>
      {isOpen && <NameDialog bot={null} onClose={() => setIsOpen(false)} />}
    </Page>
  );
}

function BotRow({ bot }: { bot: Agent }) {
  const texts = useTexts(BOTS_TEXTS);
  const formats = useFormats();
  return (
    <li>
      <div>
        <Link to={`/bots/${bot.id}`} className="strong">
          {bot.name}
        </Link>
        <small>{texts.since(formats.day(bot.createdAt))}</small>
      </div>
      {bot.archivedAt ? <Badge>{texts.archived}</Badge> : <Badge tone="good">{texts.answers}</Badge>}
    </li>
  );
}

/** Names a new bot, or one that is there. */
export function NameDialog({ bot, onClose }: { bot: Agent | null; onClose: () => void }) {
  const texts = useTexts(BOTS_TEXTS);
  const [name, setName] = useState(bot?.name ?? '');
  const create = useChange('POST /v2/agents', ['GET /v2/agents']);
  const update = useReversible('PATCH /v2/agents/{bot-id}', ['GET /v2/agents']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (bot) {
      const params = { 'bot-id': bot.id };
      update.go({
        name,
        now: { params, body: { name } },
        before: { params, body: { name: bot.name } },
        onDone: onClose,
      });
    } else create.mutate({ body: { name } }, { onSuccess: ({ id }) => navigate(`/bots/${id}`) });
  };
  return (
    <Dialog title={bot ? texts.rename : texts.create} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <ErrorNotice error={create.error ?? update.error} />
        <Field
          label={texts.name}
          autoFocus
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="actions">
          <button className="main" type="submit" disabled={create.isPending || update.isPending}>
            {bot ? texts.save : texts.create}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
