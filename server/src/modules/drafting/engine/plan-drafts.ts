import type { Article, ArticleContent, ReviewFindings } from '#modules/knowledge/index.ts';
import { wordsOf } from '#platform/text/normalize.ts';
import { NEAR_DUPLICATE } from '#platform/text/similarity.ts';
import { chooseFolder, type FolderProfile } from './choose-folder.ts';
import { createLibrary, type Library, type Related } from './compare.ts';
import { type Decision, decideOperation } from './decide-operation.ts';
import type { KnownArticle, Operation, Section } from './drafting.types.ts';
import type { Assignment, WrittenDraft } from './write-draft.ts';

/** Something that could become an article. */
export interface Proposal {
  section: Section;
  /** Questions of customers that it has to answer. */
  askedBy: readonly string[];
  documentId: string | null;
  evidence: ReviewFindings['evidence'];
}

/** What there is, and what may be done. */
export interface Situation {
  proposals: readonly Proposal[];
  live: readonly Article[];
  /** Drafts that wait for review. */
  waiting: readonly Article[];
  folders: readonly FolderProfile[];
  allowed: ReadonlySet<Operation>;
  /** Writes the text of a draft: in the words of the source, or better with a language model. */
  write(assignment: Assignment): Promise<WrittenDraft> | WrittenDraft;
}

export interface PlannedDraft {
  operation: 'ADD_ARTICLE_TO_FOLDER' | 'UPDATE_ARTICLE';
  content: ArticleContent;
  folderId: string | null;
  documentId: string | null;
  original: { articleId: string; version: number } | null;
  findings: ReviewFindings;
}

export interface Nothing {
  operation: 'DO_NOTHING';
  title: string;
  reason: string;
  articleId: string | null;
}

export type Planned = PlannedDraft | Nothing;

const MOST_FINDINGS = 10;

/**
 * Decides about each proposal, in order, and writes the drafts. Proposals that change one article become one draft of it.
 * The same situation gives the same plan as long as `write` does.
 */
export async function planDrafts(situation: Situation): Promise<Planned[]> {
  const live = createLibrary(situation.live.map(toKnown));
  const waiting = createLibrary(situation.waiting.map(toKnown));
  const planned: Planned[] = [];
  const updates = new Map<string, PlannedDraft>();
  const seen = new Set<string>();
  for (const proposal of situation.proposals) {
    const key = wordsOf(textOf(proposal.section)).join(' ') || textOf(proposal.section);
    if (seen.has(key)) {
      planned.push(nothing(proposal, 'The same text stands in it twice.', null));
      continue;
    }
    seen.add(key);
    const related = relatedTo(live, proposal);
    const decision = decide(situation, proposal, related, relatedTo(waiting, proposal));
    if (decision.operation === 'DO_NOTHING') {
      planned.push(nothing(proposal, decision.reason, decision.article?.articleId ?? null));
      continue;
    }
    const before = decision.article ? updates.get(decision.article.articleId) : undefined;
    const draft = await writePlanned(situation, proposal, decision, related, before);
    if (before) Object.assign(before, draft);
    else planned.push(draft);
    if (!before && decision.article) updates.set(decision.article.articleId, draft);
  }
  return planned;
}

export const toKnown = (article: Article): KnownArticle => ({
  articleId: article.articleId,
  title: article.title,
  questions: article.questions,
  text: article.mainKnowledge,
});

const textOf = (section: Section) => section.paragraphs.map(({ text }) => text).join('\n\n');

const relatedTo = (library: Library, { section, askedBy }: Proposal) =>
  library.relatedTo({ title: section.title, questions: [...section.questions, ...askedBy], text: textOf(section) });

const nothing = ({ section }: Proposal, reason: string, articleId: string | null): Nothing => ({
  operation: 'DO_NOTHING',
  title: section.title,
  reason,
  articleId,
});

function decide({ live, allowed }: Situation, proposal: Proposal, related: Related[], waiting: Related[]): Decision {
  const ofSource = live.filter(({ documentId }) => documentId !== null && documentId === proposal.documentId);
  const title = wordsOf(proposal.section.title).join(' ');
  const sameTitle = ofSource.find((article) => wordsOf(article.title).join(' ') === title);
  const near = related.find(({ article }) => ofSource.some(({ articleId }) => articleId === article.articleId));
  const known = new Set(
    related.flatMap(({ article }) => article.questions.map((question) => wordsOf(question).join(' '))),
  );
  return decideOperation(
    {
      related,
      waiting,
      fromSameSource: sameTitle ? toKnown(sameTitle) : (near?.article ?? null),
      hasNewQuestions: proposal.askedBy.some((question) => !known.has(wordsOf(question).join(' '))),
    },
    allowed,
  );
}

async function writePlanned(
  situation: Situation,
  proposal: Proposal,
  { operation, article, reason }: Decision,
  related: readonly Related[],
  before: PlannedDraft | undefined,
): Promise<PlannedDraft> {
  const { section, askedBy, documentId, evidence } = proposal;
  const original = situation.live.find(({ articleId }) => articleId === article?.articleId) ?? null;
  const contradictions = related.find((one) => one.article.articleId === original?.articleId)?.contradictions ?? [];
  const { content, note } = await situation.write({
    section,
    askedBy,
    original: original && {
      content: before?.content ?? original,
      contradictions,
      isFromSameSource: !before && original.documentId !== null && original.documentId === documentId,
    },
  });
  const found = findingsOf(related, original?.articleId ?? null);
  const folder = original
    ? null
    : chooseFolder(situation.folders, `${section.title}\n${section.context.join('\n')}\n${textOf(section)}`);
  return {
    operation: operation === 'UPDATE_ARTICLE' ? 'UPDATE_ARTICLE' : 'ADD_ARTICLE_TO_FOLDER',
    content,
    folderId: original ? original.folderId : (folder?.folderId ?? null),
    documentId,
    original: original && { articleId: original.articleId, version: original.version },
    findings: {
      reason: [before?.findings.reason, reason, original ? null : filedAs(folder, situation.folders), note]
        .filter(Boolean)
        .join(' '),
      evidence: [...(before?.findings.evidence ?? []), ...evidence],
      duplicates: [...(before?.findings.duplicates ?? []), ...found.duplicates].slice(0, MOST_FINDINGS),
      conflicts: [...(before?.findings.conflicts ?? []), ...found.conflicts].slice(0, MOST_FINDINGS),
    },
  };
}

/** What a reviewer has to know of other live articles: those that say nearly the same, and those that say otherwise. */
export function findingsOf(related: readonly Related[], originalId: string | null) {
  const duplicates = related
    .filter(
      ({ article, similarity, shareKnown }) =>
        article.articleId !== originalId && Math.max(similarity, shareKnown) >= NEAR_DUPLICATE,
    )
    .map(({ article, similarity, shareKnown }) => ({
      articleId: article.articleId,
      title: article.title,
      similarity: Math.round(Math.max(similarity, shareKnown) * 1_000) / 1_000,
    }));
  const conflicts = related.flatMap(({ article, contradictions }) =>
    contradictions.map((contradiction) => ({ articleId: article.articleId, title: article.title, ...contradiction })),
  );
  return { duplicates: duplicates.slice(0, MOST_FINDINGS), conflicts: conflicts.slice(0, MOST_FINDINGS) };
}

function filedAs(folder: FolderProfile | null, folders: readonly FolderProfile[]): string {
  if (folder) return `It fits into the folder "${folder.title}" best.`;
  return folders.length === 0
    ? 'There is no folder yet: move it into one, so that a bot answers from it.'
    : 'No folder fits: move it into one, so that a bot answers from it.';
}
