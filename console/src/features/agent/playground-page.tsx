import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Agent, Conversation, ConversationEvent } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Link, navigate, useAddress } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { streamAnswer } from '../../app/stream-answer.ts';
import { Field, Select } from '../../ui/form.tsx';
import { Badge, Page, Section } from '../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { CustomerPicker } from './customer-picker.tsx';
import { PLAYGROUND_TEXTS } from './playground-texts.ts';
import { ShareLink } from './share-link.tsx';
import { TraceView } from './trace/trace-view.tsx';

/** Talks to a bot as a customer would, and shows what the bot considered; the conversation stands in the address. */
export function PlaygroundPage() {
  const texts = useTexts(PLAYGROUND_TEXTS);
  const { query } = useAddress();
  const agents = useRead('GET /v2/agents', {});
  const shared = query.get('conversation');
  // The conversation that was begun on this page, which needs not be read again.
  const [begun, setBegun] = useState<string | null>(null);
  return (
    <Page title={texts.title}>
      <Await read={agents}>
        {({ agents: all }) => {
          const bots = all.filter(({ archivedAt }) => archivedAt === null);
          const [first] = bots;
          const botId = bots.find(({ id }) => id === query.get('bot'))?.id ?? first?.id;
          if (shared && first && shared !== begun) return <Shared id={shared} bots={bots} />;
          const customer = query.get('customer') ?? '';
          if (botId) return <Talk key={`${botId} ${customer}`} {...{ bots, botId, customer }} onBegun={setBegun} />;
          return (
            <Empty title={texts.noBots}>
              <p>{texts.noBotsHint}</p>
              <p>
                <Link to="/bots">{texts.toBots}</Link>
              </p>
            </Empty>
          );
        }}
      </Await>
    </Page>
  );
}

/** A conversation that was begun elsewhere goes on here. */
function Shared({ id, bots }: { id: string; bots: Agent[] }) {
  const { query } = useAddress();
  const read = useRead('GET /v2/hc-interactions/{conversation-id}/public', { params: { 'conversation-id': id } });
  return (
    <Await read={read}>
      {(known) => (
        <Talk key={id} bots={bots} botId={known.agentId ?? ''} customer={query.get('customer') ?? ''} known={known} />
      )}
    </Await>
  );
}

interface TalkProps {
  bots: Agent[];
  botId: string;
  /** Email of the customer as whom is written; empty: nobody's. */
  customer: string;
  /** What was said before. */
  known?: Conversation;
  onBegun?: (conversationId: string) => void;
}

function Talk({ bots, botId, customer, known, onBegun }: TalkProps) {
  const texts = useTexts(PLAYGROUND_TEXTS);
  const { can } = useSession();
  const talk = useTalk({ botId, customer, known, onBegun });
  const answers = talk.events.filter(({ role }) => role === 'finibot');
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const shown = answers.find(({ id }) => id === lookedAt) ?? answers.at(-1);
  const begin = (change: Record<string, string> = {}) => navigate(addressFor({ bot: botId, customer, ...change }));
  const hasBegun = talk.events.length > 0;
  return (
    <div className="split">
      <div className="card">
        <Select
          label={texts.bot}
          value={botId}
          onChange={({ target }) => begin({ bot: target.value })}
          options={bots.map(({ id, name }) => [id, name])}
        />
        {can('users') ? (
          <CustomerPicker chosen={customer} isFixed={hasBegun} onChoose={(email) => begin({ customer: email })} />
        ) : (
          <p className="quiet-text">{texts.notAllowed}</p>
        )}
        <div className="actions">
          <button type="button" disabled={!hasBegun} onClick={() => (talk.restart(), begin())}>
            {texts.again}
          </button>
          {hasBegun && <ShareLink />}
        </div>
      </div>
      <div className="stack">
        <Section title={texts.conversation}>
          <Messages events={talk.events} partial={talk.partial} shown={shown?.id} onLook={setLookedAt} />
          {talk.isBusy && talk.partial === '' && <p role="status">{texts.thinking}</p>}
          <ErrorNotice error={talk.error} />
          <Compose talk={talk} choices={talk.events.at(-1)?.choices ?? []} />
        </Section>
        <Section title={texts.trace}>
          {shown ? <TraceCard key={shown.id} answer={shown} /> : <p className="quiet-text">{texts.noTrace}</p>}
        </Section>
      </div>
    </div>
  );
}

const TraceCard = ({ answer }: { answer: ConversationEvent }) => (
  <div className="card">
    <TraceView answer={answer} />
  </div>
);

function addressFor(parts: { bot: string; customer: string; conversation?: string }): string {
  const query = new URLSearchParams(Object.entries(parts).filter(([, value]) => value));
  return `/playground?${query}`;
}

/** A conversation while it is led. */
function useTalk({ botId, customer, known, onBegun }: Omit<TalkProps, 'bots'>) {
  const client = useQueryClient();
  const [events, setEvents] = useState<ConversationEvent[]>(known?.events ?? []);
  const [partial, setPartial] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const add = (event: ConversationEvent) => setEvents((before) => [...before, event]);
  return {
    events,
    partial,
    isBusy,
    error,
    restart() {
      setEvents([]);
      setError(null);
    },
    async say(content: string): Promise<boolean> {
      const interactionId = events[0]?.interactionId;
      const metadata = { source: 'playground', ...(customer && { user_attributes: { email: customer } }) };
      setIsBusy(true);
      setError(null);
      try {
        await streamAnswer(
          { content, ...(interactionId ? { interactionId } : { botId }), metadata },
          {
            onMessage(message) {
              add(message);
              if (interactionId) return;
              onBegun?.(message.interactionId);
              const to = addressFor({ bot: botId, customer, conversation: message.interactionId });
              navigate(to, { replace: true });
            },
            onText: setPartial,
            onReply: add,
          },
        );
        return true;
      } catch (failure) {
        setError(failure);
        return false;
      } finally {
        setPartial('');
        setIsBusy(false);
        void client.invalidateQueries({ queryKey: ['GET /v2/hc-interactions/{conversation-id}/public'] });
      }
    },
  };
}

type TalkState = ReturnType<typeof useTalk>;

function Compose({ talk, choices }: { talk: TalkState; choices: string[] }) {
  const texts = useTexts(PLAYGROUND_TEXTS);
  const [message, setMessage] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await talk.say(message)) setMessage('');
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {choices.length > 0 && (
        <fieldset className="choices" disabled={talk.isBusy} aria-label={texts.choices}>
          {choices.map((choice) => (
            <button key={choice} type="button" onClick={() => void talk.say(choice)}>
              {choice}
            </button>
          ))}
        </fieldset>
      )}
      <Field
        label={texts.question}
        required
        autoComplete="off"
        maxLength={20_000}
        value={message}
        onChange={({ target }) => setMessage(target.value)}
      />
      <div>
        <button className="main" type="submit" disabled={talk.isBusy}>
          {texts.send}
        </button>
      </div>
    </form>
  );
}

interface MessagesProps {
  events: ConversationEvent[];
  /** What has been heard of the answer that comes about. */
  partial: string;
  shown: string | undefined;
  onLook(eventId: string): void;
}

function Messages({ events, partial, shown, onLook }: MessagesProps) {
  const texts = useTexts(PLAYGROUND_TEXTS);
  const hasReplied = events.at(-1)?.role !== 'user';
  if (events.length === 0) return <p className="quiet-text">{texts.empty}</p>;
  return (
    <ol className="talk" aria-live="polite">
      {events.map(({ id, role, message, type }) => (
        <li key={id} className={role === 'user' ? 'mine' : undefined}>
          <span className="line">
            <small>{role === 'user' ? texts.you : texts.answer}</small>
            {type === 'escalation' && <Badge tone="warn">{texts.handedOver}</Badge>}
          </span>
          <span>{message}</span>
          {role === 'finibot' && (
            <div>
              <button type="button" className="quiet" aria-pressed={id === shown} onClick={() => onLook(id)}>
                {texts.look}
              </button>
            </div>
          )}
        </li>
      ))}
      {partial !== '' && !hasReplied && (
        <li aria-busy="true">
          <small>{texts.answer}</small>
          <span>{partial}</span>
        </li>
      )}
    </ol>
  );
}
