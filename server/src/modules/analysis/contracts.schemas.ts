import { Type } from 'typebox';
import { CategoryReference } from './categorization.schemas.ts';
import { Amount, CalendarDate, Frequency, nullable, strict, TransactionIDs } from './figures.schemas.ts';

const PriceChange = strict(
  {
    date: CalendarDate('Booking date of the first payment at the new price.'),
    from: Amount('Price before, signed.'),
    to: Amount('Price since, signed.'),
  },
  'A lasting change of the amount.',
);

/** A recurring payment. */
export const Contract = strict(
  {
    contractId: Type.String({
      description: 'Stays the same from run to run while the counterparty goes by the same name.',
    }),
    name: Type.String({ description: 'The counterparty: merchant, else its name at the bank, else the text.' }),
    direction: Type.Enum(['income', 'expense'], { description: 'Whether money comes in or goes out.' }),
    category: CategoryReference,
    currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217 currency of the amounts.' }),
    accountId: Type.String({ description: 'The account it is booked on.' }),
    frequency: Frequency,
    status: Type.Enum(['early', 'active', 'ended', 'dismissed'], {
      description:
        '`early`: fewer bookings than a stream needs. `ended`: the next payment is overdue for longer than one may be late. `dismissed`: a person said that it is none.',
    }),
    firstDate: CalendarDate('Booking date of the first payment.'),
    lastDate: CalendarDate('Booking date of the last payment.'),
    nextExpectedDate: nullable(CalendarDate('Date.'), 'When the next payment is due; null for an ended one.'),
    averageAmount: Amount('Average of all payments, signed: negative for money going out.'),
    lastAmount: Amount('The last payment, signed.'),
    priceChanges: Type.Array(PriceChange, {
      description: 'In the order of time; empty where the amount varies anyway.',
    }),
    confidence: Type.Number({
      minimum: 0,
      maximum: 1,
      description: 'How punctual, complete, equal and many its payments are.',
    }),
    transactionIDs: TransactionIDs('Its bookings in the order of time.'),
  },
  'A recurring payment.',
);

export const ContractList = strict(
  { contracts: Type.Array(Contract, { description: 'Income first, then by name.' }) },
  'Recurring payments of a user.',
);
