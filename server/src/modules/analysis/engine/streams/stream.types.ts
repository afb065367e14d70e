import type { Category } from '#modules/categorization/index.ts';
import type { CategorizedTransaction } from '../engine.types.ts';
import type { Subject } from './booking-text.ts';
import type { Grid } from './grid.ts';
import type { RecurrencePrior } from './recurrence-prior.ts';

/** A booking as the stream detection sees it. */
export interface Booking {
  transaction: CategorizedTransaction;
  category: Category;
  /** Day number of the booking date. */
  day: number;
  /** Its number among all bookings in the order of time. */
  place: number;
  amountMinor: number;
  prior: RecurrencePrior;
  /** Null until `subjectOf` was asked for it. */
  subject: Subject | null;
}

/** A set of bookings that follows one rhythm. */
export interface Fit {
  grid: Grid;
  /** In the order of time. */
  members: Booking[];
  /** Bookings of the examined set that are no part of the rhythm. */
  leftover: Booking[];
  /** 0 to 1: punctual, complete, equal in amount. */
  quality: number;
  /** So many and so regular, at so equal a price, that nothing else need speak for it. */
  isStrong: boolean;
}
