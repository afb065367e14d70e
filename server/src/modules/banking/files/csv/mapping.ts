/** A caller's own words for the columns of an export that is not recognised, or not rightly. */
import Type, { type Static } from 'typebox';
import { CURRENCY_PATTERN } from '../../banking.schemas.ts';
import { type BankFile, BankFileError } from '../bank-file.ts';
import { COLUMN_ROLES, type ColumnRole, type Columns, normalizeHeading } from './columns.ts';

const Heading = Type.String({ minLength: 1, maxLength: 255 });

export const ColumnMapping = Type.Object(
  {
    columns: Type.Object(
      Object.fromEntries(
        COLUMN_ROLES.map((role) => [
          role,
          Type.Optional(
            Type.Union([Heading, Type.Array(Heading, { minItems: 1, maxItems: 30 })], {
              description: `Heading of the column (or columns) with the ${describe(role)}.`,
            }),
          ),
        ]),
      ) as Record<
        ColumnRole,
        ReturnType<
          typeof Type.Optional<
            ReturnType<typeof Type.Union<[typeof Heading, ReturnType<typeof Type.Array<typeof Heading>>]>>
          >
        >
      >,
      {
        additionalProperties: false,
        description: 'Which column has what; `bookingDate`, and `amount` or `debit` and `credit`, are needed.',
      },
    ),
    delimiter: Type.Optional(Type.Enum([';', ',', '\t', '|'], { description: 'What stands between columns.' })),
    headerLine: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, description: 'The line of the headings, counted from 1.' }),
    ),
    dateOrder: Type.Optional(
      Type.Enum(['dmy', 'mdy'], { description: 'Whether 01/02/2026 is in February (`dmy`) or January (`mdy`).' }),
    ),
    decimal: Type.Optional(Type.Enum([',', '.'], { description: 'The decimal mark of amounts.' })),
    currency: Type.Optional(
      Type.String({ pattern: CURRENCY_PATTERN, description: 'ISO 4217; for rows that name none.' }),
    ),
    purchasesArePositive: Type.Optional(
      Type.Boolean({ description: 'Money going out is written as a positive amount, as card companies do.' }),
    ),
  },
  { additionalProperties: false, description: 'How to read CSV files whose columns Kontor does not know.' },
);
export type ColumnMapping = Static<typeof ColumnMapping>;

function describe(role: ColumnRole): string {
  return role.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Throws BankFileError naming every column that the mapping wants and the file lacks. */
export function columnsOfMapping(mapping: ColumnMapping, headings: string[], file: BankFile): Columns {
  const columns: Columns = {};
  const missing: string[] = [];
  const names = headings.map(normalizeHeading);
  for (const role of COLUMN_ROLES) {
    const wanted = mapping.columns[role];
    if (wanted === undefined) continue;
    for (const heading of Array.isArray(wanted) ? wanted : [wanted]) {
      const exact = headings.indexOf(heading);
      const column = exact >= 0 ? exact : names.indexOf(normalizeHeading(heading));
      if (column < 0) missing.push(`mapping.columns.${role}: there is no column "${heading}"`);
      else columns[role] = [...(columns[role] ?? []), column];
    }
  }
  if (missing.length > 0) {
    const there = headings.map((heading) => `"${heading.trim()}"`).join(', ');
    throw new BankFileError(file.name, null, `${missing.join('; ')}. The columns are ${there.slice(0, 1000)}`);
  }
  return columns;
}
