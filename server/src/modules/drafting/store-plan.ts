import { createDraft, currentVersions, mayPublishDirectly, publishDirectly } from '#modules/knowledge/index.ts';
import type { Actor, Context } from '#platform/context.ts';
import type { JobRow, Outcome } from './drafting.queries.ts';
import type { Planned, PlannedDraft } from './engine/plan-drafts.ts';

/** Whether a live article that the plan changes has moved on since. */
export async function isOutdated(ctx: Context, planned: readonly Planned[]): Promise<boolean> {
  const originals = planned.flatMap((draft) =>
    draft.operation === 'DO_NOTHING' || !draft.original ? [] : [draft.original],
  );
  const versions = await currentVersions(
    ctx,
    originals.map(({ articleId }) => articleId),
  );
  return originals.some(({ articleId, version }) => versions.get(articleId) !== version);
}

/** Writes what was planned, as whoever requested it: drafts, or live articles where that was chosen. */
export async function storePlan(
  system: Context,
  job: JobRow,
  planned: readonly Planned[],
  hasModel: boolean,
): Promise<Outcome[]> {
  const ctx = { ...system, actor: readActor(job.requestedBy) };
  const mayPublish = !job.isDraft && (await mayPublishDirectly(ctx));
  const outcomes: Outcome[] = [];
  for (const one of planned) {
    outcomes.push(
      one.operation === 'DO_NOTHING'
        ? { ...one, reviewId: null, written: false }
        : await writeOne(ctx, job, one, { mayPublish, hasModel }),
    );
  }
  return outcomes;
}

async function writeOne(
  ctx: Context,
  job: JobRow,
  planned: PlannedDraft,
  { mayPublish, hasModel }: { mayPublish: boolean; hasModel: boolean },
): Promise<Outcome> {
  const { operation, content, findings } = planned;
  const draft = {
    content,
    folderId: planned.folderId,
    origin: job.origin,
    documentId: planned.documentId,
    original: planned.original,
  };
  const written = { operation, title: content.title, written: true };
  if (mayPublish && findings.conflicts.length === 0) {
    const { articleId } = await publishDirectly(ctx, draft);
    return { ...written, reason: findings.reason ?? '', articleId, reviewId: null };
  }
  const reason = [findings.reason, whyNotLive(job, mayPublish), hasModel ? null : aboutInstructions(job)]
    .filter(Boolean)
    .join(' ');
  const { article, reviewId } = await createDraft(ctx, { ...draft, findings: { ...findings, reason } });
  return { ...written, reason, articleId: article.articleId, reviewId };
}

function whyNotLive({ isDraft }: JobRow, mayPublish: boolean): string | null {
  if (isDraft) return null;
  return mayPublish
    ? 'It was to be published directly, but it contradicts a live article: somebody has to decide.'
    : 'It was to be published directly, but the workspace has forbidden that since.';
}

const aboutInstructions = ({ instructions }: JobRow) =>
  instructions.trim() === '' ? null : 'The instructions were not followed: that takes a language model.';

/** Who requested the job, as far as the audit log tells who did something. */
function readActor(requestedBy: string): Actor {
  const [kind = 'system', ...id] = requestedBy.split(':');
  return { kind: kind as Actor['kind'], id: id.join(':'), scopes: new Set() };
}
