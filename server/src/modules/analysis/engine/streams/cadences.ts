import type { Frequency } from '../engine.types.ts';
import { type DatedDays, dayGrid, type Grid, type GridSearch, monthGrid, semiMonthGrid } from './grid.ts';
import type { RecurringPrior } from './recurrence-prior.ts';

/** A kind of rhythm and what is asked of bookings to have it. */
export interface Cadence {
  frequency: Frequency;
  periodDays: number;
  unit: Grid['unit'];
  /** Days a booking may lie off its expected day, by prior. */
  tolerance: Record<RecurringPrior, number>;
  /** Bookings that make a stream (spec: 3, 2 if quarterly or rarer); more where the kind of payment says little. */
  minBookings: Record<RecurringPrior, number>;
  /** Occurrences in a row that may be missing before it counts as a pause. */
  maxMissed: number;
  gridOf: (dated: DatedDays, search: GridSearch) => Grid | null;
}

const dayCadence = (frequency: Frequency, period: number) => (dated: DatedDays, search: GridSearch) =>
  dayGrid(frequency, period, dated, search);
const monthCadence = (frequency: Frequency, step: number) => (dated: DatedDays, search: GridSearch) =>
  monthGrid(frequency, step, dated, search);

const tolerance = (contract: number, neutral: number, purchase: number) => ({ contract, neutral, purchase });

/** All rhythms, fastest first. */
export const CADENCES: readonly Cadence[] = [
  {
    frequency: 'WEEKLY',
    periodDays: 7,
    unit: 'days',
    tolerance: tolerance(3, 2, 1),
    minBookings: tolerance(3, 4, 5),
    maxMissed: 3,
    gridOf: dayCadence('WEEKLY', 7),
  },
  {
    frequency: 'BIWEEKLY',
    periodDays: 14,
    unit: 'days',
    tolerance: tolerance(3, 3, 2),
    minBookings: tolerance(3, 4, 5),
    maxMissed: 2,
    gridOf: dayCadence('BIWEEKLY', 14),
  },
  {
    frequency: 'SEMI_MONTHLY',
    periodDays: 15.2,
    unit: 'months',
    tolerance: tolerance(4, 3, 2),
    minBookings: tolerance(3, 5, 6),
    maxMissed: 2,
    gridOf: semiMonthGrid,
  },
  // Every four weeks (British benefits and some pay): thirteen a year, reported as MONTHLY.
  {
    frequency: 'MONTHLY',
    periodDays: 28,
    unit: 'days',
    tolerance: tolerance(2, 1, 1),
    minBookings: tolerance(5, 5, 6),
    maxMissed: 2,
    gridOf: dayCadence('MONTHLY', 28),
  },
  {
    frequency: 'MONTHLY',
    periodDays: 30.4,
    unit: 'months',
    tolerance: tolerance(6, 5, 3),
    minBookings: tolerance(3, 3, 4),
    maxMissed: 3,
    gridOf: monthCadence('MONTHLY', 1),
  },
  {
    frequency: 'QUARTERLY',
    periodDays: 91.3,
    unit: 'months',
    tolerance: tolerance(14, 8, 4),
    minBookings: tolerance(2, 3, 4),
    maxMissed: 1,
    gridOf: monthCadence('QUARTERLY', 3),
  },
  {
    frequency: 'HALF_YEARLY',
    periodDays: 182.6,
    unit: 'months',
    tolerance: tolerance(16, 8, 4),
    minBookings: tolerance(2, 3, 4),
    maxMissed: 1,
    gridOf: monthCadence('HALF_YEARLY', 6),
  },
  {
    frequency: 'YEARLY',
    periodDays: 365.25,
    unit: 'months',
    tolerance: tolerance(25, 12, 6),
    minBookings: tolerance(2, 3, 3),
    maxMissed: 1,
    gridOf: monthCadence('YEARLY', 12),
  },
];
