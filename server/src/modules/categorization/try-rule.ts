import type { Static } from 'typebox';
import { listUserAccounts, transactionsOfUser } from '#modules/banking/index.ts';
import { requireUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { formatMinor } from '#platform/money.ts';
import type { TryRule } from './categorization.schemas.ts';
import { findRule, prepareRules } from './custom-rules.ts';
import { getCategorizer } from './get-categorizer.ts';
import { listEngineRules } from './list-engine-rules.ts';
import { readRule, toEngineRule } from './rule-values.ts';

const MOST_EXAMPLES = 50;

/** What a rule that is not saved would do to a user's stored transactions; changes nothing. */
export async function tryRule(ctx: Context, { rule: input, userId }: Static<typeof TryRule>) {
  const user = await requireUser(ctx, userId);
  const rule = toEngineRule(input.name, readRule(input, '/rule'));
  const alone = prepareRules([rule]);
  const accounts = await listUserAccounts(ctx.session, user.userKey);
  const rules = await listEngineRules(ctx.session, ctx.workspaceId, user.userKey);
  const categorizer = getCategorizer();
  const before = { userType: user.type, accounts, rules };
  const after = { userType: user.type, accounts, rules: [...rules, rule] };
  const trial = { transactions: 0, matches: 0, changes: 0, examples: [] as object[] };
  for await (const batch of transactionsOfUser(ctx.session, user.userKey)) {
    for (const transaction of batch) {
      trial.transactions += 1;
      if (!findRule(alone, transaction)) continue;
      const categoryBefore = categorizer.categorize(transaction, before).categoryId;
      const categoryAfter = categorizer.categorize(transaction, after).categoryId;
      trial.matches += 1;
      if (categoryBefore !== categoryAfter) trial.changes += 1;
      // Batches come oldest first: the newest are what remains.
      if (trial.examples.length === MOST_EXAMPLES) trial.examples.shift();
      trial.examples.push({
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
  return { ...trial, examples: trial.examples.reverse() };
}
