/**
 * Random households for measuring the stream detection: contracts of all rhythms with weekend shifts, delays, price
 * steps, varying amounts, missed and doubled payments, two contracts with one payee; and payees that look like contracts
 * by their kind but are paid at random.
 */
import type { Frequency } from '../../src/modules/analysis/engine/engine.types.ts';
import type { LabelledHistory } from './history.types.ts';
import {
  buildHistory,
  type HistoryBuilder,
  type Payee,
  type PurchaseOptions,
  type StreamOptions,
} from './history-builder.ts';
import { createRandom, type Random } from './random.ts';

/** Category, name and usual amount of possible contracts. */
const CONTRACTS: readonly (readonly [category: string, name: string, amount: number])[] = [
  ['rent', 'Hausverwaltung', -800],
  ['electricity_gas', 'Stadtwerk', -90],
  ['telephone', 'Mobilnetz', -25],
  ['internet_cable', 'Kabelnetz', -40],
  ['tv_film', 'Filmstrom', -12],
  ['music_audio', 'Tonwelle', -10],
  ['fitness', 'Fitwerk', -30],
  ['car_insurance', 'Autoschutz', -60],
  ['health_insurance', 'Gesundkasse', -210],
  ['life_insurance', 'Lebenplus', -50],
  ['loan_instalment', 'Kreditbank', -230],
  ['childcare', 'Kita Sonne', -150],
  ['software_online', 'Wolkenspeicher', -3],
  ['membership', 'Turnverein', -15],
  ['savings_plan', 'Depotbank', -100],
  ['salary', 'Arbeitgeber', 2600],
  ['child_benefit', 'Familienkasse', 250],
  ['private_transfer_out', 'Erika Muster', -75],
  ['leasing', 'Autolease', -299],
  ['water', 'Wasserwerk', -35],
  ['credit_card_payment', 'Kartenbank', -700],
];

const RARE_KINDS = /insurance|water|membership/;
const VARYING_KINDS = /electricity|telephone|credit_card|water|salary/;

/** Category, name, bookings a month, price range or list: everything here is paid at random days. */
const PURCHASES: readonly (readonly [string, string, number, number, number, (readonly number[])?])[] = [
  ['groceries', 'Frischmarkt', 8, 5, 120],
  ['groceries', 'Samstagsmarkt', 4, 10, 40, [10, 15, 20, 25]],
  ['fuel', 'Tankwart', 2, 40, 80],
  ['coffee', 'Kaffeeria', 6, 3, 6, [3.2, 4.1]],
  ['restaurants', 'Ristorante', 1, 20, 70],
  ['online_marketplace', 'Marktplatz', 4, 5, 100],
  ['pharmacy', 'Apotheke', 0.8, 5, 40],
  ['hair_beauty', 'Salon Schnitt', 0.8, 30, 45, [32, 38]],
  ['private_transfer_out', 'Max Freund', 1.3, 5, 60, [10, 20, 25, 50]],
  ['uncategorized', 'Irgendein Laden', 1, 5, 90],
  ['public_transit', 'Verkehrsbetrieb', 3, 2, 8, [3.2, 9.5]],
  ['gambling', 'Lottobude', 1.5, 5, 30, [5, 10, 20]],
  ['software_online', 'Appladen', 0.7, 1, 30],
  ['telephone', 'Prepaidkarte', 0.7, 15, 30, [15, 20, 30]],
  ['savings_out', 'Sparbuch', 0.6, 50, 600, [50, 100, 200, 500]],
  ['donation', 'Spendenaktion', 0.3, 10, 60, [10, 20, 50]],
  ['childcare', 'Babysitterin', 1.2, 30, 80, [30, 45, 60]],
];

function frequencyOf(category: string, random: Random): Frequency {
  if (category === 'salary') return random.pick(['MONTHLY', 'MONTHLY', 'BIWEEKLY', 'SEMI_MONTHLY']);
  if (RARE_KINDS.test(category)) return random.pick(['MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY']);
  return category === 'fitness' ? random.pick(['MONTHLY', 'BIWEEKLY', 'WEEKLY']) : 'MONTHLY';
}

/** A price that may step once and may vary from payment to payment. */
function priceOf(category: string, usual: number, months: number, random: Random): StreamOptions['amount'] {
  const price = usual * (0.7 + random.next() * 0.6);
  const step = random.next() < 0.4 ? random.integer(3, Math.max(4, months - 2)) : Number.POSITIVE_INFINITY;
  const raised = 1.02 + random.next() * 0.2;
  const varies = VARYING_KINDS.test(category) && random.next() < 0.5;
  const deviation = category === 'credit_card_payment' ? 0.35 : 0.08;
  return (index, each) => {
    const base = price * (index >= step ? raised : 1);
    return Math.round((varies ? base * (1 + each.normal(deviation)) : base) * 100) / 100;
  };
}

function addContract(
  history: HistoryBuilder,
  row: (typeof CONTRACTS)[number],
  from: string,
  months: number,
  seed: number,
): void {
  const { random } = history;
  const [category, kind, usual] = row;
  const name = `${kind} ${random.pick(['Nord', 'Süd', 'Alpha', 'Beta'])}`;
  const frequency = frequencyOf(category, random);
  const payee: Payee = { name, iban: `DE10500500000000${seed}${kind.length}${usual}`.replace(/[^A-Z0-9]/g, '') };
  const isFast = frequency === 'WEEKLY' || frequency === 'BIWEEKLY';
  const text = random.pick([name, `${name} Rechnung 4711`]);
  // Invented names tell nothing; pay is told by its text, as banks print it.
  const common = { name, category, payee, purpose: category === 'salary' ? 'LOHN GEHALT PERS.NR. 4711' : text };
  history.stream({
    ...common,
    frequency,
    anchors:
      frequency === 'SEMI_MONTHLY'
        ? random.pick([
            [15, 31],
            [1, 15],
            [10, 25],
          ])
        : [random.pick([1, 1, 2, 3, 5, 10, 15, 20, 28, 30, 31])],
    start: isFast ? `${from.slice(0, 8)}0${random.integer(1, 9)}` : from,
    amount: priceOf(category, usual, months, random),
    roll: usual > 0 ? random.pick(['backward', 'forward']) : random.pick(['forward', 'forward', 'none']),
    delay: !isFast && random.next() < 0.4 ? random.integer(1, 3) : 0,
    missed: frequency === 'MONTHLY' && random.next() < 0.3 ? [random.integer(2, 8)] : [],
    doubled: random.next() < 0.08 ? [random.integer(3, 6)] : [],
  });
  if (category !== 'rent' || random.next() < 0.6) return;
  history.stream({
    ...common,
    name: `${name} parking`,
    frequency: 'MONTHLY',
    anchors: [random.integer(1, 5)],
    amount: -60,
  });
}

/** The household of a seed: six to thirty-six months until the end of 2025. */
export function randomHousehold(seed: number): LabelledHistory {
  const random = createRandom(seed * 7919);
  const months = random.pick([6, 12, 18, 24, 24, 36]);
  const from = `${2025 - Math.floor((months - 1) / 12)}-${String(12 - ((months - 1) % 12)).padStart(2, '0')}-01`;
  const history = buildHistory({
    name: `household ${seed}`,
    seed,
    userType: 'person',
    country: 'DE',
    from,
    to: '2025-12-31',
  });
  history.account('a');
  for (const row of CONTRACTS) if (random.next() < 0.6) addContract(history, row, from, months, seed);
  for (const [category, name, perMonth, low, high, prices] of PURCHASES) {
    const purchase: PurchaseOptions = {
      category,
      payee: { name },
      purpose: (_, each) => `${name} ${each.integer(100, 9999)}`,
      perMonth,
      low,
      high,
      ...(prices ? { prices } : {}),
    };
    history.purchases(purchase);
  }
  return history.build();
}
