import { Type } from 'typebox';
import { PaymentPartner } from '#modules/banking/index.ts';
import { CalendarDate, nullable, strict } from './figures.schemas.ts';

export const CategoryReference = strict(
  {
    id: Type.String({ description: 'Stable id of the category.' }),
    primary: Type.String({ description: 'Id of the primary category above it.' }),
    label: Type.String({ description: 'Its name in English.' }),
  },
  'A category.',
);

const Merchant = strict(
  {
    name: Type.String({ description: 'Its name as people know it.' }),
    domain: Type.Optional(Type.String({ description: 'Its web domain, where known.' })),
    via: Type.Optional(Type.String({ description: 'The payment service that stood in front of it, such as PayPal.' })),
  },
  'The merchant behind the text.',
);

export const CategorizedTransaction = strict(
  {
    transactionId: Type.String({ description: 'The transaction.' }),
    accountId: Type.String({ description: 'The account it is booked on.' }),
    amount: Type.Number({ description: 'Signed amount in major units; negative is money going out.' }),
    currency: Type.String({ description: 'ISO 4217 code of the amount.' }),
    bookingDate: CalendarDate('Day of booking.'),
    purpose: nullable(Type.String(), 'Remittance information.'),
    paymentPartner: nullable(PaymentPartner, 'The other side; null when nothing is known.'),
    category: CategoryReference,
    confidence: Type.Number({
      minimum: 0,
      maximum: 1,
      description: 'Share of decisions on such evidence that are right.',
    }),
    confidenceLevel: Type.Enum(['VERY_HIGH', 'HIGH', 'MEDIUM', 'LOW'], {
      description: '`VERY_HIGH`: at least 98 % are right, `HIGH`: at least 90 %.',
    }),
    reason: Type.String({ description: 'Which evidence decided, in words that a person can check.' }),
    merchant: nullable(Merchant, 'The merchant, resolved through payment services; null when none was recognised.'),
    contractId: nullable(Type.String(), 'The recurring payment it belongs to; null when it is single.'),
    tags: Type.Array(Type.String(), { description: 'What else was seen in it, such as `refund`.' }),
  },
  'A transaction with its category.',
);

export const CategorizedList = strict(
  {
    correlationId: nullable(Type.String(), 'The run that decided.'),
    transactions: Type.Array(CategorizedTransaction, { description: 'Newest first.' }),
    nextCursor: nullable(Type.String(), 'Pass it as `cursor` for older ones of the same run; null at the end.'),
  },
  'A page of categorised transactions.',
);
