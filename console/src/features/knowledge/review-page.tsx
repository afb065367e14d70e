import type { ReviewDetails } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Link } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { Badge, Page, Section } from '../../ui/page.tsx';
import { Await } from '../../ui/states.tsx';
import { Decide } from './decide.tsx';
import { Difference } from './difference.tsx';
import { REVIEWS_TEXTS } from './reviews-texts.ts';

/** All that a reviewer decides on, on one page. */
export function ReviewPage({ reviewId }: { reviewId: string }) {
  const texts = useTexts(REVIEWS_TEXTS);
  const review = useRead('GET /v2/reviews/{review-id}', { params: { 'review-id': reviewId } });
  return (
    <Page title={review.data?.title ?? texts.title}>
      <p>
        <Link to="/reviews">← {texts.back}</Link>
      </p>
      <Await read={review}>{(data) => <ReviewBody review={data} />}</Await>
    </Page>
  );
}

function ReviewBody({ review }: { review: ReviewDetails }) {
  const texts = useTexts(REVIEWS_TEXTS);
  const { can } = useSession();
  const isOpen = review.status === 'pending' && review.draft !== null;
  const mayDecide = can('console:review');
  return (
    <>
      <div className="line">
        <Badge>{review.operation === 'UPDATE_ARTICLE' ? texts.change : texts.newArticle}</Badge>
        <Badge>{texts.from(review.origin)}</Badge>
        {!isOpen && (
          <Badge tone={review.status === 'approved' ? 'good' : 'plain'}>
            {review.decidedBy
              ? texts.decided(texts.statuses[review.status], review.decidedBy)
              : texts.statuses[review.status]}
          </Badge>
        )}
      </div>
      {review.decisionReason && <p className="notice">{review.decisionReason}</p>}
      <Warnings review={review} />
      <Section title={review.live ? texts.difference : texts.text}>
        <div className="card">
          <Difference review={review} />
        </div>
      </Section>
      {isOpen && mayDecide && <Decide key={review.draft?.version} review={review} />}
      {isOpen && !mayDecide && <p className="notice">{texts.looksOnly}</p>}
      <Section title={texts.evidence}>
        {review.reason && <p>{review.reason}</p>}
        {review.evidence.length === 0 && <p className="quiet-text">{texts.noEvidence}</p>}
        {review.evidence.map((piece) => (
          <blockquote key={`${piece.documentId} ${piece.paragraph} ${piece.text}`} className="notice">
            {piece.text}
          </blockquote>
        ))}
      </Section>
    </>
  );
}

/** What speaks against approving, before anything else is read. */
function Warnings({ review: { conflicts, duplicates } }: { review: ReviewDetails }) {
  const texts = useTexts(REVIEWS_TEXTS);
  return (
    <>
      {conflicts.map((conflict) => (
        <section key={conflict.articleId + conflict.draftText} className="notice bad">
          <h2>
            {texts.conflicts}: {conflict.title} ({texts.conflictKinds[conflict.kind]})
          </h2>
          <dl className="facts">
            <dt>{texts.draftSays}</dt>
            <dd>{conflict.draftText}</dd>
            <dt>{texts.liveSays}</dt>
            <dd>{conflict.liveText}</dd>
          </dl>
        </section>
      ))}
      {duplicates.length > 0 && (
        <section className="notice warn">
          <h2>{texts.duplicates}</h2>
          <ul>
            {duplicates.map(({ articleId, title, similarity }) => (
              <li key={articleId}>
                {title} ({Math.round(similarity * 100)} %)
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
