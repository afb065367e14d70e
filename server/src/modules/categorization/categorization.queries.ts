import { sql } from 'kysely';
import { fetchInBatches } from '#platform/db/batches.ts';
import type { Session } from '#platform/db/database.ts';

export async function upsertCorrection(
  session: Session,
  correction: { workspaceId: string; userKey: string; transactionId: string; categoryId: string },
) {
  await session.kysely
    .insertInto('category_corrections')
    .values({
      workspace_id: correction.workspaceId,
      user_key: correction.userKey,
      transaction_id: correction.transactionId,
      category_id: correction.categoryId,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['user_key', 'transaction_id'])
        .doUpdateSet({ category_id: correction.categoryId, created_at: sql<Date>`now()` }),
    )
    .execute();
}

export async function deleteCorrection(session: Session, userKey: string, transactionId: string) {
  await session.kysely
    .deleteFrom('category_corrections')
    .where('user_key', '=', userKey)
    .where('transaction_id', '=', transactionId)
    .execute();
}

export async function selectCorrections(session: Session, userKey: string) {
  return session.kysely
    .selectFrom('category_corrections')
    .select(['transaction_id as transactionId', 'category_id as categoryId'])
    .where('user_key', '=', userKey)
    .execute();
}

export interface RuleRow {
  ruleId: string;
  name: string;
  categoryId: string;
  partner: string | null;
  purpose: string | null;
  creditorId: string | null;
  iban: string | null;
  currency: string;
  amountMinorFrom: number | null;
  amountMinorTo: number | null;
  createdAt: Date;
  updatedAt: Date;
}

const ruleColumns = [
  'rule_id as ruleId',
  'name',
  'category_id as categoryId',
  'partner',
  'purpose',
  'creditor_id as creditorId',
  'iban',
  'currency',
  'amount_minor_from as amountMinorFrom',
  'amount_minor_to as amountMinorTo',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

/** Oldest first: the order in which they decide. */
export async function selectRules(session: Session, workspaceId: string): Promise<RuleRow[]> {
  return session.kysely
    .selectFrom('categorization_rules')
    .select(ruleColumns)
    .where('workspace_id', '=', workspaceId)
    .orderBy('rule_id')
    .execute();
}

export async function selectRule(session: Session, workspaceId: string, ruleId: string): Promise<RuleRow | undefined> {
  return session.kysely
    .selectFrom('categorization_rules')
    .select(ruleColumns)
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`rule_id::text = ${ruleId}`)
    .executeTakeFirst();
}

export type RuleValues = Omit<RuleRow, 'ruleId' | 'createdAt' | 'updatedAt'>;

const toColumns = (rule: RuleValues) => ({
  name: rule.name,
  category_id: rule.categoryId,
  partner: rule.partner,
  purpose: rule.purpose,
  creditor_id: rule.creditorId,
  iban: rule.iban,
  currency: rule.currency,
  amount_minor_from: rule.amountMinorFrom,
  amount_minor_to: rule.amountMinorTo,
});

export async function insertRule(session: Session, workspaceId: string, ruleId: string, rule: RuleValues) {
  await session.kysely
    .insertInto('categorization_rules')
    .values({ rule_id: ruleId, workspace_id: workspaceId, ...toColumns(rule) })
    .execute();
}

export async function updateRuleRow(session: Session, workspaceId: string, ruleId: string, rule: RuleValues) {
  await session.kysely
    .updateTable('categorization_rules')
    .set({ ...toColumns(rule), updated_at: sql<Date>`now()` })
    .where('workspace_id', '=', workspaceId)
    .where('rule_id', '=', ruleId)
    .execute();
}

export async function deleteRuleRow(session: Session, workspaceId: string, ruleId: string) {
  await session.kysely
    .deleteFrom('categorization_rules')
    .where('workspace_id', '=', workspaceId)
    .where('rule_id', '=', ruleId)
    .execute();
}

export async function deleteCorrectionsOfUser(session: Session, userKey: string): Promise<Record<string, number>> {
  const { numDeletedRows } = await session.kysely
    .deleteFrom('category_corrections')
    .where('user_key', '=', userKey)
    .executeTakeFirst();
  return { category_corrections: Number(numDeletedRows) };
}

export const correctionRowsOfUser = (session: Session, userKey: string) => [
  {
    table: 'category_corrections',
    batches: () => fetchInBatches(session, 'select * from category_corrections where user_key = $1', [userKey]),
  },
];
