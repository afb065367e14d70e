/** Bodies of the manual upload, and what it answers. */
import Type from 'typebox';
import { AccountInput, AccountPatch, MAX_LENGTH, TransactionInput, TransactionPatch } from './banking.schemas.ts';

export const AccountsUpload = Type.Object(
  { accounts: Type.Array(AccountInput, { description: 'The accounts; the same id never stands twice.' }) },
  { description: 'Accounts with their transactions.' },
);

export const TransactionsUpload = Type.Object(
  { transactions: Type.Array(TransactionInput, { description: 'The transactions; the same id never stands twice.' }) },
  { description: 'Transactions of one account.' },
);

export const UpdateAccounts = Type.Object(
  {
    accounts: Type.Array(AccountPatch, {
      minItems: 1,
      description: 'The accounts to change; each must exist already.',
    }),
  },
  { description: 'Changes of accounts and of their transactions.' },
);

export const UpdateTransactions = Type.Object(
  {
    transactions: Type.Array(TransactionPatch, {
      minItems: 1,
      description: 'The transactions to change; each must exist already.',
    }),
  },
  { description: 'Changes of transactions of one account.' },
);

export const IdList = Type.Object(
  {
    ids: Type.Array(Type.String({ minLength: 1, maxLength: MAX_LENGTH.code }), {
      minItems: 1,
      maxItems: 10_000,
      description: 'Which ones.',
    }),
  },
  { description: 'What to delete.' },
);

const count = (description: string) => Type.Integer({ minimum: 0, description });

export const UploadAnswer = Type.Object(
  {
    accounts: Type.Array(
      Type.Object(
        {
          accountId: Type.String({ description: 'The account.' }),
          status: Type.Enum(['created', 'replaced'], {
            description: 'Whether it is new or took the place of one that existed.',
          }),
        },
        { additionalProperties: false, description: 'An account of the body.' },
      ),
      { description: 'The accounts in the order of the body.' },
    ),
    added: count('Transactions that are new.'),
    updated: count('Known transactions whose content the body changed.'),
    skipped: count('Known transactions, unchanged.'),
    removed: count('Transactions of a replaced account that the body no longer has.'),
  },
  { additionalProperties: false, description: 'What was stored.' },
);

export const AddedTransactions = Type.Object(
  { added: count('Transactions that are new.'), skipped: count('Transactions whose id the account has already.') },
  { additionalProperties: false, description: 'What was stored.' },
);

export const UpdatedBankData = Type.Object(
  {
    updated: Type.Object(
      {
        accounts: Type.Optional(count('Accounts that were written.')),
        transactions: count('Transactions whose content changed.'),
      },
      { additionalProperties: false, description: 'How many of each.' },
    ),
  },
  { additionalProperties: false, description: 'What was changed.' },
);

export const DeletedBankData = Type.Object(
  {
    deleted: Type.Object(
      { accounts: Type.Optional(count('Accounts that are gone.')), transactions: count('Transactions that are gone.') },
      { additionalProperties: false, description: 'How many of each.' },
    ),
    notFound: Type.Optional(Type.Array(Type.String(), { description: 'Ids of the body that did not exist.' })),
  },
  { additionalProperties: false, description: 'What was deleted.' },
);
