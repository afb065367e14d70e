/** Pieces that the results of many analyses are made of. */
import { type TProperties, type TSchema, Type } from 'typebox';

/** An object whose fields are exactly these. */
export const strict = <Fields extends TProperties>(fields: Fields, description: string) =>
  Type.Object(fields, { additionalProperties: false, description });

export const nullable = <Inner extends TSchema>(schema: Inner, description: string) =>
  Type.Union([schema, Type.Null()], { description });

export const Month = Type.String({ pattern: '^\\d{4}-\\d{2}$', description: 'Calendar month, `YYYY-MM`.' });
export const CalendarDate = (description: string) => Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description });
export const Amount = (description: string) => Type.Number({ description: `${description} Major units.` });
export const Count = (description: string) => Type.Integer({ minimum: 0, description });
export const TransactionIDs = (description: string) => Type.Array(Type.String(), { description });
export const Available = Type.Boolean({ description: 'False: nothing of the kind was found.' });

export const Currency = nullable(
  Type.String({ pattern: '^[A-Z]{3}$' }),
  'ISO 4217 currency of all amounts of the result, the one of most bookings. Bookings in others are left out. Null without any booking.',
);

export const ObservedTimespan = strict(
  {
    from: nullable(CalendarDate('Date.'), 'Booking date of the first transaction; null without any.'),
    to: nullable(CalendarDate('Date.'), 'Booking date of the last transaction; null without any.'),
  },
  'What the data covers.',
);

/** `current`, `median`, `average` over complete months. */
export const monthlyFigures = {
  current: nullable(Amount('Sum.'), 'Sum of the latest complete month; null while no month is complete.'),
  median: nullable(
    Amount('Median.'),
    'Median of the monthly sums over complete months, months without bookings being 0.',
  ),
  average: nullable(Amount('Average.'), 'Average of the monthly sums over complete months, rounded to the minor unit.'),
};

export const MonthlyFigures = (description: string) => strict(monthlyFigures, description);

export const Frequency = Type.Enum(
  ['WEEKLY', 'BIWEEKLY', 'SEMI_MONTHLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'],
  { description: 'How often it is paid. Every four weeks is told as `MONTHLY`.' },
);

export const AccountReference = strict(
  {
    accountId: Type.String({ description: 'Id of the account.' }),
    iban: nullable(Type.String(), 'IBAN; null when not known.'),
    type: Type.String({ description: 'Type of the account, such as `GIRO`.' }),
  },
  'The account.',
);

export const AccountsWithoutBalance = Type.Array(AccountReference, {
  description:
    'Accounts for which no balances can be told: none is known, nothing was booked, or the currency differs.',
});
