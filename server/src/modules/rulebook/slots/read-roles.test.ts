/** Several values of one type in a message: which is which is said by the words, or by nobody. */
import { expect, test } from 'vitest';
import type { InputSchema } from '../flow/flow.types.ts';
import { readRoles } from './read-roles.ts';

const context = { today: '2026-11-22', dayFirst: true, country: 'DE' };
const DE89 = 'DE89370400440532013000';
const GB82 = 'GB82WEST12345698765432';
const holiday: InputSchema = {
  from: { type: 'date', description: 'First day' },
  until: { type: 'date', description: 'Last day' },
};
const transfer: InputSchema = {
  debit_account: { type: 'iban', description: 'Account it comes from' },
  target: { type: 'iban', description: 'Account of the recipient' },
  amount: { type: 'amount', description: 'How much' },
};

test.each<[string, InputSchema, object]>([
  ['from 3 May to 10 May', holiday, { from: '2027-05-03', until: '2027-05-10' }],
  ['I am away from the 3rd of May until the 10th of May please', holiday, { from: '2027-05-03', until: '2027-05-10' }],
  ['vom 3. bis 10. Mai', holiday, { from: '2027-05-03', until: '2027-05-10' }],
  ['3.5. bis 10.5.2027', holiday, { from: '2027-05-03', until: '2027-05-10' }],
  ['bis 10. Mai', holiday, { until: '2027-05-10' }],
  [`Bitte von ${DE89} auf ${GB82} überweisen`, transfer, { debit_account: DE89, target: GB82 }],
  [`please send 50 EUR to ${GB82} from ${DE89}`, transfer, { debit_account: DE89, target: GB82 }],
  // Two on one side: nobody knows.
  ['from 3 May or 4 May to 10 May', holiday, { until: '2027-05-10' }],
  ['3 May, 10 May', holiday, {}],
  ['I want to move to Berlin', holiday, {}],
  // Names that tell nothing.
  ['from 3 May to 10 May', { a: { type: 'date', description: 'A' }, b: { type: 'date', description: 'B' } }, {}],
])('%s', (message, schema, told) => {
  expect(readRoles(schema, message, context)).toEqual(told);
});
