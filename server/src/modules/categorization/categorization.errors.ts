import { defineError } from '#platform/http/errors.ts';

export const transactionNotFound = defineError('transaction_not_found', 404, 'The user has no such transaction.');
export const ruleNotFound = defineError('rule_not_found', 404, 'There is no such rule in this workspace.');
