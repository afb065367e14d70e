import { type DetachedContext, inTransaction } from '#platform/context.ts';
import { askModel } from './ask-model.ts';
import { requireModel } from './manage-model.ts';
import { ModelFailure } from './model-failure.ts';
import { open } from './open-model.ts';
import { forgetFailures } from './pause.ts';

/** Asks the workspace's model one short question, to find out whether address, key and name are right. */
export async function checkModel(ctx: DetachedContext) {
  const model = await inTransaction(ctx, async (inside) => open(inside, await requireModel(inside)));
  forgetFailures(ctx.workspaceId);
  const startedMs = performance.now();
  const request = {
    instructions: 'Answer with the single word OK.',
    messages: [{ role: 'user' as const, text: 'Are you there?' }],
  };
  try {
    const { inputTokens, outputTokens, durationMs } = await askModel(ctx, model, request);
    return { ok: true, problem: null, durationMs, inputTokens, outputTokens };
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    const durationMs = Math.round(performance.now() - startedMs);
    return { ok: false, problem: error.message, durationMs, inputTokens: 0, outputTokens: 0 };
  }
}
