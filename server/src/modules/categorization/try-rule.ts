import type { Static } from 'typebox';
import { listUserAccounts, transactionsOfUser } from '#modules/banking/index.ts';
import { type ActiveUser, listUsers, requireUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { formatMinor } from '#platform/money.ts';
import type { RuleTrial, TryRule } from './categorization.schemas.ts';
import type { CategoryRule } from './categorization.types.ts';
import { findRule, prepareRules } from './custom-rules.ts';
import { getCategorizer } from './get-categorizer.ts';
import { listEngineRules } from './list-engine-rules.ts';
import { requireRule } from './manage-rules.ts';
import { readRule, toEngineRule } from './rule-values.ts';

const MOST_EXAMPLES = 50;
/** Of a trial on several users: what takes about a second. */
const MOST_USERS = 50;
const MOST_TRANSACTIONS = 100_000;

type Trial = Static<typeof RuleTrial>;

/**
 * What a rule that is not saved would do to stored transactions, of one user or of the newest; changes nothing. With
 * `ruleId` it stands where the stored one stands.
 */
export async function tryRule(ctx: Context, { rule: input, userId, ruleId }: Static<typeof TryRule>): Promise<Trial> {
  const rule = toEngineRule(input.name, readRule(input, '/rule'));
  if (ruleId !== undefined) await requireRule(ctx, ruleId);
  const trial: Trial = { users: 0, transactions: 0, matches: 0, changes: 0, examples: [] };
  const userIds = userId === undefined ? await newestUsers(ctx) : [userId];
  for (const id of userIds) {
    await tryOnUser(ctx, await requireUser(ctx, id), id, { rule, ruleId: ruleId ?? null }, trial);
    if (trial.transactions >= MOST_TRANSACTIONS) break;
  }
  return trial;
}

async function newestUsers(ctx: Context): Promise<string[]> {
  const { users } = await listUsers(ctx, { limit: MOST_USERS });
  return users.map(({ userId }) => userId);
}

async function tryOnUser(
  ctx: Context,
  user: ActiveUser,
  userId: string,
  { rule, ruleId }: { rule: CategoryRule; ruleId: string | null },
  trial: Trial,
): Promise<void> {
  const accounts = await listUserAccounts(ctx.session, user.userKey);
  const rules = await listEngineRules(ctx.session, ctx.workspaceId, user.userKey);
  const tried = ruleId === null ? [...rules, rule] : rules.map((each) => (each.ruleId === ruleId ? rule : each));
  const replaced = rules.filter((each) => ruleId !== null && each.ruleId === ruleId);
  const touched = prepareRules([rule, ...replaced]);
  const alone = prepareRules([rule]);
  const categorizer = getCategorizer();
  const before = { userType: user.type, accounts, rules };
  const after = { userType: user.type, accounts, rules: tried };
  const examples: Trial['examples'] = [];
  for await (const batch of transactionsOfUser(ctx.session, user.userKey)) {
    for (const transaction of batch) {
      trial.transactions += 1;
      if (!findRule(touched, transaction)) continue;
      const categoryBefore = categorizer.categorize(transaction, before).categoryId;
      const categoryAfter = categorizer.categorize(transaction, after).categoryId;
      if (findRule(alone, transaction)) trial.matches += 1;
      if (categoryBefore !== categoryAfter) trial.changes += 1;
      // Batches come oldest first: the newest are what remains.
      if (examples.length === MOST_EXAMPLES) examples.shift();
      examples.push({
        userId,
        transactionId: transaction.transactionId,
        bookingDate: transaction.bookingDate,
        amount: formatMinor(transaction.amountMinor, transaction.currency),
        currency: transaction.currency,
        partner: transaction.paymentPartner?.name ?? null,
        purpose: transaction.purpose,
        categoryBefore,
        categoryAfter,
      });
    }
  }
  trial.users += 1;
  trial.examples = [...trial.examples, ...examples.reverse()].slice(0, MOST_EXAMPLES);
}
