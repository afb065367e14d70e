import { useState } from 'react';
import type { ReviewDetails } from '../../app/api.gen.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Link } from '../../app/router.tsx';
import { Await } from '../../ui/states.tsx';
import { contentOf } from './articles/article-form.tsx';
import { ContentDifferences } from './articles/content-differences.tsx';
import { useArticle } from './articles/reads.ts';
import { REVIEWS_TEXTS } from './reviews-texts.ts';

/** What speaks against approving, before anything else is read: contradictions side by side, and what is said already. */
export function ReviewWarnings({ review }: { review: ReviewDetails }) {
  const texts = useTexts(REVIEWS_TEXTS);
  return (
    <>
      {review.conflicts.map((conflict) => (
        <section key={conflict.articleId + conflict.draftText} className="notice bad">
          <h2>
            {texts.conflicts}: <Link to={`/articles/${conflict.articleId}`}>{conflict.title}</Link> (
            {texts.conflictKinds[conflict.kind]})
          </h2>
          <div className="sides">
            <div>
              <h3>{texts.draftSays}</h3>
              <blockquote>{conflict.draftText}</blockquote>
            </div>
            <div>
              <h3>{texts.liveSays}</h3>
              <blockquote>{conflict.liveText}</blockquote>
            </div>
          </div>
        </section>
      ))}
      {review.duplicates.length > 0 && (
        <section className="notice warn">
          <h2>{texts.duplicates}</h2>
          {review.duplicates.map((duplicate) => (
            <Duplicate key={duplicate.articleId} duplicate={duplicate} draft={review.draft} />
          ))}
        </section>
      )}
    </>
  );
}

interface DuplicateProps {
  duplicate: ReviewDetails['duplicates'][number];
  draft: ReviewDetails['draft'];
}

function Duplicate({ duplicate: { articleId, title, similarity }, draft }: DuplicateProps) {
  const texts = useTexts(REVIEWS_TEXTS);
  const formats = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="stack tight">
      <p className="line">
        <Link to={`/articles/${articleId}`}>{title}</Link>
        <span>{texts.similar(formats.percent(similarity))}</span>
        {draft && (
          <button
            type="button"
            className="quiet"
            aria-expanded={isOpen}
            aria-label={`${texts.compare}: ${title}`}
            onClick={() => setIsOpen(!isOpen)}
          >
            {texts.compare}
          </button>
        )}
      </p>
      {isOpen && draft && <Beside articleId={articleId} draft={draft} />}
    </div>
  );
}

function Beside({ articleId, draft }: { articleId: string; draft: NonNullable<ReviewDetails['draft']> }) {
  const texts = useTexts(REVIEWS_TEXTS);
  const live = useArticle(articleId);
  return (
    <Await read={live}>
      {({ article }) =>
        article && <ContentDifferences before={contentOf(article)} after={contentOf(draft)} same={texts.sameText} />
      }
    </Await>
  );
}
