/**
 * Wire shapes of accounts and transactions, each field described once. Amounts are major units here (12.34) and become
 * integer minor units at the edge (platform/money.ts). Inputs tolerate unknown fields, outputs have none.
 */
import Type from 'typebox';

const DATE_PATTERN = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';
export const CURRENCY_PATTERN = '^[A-Z]{3}$';

/** Longest texts, in characters: ids and codes, names, free text. */
export const MAX_LENGTH = { code: 255, name: 500, text: 4_000, iban: 64, icon: 65_536 } as const;

export const ACCOUNT_TYPES = [
  'GIRO',
  'KREDIT_KARTE',
  'DEPOT',
  'SPARKONTO',
  'TAGESGELD',
  'DARLEHEN',
  'BAUSPAREN',
  'PAYPAL',
  'SONSTIGE',
] as const;

type Keywords = Record<string, unknown>;

/** `type: [string, null]` instead of anyOf: one precise error, a short OpenAPI document. */
function nullableString(description: string, keywords: Keywords) {
  return Type.Unsafe<string | null>({ type: ['string', 'null'], description, ...keywords });
}

function optionalString(description: string, maxLength: number, keywords: Keywords = {}) {
  return Type.Optional(nullableString(description, { maxLength, ...keywords }));
}

function amount(description: string) {
  return Type.Unsafe<number | string>({ type: ['number', 'string'], maxLength: 40, description, examples: [-12.34] });
}

function optionalAmount(description: string) {
  return Type.Optional(
    Type.Unsafe<number | string | null>({ type: ['number', 'string', 'null'], maxLength: 40, description }),
  );
}

function opaqueList(description: string) {
  return Type.Optional(Type.Unsafe<unknown[] | null>({ type: ['array', 'null'], items: {}, description }));
}

const AMOUNT_RULE = 'A JSON number or a decimal string, exact in the minor unit of the currency.';

const partnerFields = {
  name: optionalString('Name of the other side as the bank gives it.', MAX_LENGTH.name),
  iban: optionalString('IBAN of the other side; blanks are removed, letters made capital.', MAX_LENGTH.iban),
  bic: optionalString('BIC of the bank of the other side.', MAX_LENGTH.code),
  accountNumber: optionalString('Account number of the other side where there is no IBAN.', MAX_LENGTH.code),
  bankCode: optionalString('National bank code of the other side, such as a German Bankleitzahl.', MAX_LENGTH.code),
  creditorId: optionalString('SEPA creditor identifier of a direct debit.', MAX_LENGTH.code),
};

/** The other side of a transaction, as an input. */
export const PaymentPartnerInput = Type.Object(partnerFields, {
  description: 'The other side of the transaction, as far as it is known.',
});

const transactionFields = {
  bookingText: optionalString('The kind of booking in the words of the bank, such as "Lastschrift".', MAX_LENGTH.text),
  purpose: optionalString('Remittance information: what the payer wrote.', MAX_LENGTH.text),
  merchantCategoryCode: Type.Optional(
    Type.Unsafe<string | number | null>({
      type: ['string', 'integer', 'null'],
      pattern: '^([0-9]{4})?$',
      minimum: 0,
      maximum: 9999,
      description: 'Merchant category code (ISO 18245) of a card payment: four digits, or the number they make.',
      examples: ['5411'],
    }),
  ),
  paymentPartner: Type.Optional(
    Type.Union([PaymentPartnerInput, Type.String({ maxLength: MAX_LENGTH.name }), Type.Null()], {
      description: 'The other side of the transaction; a plain string is its name.',
    }),
  ),
  valueDate: optionalString('Day from which the amount bears interest, YYYY-MM-DD.', 10, {
    pattern: `${DATE_PATTERN}|^$`,
  }),
  currency: Type.Optional(
    nullableString('ISO 4217 code; the currency of the account if absent.', { pattern: CURRENCY_PATTERN }),
  ),
  endToEndId: optionalString('SEPA end-to-end reference.', MAX_LENGTH.code),
  mandateId: optionalString('Reference of the SEPA mandate of a direct debit.', MAX_LENGTH.code),
  purposeCode: optionalString('ISO 20022 external purpose code, such as SALA.', MAX_LENGTH.code),
  bankTransactionCode: optionalString(
    'ISO 20022 bank transaction code, or the German Geschäftsvorfallcode.',
    MAX_LENGTH.code,
  ),
  status: Type.Optional(
    nullableString('Whether the bank has booked it; booked if absent.', { enum: ['booked', 'pending', null] }),
  ),
};

const transactionId = Type.String({
  minLength: 1,
  maxLength: MAX_LENGTH.code,
  description: 'Id of the transaction, chosen by the caller, unique per user.',
});
const transactionAmount = amount(`Signed amount in major units, negative for money going out. ${AMOUNT_RULE}`);
const bookingDate = Type.String({
  pattern: DATE_PATTERN,
  description: 'Day of booking, YYYY-MM-DD, from 1900 to 2199.',
  examples: ['2026-03-31'],
});

/** A transaction of an upload. */
export const TransactionInput = Type.Object(
  { transactionId, amount: transactionAmount, bookingDate, ...transactionFields },
  { description: 'A transaction to upload. Unknown fields are ignored.' },
);

/** A partial update of a transaction: null empties a field, an absent field stays. */
export const TransactionPatch = Type.Object(
  {
    transactionId,
    accountId: Type.Optional(
      Type.String({ description: 'Must be the account that it stands in, if given: it can not change.' }),
    ),
    amount: Type.Optional(transactionAmount),
    bookingDate: Type.Optional(bookingDate),
    ...transactionFields,
  },
  { description: 'The fields of a transaction to change; absent fields stay as they are, null empties a field.' },
);

const accountId = Type.String({
  minLength: 1,
  maxLength: MAX_LENGTH.code,
  description: 'Id of the account, chosen by the caller, unique per user.',
});

const accountFields = {
  accountNumber: optionalString('National account number; fixed once the account exists.', MAX_LENGTH.code),
  balance: optionalAmount(`Balance after the last booked transaction, in major units. ${AMOUNT_RULE}`),
  overdraftLimit: optionalAmount(
    `How far the account may go below zero, as a positive amount in major units. ${AMOUNT_RULE}`,
  ),
  currency: Type.Optional(nullableString('ISO 4217 code; EUR if absent.', { pattern: CURRENCY_PATTERN })),
  iban: optionalString('IBAN of the account; blanks are removed, letters made capital.', MAX_LENGTH.iban),
  bic: optionalString('BIC of the bank.', MAX_LENGTH.code),
  bankCode: optionalString('National bank code, such as a German Bankleitzahl.', MAX_LENGTH.code),
  bankName: optionalString('Name of the bank.', MAX_LENGTH.name),
  name: optionalString('Name of the account, such as "Girokonto".', MAX_LENGTH.name),
  owner: optionalString('Owner of the account as the bank names them.', MAX_LENGTH.name),
  icon: optionalString('Logo of the bank: an address or a data URI.', MAX_LENGTH.icon),
  type: Type.Optional(nullableString('Kind of account; GIRO if absent.', { enum: [...ACCOUNT_TYPES, null] })),
  securities: opaqueList('Holdings of a securities account, kept as they come.'),
  standingOrders: opaqueList('Standing orders of the account, kept as they come.'),
  supportedPayments: opaqueList('Kinds of payment that the account allows, kept as they come.'),
};

/** An account of an upload, without its transactions, which are read on their own. */
export const AccountFieldsInput = Type.Object({ accountId, ...accountFields });

/** An account of an upload. */
export const AccountInput = Type.Object(
  {
    accountId,
    ...accountFields,
    transactions: Type.Optional(
      Type.Array(TransactionInput, { description: 'Transactions of the account; the same id never stands twice.' }),
    ),
  },
  { description: 'An account to upload with its transactions. Unknown fields are ignored.' },
);

/** A partial update of an account and its transactions. */
export const AccountPatch = Type.Object(
  {
    accountId,
    ...accountFields,
    transactions: Type.Optional(
      Type.Array(TransactionPatch, { description: 'Transactions to change; each must exist already.' }),
    ),
  },
  { description: 'The fields of an account to change; absent fields stay as they are, null empties a field.' },
);

/** The other side of a transaction, as an output. */
export const PaymentPartner = Type.Object(
  {
    name: nullableString('Name of the other side as the bank gives it.', {}),
    iban: nullableString('IBAN of the other side, without blanks.', {}),
    bic: nullableString('BIC of the bank of the other side.', {}),
    accountNumber: nullableString('Account number of the other side where there is no IBAN.', {}),
    bankCode: nullableString('National bank code of the other side.', {}),
    creditorId: nullableString('SEPA creditor identifier of a direct debit.', {}),
  },
  { additionalProperties: false, description: 'The other side of the transaction, as far as it is known.' },
);

/** A stored transaction. */
export const Transaction = Type.Object(
  {
    transactionId: Type.String({ description: 'Id of the transaction, unique per user.' }),
    accountId: Type.String({ description: 'Id of the account that it belongs to.' }),
    amount: Type.Number({ description: 'Signed amount in major units; negative is money going out.' }),
    currency: Type.String({ description: 'ISO 4217 code of the amount.', pattern: CURRENCY_PATTERN }),
    bookingDate: Type.String({ description: 'Day of booking, YYYY-MM-DD.', pattern: DATE_PATTERN }),
    valueDate: nullableString('Day from which the amount bears interest, YYYY-MM-DD.', { pattern: DATE_PATTERN }),
    bookingText: nullableString('The kind of booking in the words of the bank.', {}),
    purpose: nullableString('Remittance information: what the payer wrote.', {}),
    merchantCategoryCode: nullableString('Merchant category code (ISO 18245), four digits.', { pattern: '^[0-9]{4}$' }),
    paymentPartner: Type.Union([PaymentPartner, Type.Null()], {
      description: 'The other side of the transaction; null when nothing is known.',
    }),
    endToEndId: nullableString('SEPA end-to-end reference.', {}),
    mandateId: nullableString('Reference of the SEPA mandate of a direct debit.', {}),
    purposeCode: nullableString('ISO 20022 external purpose code, such as SALA.', {}),
    bankTransactionCode: nullableString('ISO 20022 bank transaction code, or the German Geschäftsvorfallcode.', {}),
    status: Type.Unsafe<'booked' | 'pending'>({
      type: 'string',
      enum: ['booked', 'pending'],
      description: 'Whether the bank has booked it.',
    }),
  },
  { additionalProperties: false, description: 'A transaction of an account.' },
);

/** A stored account. */
export const Account = Type.Object(
  {
    accountId: Type.String({ description: 'Id of the account, unique per user.' }),
    accountNumber: nullableString('National account number.', {}),
    balance: Type.Unsafe<number | null>({
      type: ['number', 'null'],
      description: 'Balance after the last booked transaction, in major units; null when unknown.',
    }),
    overdraftLimit: Type.Unsafe<number | null>({
      type: ['number', 'null'],
      description: 'How far the account may go below zero, as a positive amount in major units; null when unknown.',
    }),
    currency: Type.String({ description: 'ISO 4217 code of the account.', pattern: CURRENCY_PATTERN }),
    iban: nullableString('IBAN of the account, without blanks.', {}),
    bic: nullableString('BIC of the bank.', {}),
    bankCode: nullableString('National bank code.', {}),
    bankName: nullableString('Name of the bank.', {}),
    name: nullableString('Name of the account.', {}),
    owner: nullableString('Owner of the account as the bank names them.', {}),
    icon: nullableString('Logo of the bank: an address or a data URI.', {}),
    type: Type.Unsafe<(typeof ACCOUNT_TYPES)[number]>({
      type: 'string',
      enum: [...ACCOUNT_TYPES],
      description: 'Kind of account.',
    }),
    securities: Type.Array(Type.Unknown(), { description: 'Holdings of a securities account.' }),
    standingOrders: Type.Array(Type.Unknown(), { description: 'Standing orders of the account.' }),
    supportedPayments: Type.Array(Type.Unknown(), { description: 'Kinds of payment that the account allows.' }),
    transactions: Type.Optional(
      Type.Array(Transaction, { description: 'Its transactions, newest first; only where they were asked for.' }),
    ),
  },
  { additionalProperties: false, description: 'An account of a user.' },
);

export const AccountList = Type.Object(
  {
    accounts: Type.Array(Account, { description: 'By account id.' }),
    nextCursor: nullableString('Pass it as `cursor` for the next page; null at the end.', {}),
  },
  { additionalProperties: false, description: 'A page of accounts.' },
);

export const TransactionList = Type.Object(
  {
    transactions: Type.Array(Transaction, { description: 'In the order asked for.' }),
    total: Type.Integer({ minimum: 0, description: 'How many the filter lets through, on all pages together.' }),
    nextCursor: nullableString('Pass it as `cursor` for the next page; null at the end.', {}),
  },
  { additionalProperties: false, description: 'A page of transactions.' },
);

const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Entries per page. Default 100.' }));
const cursor = Type.Optional(Type.String({ maxLength: 1_000, description: 'The `nextCursor` of the page before.' }));

export const ListAccountsQuery = Type.Object({
  withTransactions: Type.Optional(
    Type.Boolean({ description: 'Whether each account comes with all of its transactions. Default false.' }),
  ),
  limit,
  cursor,
});

export const GetAccountQuery = Type.Object({
  withTransactions: Type.Optional(
    Type.Boolean({ description: 'Whether it comes with all of its transactions. Default false.' }),
  ),
});

export const ListTransactionsQuery = Type.Object({
  q: Type.Optional(
    Type.String({ maxLength: 200, description: 'Part of purpose, partner, booking text or id; case does not matter.' }),
  ),
  from: Type.Optional(Type.String({ pattern: DATE_PATTERN, description: 'First booking date.' })),
  to: Type.Optional(Type.String({ pattern: DATE_PATTERN, description: 'Last booking date.' })),
  category: Type.Optional(
    Type.String({ maxLength: 100, description: 'Id of a category, as the last completed analysis decided.' }),
  ),
  accountId: Type.Optional(Type.String({ maxLength: MAX_LENGTH.code, description: 'Only those of this account.' })),
  min: Type.Optional(Type.Number({ description: 'Least signed amount, in major units.' })),
  max: Type.Optional(Type.Number({ description: 'Greatest signed amount, in major units.' })),
  sort: Type.Optional(
    Type.Enum(['-bookingDate', 'bookingDate', '-amount', 'amount'], {
      description: 'Order; `-` is descending. Default `-bookingDate`.',
    }),
  ),
  limit,
  cursor,
});

export const SummaryQuery = Type.Object({
  language: Type.Optional(Type.Enum(['en', 'de'], { description: 'Language of the document. Default `en`.' })),
});

const userId = Type.String({ minLength: 1, maxLength: 200, description: 'The user.' });

export const AccountParams = Type.Object({
  userId,
  accountId: Type.String({ minLength: 1, maxLength: MAX_LENGTH.code, description: 'The account.' }),
});

export type TransactionInput = Type.Static<typeof TransactionInput>;
export type TransactionPatch = Type.Static<typeof TransactionPatch>;
export type AccountFieldsInput = Type.Static<typeof AccountFieldsInput>;
export type AccountInput = Type.Static<typeof AccountInput>;
export type AccountPatch = Type.Static<typeof AccountPatch>;
export type Transaction = Type.Static<typeof Transaction>;
export type Account = Type.Static<typeof Account>;
export type PaymentPartner = Type.Static<typeof PaymentPartner>;
