import Type from 'typebox';
import { AppError, defineError } from '#platform/http/errors.ts';

export const accountNotFound = defineError('account_not_found', 404, 'The user has no such account.');
export const accountNumberDiffers = defineError(
  'account_number_differs',
  409,
  'An account with this id exists under another account number.',
);
export const transactionElsewhere = defineError(
  'transaction_elsewhere',
  409,
  'A transaction with this id exists in another account of the user.',
);
export const bankDataIsFixed = defineError(
  'bank_data_is_fixed',
  409,
  'The account was fetched from a bank; only uploaded data can be altered.',
);
export const accountNotNamed = defineError(
  'account_not_named',
  400,
  'The file does not say which account it is of; `accountId` has to.',
);

export const fileRefused = defineError(
  'file_refused',
  400,
  'A file can not be taken as a whole: it is cut off, hostile, or no statement; with `strict`, a row of it can not be read. Nothing was stored.',
  {
    fields: {
      file: Type.String({ description: 'The file.' }),
      line: Type.Union([Type.Integer(), Type.Null()], { description: 'The line in it, if it is a matter of one.' }),
      reason: Type.String({ description: 'What is wrong with it.' }),
    },
  },
);

export const noSuchAccount = () => new AppError(accountNotFound, 'The user has no account with this id.');
