import { useState } from 'react';
import { useActorName } from '../../app/actors.ts';
import type { Review, ReviewDetails } from '../../app/api.gen.ts';
import { useRead, useRefresh } from '../../app/api.ts';
import { useKeys } from '../../app/keys.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Link, navigate } from '../../app/router.tsx';
import { said } from '../../app/said.ts';
import { useSession } from '../../app/session.tsx';
import { Badge, Page, Section } from '../../ui/page.tsx';
import { Await } from '../../ui/states.tsx';
import { type Content, contentOf } from './articles/article-form.tsx';
import { ContentDifferences } from './articles/content-differences.tsx';
import { PUBLISHED } from './articles/reads.ts';
import { Decide } from './decide.tsx';
import { Difference } from './difference.tsx';
import { DraftImpact } from './draft-impact.tsx';
import { ReviewWarnings } from './review-warnings.tsx';
import { REVIEWS_TEXTS } from './reviews-texts.ts';

/** As many as one looks through at a time. */
const MOST = 200;

/** All that a reviewer decides on, on one page; J and K go through the queue. */
export function ReviewPage({ reviewId }: { reviewId: string }) {
  const texts = useTexts(REVIEWS_TEXTS);
  const review = useRead('GET /v2/reviews/{review-id}', { params: { 'review-id': reviewId } });
  const queue = useRead('GET /v2/reviews', { query: { status: 'pending', limit: MOST } });
  const refresh = useRefresh();
  const waiting = queue.data?.reviews ?? [];
  // What is decided has no place in the queue any more: the one after it is where it was.
  const [place, setPlace] = useState(-1);
  const found = waiting.findIndex(({ id }) => id === reviewId);
  if (found !== -1 && found !== place) setPlace(found);
  const isWaiting = found !== -1;
  const after = waiting[isWaiting ? found + 1 : Math.max(place, 0)];
  const before = waiting[(isWaiting ? found : place) - 1];
  const goOn = () => {
    navigate(after ? `/reviews/${after.id}` : '/reviews');
    void refresh(PUBLISHED);
  };
  return (
    <Page title={review.data?.title ?? texts.title}>
      <div className="line spread">
        <Link to="/reviews">← {texts.back}</Link>
        <Queue
          place={isWaiting ? texts.place(found + 1, `${waiting.length}${queue.data?.nextCursor ? '+' : ''}`) : null}
          before={before}
          after={after}
        />
      </div>
      <Await read={review}>
        {(data) => (
          <ReviewBody
            review={data}
            onDecided={goOn}
            onConflict={() => void Promise.all([review.refetch(), queue.refetch()])}
          />
        )}
      </Await>
    </Page>
  );
}

interface QueueProps {
  place: string | null;
  before: Review | undefined;
  after: Review | undefined;
}

function Queue({ place, before, after }: QueueProps) {
  const texts = useTexts(REVIEWS_TEXTS);
  const go = (review: Review | undefined) => review && navigate(`/reviews/${review.id}`);
  useKeys({ j: () => go(after), k: () => go(before) });
  const link = (review: Review | undefined, key: string, text: string) =>
    review && (
      <Link to={`/reviews/${review.id}`} aria-keyshortcuts={key} title={review.title}>
        {text} <kbd aria-hidden="true">{key.toUpperCase()}</kbd>
      </Link>
    );
  return (
    <nav className="line" aria-label={texts.queue}>
      {place && <small>{place}</small>}
      {link(before, 'k', texts.previous)}
      {link(after, 'j', texts.next)}
    </nav>
  );
}

interface BodyProps {
  review: ReviewDetails;
  onDecided: () => void;
  onConflict: () => void;
}

function ReviewBody({ review, onDecided, onConflict }: BodyProps) {
  const texts = useTexts(REVIEWS_TEXTS);
  const { can } = useSession();
  // As somebody began to read it: what others do meanwhile is told, and never slips in below their decision.
  const [opened] = useState<Pick<ReviewDetails, 'status' | 'draft'>>(review);
  const [refused, setRefused] = useState<{ edits: Content | null } | null>(null);
  const isOpen = review.status === 'pending' && review.draft !== null;
  const isOther = review.status !== opened.status || review.draft?.version !== opened.draft?.version;
  const mayDecide = can('console:review');
  const conflict = (edits: Content | null) => {
    setRefused({ edits });
    onConflict();
  };
  return (
    <>
      <Status review={review} />
      {(isOther || refused) && <WhatOthersDid seen={opened.draft} edits={refused?.edits ?? null} review={review} />}
      <ReviewWarnings review={review} />
      <Section title={review.live ? texts.difference : texts.text}>
        <div className="card">
          <Difference review={review} />
        </div>
      </Section>
      {isOpen && mayDecide && <Decide review={review} onDecided={onDecided} onConflict={conflict} />}
      {isOpen && !mayDecide && <p className="notice">{texts.looksOnly}</p>}
      <Evidence review={review} />
      {isOpen && review.draft && (
        <Section title={texts.tests}>
          <DraftImpact draftId={review.draft.id} />
        </Section>
      )}
    </>
  );
}

function Status({ review }: { review: ReviewDetails }) {
  const texts = useTexts(REVIEWS_TEXTS);
  const actorName = useActorName();
  const { status, decidedBy, decidedByName } = review;
  const isDecided = status !== 'pending';
  return (
    <>
      <div className="line">
        <Badge>{review.operation === 'UPDATE_ARTICLE' ? texts.change : texts.newArticle}</Badge>
        <Badge>{texts.origins[review.origin as keyof typeof texts.origins] ?? review.origin}</Badge>
        {isDecided && (
          <Badge tone={status === 'approved' ? 'good' : 'plain'}>
            {decidedBy
              ? texts.decided(texts.statuses[status], actorName(decidedBy, decidedByName))
              : texts.statuses[status]}
          </Badge>
        )}
      </div>
      {review.decisionReason && <p className="notice">{review.decisionReason}</p>}
    </>
  );
}

interface OthersProps {
  /** The draft as somebody began to read it. */
  seen: ReviewDetails['draft'];
  /** What was written here and not taken. */
  edits: Content | null;
  review: ReviewDetails;
}

/** Two people on one draft: who came second reads what the first one did. */
function WhatOthersDid({ seen, edits, review }: OthersProps) {
  const texts = useTexts(REVIEWS_TEXTS);
  const formats = useFormats();
  const actorName = useActorName();
  const isDecided = review.status !== 'pending';
  const isOther = review.draft?.version !== seen?.version;
  const at = formats.moment(review.decidedAt ?? review.draft?.updatedAt ?? review.createdAt);
  if (!isDecided && !isOther) {
    return (
      <p className="notice warn" role="alert">
        {texts.outdated}
      </p>
    );
  }
  const who = review.decidedBy ? actorName(review.decidedBy, review.decidedByName) : '';
  return (
    <div className="notice warn" role="alert">
      <p>{texts.quicker[review.status](who, at)}</p>
      {isDecided && edits && (
        <>
          <h2>{texts.yourEdits}</h2>
          <p className="prose">{edits.mainKnowledge}</p>
        </>
      )}
      {!isDecided && seen && review.draft && (
        <>
          <h2>{texts.sinceOpened}</h2>
          <ContentDifferences before={contentOf(seen)} after={contentOf(review.draft)} same={texts.sameText} />
        </>
      )}
    </div>
  );
}

function Evidence({ review }: { review: ReviewDetails }) {
  const texts = useTexts(REVIEWS_TEXTS);
  return (
    <Section title={texts.evidence}>
      {review.reason && <p>{said(review.reason)}</p>}
      {review.evidence.length === 0 && <p className="quiet-text">{texts.noEvidence}</p>}
      {review.evidence.map(({ documentId, paragraph, text }) => (
        <blockquote key={`${documentId} ${paragraph} ${text}`} className="notice">
          <p className="prose">{text}</p>
          {documentId && <Link to={`/sources/${documentId}`}>{texts.seeSource}</Link>}
        </blockquote>
      ))}
    </Section>
  );
}
