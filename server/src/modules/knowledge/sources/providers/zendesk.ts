import { readHtml } from '../readers/read-html.ts';
import { type DocumentProvider, MOST_RESOURCES, type Resource } from './document-provider.types.ts';
import { list, object, text } from './json.ts';

/** Source: developer.zendesk.com/api-reference/help_center/help-center-api/articles. */
export const zendesk: DocumentProvider = {
  defaultBaseUrl: null,
  headers: ({ account, token }) => ({
    authorization: account ? `Basic ${Buffer.from(`${account}/token:${token}`).toString('base64')}` : `Bearer ${token}`,
  }),

  async listResources(fetchJson) {
    const resources: Resource[] = [];
    let after: string | null = '';
    while (after !== null && resources.length < MOST_RESOURCES) {
      const cursor: string = after === '' ? '' : `&page[after]=${encodeURIComponent(after)}`;
      const answer = object(await fetchJson({ path: `/api/v2/help_center/articles.json?page[size]=100${cursor}` }));
      for (const article of list(answer.articles)) {
        if (article.draft === true) continue;
        resources.push({
          externalId: text(article.id),
          title: text(article.title) || 'Untitled',
          originalUrl: text(article.html_url),
          mimeType: 'text/html',
          object: 'article',
        });
      }
      const meta = object(answer.meta);
      const next = meta.has_more === true ? text(meta.after_cursor) : '';
      after = next === '' || next === after ? null : next;
    }
    return resources;
  },

  async read(fetchJson, externalId) {
    const path = `/api/v2/help_center/articles/${encodeURIComponent(externalId)}.json`;
    const article = object(object(await fetchJson({ path })).article);
    const { paragraphs } = readHtml(`<main>${text(article.body)}</main>`, text(article.html_url) || null);
    return { title: text(article.title) || null, paragraphs, language: text(article.locale).slice(0, 2) || null };
  },
};
