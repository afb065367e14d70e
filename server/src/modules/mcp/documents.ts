import type { Guide } from '#platform/docs/guides.ts';

/** The guides as resources, under the addresses where people find them too. */
export interface DocumentShelf {
  list(): object[];
  read(uri: string): { uri: string; mimeType: string; text: string } | undefined;
}

export interface DocumentSources {
  publicUrl: string;
  guides: () => readonly Guide[];
  llms: () => string;
}

const MARKDOWN = 'text/markdown';

export function createShelf({ publicUrl, guides, llms }: DocumentSources): DocumentShelf {
  const uriOf = ({ name }: Guide) => `${publicUrl}/docs/${name}`;
  const index = `${publicUrl}/llms.txt`;
  return {
    list: () => [
      { uri: index, name: 'llms.txt', title: 'Where to find what', mimeType: MARKDOWN },
      ...guides().map((guide) => ({
        uri: uriOf(guide),
        name: guide.name,
        title: guide.title,
        description: guide.summary,
        mimeType: MARKDOWN,
      })),
    ],
    read(uri) {
      const text = uri === index ? llms() : guides().find((guide) => uriOf(guide) === uri)?.markdown;
      return text === undefined ? undefined : { uri, mimeType: MARKDOWN, text };
    },
  };
}
