import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../server/src/modules/agent/retrieval/retrieval.types.ts';

/** A question with the intent that it belongs to. */
export interface Labelled {
  text: string;
  intent: string;
}

const text = (path: string): string => readFileSync(path, 'utf8').trim();

/** `"a question, quoted when it must be",category`. */
const CSV_ROW = /(?:"((?:[^"]|"")*)"|([^,\n]*)),([^,\r\n]+)(?:\r?\n|$)/g;

/** Banking77's `train.csv` or `test.csv`; null when it is not there. */
export function readBanking(folder: string, split: 'train' | 'test'): Labelled[] | null {
  const path = join(folder, 'banking77', `${split}.csv`);
  if (!existsSync(path)) return null;
  return [...text(path).matchAll(CSV_ROW)]
    .map(([, quoted, plain = '', intent = '']) => ({ text: quoted?.replaceAll('""', '"') ?? plain, intent }))
    .slice(1);
}

/** One part of banking77-oos (`seq.in` beside `label`); null when it is not there. */
export function readBankingOutside(folder: string, part: string): Labelled[] | null {
  const at = join(folder, 'banking77-oos', part);
  if (!existsSync(at)) return null;
  const labels = text(join(at, 'label')).split('\n');
  return text(join(at, 'seq.in'))
    .split('\n')
    .map((line, index) => ({ text: line, intent: labels[index] as string }));
}

/** The parts of CLINC150 by their names (`train`, `val`, `oos_train`, `oos_val`, `test`, `oos_test`), over all files. */
export function readClinc(folder: string): Record<string, Labelled[]> {
  const parts: Record<string, Labelled[]> = {};
  for (const file of ['train_val.json', 'test.json', 'data_full.json']) {
    const path = join(folder, 'clinc150', file);
    if (!existsSync(path)) continue;
    const read = JSON.parse(text(path)) as Record<string, [string, string][]>;
    for (const [part, rows] of Object.entries(read)) {
      parts[part] = rows.map(([question, intent]) => ({ text: question, intent }));
    }
  }
  return parts;
}

/** Each intent an article: its name the title, its training questions the questions. */
export function articlesOf(training: readonly Labelled[]): Article[] {
  const questions = new Map<string, string[]>();
  for (const { text: question, intent } of training)
    questions.set(intent, [...(questions.get(intent) ?? []), question]);
  return [...questions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([intent, known]) => ({
      id: intent,
      title: intent.replaceAll('_', ' '),
      questions: known,
      keywords: [],
      text: '',
      language: 'en',
    }));
}

/** A number from 0 below `buckets` that depends on the text only: splits do not move when rows do. */
export function bucketOf(question: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < question.length; index++) hash = Math.imul(hash ^ question.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % buckets;
}

/** The first `count` questions of each intent in the order of their hashes. */
export function someOfEach(labelled: readonly Labelled[], count: number): Labelled[] {
  const taken = new Map<string, number>();
  const order = labelled.map((row) => ({ row, key: bucketOf(row.text, 2 ** 31) })).sort((a, b) => a.key - b.key);
  return order
    .map(({ row }) => row)
    .filter(({ intent }) => {
      const already = taken.get(intent) ?? 0;
      taken.set(intent, already + 1);
      return already < count;
    });
}

/** Intents of Banking77 → the article of the demo's help centre that answers them. Those without one are left out. */
export const ANSWERED_BY_DEMO: Readonly<Record<string, string>> = {
  lost_or_stolen_card: 'lost-card',
  card_arrival: 'card-delivery',
  card_delivery_estimate: 'card-delivery',
  change_pin: 'card-pin',
  pin_blocked: 'card-pin',
  card_about_to_expire: 'replace-card',
  terminate_account: 'close-account',
  edit_personal_details: 'change-details',
  verify_my_identity: 'verify-identity',
  why_verify_identity: 'verify-identity',
  unable_to_verify_identity: 'verify-identity',
  apple_pay_or_google_pay: 'mobile-pay',
  declined_card_payment: 'payment-declined',
  card_payment_not_recognised: 'dispute-payment',
  transaction_charged_twice: 'dispute-payment',
  pending_card_payment: 'pending-payment',
  cancel_transfer: 'recall-transfer',
  transfer_timing: 'send-transfer',
  top_up_by_cash_or_cheque: 'deposit-money',
  balance_not_updated_after_bank_transfer: 'missing-payment',
  passcode_forgotten: 'login-help',
  cash_withdrawal_charge: 'withdraw-cash',
  atm_support: 'withdraw-cash',
  card_payment_wrong_exchange_rate: 'card-abroad',
  exchange_charge: 'card-abroad',
  activate_my_card: 'karte-aktivieren',
  lost_or_stolen_phone: 'new-phone',
};
