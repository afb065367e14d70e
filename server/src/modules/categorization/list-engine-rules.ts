import type { Session } from '#platform/db/database.ts';
import { selectCorrections, selectRules } from './categorization.queries.ts';
import type { CategoryRule } from './categorization.types.ts';
import { toEngineRule } from './rule-values.ts';

/** Everything that people decided for a user, in the order of precedence: corrections, then the rules of the workspace. */
export async function listEngineRules(session: Session, workspaceId: string, userKey: string): Promise<CategoryRule[]> {
  const corrections = await selectCorrections(session, userKey);
  const rules = await selectRules(session, workspaceId);
  return [
    ...corrections.map(({ transactionId, categoryId }) => ({
      id: transactionId,
      kind: 'correction' as const,
      categoryId,
      transactionId,
    })),
    ...rules.map((rule) => ({ ...toEngineRule(rule.name, rule), ruleId: rule.ruleId })),
  ];
}
