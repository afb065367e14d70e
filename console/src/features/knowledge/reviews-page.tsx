import type { Review } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Link, navigate, useAddress } from '../../app/router.tsx';
import { Select } from '../../ui/form.tsx';
import { Badge, Page } from '../../ui/page.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { REVIEWS_TEXTS } from './reviews-texts.ts';

const PAGE = 50;
const TONES = { pending: 'warn', changes_requested: 'plain', approved: 'good', rejected: 'bad' } as const;

export function ReviewsPage() {
  const texts = useTexts(REVIEWS_TEXTS);
  const { query } = useAddress();
  const status = (query.get('status') ?? 'pending') as Review['status'];
  const cursor = query.get('cursor') ?? undefined;
  const reviews = useRead('GET /v2/reviews', { query: { status, cursor, limit: PAGE } });
  const filter = (
    <Select
      label={texts.filter}
      value={status}
      onChange={(event) => navigate(`/reviews?status=${event.target.value}`)}
      options={Object.entries(texts.statuses)}
    />
  );
  return (
    <Page title={texts.title} actions={filter}>
      <Await read={reviews}>
        {(page) => (
          <>
            {page.reviews.length === 0 ? (
              <Empty title={texts.none}>
                <p>{texts.noneHint}</p>
              </Empty>
            ) : (
              <ul className="list">
                {page.reviews.map((review) => (
                  <ReviewRow key={review.id} review={review} />
                ))}
              </ul>
            )}
            <div className="actions">
              {cursor && <Link to={`/reviews?status=${status}`}>{texts.newest}</Link>}
              {page.nextCursor && <Link to={`/reviews?status=${status}&cursor=${page.nextCursor}`}>{texts.older}</Link>}
            </div>
          </>
        )}
      </Await>
    </Page>
  );
}

function ReviewRow({ review }: { review: Review }) {
  const texts = useTexts(REVIEWS_TEXTS);
  const formats = useFormats();
  return (
    <li>
      <div>
        <Link to={`/reviews/${review.id}`} className="strong">
          {review.title}
        </Link>
        <small>
          {review.operation === 'UPDATE_ARTICLE' ? texts.change : texts.newArticle} ·{' '}
          {texts.origins[review.origin as keyof typeof texts.origins] ?? review.origin} ·{' '}
          {formats.moment(review.createdAt)}
        </small>
      </div>
      <Badge tone={TONES[review.status]}>{texts.statuses[review.status]}</Badge>
    </li>
  );
}
