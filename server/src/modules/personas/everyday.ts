import { addDays, dayOf, daysIn, weekday } from './calendar.ts';
import type { Posting } from './ledger.ts';
import { between, digits, pick, type Random, seededRandom } from './random.ts';
import { amazonOrder, cardPayment, cashWithdrawal, payPalPurchase } from './statement-texts.ts';

type Range = readonly [min: number, max: number];

/** Shops by how often a month sees them and what they cost, in cents. */
export interface Habit {
  label: string;
  times: Range;
  amountMinor: Range;
  /** Names as the card terminal prints them, `#` for a digit of the branch. */
  shops: readonly [string, ...string[]];
}

/** What somebody buys from day to day. */
export interface Everyday {
  /** The town that stands on receipts. */
  place: string;
  habits: readonly Habit[];
  amazon?: { times: Range; amountMinor: Range; mandateId: string };
  payPal?: {
    times: Range;
    amountMinor: Range;
    mandateId: string;
    shops: readonly [string, ...string[]];
    subscription?: { shop: string; day: number; amountMinor: number };
  };
  /** Withdrawals, in notes of ten. */
  cash?: { times: Range; tens: Range };
}

/** A day of the month on which shops are open. */
function shoppingDay(random: Random, month: string): string {
  const day = dayOf(month, between(random, 1, daysIn(month)));
  return weekday(day) === 0 ? addDays(day, -1) : day;
}

/** Mostly small, sometimes large: the square of a uniform number, rounded to cents. */
function basket(random: Random, [min, max]: Range): number {
  return Math.round(min + (max - min) * random() ** 2);
}

function branch(random: Random, shop: string): string {
  return shop.replaceAll('#', () => digits(random, 1));
}

function times<T>(random: Random, range: Range, make: () => T): T[] {
  return Array.from({ length: between(random, ...range) }, make);
}

/** A month of everyday spending: shops, online orders and cash. */
export function everydayPostings(
  { place, habits, amazon, payPal, cash }: Everyday,
  seed: number,
  month: string,
): Posting[] {
  const shopping = habits.flatMap(({ label, times: range, shops, amountMinor }) => {
    const random = seededRandom(seed, `${label} ${month}`);
    return times(random, range, () =>
      cardPayment(
        random,
        branch(random, pick(random, shops)),
        place,
        shoppingDay(random, month),
        basket(random, amountMinor),
      ),
    );
  });
  const random = seededRandom(seed, `online ${month}`);
  const day = () => shoppingDay(random, month);
  const orders = amazon
    ? times(random, amazon.times, () =>
        amazonOrder(random, day(), basket(random, amazon.amountMinor), amazon.mandateId),
      )
    : [];
  const purchases = payPal
    ? times(random, payPal.times, () =>
        payPalPurchase(random, pick(random, payPal.shops), day(), basket(random, payPal.amountMinor), payPal.mandateId),
      )
    : [];
  const music = payPal?.subscription;
  const subscription = music
    ? [payPalPurchase(random, music.shop, dayOf(month, music.day), music.amountMinor, payPal.mandateId)]
    : [];
  const withdrawals = cash
    ? times(random, cash.times, () => cashWithdrawal(random, place, day(), between(random, ...cash.tens) * 10_00))
    : [];
  return [...shopping, ...orders, ...purchases, ...subscription, ...withdrawals];
}
