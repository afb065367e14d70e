/** A paragraph of a source, by its place in it. */
export interface Paragraph {
  /** From 0, in the source. */
  index: number;
  text: string;
}

/** A part of a text that answers one matter: what an article is made of. */
export interface Section {
  title: string;
  /** Questions that it answers as the text itself asks them; may be empty. */
  questions: string[];
  /** The headings above it, outermost first. */
  context: string[];
  /** Never empty. */
  paragraphs: Paragraph[];
}

/** An article as far as it is compared with. */
export interface KnownArticle {
  articleId: string;
  title: string;
  questions: readonly string[];
  /** Markdown. */
  text: string;
}

export type Operation = 'ADD_ARTICLE_TO_FOLDER' | 'UPDATE_ARTICLE' | 'DO_NOTHING';

export const OPERATIONS = ['ADD_ARTICLE_TO_FOLDER', 'UPDATE_ARTICLE', 'DO_NOTHING'] as const satisfies Operation[];
