/** What the search looks through: every section of every page, and every operation of the reference. */
import type { OpenApiDocument } from '../server/src/platform/docs/openapi.types.ts';
import type { Rendered } from './render-markdown.ts';

/** One thing that is found: `[address, page, heading, text]`; short, because it goes over the wire. */
export type Entry = [address: string, page: string, heading: string, text: string];

export function listSections(pages: readonly (Rendered & { slug: string })[]): Entry[] {
  return pages.flatMap(({ slug, title, sections }) =>
    sections.map(
      ({ heading, anchor, text }): Entry => [anchor ? `${slug}#${anchor}` : slug, title, anchor ? heading : '', text],
    ),
  );
}

/** Each operation leads to its place in the reference. */
export function listOperations(document: OpenApiDocument): Entry[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Entry => {
      const tag = (operation.tags[0] ?? '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
      const call = `${method.toUpperCase()} ${path}`;
      return [
        `api#tag/${tag}/${method.toUpperCase()}${path}`,
        'Reference',
        operation.summary,
        `${call} ${operation.operationId}`,
      ];
    }),
  );
}
