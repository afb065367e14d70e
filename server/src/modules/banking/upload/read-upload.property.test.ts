/**
 * Whatever the body and however it is cut: the same result as JSON.parse of the whole and a slow, plain reading of it.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINOR_UNIT_DECIMALS } from '#platform/currencies.ts';
import { readUpload } from './read-upload.ts';
import { UploadError } from './upload-error.ts';

type Json = Record<string, unknown>;
type Row = (string | number | null)[];

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const field = (value: Json, name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined);
class Invalid extends Error {}
function need(condition: boolean): asserts condition {
  if (!condition) throw new Invalid();
}

function textOf(value: Json, name: string, max: number): string | null {
  const text = field(value, name) ?? null;
  if (text === null) return null;
  need(typeof text === 'string' && [...text].length <= max && text.isWellFormed() && !text.includes('\0'));
  return text === '' ? null : text;
}

function dateOf(date: string): string {
  need(/^\d{4}-\d\d-\d\d$/.test(date));
  const parsed = new Date(`${date}T00:00:00Z`);
  need(!Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) && date >= '1900' && date < '2200');
  return date;
}

function minorOf(value: unknown, currency: string): number {
  const decimals = MINOR_UNIT_DECIMALS.get(currency);
  need(decimals !== undefined && (typeof value === 'number' || typeof value === 'string'));
  if (typeof value === 'string') need(value.length <= 40 && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value));
  const match = /^(-?)(\d+)(?:\.(\d+?)0*)?$/.exec(String(value));
  need(match !== null);
  const fraction = match[3] === '0' ? '' : (match[3] ?? '');
  need(fraction.length <= decimals);
  const minor = BigInt((match[2] as string) + fraction.padEnd(decimals, '0'));
  need(minor <= 999_999_999_999_999n);
  return Number(match[1] ? -minor : minor) + 0;
}

function ibanOf(value: Json): string | null {
  const iban = textOf(value, 'iban', 64)?.replace(/\s/g, '').toUpperCase() || null;
  need((iban ?? '').length <= 34);
  return iban;
}

function codeOf(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') need(/^\d{4}$/.test(value));
  else need(typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 9999);
  return String(value).padStart(4, '0');
}

function rowOf(value: unknown, place: [number, number], accountCurrency: string): Row {
  need(isObject(value));
  const { amount, bookingDate } = value;
  const id = field(value, 'transactionId');
  need(typeof id === 'string' && id !== '' && typeof bookingDate === 'string');
  const partner = field(value, 'paymentPartner') ?? {};
  const p: Json = typeof partner === 'string' ? { name: partner } : (partner as Json);
  need(isObject(p));
  const own = field(value, 'currency') ?? accountCurrency;
  need(typeof own === 'string' && /^[A-Z]{3}$/.test(own) && MINOR_UNIT_DECIMALS.has(own));
  const status = field(value, 'status') ?? 'booked';
  need(status === 'booked' || status === 'pending');
  const valueDate = textOf(value, 'valueDate', 10);
  return [
    ...place,
    textOf(value, 'transactionId', 255),
    minorOf(amount, own),
    own,
    dateOf(bookingDate),
    valueDate === null ? null : dateOf(valueDate),
    textOf(value, 'bookingText', 4000),
    textOf(value, 'purpose', 4000),
    codeOf(field(value, 'merchantCategoryCode')),
    textOf(p, 'name', 500),
    ibanOf(p),
    ...['bic', 'accountNumber', 'bankCode', 'creditorId'].map((name) => textOf(p, name, 255)),
    ...['endToEndId', 'mandateId', 'purposeCode', 'bankTransactionCode'].map((name) => textOf(value, name, 255)),
    status,
  ];
}

/** The ids and currencies of the accounts and all rows; throws Invalid. Covers the fields that the bodies below have. */
function referenceOf(body: unknown): { accounts: string[]; rows: Row[] } {
  need(isObject(body));
  const list = field(body, 'accounts');
  need(Array.isArray(list));
  const accounts: string[] = [];
  const rows: Row[] = [];
  for (const [n, account] of list.entries()) {
    need(isObject(account));
    const id = field(account, 'accountId');
    need(typeof id === 'string' && id !== '');
    textOf(account, 'accountId', 255);
    const currency = field(account, 'currency') ?? 'EUR';
    need(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) && MINOR_UNIT_DECIMALS.has(currency));
    const balance = field(account, 'balance') ?? null;
    const balanceMinor = balance === null || balance === '' ? null : minorOf(balance, currency);
    const name = textOf(account, 'name', 500);
    const transactions = field(account, 'transactions') ?? [];
    need(Array.isArray(transactions));
    accounts.push(JSON.stringify([id, currency, balanceMinor, name, transactions.length]));
    for (const [k, transaction] of transactions.entries()) rows.push(rowOf(transaction, [n, k], currency));
  }
  need(new Set(accounts.map((account) => JSON.parse(account)[0])).size === accounts.length);
  need(new Set(rows.map((row) => row[2])).size === rows.length);
  return { accounts, rows: rows.sort(byPlace) };
}

function byPlace(a: Row, b: Row): number {
  return Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]);
}

/** PostgreSQL's reading of COPY text. */
function rowsOf(copyData: Buffer[]): Row[] {
  const lines = copyData.flatMap((rows) => rows.toString('utf8').split('\n').slice(0, -1));
  const unescape = (column: string): string | null =>
    column === '\\N' ? null : column.replace(/\\(.)/g, (_, c: string) => ({ t: '\t', n: '\n', r: '\r' })[c] ?? c);
  return lines
    .map((line) => {
      const columns: Row = line.split('\t').map(unescape);
      for (const n of [0, 1, 3]) columns[n] = Number(columns[n]);
      return columns;
    })
    .sort(byPlace);
}

type Outcome = { accounts: string[]; rows: Row[] } | 'invalid_json' | 'validation_failed';

async function outcomeOf(bytes: Uint8Array, cuts: number[]): Promise<Outcome> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let start = 0;
    for (let n = 0; start < bytes.length; n++) {
      const end = start + (cuts[n % cuts.length] as number);
      // A copy: it is taken over.
      yield new Uint8Array(bytes.subarray(start, end));
      start = end;
    }
  }
  try {
    const { accounts, copyData, transactionCount } = await readUpload(chunks(), { shape: 'accounts' });
    const rows = rowsOf(copyData);
    expect(transactionCount).toBe(rows.length);
    return {
      accounts: accounts.map((account) =>
        JSON.stringify([
          account.accountId,
          account.currency,
          account.balanceMinor,
          account.name,
          account.transactionCount,
        ]),
      ),
      rows,
    };
  } catch (error) {
    if (!(error instanceof UploadError)) throw error;
    expect(error.errors.length).toBeGreaterThan(0);
    return error.code as Outcome;
  }
}

/** The outcome must be that of the reference; a body that is both no JSON and wrong may be refused for either. */
async function compare(bytes: Uint8Array, cuts: number[]): Promise<Outcome> {
  const outcome = await outcomeOf(bytes, cuts);
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    expect(['invalid_json', 'validation_failed']).toContain(outcome);
    return outcome;
  }
  try {
    expect(outcome).toEqual(referenceOf(body));
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    expect(outcome).toBe('validation_failed');
  }
  return outcome;
}

const cuts: fc.Arbitrary<number[]> = fc.oneof(
  fc.constant<number[]>([1]),
  fc.constant<number[]>([1 << 20]),
  fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 }),
);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    '',
    'a\tb\nc\rd\\e\\N',
    '"],[{}',
    '\\',
    'Müller',
    '🙂"',
    '\u2028',
    '\u007f',
    '\\"transactions\\":[1]',
  ),
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 });
const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'CLF');
const amount = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.constantFrom(0, 0, 0, 2, 2), fc.boolean())
  .map(([minor, decimals, asText]) => (asText ? (minor / 10 ** decimals).toFixed(decimals) : minor / 10 ** decimals));
const decoy: fc.Arbitrary<unknown> = fc.constantFrom(
  { transactions: [{ transactions: [] }] },
  { accounts: [{ accountId: 'no', transactions: [1] }] },
  [[[{}]], 'transactions', ':['],
  'transactions',
  1e-300,
);
const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const partner = fc.oneof(
  text,
  fc.record(
    { name: optional(text), iban: optional(fc.constantFrom('de89 3704', 'FR76', '')), bic: text },
    { requiredKeys: [] },
  ),
);
const transaction = fc.record(
  {
    transactionId: fc.uuid(),
    amount,
    bookingDate: date,
    valueDate: optional(date),
    currency: optional(currency),
    bookingText: optional(text),
    purpose: text,
    merchantCategoryCode: optional(fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.constantFrom('5411', ''))),
    paymentPartner: optional(partner),
    endToEndId: text,
    status: fc.constantFrom('booked', 'pending', null),
    decoy,
  },
  { requiredKeys: ['transactionId', 'amount', 'bookingDate'] },
);
const account = fc.record(
  {
    accountId: fc.uuid(),
    currency: optional(currency),
    balance: optional(amount),
    name: optional(text),
    transactions: optional(fc.array(transaction, { maxLength: 6 })),
    decoy,
  },
  { requiredKeys: ['accountId'] },
);
const body = fc.record({ accounts: fc.array(account, { maxLength: 4 }), decoy }, { requiredKeys: ['accounts'] });

/** A value as JSON with its keys in another order, blanks, and some characters written as escapes. */
function scramble(value: unknown, random: () => number): string {
  const blank = (): string => (random() < 0.1 ? (['\n', ' ', '\t', '\r\n '][Math.floor(random() * 4)] as string) : '');
  const string = (raw: string): string =>
    JSON.stringify(raw).replace(/[^"\\\u0000-\u001f]/g, (unit, at: number, whole: string) =>
      random() < 0.03 && whole[at - 1] !== '\\' && !/\\u.{0,3}$/.test(whole.slice(0, at))
        ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
        : unit,
    );
  const write = (item: unknown): string => {
    if (typeof item === 'string') return blank() + string(item) + blank();
    if (Array.isArray(item)) return `${blank()}[${item.map(write).join(',')}${blank()}]${blank()}`;
    if (!isObject(item)) return blank() + JSON.stringify(item) + blank();
    const entries = Object.entries(item)
      .map((entry) => [random(), entry] as const)
      .sort(([a], [b]) => a - b)
      .map(([, [key, inner]]) => `${blank()}${string(key)}${blank()}:${write(inner)}`);
    return `${blank()}{${entries.join(',')}${blank()}}${blank()}`;
  };
  return write(value);
}

const seed = fc.integer({ min: 1, max: 2 ** 31 - 2 });

/** Lehmer's generator: the text of a body must depend on what fast-check chose and on nothing else. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe('readUpload', () => {
  test('gives what JSON.parse and a plain reading give, however the body is written and cut', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(body, seed, cuts, async (value, start, sizes) => {
        const outcome = await compare(Buffer.from(scramble(value, randomFrom(start))), sizes);
        if (typeof outcome === 'object') accepted++;
      }),
      { numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  test('never takes a damaged body for something else than JSON.parse does', async () => {
    const edits = fc.array(
      fc.record({
        at: fc.nat(),
        remove: fc.integer({ min: 0, max: 3 }),
        insert: fc.oneof(
          fc.constantFrom(
            '',
            '"',
            '\\',
            '{',
            '}',
            '[',
            ']',
            ',',
            ':',
            '\n',
            '0',
            'null',
            '[]',
            '{}',
            '"transactions":[',
          ),
          fc.uint8Array({ maxLength: 2 }),
        ),
      }),
      { minLength: 1, maxLength: 3 },
    );
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(body, seed, edits, cuts, async (value, start, changes, sizes) => {
        let bytes: Buffer = Buffer.from(scramble(value, randomFrom(start)));
        for (const { at, remove, insert } of changes) {
          const i = at % (bytes.length + 1);
          bytes = Buffer.concat([bytes.subarray(0, i), Buffer.from(insert as string), bytes.subarray(i + remove)]);
        }
        const outcome = await compare(bytes, sizes);
        seen.add(typeof outcome === 'string' ? outcome : 'accepted');
      }),
      { numRuns: 1500 },
    );
    expect([...seen].sort()).toEqual(['accepted', 'invalid_json', 'validation_failed']);
  });

  test('any JSON with our keys in any place is read or refused as the reference does', async () => {
    const key = fc.constantFrom('accounts', 'transactions', 'accountId', 'amount', 'currency', 'x', '__proto__');
    const { any } = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        fc.constantFrom(null, true, 0, 12.5, '', 'a', 'EUR', 'transactions'),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.array(fc.tuple(key, tie('any')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
      ),
    }));
    const holder = fc.oneof(
      any,
      any.map((accounts) => ({ accounts })),
      fc.array(any).map((accounts) => ({ accounts })),
    );
    await fc.assert(
      fc.asyncProperty(holder, seed, cuts, async (value, start, sizes) => {
        await compare(Buffer.from(scramble(value, randomFrom(start))), sizes);
      }),
      { numRuns: 1500 },
    );
  });

  test('every prefix of a body is refused as cut off, at its end', async () => {
    const whole = Buffer.from(
      '{"accounts":[{"accountId":"ä\\n","transactions":[{"transactionId":"1","amount":-1.5e0,"x":[true,null]}],"y":{}}]}',
    );
    for (let length = 0; length < whole.length; length++) {
      const cut = whole.subarray(0, length);
      const outcome = readUpload(
        (async function* () {
          yield cut;
        })(),
        { shape: 'accounts' },
      );
      await expect(outcome).rejects.toMatchObject({ code: 'invalid_json' });
      const { errors } = (await outcome.catch((error: unknown) => error)) as UploadError;
      const splitsCharacter = length === 28;
      const expected = splitsCharacter
        ? 'Invalid JSON at byte 27: expected valid UTF-8'
        : `at byte ${length}: the body ends`;
      expect(errors[0]?.message).toContain(expected);
    }
  });
});
