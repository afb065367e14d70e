import { useQuery } from '@tanstack/react-query';
import { call } from '../../../app/api.ts';
import { useTexts } from '../../../app/language.ts';
import { said } from '../../../app/said.ts';
import { Await } from '../../../ui/states.tsx';
import { CONVERSATION_TEXTS } from './conversation-texts.ts';

/** What the newest handover left for people. `latest`: how many messages there are, for another may hand over anew. */
export function HandoverCard({ conversationId, latest }: { conversationId: string; latest: number }) {
  const texts = useTexts(CONVERSATION_TEXTS);
  const input = { params: { 'conversation-id': conversationId } };
  const handover = useQuery({
    queryKey: ['GET /v2/conversations/{conversation-id}/handover', input, latest],
    queryFn: () => call('GET /v2/conversations/{conversation-id}/handover', input),
    placeholderData: (before) => before,
  });
  return (
    <section className="card">
      <h2>{texts.handover}</h2>
      <Await read={handover}>
        {({ reason, summary, attributes }) => (
          <>
            <p>
              {texts.why}: {said(reason)}
            </p>
            <p className="said">{summary.split('\n').map(said).join('\n')}</p>
            <h3>{texts.attributes}</h3>
            {attributes.length === 0 && <p className="quiet-text">{texts.noAttributes}</p>}
            {attributes.length > 0 && (
              <dl className="facts">
                {attributes.map(({ name, value }) => (
                  <div key={name} className="fact">
                    <dt>{name}</dt>
                    <dd>{String(value)}</dd>
                  </div>
                ))}
              </dl>
            )}
          </>
        )}
      </Await>
    </section>
  );
}
