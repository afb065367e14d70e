import type { ReviewDetails } from '../../app/api.gen.ts';
import { useTexts } from '../../app/language.ts';
import { contentOf } from './articles/article-form.tsx';
import { ContentDifferences } from './articles/content-differences.tsx';
import { REVIEWS_TEXTS } from './reviews-texts.ts';

/** Against the live article, field by field; a new article is shown as it will stand. */
export function Difference({ review: { live, draft, decidedContent } }: { review: ReviewDetails }) {
  const texts = useTexts(REVIEWS_TEXTS);
  if (live && draft)
    return <ContentDifferences before={contentOf(live)} after={contentOf(draft)} same={texts.sameText} />;
  const content = draft ?? (decidedContent as ReviewDetails['draft']);
  if (!content) return null;
  return (
    <>
      <p className="prose">{content.mainKnowledge}</p>
      {content.questions.length > 0 && (
        <div>
          <h3>{texts.questions}</h3>
          <ul>
            {content.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
