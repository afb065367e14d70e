import { useState } from 'react';
import type { Conversation, ConversationEvent } from '../../../app/api.gen.ts';
import { useChange } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { useSession } from '../../../app/session.tsx';
import { Badge } from '../../../ui/page.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { TraceView } from '../trace/trace-view.tsx';
import { CONVERSATION_TEXTS } from './conversation-texts.ts';

/** What was said, oldest first; what comes in is read out. */
export function Messages({ conversation }: { conversation: Conversation }) {
  const texts = useTexts(CONVERSATION_TEXTS);
  return (
    <ol className="talk" aria-live="polite" aria-label={texts.messages}>
      {conversation.events.map((event) => (
        <Message key={event.id} event={event} />
      ))}
    </ol>
  );
}

function Message({ event }: { event: ConversationEvent }) {
  const texts = useTexts(CONVERSATION_TEXTS);
  const formats = useFormats();
  const { role, type, author } = event;
  const names = { user: texts.customer, finibot: texts.bot, agent: author ?? texts.person, otherbot: texts.otherBot };
  return (
    <li className={role === 'user' ? 'mine' : undefined}>
      <span className="line">
        <small>
          {names[role]} · {formats.moment(new Date(event.createdAt).toISOString())}
        </small>
        {type === 'escalation' && <Badge tone="warn">{texts.handedOver}</Badge>}
        <Judgements event={event} />
      </span>
      <span>{event.message}</span>
      {event.usedArticles.length > 0 && (
        <small>
          {texts.restsOn}: {event.usedArticles.map(({ title }) => title).join(', ')}
        </small>
      )}
      {role === 'finibot' && <AboutAnswer event={event} />}
      {role === 'agent' && <DraftOf eventId={event.id} />}
    </li>
  );
}

/** What the customer and others think of a message. */
function Judgements({ event: { csatRating, feedback, resolved } }: { event: ConversationEvent }) {
  const texts = useTexts(CONVERSATION_TEXTS);
  return (
    <>
      {csatRating !== null && (
        <Badge tone={csatRating >= 4 ? 'good' : csatRating <= 2 ? 'bad' : 'plain'}>{texts.csat(csatRating)}</Badge>
      )}
      {resolved !== null && <Badge tone={resolved ? 'good' : 'bad'}>{resolved ? texts.helped : texts.notHelped}</Badge>}
      {feedback && (
        <small>
          <q>{feedback}</q>
        </small>
      )}
    </>
  );
}

function AboutAnswer({ event }: { event: ConversationEvent }) {
  const texts = useTexts(CONVERSATION_TEXTS);
  const { can } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const judge = useChange('PATCH /v2/conversations/events/{event-id}', [
    'GET /v2/hc-interactions/{conversation-id}/public',
  ]);
  // Shown as it will be, from the click on.
  const approved = judge.isPending ? judge.variables.body.approved : event.approved;
  const say = (isRight: boolean) =>
    judge.mutate({ params: { 'event-id': event.id }, body: { approved: event.approved === isRight ? null : isRight } });
  return (
    <div className="stack">
      {can('write') && (
        <div className="actions">
          <button type="button" aria-pressed={approved === true} disabled={judge.isPending} onClick={() => say(true)}>
            {texts.right}
          </button>
          <button type="button" aria-pressed={approved === false} disabled={judge.isPending} onClick={() => say(false)}>
            {texts.wrong}
          </button>
        </div>
      )}
      <ErrorNotice error={judge.error} />
      <details onToggle={(toggled) => setIsOpen(toggled.currentTarget.open)}>
        <summary>{texts.how}</summary>
        {isOpen && <TraceView answer={event} />}
      </details>
    </div>
  );
}

/** What a person has answered may be what the bot should know. */
function DraftOf({ eventId }: { eventId: string }) {
  const texts = useTexts(CONVERSATION_TEXTS);
  const { can } = useSession();
  const draft = useChange('POST /v2/knowledge/public', ['GET /v2/reviews']);
  if (!can('write')) return null;
  if (draft.isSuccess) return <small role="status">{texts.drafted}</small>;
  const begin = () => draft.mutate({ body: { candidateKnowledge: '', origin: 'inbox', hcEventId: eventId } });
  return (
    <div>
      <button type="button" className="quiet" disabled={draft.isPending} onClick={begin}>
        {texts.draft}
      </button>
      <ErrorNotice error={draft.error} />
    </div>
  );
}
