import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';

export type Decision = 'confirmed' | 'dismissed';

/** A person's word on a contract. */
export interface ContractDecision {
  contractId: string;
  decision: Decision;
  /** The contract's bookings when it was decided. */
  transactionIds: string[];
}

export async function upsertContractDecision(
  session: Session,
  owner: { workspaceId: string; userKey: string },
  { contractId, decision, transactionIds }: ContractDecision,
) {
  await session.kysely
    .insertInto('contract_decisions')
    .values({
      workspace_id: owner.workspaceId,
      user_key: owner.userKey,
      contract_id: contractId,
      decision,
      transaction_ids: transactionIds,
    })
    .onConflict((conflict) =>
      conflict.columns(['user_key', 'contract_id']).doUpdateSet({
        decision,
        previous: sql<Decision>`contract_decisions.decision`,
        transaction_ids: transactionIds,
        created_at: sql<Date>`clock_timestamp()`,
      }),
    )
    .execute();
}

/** The last word on a contract is taken back: the one before it holds again, if there was one. */
export async function takeBackContractDecision(session: Session, userKey: string, contractId: string) {
  await session.query('delete from contract_decisions where user_key = $1 and contract_id = $2 and previous is null', [
    userKey,
    contractId,
  ]);
  await session.query(
    'update contract_decisions set decision = previous, previous = null where user_key = $1 and contract_id = $2 and previous is not null',
    [userKey, contractId],
  );
}

/** What was decided about a user's contracts, the newest last. */
export async function selectContractDecisions(session: Session, userKey: string): Promise<ContractDecision[]> {
  const rows = await session.kysely
    .selectFrom('contract_decisions')
    .select(['contract_id as contractId', 'decision', 'transaction_ids as transactionIds'])
    .where('user_key', '=', userKey)
    .orderBy('created_at')
    .orderBy('contract_id')
    .execute();
  return rows.map((row) => ({ ...row, decision: row.decision as Decision }));
}
