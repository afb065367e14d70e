/** The form of an import of files, and what it answers. */
import Type, { type Static } from 'typebox';
import { MAX_LENGTH } from './banking.schemas.ts';
import { ColumnMapping } from './files/csv/mapping.ts';

export const ImportForm = Type.Object(
  {
    file: Type.Array(Type.String({ format: 'binary', description: 'A file of a bank, or a zip of such files.' }), {
      minItems: 1,
      maxItems: 50,
      description:
        'One or several: CAMT.052 or .053, MT940, CSV, OFX, QIF, or zip. What it is, is seen from its content; name and type do not matter.',
    }),
    accountId: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: MAX_LENGTH.code,
        description: 'The account of files that name none: an existing one, or the id that the new one shall have.',
      }),
    ),
    mapping: Type.Optional(ColumnMapping),
  },
  { description: 'Files as a bank gives them, as `multipart/form-data`.' },
);

export const ImportQuery = Type.Object({
  strict: Type.Optional(
    Type.Boolean({ description: 'Refuse everything when a single row can not be read. Default false.' }),
  ),
  dryRun: Type.Optional(Type.Boolean({ description: 'Say what would be stored, and store nothing. Default false.' })),
});
export type ImportQuery = Static<typeof ImportQuery>;

const count = (description: string) => Type.Integer({ minimum: 0, description });
const nullable = (description: string) => Type.Union([Type.String(), Type.Null()], { description });

const BalanceGap = Type.Object(
  {
    since: Type.String({ description: 'The last day up to which balances and transactions agreed.' }),
    until: Type.String({ description: 'The day of the first balance that they disagree by.' }),
    difference: Type.Number({ description: 'What the missing transactions add up to, in major units.' }),
  },
  { additionalProperties: false, description: 'Transactions are missing in between.' },
);

export const ImportAnswer = Type.Object(
  {
    accounts: Type.Array(
      Type.Object(
        {
          accountId: Type.String({ description: 'The account.' }),
          iban: nullable('Its IBAN, if known.'),
          name: nullable('Its name, if known.'),
          currency: Type.String({ description: 'ISO 4217 code.' }),
          status: Type.Enum(['created', 'existing'], { description: 'Whether the account is new.' }),
          imported: count('Transactions that are new.'),
          duplicates: count('Transactions that were known, from this file or from elsewhere.'),
          updated: count('Known transactions of which the file told more, such as pending ones that were booked.'),
          balanceGap: Type.Union([BalanceGap, Type.Null()], {
            description: 'Where the balances of the bank and the transactions part; null when they agree.',
          }),
        },
        { additionalProperties: false, description: 'An account that a file was about.' },
      ),
      { description: 'The accounts in the order of the files.' },
    ),
    imported: count('New transactions in all accounts.'),
    duplicates: count('Known transactions in all accounts.'),
    updated: count('Known transactions that were changed.'),
    rejected: Type.Array(
      Type.Object(
        {
          file: Type.String({ description: 'The file, as `archive.zip/inner.xml` within an archive.' }),
          line: Type.Integer({ minimum: 1, description: 'The line in it, counted from 1.' }),
          reason: Type.String({ description: 'What is wrong with it.' }),
        },
        { additionalProperties: false, description: 'A row that could not be read.' },
      ),
      { description: 'Rows that could not be read and were left out; the first thousand of them.' },
    ),
    rejectedCount: count('How many rows were left out.'),
  },
  { additionalProperties: false, description: 'What was stored, and what was not.' },
);
export type ImportAnswer = Static<typeof ImportAnswer>;
