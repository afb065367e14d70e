import type { TriedAction } from '../../app/api.gen.ts';
import { useTexts } from '../../app/language.ts';
import { Badge } from '../../ui/page.tsx';
import { RequestView } from '../integrations/request-view.tsx';
import { TRY_TEXTS } from './rulebook-texts.ts';

/** The requests of a try as they go out, but for the key. */
export function Requests({ tried: { requests, sent } }: { tried: Pick<TriedAction, 'requests' | 'sent'> }) {
  const texts = useTexts(TRY_TEXTS);
  if (requests.length === 0) return <p className="quiet-text">{texts.noRequest}</p>;
  return (
    <div className="stack tight">
      <p className="line">
        <span className="strong">{texts.wouldSend}</span>
        {!sent && <Badge>{texts.notSent}</Badge>}
      </p>
      {requests.map((request) => (
        <RequestView key={request.step} request={request} />
      ))}
    </div>
  );
}
