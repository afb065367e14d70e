import { addDays, dayOf, daysIn, weekday } from './calendar.ts';
import { type Ledger, type Posting, post } from './ledger.ts';
import { between, digits, pick, type Random, seededRandom } from './random.ts';
import { amazonOrder, cardPayment, cashWithdrawal, payPalPurchase } from './statement-texts.ts';

/** Shops by how often a month sees them and what they cost, in cents. */
interface Habit {
  label: string;
  times: [min: number, max: number];
  amountMinor: [min: number, max: number];
  /** Names as the card terminal prints them, `#` for a digit of the branch. */
  shops: readonly [string, ...string[]];
}

const habits: readonly Habit[] = [
  {
    label: 'groceries',
    times: [12, 15],
    amountMinor: [9_20, 124_00],
    shops: [
      'REWE SAGT DANKE. 45######',
      'REWE SAGT DANKE. 41######',
      'EDEKA NEUKOELLN SAGT DANKE',
      'LIDL DIENSTLEISTUNG',
      'ALDI NORD SAGT DANKE',
      'KAUFLAND BERLIN 4###',
      'PENNY SAGT DANKE. 33######',
      'NETTO MARKEN-DISCOU 7###',
      'ALNATURA PRODUKTIONS GMBH',
    ],
  },
  {
    label: 'bakery',
    times: [4, 7],
    amountMinor: [2_80, 14_60],
    shops: ['BAECKEREI STEINECKE 1##', 'BACKWERK BERLIN', 'ZEIT FUER BROT'],
  },
  {
    label: 'drugstore',
    times: [2, 4],
    amountMinor: [6_95, 48_50],
    shops: ['DM-DROGERIE MARKT', 'ROSSMANN 2###', 'MUELLER HANDELS GMBH'],
  },
  {
    label: 'fuel',
    times: [2, 4],
    amountMinor: [42_00, 79_00],
    shops: ['ARAL STATION 28######', 'SHELL 1###', 'TOTAL ENERGIES BERLIN', 'JET-TANKSTELLE'],
  },
  {
    label: 'restaurant',
    times: [4, 7],
    amountMinor: [9_50, 74_00],
    shops: [
      'RESTAURANT LA STELLA',
      'MCDONALDS 1###',
      'BURGERMEISTER KOTTI',
      'EISCAFE VENEZIA',
      'NORDSEE FIL. ####',
      'PHO HANOI BISTRO',
      'CAFE MORGENROT',
    ],
  },
  { label: 'pharmacy', times: [0, 2], amountMinor: [5_00, 38_90], shops: ['APOTHEKE AM RATHAUS', 'SONNEN-APOTHEKE'] },
  {
    label: 'clothing',
    times: [0, 2],
    amountMinor: [19_99, 119_00],
    shops: ['H+M 2##', 'C+A MODE', 'DECATHLON BERLIN', 'DEICHMANN SE', 'TK MAXX ###'],
  },
  {
    label: 'home',
    times: [0, 2],
    amountMinor: [12_49, 139_00],
    shops: ['IKEA DEUTSCHLAND', 'OBI BAU- UND HEIMWERKER', 'BAUHAUS BERLIN', 'MEDIA MARKT BERLIN'],
  },
  {
    label: 'leisure',
    times: [1, 3],
    amountMinor: [8_00, 58_00],
    shops: ['CINESTAR CUBIX', 'TIERPARK BERLIN', 'BERLINER BAEDER-BETRIEBE', 'THALIA BUECHER 1##'],
  },
];

const payPalShops = ['ZALANDO', 'EBAY', 'DB VERTRIEB GMBH', 'LIEFERANDO', 'ETSY', 'OTTO', 'STEAM'] as const;

/** A day of the month on which shops are open. */
function shoppingDay(random: Random, month: string): string {
  const day = dayOf(month, between(random, 1, daysIn(month)));
  return weekday(day) === 0 ? addDays(day, -1) : day;
}

/** Mostly small, sometimes large: the square of a uniform number, rounded to cents. */
function basket(random: Random, [min, max]: [number, number]): number {
  return Math.round(min + (max - min) * random() ** 2);
}

function branch(random: Random, shop: string): string {
  return shop.replaceAll('#', () => digits(random, 1));
}

function oneMonth(seed: number, month: string): Posting[] {
  const shopping = habits.flatMap((habit) => {
    const random = seededRandom(seed, `${habit.label} ${month}`);
    return Array.from({ length: between(random, ...habit.times) }, () =>
      cardPayment(
        random,
        branch(random, pick(random, habit.shops)),
        'BERLIN',
        shoppingDay(random, month),
        basket(random, habit.amountMinor),
      ),
    );
  });
  const random = seededRandom(seed, `online ${month}`);
  const online = Array.from({ length: between(random, 2, 4) }, () =>
    amazonOrder(random, shoppingDay(random, month), basket(random, [9_99, 118_00]), 'AMZ-7QK2M1'),
  );
  const payPal = Array.from({ length: between(random, 1, 3) }, () =>
    payPalPurchase(
      random,
      pick(random, payPalShops),
      shoppingDay(random, month),
      basket(random, [8_90, 96_00]),
      '4XJ2224YQ7LQ2',
    ),
  );
  const music = payPalPurchase(random, 'Spotify AB', dayOf(month, 18), 17_99, '4XJ2224YQ7LQ2');
  const cash = Array.from({ length: between(random, 1, 3) }, () =>
    cashWithdrawal(random, 'BERLIN', shoppingDay(random, month), between(random, 2, 8) * 10_00),
  );
  return [...shopping, ...online, ...payPal, music, ...cash];
}

/** Books a month of everyday spending: shops, online orders and cash. */
export function postEveryday(ledger: Ledger, accountId: string, seed: number, month: string): void {
  for (const posting of oneMonth(seed, month)) post(ledger, accountId, posting);
}
