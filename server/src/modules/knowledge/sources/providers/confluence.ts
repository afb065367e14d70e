import { readHtml } from '../readers/read-html.ts';
import { type DocumentProvider, MOST_RESOURCES, type Resource } from './document-provider.types.ts';
import { list, object, text } from './json.ts';

/** Source: developer.atlassian.com/cloud/confluence/rest/v2, pages. The base is the site, such as `https://example.atlassian.net`. */
export const confluence: DocumentProvider = {
  defaultBaseUrl: null,
  headers: ({ account, token }) => ({
    accept: 'application/json',
    authorization: account ? `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}` : `Bearer ${token}`,
  }),

  async listResources(fetchJson) {
    const resources: Resource[] = [];
    const seen = new Set<string>();
    let path: string | null = '/wiki/api/v2/pages?limit=100&status=current';
    while (path !== null && !seen.has(path) && resources.length < MOST_RESOURCES) {
      seen.add(path);
      const answer = object(await fetchJson({ path }));
      const base = text(object(answer._links).base);
      for (const page of list(answer.results)) {
        resources.push({
          externalId: text(page.id),
          title: text(page.title) || 'Untitled',
          originalUrl: `${base}${text(object(page._links).webui)}`,
          mimeType: 'text/html',
          object: 'page',
        });
      }
      const next = text(object(answer._links).next);
      // Only a path of the same site: an answer can't send the token elsewhere.
      path = next.startsWith('/') && !next.startsWith('//') ? next : null;
    }
    return resources;
  },

  async read(fetchJson, externalId) {
    const path = `/wiki/api/v2/pages/${encodeURIComponent(externalId)}?body-format=export_view`;
    const page = object(await fetchJson({ path }));
    const html = text(object(object(page.body).export_view).value);
    const { paragraphs } = readHtml(`<main>${html}</main>`, null);
    return { title: text(page.title) || null, paragraphs, language: null };
  },
};
