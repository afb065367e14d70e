/** How one CSV export is laid out: found out once for a file, or for a section of it, and then applied to every row. */
import type { AccountType } from '../../banking.types.ts';
import type { DecimalMark } from '../amounts.ts';
import type { DateOrder } from '../dates.ts';
import type { ColumnRole, Columns } from './columns.ts';

/** What is known of a bank's export beyond its headings. Data: the reader has no code for a single bank. */
export interface CsvProfile {
  /** As the documentation lists it. */
  name: string;
  bankName: string;
  /** The export has all of these columns; the profile with the most wins. */
  headings: string[];
  /** The lines before the heading contain this; for exports that share their headings with others. */
  preamble?: RegExp;
  /** Headings that mean something else here than elsewhere. */
  columns?: Partial<Record<ColumnRole, string[]>>;
  /** Headings that look like something and are not. */
  ignore?: string[];
  dateOrder?: DateOrder;
  decimal?: DecimalMark;
  /** When neither the rows nor the headings name one. */
  currency?: string;
  accountType?: AccountType;
  /** One file holds an account for every currency, or for every value of a column. */
  accountPerCurrency?: true;
  accountPer?: string;
  /** A purchase is written as a positive amount. */
  purchasesArePositive?: true;
  /** The fee of a row is not in its amount; the balance went down by both. */
  feeBesideAmount?: true;
  /** Rows that moved no money. */
  skip?: { heading: string; matches: RegExp }[];
  /** Texts that hold several fields, `Auftraggeber: … Buchungstext: …`. */
  labels?: Record<
    string,
    'partnerName' | 'partnerAccount' | 'partnerBank' | 'purpose' | 'endToEndId' | 'mandateId' | 'creditorId' | 'id'
  >;
  /** Where one text holds everything: how it begins with the other side's name, which is the group that matched. */
  partnerAtStart?: RegExp;
}

export interface CsvLayout {
  delimiter: string;
  /** Line of the headings, counted from 1; 0 when the file has none. */
  headerLine: number;
  headings: string[];
  columns: Columns;
  profile: CsvProfile | null;
  dateOrder: DateOrder;
  decimal: DecimalMark;
  /** For rows that name none. */
  currency: string;
  purchasesArePositive: boolean;
}
