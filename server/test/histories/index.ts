import { americanFamily, americanGigWorker } from './american-households.ts';
import { americanCompany, germanCompany } from './companies.ts';
import { germanFamily, germanPensioners, germanStudent } from './german-households.ts';
import type { LabelledHistory } from './history.types.ts';

/** All labelled histories; built anew on every call, always the same. */
export const labelledHistories = (): LabelledHistory[] => [
  germanFamily(),
  germanStudent(),
  germanPensioners(),
  americanFamily(),
  americanGigWorker(),
  germanCompany(),
  americanCompany(),
];
