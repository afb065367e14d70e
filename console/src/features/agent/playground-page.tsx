import { type FormEvent, useState } from 'react';
import type { Agent, ConversationEvent } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { navigate, useAddress } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { Field, Select } from '../../ui/form.tsx';
import { Badge, Page, Section } from '../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { PLAYGROUND_TEXTS } from './playground-texts.ts';
import { TraceView } from './trace-view.tsx';

/** Talks to a bot as a customer would, and shows what the bot considered. */
export function PlaygroundPage() {
  const texts = useTexts(PLAYGROUND_TEXTS);
  const agents = useRead('GET /v2/agents', {});
  return (
    <Page title={texts.title}>
      <Await read={agents}>
        {(data) => {
          const bots = data.agents.filter(({ archivedAt }) => archivedAt === null);
          if (bots.length > 0) return <Talk bots={bots} />;
          return (
            <Empty title={texts.noBots}>
              <p>{texts.noBotsHint}</p>
            </Empty>
          );
        }}
      </Await>
    </Page>
  );
}

function Talk({ bots }: { bots: Agent[] }) {
  const texts = useTexts(PLAYGROUND_TEXTS);
  const { query } = useAddress();
  const { can } = useSession();
  const botId = bots.find(({ id }) => id === query.get('bot'))?.id ?? bots[0]?.id ?? '';
  const [customer, setCustomer] = useState('');
  const [events, setEvents] = useState<ConversationEvent[]>([]);
  const [message, setMessage] = useState('');
  const ask = useChange('POST /v2/hc-interactions/events/public');
  const lastAnswer = events.findLast(({ role }) => role !== 'user');
  const begin = () => {
    setEvents([]);
    ask.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const metadata = { source: 'playground', ...(customer && { user_attributes: { email: customer } }) };
    const interactionId = events[0]?.interactionId;
    ask.mutate(
      { body: { content: message, ...(interactionId ? { interactionId } : { botId }), metadata } },
      {
        onSuccess: (added) => {
          setEvents([...events, ...added]);
          setMessage('');
        },
      },
    );
  };
  return (
    <div className="split">
      <div className="card">
        <Select
          label={texts.bot}
          value={botId}
          onChange={(event) => {
            begin();
            navigate(`/playground?bot=${event.target.value}`, { replace: true });
          }}
          options={bots.map(({ id, name }) => [id, name])}
        />
        {can('banking') && (
          <Field
            label={texts.customer}
            hint={texts.customerHint}
            type="email"
            value={customer}
            disabled={events.length > 0}
            onChange={(event) => setCustomer(event.target.value)}
          />
        )}
        <div>
          <button type="button" disabled={events.length === 0} onClick={begin}>
            {texts.again}
          </button>
        </div>
      </div>
      <div className="stack">
        <Section title={texts.conversation}>
          <Messages events={events} />
          {ask.isPending && <p role="status">{texts.thinking}</p>}
          <ErrorNotice error={ask.error} />
          <form className="stack" onSubmit={submit}>
            <Field
              label={texts.question}
              required
              autoComplete="off"
              value={message}
              onChange={(event) => setMessage(event.target.value)}
            />
            <div>
              <button className="main" type="submit" disabled={ask.isPending || botId === ''}>
                {texts.send}
              </button>
            </div>
          </form>
        </Section>
        <Section title={texts.trace}>
          {lastAnswer ? <TraceView answer={lastAnswer} /> : <p className="quiet-text">{texts.noTrace}</p>}
        </Section>
      </div>
    </div>
  );
}

function Messages({ events }: { events: ConversationEvent[] }) {
  const texts = useTexts(PLAYGROUND_TEXTS);
  if (events.length === 0) return <p className="quiet-text">{texts.empty}</p>;
  return (
    <ol className="talk" aria-live="polite">
      {events.map(({ id, role, message, type }) => (
        <li key={id} className={role === 'user' ? 'mine' : undefined}>
          <span className="line">
            <small>{role === 'user' ? texts.you : texts.answer}</small>
            {type === 'escalation' && <Badge tone="warn">{texts.handedOver}</Badge>}
          </span>
          {message}
        </li>
      ))}
    </ol>
  );
}
