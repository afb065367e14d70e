import { requireExchange, unansweredQuestions } from '#modules/conversations/index.ts';
import { paragraphsOf, readyDocuments, requireDocument } from '#modules/knowledge/index.ts';
import type { Context } from '#platform/context.ts';
import { redactText } from '#platform/log/index.ts';
import { cutText } from '#platform/storable-text.ts';
import type { JobRow, Outcome } from './drafting.queries.ts';
import { clusterQuestions } from './engine/cluster-questions.ts';
import type { Section } from './engine/drafting.types.ts';
import { createAnswerFinder } from './engine/find-answer.ts';
import type { Proposal } from './engine/plan-drafts.ts';
import { segment } from './engine/segment.ts';

/** A reason for which a job can't do what it was asked for. */
export class JobImpossible extends Error {
  override name = 'JobImpossible';
}

export interface Gathered {
  proposals: Proposal[];
  /** What was looked at and led to no proposal. */
  outcomes: Outcome[];
  /** The text of the document that it was drafted from. */
  documentText: string[] | null;
}

/** Drafts that one job writes at most: more is nothing that a person could review. */
const MOST_PROPOSALS = 200;
const MOST_EVIDENCE = 50;
const LONGEST_EVIDENCE = 1_000;

/** What a job has to decide about: parts of a document or a text, an answer that a person gave, or unanswered questions. */
export async function gatherProposals(ctx: Context, job: JobRow): Promise<Gathered> {
  const gathered = await gather(ctx, job);
  const extra = gathered.proposals.length - MOST_PROPOSALS;
  if (extra <= 0) return gathered;
  const reason = `${extra} further parts were left out: one job looks at ${MOST_PROPOSALS}. Divide the source.`;
  return {
    ...gathered,
    proposals: gathered.proposals.slice(0, MOST_PROPOSALS),
    outcomes: [...gathered.outcomes, nothing('', reason)],
  };
}

function gather(ctx: Context, job: JobRow): Promise<Gathered> {
  if (job.kind === 'magic') return fromUnanswered(ctx, job);
  if (job.eventId !== null) return fromConversation(ctx, job, job.eventId);
  return fromText(ctx, job);
}

const nothing = (title: string, reason: string): Outcome => ({
  operation: 'DO_NOTHING',
  title,
  reason,
  articleId: null,
  reviewId: null,
  written: false,
});

async function fromText(ctx: Context, job: JobRow): Promise<Gathered> {
  const document = job.documentId === null ? null : await requireDocument(ctx, job.documentId);
  if (document?.state === 'failed') throw new JobImpossible(`The document could not be read: ${document.error}`);
  const isGiven = job.candidateKnowledge.trim() !== '';
  const paragraphs = isGiven ? paragraphsOf(job.candidateKnowledge) : (document?.paragraphs ?? []);
  const sections = segment(isGiven ? null : (document?.title ?? null), paragraphs);
  const places = new Map((document?.paragraphs ?? []).map((text, index) => [text, index]));
  const placeOf = (index: number, text: string) => (isGiven ? (places.get(text) ?? null) : index);
  return {
    proposals: sections.map((section) => ({
      section,
      askedBy: [],
      documentId: document?.documentId ?? null,
      evidence: evidenceOf(section, document?.documentId ?? null, document ? placeOf : () => null),
    })),
    outcomes: sections.length > 0 ? [] : [nothing(document?.title ?? '', 'It holds nothing that answers a question.')],
    documentText: document && !isGiven ? document.paragraphs : null,
  };
}

const evidenceOf = (
  section: Section,
  documentId: string | null,
  placeOf: (index: number, text: string) => number | null,
) =>
  section.paragraphs.slice(0, MOST_EVIDENCE).map(({ index, text }) => ({
    documentId,
    paragraph: placeOf(index, text),
    text: cutText(text, LONGEST_EVIDENCE),
  }));

const COURTESY =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|day)|thanks?|thank you|(?:best|kind|warm)? ?regards|hallo|guten (?:tag|morgen)|moin|liebe[r]?|sehr geehrte[r]?|vielen dank|danke|(?:viele|beste|freundliche|liebe) grüße|mit freundlichen grüßen)\b[^.!?\n]{0,60}[,.!]?$/iu;

/** What a person answered to a customer, or what the caller says about it, under the customer's question. */
async function fromConversation(ctx: Context, job: JobRow, eventId: string): Promise<Gathered> {
  const { question, answers } = await requireExchange(ctx, eventId);
  const given = job.candidateKnowledge.trim() === '' ? redactText(answers.join('\n\n')) : job.candidateKnowledge;
  const paragraphs = paragraphsOf(given).filter((text) => !COURTESY.test(text));
  const asked = tidyQuestion(question);
  const title = asked ?? cutText(paragraphs[0]?.split('\n')[0] ?? '', 200);
  if (paragraphs.length === 0) {
    return {
      proposals: [],
      outcomes: [nothing(title, 'No person has answered in this conversation yet.')],
      documentText: null,
    };
  }
  const section: Section = {
    title: cutText(title, 200),
    questions: asked ? [asked] : [],
    context: [],
    paragraphs: paragraphs.map((text, index) => ({ index, text })),
  };
  const evidence = evidenceOf(section, null, () => null);
  if (asked) evidence.unshift({ documentId: null, paragraph: null, text: `A customer asked: ${asked}` });
  return { proposals: [{ section, askedBy: [], documentId: null, evidence }], outcomes: [], documentText: null };
}

const LONGEST_QUESTION = 300;

/** A customer's words without personal data; null for what is too long to stand as a question. */
export function tidyQuestion(message: string): string | null {
  const question = redactText(message.replaceAll(/\s+/g, ' ').trim());
  return question === '' || question.length > LONGEST_QUESTION ? null : question;
}

/** Magic Articles: for each matter that customers asked about in vain, the part of the sources that answers it. */
async function fromUnanswered(ctx: Context, job: JobRow): Promise<Gathered> {
  const clusters = await unansweredClusters(ctx, {
    since: job.askedSince ?? new Date(0),
    until: job.askedUntil ?? ctx.now(),
    botId: job.botId,
  });
  const only = job.candidateKnowledge;
  const asked = clusters.filter(
    ({ count, question, wordings }) =>
      count >= (job.askedAtLeast ?? 1) && (only === '' || question === only || wordings.includes(only)),
  );
  const documents = await readyDocuments(ctx);
  const finder = createAnswerFinder(
    documents.flatMap(({ documentId, title, paragraphs }) =>
      segment(title, paragraphs).map((section) => ({ documentId, section })),
    ),
  );
  const gathered: Gathered = { proposals: [], outcomes: [], documentText: null };
  for (const { question, wordings, count } of asked) {
    const found = finder.find(question);
    if (!found) {
      gathered.outcomes.push(nothing(question, `Customers asked it ${times(count)}, and no source answers it.`));
      continue;
    }
    const { section, documentId } = found;
    const said = `Customers asked ${times(count)}: ${wordings.slice(0, 5).join(' · ')}`;
    const demand = { documentId: null, paragraph: null, text: said };
    const same = gathered.proposals.find((proposal) => proposal.section === section);
    if (same) {
      same.askedBy = [...same.askedBy, ...wordings];
      same.evidence.unshift(demand);
      continue;
    }
    const evidence = [demand, ...evidenceOf(section, documentId, (index) => index)];
    gathered.proposals.push({ section, askedBy: wordings, documentId, evidence });
  }
  if (asked.length === 0)
    gathered.outcomes.push(nothing('', 'No question that was asked often enough went without an answer.'));
  return gathered;
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

/** Questions that the bots had no answer to, by matter, those asked most first. */
export async function unansweredClusters(ctx: Context, filter: { since: Date; until: Date; botId: string | null }) {
  const questions = await unansweredQuestions(ctx, filter);
  return clusterQuestions(
    questions.flatMap(({ question, askedAt }) => {
      const tidy = tidyQuestion(question);
      return tidy === null ? [] : [{ question: tidy, askedAt }];
    }),
  );
}
