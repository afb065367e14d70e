/** What an article says: the part of it that is versioned, compared and reviewed. */
export interface ArticleContent {
  title: string;
  /** Markdown: the answer. */
  mainKnowledge: string;
  /** What the agent is told beside the answer; never shown to customers. */
  agentInstruction: string;
  /** Questions of customers that it answers. */
  questions: string[];
  keywords: string[];
  /** Whether the conversation goes to a person after the answer. */
  escalation: boolean;
}

export const CONTENT_FIELDS = [
  'title',
  'mainKnowledge',
  'agentInstruction',
  'questions',
  'keywords',
  'escalation',
] as const satisfies (keyof ArticleContent)[];

/** Where an article came from. */
export type ArticleOrigin = 'api' | 'sources' | 'generated' | 'inbox';

export interface Article extends ArticleContent {
  articleId: string;
  /** null: at the top of the tree. */
  folderId: string | null;
  state: 'live' | 'draft';
  /** False: it answers nothing, though it is live. */
  active: boolean;
  /** False: the agent uses it, but does not name it as a source. */
  public: boolean;
  /** Counts up with every change. */
  version: number;
  origin: ArticleOrigin;
  /** Of a draft: the live article that it will update, and the version it was forked from. */
  originalArticleId: string | null;
  originalArticleVersion: number | null;
  /** The document that it was drafted from as a new article. */
  documentId: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export const contentOf = (article: ArticleContent): ArticleContent => ({
  title: article.title,
  mainKnowledge: article.mainKnowledge,
  agentInstruction: article.agentInstruction,
  questions: article.questions,
  keywords: article.keywords,
  escalation: article.escalation,
});
