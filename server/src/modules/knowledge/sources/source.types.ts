/** Where a document comes from. */
export type SourceKind = 'web' | 'file' | 'googledrive' | 'notion' | 'zendesk' | 'confluence';

/** What a reader made of a page or a file. */
export interface ReadDocument {
  title: string | null;
  /**
   * The text in its order, as blocks of Markdown: a heading (`## Fees`), a paragraph, a whole list or a table. Changes are
   * found, and drafts are shown to rest on, block by block.
   */
  paragraphs: string[];
  /** As the document says itself; null when it doesn't. */
  language: string | null;
}

export interface ReadPage extends ReadDocument {
  /** The address that the page calls its own. */
  canonicalUrl: string | null;
  /** Absolute addresses without fragments, in the order of the page. */
  links: string[];
}

/** A document that can't be read: what is wrong with it, for people. */
export class UnreadableDocument extends Error {
  override name = 'UnreadableDocument';
}

/** Of one document; what is longer is cut, and the last block says so. */
export const MOST_CHARACTERS = 1_000_000;
