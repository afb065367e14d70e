import { americanFamily, americanGigWorker } from './american-households.ts';
import { americanCompany, germanCompany } from './companies.ts';
import { germanFamily } from './german-family.ts';
import { germanPensioners } from './german-pensioners.ts';
import { germanStudent } from './german-student.ts';
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
