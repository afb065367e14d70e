import type { Conversation } from '../../../app/api.gen.ts';
import { useRead } from '../../../app/api.ts';
import { useTexts } from '../../../app/language.ts';
import { Link } from '../../../app/router.tsx';
import { useSession } from '../../../app/session.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Await } from '../../../ui/states.tsx';
import { CONVERSATION_TEXTS } from './conversation-texts.ts';
import { HandoverCard } from './handover-card.tsx';
import { Messages } from './messages.tsx';
import { ReplyForm } from './reply-form.tsx';
import { TagsCard } from './tags-card.tsx';
import { TakeoverBar } from './takeover-bar.tsx';

/** A conversation as a person works on it: what was said and why, what is known, and taking it over. */
export function ConversationPage({ conversationId }: { conversationId: string }) {
  const texts = useTexts(CONVERSATION_TEXTS);
  const conversation = useRead('GET /v2/hc-interactions/{conversation-id}/public', {
    params: { 'conversation-id': conversationId },
  });
  return (
    <Page title={conversation.data?.subjectPreview || texts.title} actions={<Link to="/inbox">{texts.back}</Link>}>
      <Await read={conversation}>{(data) => <Work conversation={data} />}</Await>
    </Page>
  );
}

function Work({ conversation }: { conversation: Conversation }) {
  const texts = useTexts(CONVERSATION_TEXTS);
  const { operator, can } = useSession();
  const isMine = conversation.takenOver?.by === `operator:${operator.id}`;
  const isHandedOver = conversation.events.some(({ type }) => type === 'escalation');
  return (
    <>
      <TakeoverBar conversation={conversation} isMine={isMine} />
      <div className="split wide-first">
        <Section title={texts.messages}>
          <Messages conversation={conversation} />
          {isMine && can('write') && <ReplyForm conversationId={conversation.id} />}
        </Section>
        <aside className="stack" aria-label={texts.facts}>
          {isHandedOver && <HandoverCard conversationId={conversation.id} latest={conversation.events.length} />}
          <TagsCard conversation={conversation} />
          <GivenCard conversation={conversation} />
        </aside>
      </div>
    </>
  );
}

function GivenCard({ conversation }: { conversation: Conversation }) {
  const texts = useTexts(CONVERSATION_TEXTS);
  const { channel, source, externalId, userAttributes } = conversation;
  const rows = [
    [texts.channel, `${channel} · ${source}`],
    [texts.yourId, externalId],
    ...Object.entries(userAttributes).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ].filter(([, value]) => value);
  return (
    <section className="card">
      <h2>{texts.given}</h2>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
