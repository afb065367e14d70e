import type { ReviewDetails } from '../../app/api.gen.ts';
import { useTexts } from '../../app/language.ts';
import { REVIEWS_TEXTS } from './reviews-texts.ts';

type Change = ReviewDetails['diff'][number];

/** Against the live article, field by field; a new article is shown as it will stand. */
export function Difference({ review }: { review: ReviewDetails }) {
  const texts = useTexts(REVIEWS_TEXTS);
  if (!review.live || review.diff.length === 0) return <NewArticle review={review} />;
  return review.diff.map((change) => (
    <div key={change.field}>
      <h3>{texts.fields[change.field as keyof typeof texts.fields] ?? change.field}</h3>
      <Lines change={change} />
    </div>
  ));
}

function NewArticle({ review }: { review: ReviewDetails }) {
  const texts = useTexts(REVIEWS_TEXTS);
  const content = review.draft ?? (review.decidedContent as ReviewDetails['draft']);
  if (!content) return null;
  return (
    <>
      <p className="diff">{content.mainKnowledge}</p>
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

/** Marked by colour, by the marks of the elements, and by a sign. */
function Lines({ change }: { change: Change }) {
  const lines = change.lines ?? [
    { kind: 'removed' as const, text: plain(change.before) },
    { kind: 'added' as const, text: plain(change.after) },
  ];
  return (
    <div className="diff">
      {lines
        .filter(({ text }) => text !== '')
        .map(({ kind, text }, index) => {
          const key = `${index} ${text}`;
          if (kind === 'added') return <ins key={key}>{`+ ${text}\n`}</ins>;
          if (kind === 'removed') return <del key={key}>{`− ${text}\n`}</del>;
          return <span key={key}>{`${text}\n`}</span>;
        })}
    </div>
  );
}

const plain = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'string' ? value : JSON.stringify(value);
};
