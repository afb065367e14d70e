/** A report before it is drawn: what it says, in the order of reading. */
import type { Tile } from '../cockpit/page/view.ts';

/** `below` is smaller, on a line of its own. */
export type Cell = string | { text: string; below: string };

export interface ReportTable {
  kind: 'table';
  columns: { label: string; share: number; isNumber?: boolean }[];
  rows: Cell[][];
}

export interface ReportChart {
  kind: 'chart';
  /** What it shows. */
  label: string;
  currency: string | null;
  /** `YYYY-MM`, oldest first. */
  months: string[];
  series: { label: string; tone: 'in' | 'out' | 'balance' | 'low' | 'high'; values: (number | null)[] }[];
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'subheading'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'figures'; tiles: Tile[] }
  | ReportTable
  | ReportChart;
