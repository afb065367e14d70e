/** Bank logins and their synchronisation, as they go over the wire. */
import { Type } from 'typebox';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const moment = (description: string) => Type.String({ format: 'date-time', description });
const perhapsMoment = (description: string) => nullable(Type.String({ format: 'date-time' }), description);
const count = (description: string) => Type.Integer({ minimum: 0, description });
const perhapsText = (description: string) => nullable(Type.String(), description);

export const BalanceGap = Type.Object(
  {
    since: Type.String({ description: 'The last day, YYYY-MM-DD, up to which balances and transactions agree.' }),
    until: Type.String({ description: 'The day of the balance that they disagree by.' }),
    expected: Type.Number({ description: 'The newest balance as the bank gave it, in major units.' }),
    found: Type.Number({ description: 'What it would be after the stored transactions.' }),
    difference: Type.Number({ description: '`expected` − `found`: what is missing, or too much.' }),
  },
  { additionalProperties: false, description: 'Where the balances of the bank and the sum of the transactions part.' },
);

const SyncedAccount = Type.Object(
  {
    accountId: Type.String({ description: 'The account.' }),
    status: Type.Enum(['created', 'existing'], { description: 'Whether it is new.' }),
    imported: count('Transactions that are new.'),
    duplicates: count('Transactions that were known.'),
    updated: count('Known transactions that are different now, such as pending ones that were booked.'),
    removed: count('Pending transactions that vanished.'),
    rejected: count('Bookings that the bank sent and that could not be read.'),
    balanceGap: nullable(
      BalanceGap,
      'Null when the balances agree with the transactions, or there were none to compare.',
    ),
  },
  { additionalProperties: false, description: 'What was read of an account.' },
);

export const LoginSync = Type.Object(
  {
    status: Type.Enum(['queued', 'running', 'waiting', 'completed', 'failed'], {
      description:
        '`queued` → `running` → `completed`, `failed` or `waiting`; a waiting one runs again at `retryAt`. Bank down or too many requests: it waits; consent ended: it fails.',
    }),
    trigger: Type.Enum(['connection', 'manual', 'scheduled'], { description: 'What it was started by.' }),
    correlationId: Type.String({ format: 'uuid', description: 'Names the process, with the analysis that follows.' }),
    attempt: count('How often it was begun.'),
    requestedAt: moment('When it was asked for.'),
    startedAt: perhapsMoment('When it was begun first.'),
    completedAt: perhapsMoment('When it ended, in whichever way.'),
    retryAt: perhapsMoment('When a waiting one is tried again.'),
    accounts: Type.Array(SyncedAccount, { description: 'The accounts that were read so far.' }),
    error: nullable(
      Type.Object(
        {
          type: Type.String({ description: 'Stable code, such as `bank_unavailable` or `consent_expired`.' }),
          message: Type.String({ description: 'For people.' }),
        },
        { additionalProperties: false },
      ),
      'Why it failed or waits; null otherwise.',
    ),
  },
  { additionalProperties: false, description: 'The current or last synchronisation of a login.' },
);

export const BankLogin = Type.Object(
  {
    loginId: Type.String({ format: 'uuid', description: 'The login.' }),
    provider: Type.String({ description: 'What speaks with the bank, such as `xs2a` or `sandbox`.' }),
    bank: Type.Object(
      {
        name: Type.String({ description: 'Its name.' }),
        bic: perhapsText('Its BIC.'),
        bankCode: perhapsText('Its national code, such as a Bankleitzahl.'),
      },
      { additionalProperties: false, description: 'The bank.' },
    ),
    consent: Type.Object(
      {
        status: Type.Enum(['valid', 'expired', 'revoked'], {
          description: '`revoked`: given up on purpose, as after the only reading with `storeSecrets=false`.',
        }),
        validUntil: perhapsMoment('When it ends; null when the bank did not say.'),
      },
      { additionalProperties: false, description: 'What the end user has allowed. Only they can renew it.' },
    ),
    recurring: Type.Boolean({ description: 'Whether it is synchronised by itself, about three times a day.' }),
    nextSyncAt: perhapsMoment('When it is synchronised next by itself; null when it is not.'),
    accounts: Type.Array(
      Type.Object(
        {
          accountId: Type.String({ description: 'The account.' }),
          iban: perhapsText('Its IBAN.'),
          name: perhapsText('Its name.'),
        },
        { additionalProperties: false },
      ),
      { description: 'The accounts that it has read.' },
    ),
    sync: nullable(LoginSync, 'The current or last synchronisation.'),
    createdAt: moment('When the bank was connected first.'),
  },
  { additionalProperties: false, description: 'A login of a user at a bank, with its one consent.' },
);

export const BankLoginList = Type.Object(
  {
    logins: Type.Array(BankLogin, { description: 'Oldest first.' }),
    nextCursor: perhapsText('Pass it as `cursor` for more; null at the end.'),
  },
  { additionalProperties: false, description: 'A page of logins.' },
);

export const ListLoginsQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'How many at most; 100 if absent.' })),
  cursor: Type.Optional(Type.String({ format: 'uuid', description: 'The `nextCursor` of the page before.' })),
});

export const LoginParams = Type.Object({
  userId: Type.String({ minLength: 1, maxLength: 200, description: 'The user.' }),
  loginId: Type.String({ format: 'uuid', description: 'The login.' }),
});

export const RemoveLoginQuery = Type.Object({
  deleteAccounts: Type.Optional(
    Type.Boolean({ description: 'Whether its accounts go too, with their transactions. They stay if absent.' }),
  ),
});

export const RemovedLogin = Type.Object(
  {
    deleted: Type.Object(
      { accounts: count('Accounts that are gone.'), transactions: count('Transactions that are gone.') },
      { additionalProperties: false, description: 'How many of each.' },
    ),
  },
  { additionalProperties: false, description: 'What was deleted with the login.' },
);

export const SyncRequest = Type.Object(
  {
    psu: Type.Optional(
      Type.Object(
        {
          ipAddress: Type.String({
            minLength: 2,
            maxLength: 45,
            pattern: '^[0-9a-fA-F:.]+$',
            description: 'Their address, IPv4 or IPv6.',
            examples: ['203.0.113.7'],
          }),
          userAgent: Type.Optional(Type.String({ maxLength: 500, description: 'Their browser.' })),
        },
        {
          description:
            'The end user, if they are there and wait for it: the bank is told so and does not count it among the four of a day. Kept until the synchronisation ends.',
        },
      ),
    ),
  },
  { description: 'A wish to synchronise.' },
);
