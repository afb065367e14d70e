import { useTexts } from '../../../app/language.ts';
import { Lines } from '../../../ui/lines.tsx';
import type { Content } from './article-form.tsx';
import { ARTICLE_TEXTS } from './articles-texts.ts';
import { compareContents } from './compare-contents.ts';

/** What differs between two states of an article, field by field. */
export function ContentDifferences({ before, after, same }: { before: Content; after: Content; same: string }) {
  const texts = useTexts(ARTICLE_TEXTS);
  const differences = compareContents(before, after);
  if (differences.length === 0) return <p className="quiet-text">{same}</p>;
  return differences.map(({ field, lines }) => (
    <div key={field}>
      <h3>{texts.fields[field]}</h3>
      <Lines lines={lines} />
    </div>
  ));
}
