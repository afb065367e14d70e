import type { UnansweredList } from '../../../app/api.gen.ts';
import type { call } from '../../../app/api.ts';

export type Matter = UnansweredList['matters'][number];

const LOOK_EVERY_MS = 700;
const MOST_QUESTIONS = 50;

/** The draft that was made; `reviewId` null: it waits among the others. */
export interface Drafted {
  isFromSources: boolean;
  reviewId: string | null;
}

/**
 * A draft for what customers asked in vain: from a source that answers it, or else one that holds their questions and waits
 * for somebody to write the answer. Rejects with `ApiError` or `Unreachable`.
 */
export async function draftAnswer(
  ask: typeof call,
  { question, wordings }: Matter,
  { since, botId }: { since: number; botId: string | undefined },
): Promise<Drafted> {
  const body = { question, since, ...(botId !== undefined && { botId }) };
  const { backgroundJobId } = await ask('POST /v2/knowledge/magic-articles', { body });
  const job = await untilDone(ask, backgroundJobId);
  const written = job.outcomes.find(({ operation }) => operation !== 'DO_NOTHING');
  if (written) return { isFromSources: true, reviewId: written.reviewId };
  const { id } = await ask('POST /v2/hc-articles/public', {
    body: {
      title: question,
      mainKnowledge: '',
      agentInstruction: '',
      questions: wordings.slice(0, MOST_QUESTIONS),
      keywords: [question.slice(0, 200)],
      escalation: false,
      parentFolderId: '',
      isDraft: true,
    },
  });
  const { reviews } = await ask('GET /v2/reviews', { query: { status: 'pending', limit: 50 } });
  return { isFromSources: false, reviewId: reviews.find(({ draftArticleId }) => draftArticleId === id)?.id ?? null };
}

async function untilDone(ask: typeof call, jobId: string) {
  for (;;) {
    const job = await ask('GET /v2/knowledge/jobs/{job-id}', { params: { 'job-id': jobId } });
    if (job.jobStatus === 'COMPLETED') return job;
    if (job.jobStatus === 'FAILED') throw new Error(job.error ?? 'The job failed.');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
