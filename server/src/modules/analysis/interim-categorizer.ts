import type { Account, Transaction } from '#modules/banking/index.ts';
import { createCategorizer as create } from '#modules/categorization/index.ts';
let one: ReturnType<typeof create> | null = null;
export const createCategorizer = () => (one ??= create());
export const pairInternalTransfers = (_t: Transaction[], _a: Account[]): Map<string, string> => new Map();
