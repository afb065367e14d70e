import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';
import type { Rule, RuleContent, RuleType } from './rule.types.ts';

const columns = `r.rule_id as "ruleId", r.state, r.type, r.trigger_type as "triggerType", r.name, r.labels, r.description, r.examples,
  r.input_schema as "inputSchema", r.flow, r.source, r.version, r.original_rule_id as "originalRuleId",
  r.original_rule_version as "originalRuleVersion", r.created_at as "createdAt", r.updated_at as "updatedAt",
  array(select bot_id::text from rule_bots b where b.rule_id = r.rule_id order by bot_id) as "botIds"`;

type Row = Rule & Record<string, unknown>;

export type NewRule = Omit<Rule, 'createdAt' | 'updatedAt' | 'version'>;

export async function insertRule(session: Session, workspaceId: string, rule: NewRule) {
  await session.kysely
    .insertInto('rules')
    .values({
      rule_id: rule.ruleId,
      workspace_id: workspaceId,
      state: rule.state,
      type: rule.type,
      trigger_type: rule.triggerType,
      name: rule.name,
      labels: JSON.stringify(rule.labels),
      description: rule.description,
      examples: rule.examples,
      input_schema: JSON.stringify(rule.inputSchema),
      flow: rule.flow && JSON.stringify(rule.flow),
      source: rule.source,
      original_rule_id: rule.originalRuleId,
      original_rule_version: rule.originalRuleVersion,
    })
    .execute();
  await replaceRuleBots(session, workspaceId, rule.ruleId, rule.botIds);
}

/** Exactly these bots play the rule from now on. Ids of bots that exist. */
export async function replaceRuleBots(session: Session, workspaceId: string, ruleId: string, botIds: string[]) {
  await session.query('delete from rule_bots where rule_id = $1 and bot_id::text <> all($2)', [ruleId, botIds]);
  await session.query(
    `insert into rule_bots (rule_id, bot_id, workspace_id) select $1, bot_id::uuid, $3 from unnest($2::text[]) as bot_id
     on conflict do nothing`,
    [ruleId, botIds, workspaceId],
  );
}

/** Newest first. */
export async function selectRules(
  session: Session,
  workspaceId: string,
  filter: { type: RuleType; state: 'live' | 'draft'; limit: number; before: string | null },
): Promise<Rule[]> {
  return session.query<Row>(
    `select ${columns} from rules r where workspace_id = $1 and type = $2 and state = $3
       and ($4::uuid is null or rule_id < $4) order by rule_id desc limit $5`,
    [workspaceId, filter.type, filter.state, filter.before, filter.limit],
  );
}

/** `lock` keeps it from changing until the transaction ends. The id may be any text. */
export async function selectRule(
  session: Session,
  workspaceId: string,
  ruleId: string,
  lock = false,
): Promise<Rule | undefined> {
  const [row] = await session.query<Row>(
    `select ${columns} from rules r where workspace_id = $1 and rule_id::text = $2${lock ? ' for update of r' : ''}`,
    [workspaceId, ruleId],
  );
  return row;
}

/** Live rules of a bot, oldest first: the order in which equally good ones are taken. */
export async function selectRulesOfBot(session: Session, botId: string): Promise<Rule[]> {
  return session.prepared<Row>(
    'select_rules_of_bot',
    `select ${columns} from rules r join rule_bots of_bot using (rule_id)
     where of_bot.bot_id = $1 and r.state = 'live' order by r.rule_id`,
    [botId],
  );
}

export interface RuleChange extends Partial<RuleContent> {
  type?: RuleType;
  triggerType?: 'on_escalation' | null;
  source?: string;
  state?: 'live';
}

/** Changes the rule and counts its version up. */
export async function updateRuleRow(session: Session, ruleId: string, change: RuleChange) {
  await session.kysely
    .updateTable('rules')
    .set((expression) => ({
      updated_at: sql<Date>`now()`,
      version: expression('version', '+', 1),
      ...(change.name !== undefined && { name: change.name }),
      ...(change.labels !== undefined && { labels: JSON.stringify(change.labels) }),
      ...(change.description !== undefined && { description: change.description }),
      ...(change.examples !== undefined && { examples: change.examples }),
      ...(change.inputSchema !== undefined && { input_schema: JSON.stringify(change.inputSchema) }),
      ...(change.flow !== undefined && { flow: change.flow && JSON.stringify(change.flow) }),
      ...(change.type !== undefined && { type: change.type }),
      ...(change.triggerType !== undefined && { trigger_type: change.triggerType }),
      ...(change.source !== undefined && { source: change.source }),
      ...(change.state !== undefined && {
        state: change.state,
        original_rule_id: null,
        original_rule_version: null,
      }),
    }))
    .where('rule_id', '=', ruleId)
    .execute();
}

export async function deleteRuleRow(session: Session, ruleId: string) {
  await session.query('delete from rules where rule_id = $1', [ruleId]);
}

export async function insertRuleVersion(
  session: Session,
  workspaceId: string,
  version: { ruleId: string; version: number; content: RuleContent; createdBy: string },
) {
  await session.query(
    'insert into rule_versions (rule_id, version, workspace_id, content, created_by) values ($1, $2, $3, $4, $5)',
    [version.ruleId, version.version, workspaceId, JSON.stringify(version.content), version.createdBy],
  );
}

export interface RuleVersionRow {
  version: number;
  content: RuleContent;
  createdBy: string;
  createdAt: Date;
}

/** Newest first. */
export async function selectRuleVersions(session: Session, ruleId: string): Promise<RuleVersionRow[]> {
  return session.query<RuleVersionRow & Record<string, unknown>>(
    `select version, content, created_by as "createdBy", created_at as "createdAt" from rule_versions
     where rule_id = $1 order by version desc`,
    [ruleId],
  );
}
