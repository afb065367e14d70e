import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { analysisMissing, contractNotFound } from './analysis.errors.ts';
import { applyDecision } from './apply-decision.ts';
import {
  type Decision,
  selectContractDecisions,
  takeBackContractDecision,
  upsertContractDecision,
} from './contract-decisions.queries.ts';
import type { Contract } from './engine/index.ts';
import { FOUND_CONTRACTS, type FoundContracts } from './found-contracts.ts';
import { matchDecisions } from './match-decisions.ts';
import { selectCompletedRun, selectResultOfRun, updateResult } from './results.queries.ts';

/** A person's word on a recurring payment: it shows at once, and stays in every later analysis. Null: the last word is taken back. */
export async function decideContract(
  ctx: Context,
  userId: string,
  contractId: string,
  decision: Decision | null,
): Promise<Contract> {
  const user = await lockUser(ctx, userId);
  const run = await selectCompletedRun(ctx.session, user.userKey);
  if (!run) throw new AppError(analysisMissing, 'No analysis of this user has been completed yet.');
  const result = JSON.parse(await selectResultOfRun(ctx.session, run.runId, 'contracts')) as { contracts: Contract[] };
  const contract = result.contracts.find((candidate) => candidate.contractId === contractId);
  if (!contract)
    throw new AppError(contractNotFound, 'The last completed analysis of this user found no such contract.');
  const owner = { workspaceId: ctx.workspaceId, userKey: user.userKey };
  if (decision === null) await takeBackContractDecision(ctx.session, user.userKey, contractId);
  else
    await upsertContractDecision(ctx.session, owner, { contractId, decision, transactionIds: contract.transactionIDs });
  const decided =
    decision === null ? await asDecided(ctx, user.userKey, run.runId, contract) : applyDecision(contract, decision);
  const contracts = result.contracts.map((candidate) => (candidate === contract ? decided : candidate));
  await updateResult(ctx.session, run.runId, 'contracts', JSON.stringify({ contracts }));
  return decided;
}

/** As the run has found it, with what people still say of it. */
async function asDecided(ctx: Context, userKey: string, runId: string, contract: Contract): Promise<Contract> {
  const foundOf = JSON.parse(await selectResultOfRun(ctx.session, runId, FOUND_CONTRACTS)) as FoundContracts;
  const found = { ...contract, ...foundOf[contract.contractId] };
  const decisions = await selectContractDecisions(ctx.session, userKey);
  return applyDecision(found, matchDecisions([found], decisions).get(contract.contractId));
}
