import { sql } from 'kysely';
import { fetchInBatches } from '#platform/db/batches.ts';
import type { Session } from '#platform/db/database.ts';

export interface Correction {
  transactionId: string;
  categoryId: string;
}

export async function upsertCorrections(
  session: Session,
  owner: { workspaceId: string; userKey: string },
  corrections: readonly Correction[],
) {
  await session.query(
    `insert into category_corrections (workspace_id, user_key, transaction_id, category_id)
     select $1, $2, * from unnest($3::text[], $4::text[])
     on conflict (user_key, transaction_id) do update set category_id = excluded.category_id, created_at = now()`,
    [
      owner.workspaceId,
      owner.userKey,
      corrections.map(({ transactionId }) => transactionId),
      corrections.map(({ categoryId }) => categoryId),
    ],
  );
}

export async function deleteCorrections(session: Session, userKey: string, transactionIds: readonly string[]) {
  await session.query('delete from category_corrections where user_key = $1 and transaction_id = any($2)', [
    userKey,
    transactionIds,
  ]);
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
