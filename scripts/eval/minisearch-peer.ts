import MiniSearch from 'minisearch';
import type { Article } from '../../server/src/modules/agent/retrieval/retrieval.types.ts';

/** npm `minisearch` over the same articles, with the settings that its guide recommends for such a search. */
export function searchPeer(articles: readonly Article[]): (question: string) => string[] {
  const search = new MiniSearch<{ id: string }>({
    fields: ['title', 'keywords', 'questions', 'text'],
    searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: true },
  });
  search.addAll(
    articles.map(({ id, title, keywords, questions, text }) => ({
      id,
      title,
      keywords: keywords.join('\n'),
      questions: questions.join('\n'),
      text,
    })),
  );
  return (question) => search.search(question).map(({ id }) => String(id));
}
