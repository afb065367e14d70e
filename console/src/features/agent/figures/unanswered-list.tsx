import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { Link } from '../../../app/router.tsx';
import { useSession } from '../../../app/session.tsx';
import { Await, Empty, ErrorNotice } from '../../../ui/states.tsx';
import { draftAnswer, type Matter } from './draft-answer.ts';
import { FIGURES_TEXTS } from './figures-texts.ts';

const MOST = 20;

/** What customers asked in vain, by matter, each turned into a draft by one click. */
export function UnansweredList({ since, botId }: { since: number; botId: string | undefined }) {
  const texts = useTexts(FIGURES_TEXTS);
  const unanswered = useRead('GET /v2/knowledge/unanswered', { query: { since, botId } });
  return (
    <Await read={unanswered}>
      {({ matters }) =>
        matters.length === 0 ? (
          <Empty title={texts.noUnanswered} />
        ) : (
          <>
            <p className="quiet-text">{texts.unansweredHint}</p>
            <ol className="list">
              {matters.slice(0, MOST).map((matter) => (
                <MatterRow key={matter.question} matter={matter} since={since} botId={botId} />
              ))}
            </ol>
          </>
        )
      }
    </Await>
  );
}

function MatterRow({ matter, since, botId }: { matter: Matter; since: number; botId: string | undefined }) {
  const texts = useTexts(FIGURES_TEXTS);
  const formats = useFormats();
  const { can } = useSession();
  const client = useQueryClient();
  const draft = useMutation({
    mutationFn: () => draftAnswer(call, matter, { since, botId }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /v2/reviews'] }),
  });
  const others = matter.wordings.filter((wording) => wording !== matter.question);
  return (
    <li>
      <span>
        <span>{matter.question}</span>
        {others.length > 0 && (
          <small>
            {texts.wordings}: {others.slice(0, 3).join(' · ')}
          </small>
        )}
        <ErrorNotice error={draft.error} />
        {draft.isPending && <small role="status">{texts.drafting}</small>}
        {draft.data && (
          <span role="status">
            {draft.data.isFromSources ? texts.drafted : texts.written}{' '}
            <Link to={draft.data.reviewId ? `/reviews/${draft.data.reviewId}` : '/reviews'}>
              {draft.data.reviewId ? texts.toDraft : texts.toReviews}
            </Link>
          </span>
        )}
      </span>
      <small>{texts.times(formats.count(matter.count))}</small>
      {can('write') && !draft.data && (
        <button
          type="button"
          aria-label={texts.draftOf(matter.question)}
          disabled={draft.isPending}
          onClick={() => draft.mutate()}
        >
          {texts.draft}
        </button>
      )}
    </li>
  );
}
