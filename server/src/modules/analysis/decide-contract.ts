import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { analysisMissing, contractNotFound } from './analysis.errors.ts';
import { applyDecision } from './apply-decision.ts';
import { type Decision, upsertContractDecision } from './contract-decisions.queries.ts';
import type { Contract } from './engine/index.ts';
import { selectCompletedRun, selectResultOfRun, updateResult } from './results.queries.ts';

/** A person's word on a recurring payment: it shows at once, and stays in every later analysis. */
export async function decideContract(
  ctx: Context,
  userId: string,
  contractId: string,
  decision: Decision,
): Promise<Contract> {
  const user = await lockUser(ctx, userId);
  const run = await selectCompletedRun(ctx.session, user.userKey);
  if (!run) throw new AppError(analysisMissing, 'No analysis of this user has been completed yet.');
  const result = JSON.parse(await selectResultOfRun(ctx.session, run.runId, 'contracts')) as { contracts: Contract[] };
  const contract = result.contracts.find((candidate) => candidate.contractId === contractId);
  if (!contract)
    throw new AppError(contractNotFound, 'The last completed analysis of this user found no such contract.');
  const decided = applyDecision(contract, decision);
  const contracts = result.contracts.map((candidate) => (candidate === contract ? decided : candidate));
  await updateResult(ctx.session, run.runId, 'contracts', JSON.stringify({ contracts }));
  const owner = { workspaceId: ctx.workspaceId, userKey: user.userKey };
  await upsertContractDecision(ctx.session, owner, { contractId, decision, transactionIds: contract.transactionIDs });
  return decided;
}
