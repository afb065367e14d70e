import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';

export type Decision = 'confirmed' | 'dismissed';

export async function upsertContractDecision(
  session: Session,
  decision: { workspaceId: string; userKey: string; contractId: string; decision: Decision },
) {
  await session.kysely
    .insertInto('contract_decisions')
    .values({
      workspace_id: decision.workspaceId,
      user_key: decision.userKey,
      contract_id: decision.contractId,
      decision: decision.decision,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['user_key', 'contract_id'])
        .doUpdateSet({ decision: decision.decision, created_at: sql<Date>`now()` }),
    )
    .execute();
}

export async function selectContractDecisions(session: Session, userKey: string): Promise<Map<string, Decision>> {
  const rows = await session.kysely
    .selectFrom('contract_decisions')
    .select(['contract_id as contractId', 'decision'])
    .where('user_key', '=', userKey)
    .execute();
  return new Map(rows.map((row) => [row.contractId, row.decision as Decision]));
}
