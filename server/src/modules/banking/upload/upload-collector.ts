/** What comes out of the body of an upload, element by element: checked accounts, and rows of their transactions. */
import { AmountError, isCurrency, minorToDecimalString, parseAmount } from '#platform/money.ts';
import type { TransactionInput } from '../banking.schemas.ts';
import { COPY_NULL, CopyRows } from './copy-text.ts';
import { DEFAULT_CURRENCY, type ParsedAccount, parseAccount } from './parse-account.ts';
import type { SplitHandler } from './split-json.ts';
import { amountColumn, checkMeaning, checkTexts, isTransaction, transactionRow } from './transaction-row.ts';
import { ProblemList } from './upload-error.ts';

export type UploadShape = 'accounts' | 'transactions';

const MAX_ACCOUNTS = 10_000;
const MAX_SHOWN_ID = 40;
const AMOUNT_COLUMN = 3;
const CURRENCY_COLUMN = 4;

export class UploadCollector implements SplitHandler {
  readonly #shape: UploadShape;
  readonly #problems = new ProblemList();
  readonly #accounts: ParsedAccount[] = [];
  readonly #rows = new CopyRows();
  /** Currency of transactions that name none, where the account is known; else null: the account may tell it later. */
  readonly #knownCurrency: string | null;
  /**
   * Rows of the open account whose currency isn't known yet. They are written as if it were EUR, which nearly always
   * proves right; an amount that isn't exact in EUR stays as decimal text, with a null currency.
   */
  readonly #assumed = new CopyRows();
  #assumptionFails = false;
  /** Rows of accounts whose currency proved to be another one. */
  readonly #toRewrite: { rows: Buffer[]; currency: string }[] = [];

  /** Transaction id → its number in the whole body; and the number with which each account begins. */
  readonly #transactionIds = new Map<string, number>();
  readonly #firstOfAccount: number[] = [];
  readonly #accountIds = new Map<string, number>();
  #transactionCount = 0;
  /** Accounts that were read completely; the number of the open one. */
  #account = 0;
  #opened = { 1: false, 2: false };

  constructor(shape: UploadShape, currency: string = DEFAULT_CURRENCY) {
    this.#shape = shape;
    this.#knownCurrency = shape === 'transactions' ? currency : null;
    this.#firstOfAccount.push(0);
  }

  open(level: number): void {
    const key = level as 1 | 2;
    if (this.#opened[key]) this.#problems.add(this.#pointerTo(level), 'stands twice');
    this.#opened[key] = true;
  }

  elements(level: number, elements: unknown[], first: number, plain: boolean): void {
    if (level === 0) this.#readFrame(elements[0]);
    else if (level === 1 && this.#shape === 'accounts') for (const element of elements) this.#readAccount(element);
    else this.#readTransactions(elements, first, plain);
  }

  refuse(level: number, index: number, reason: 'depth' | 'size'): never {
    const path = level === 0 ? '/' : `${this.#pointerTo(level)}/${index}`;
    const message =
      reason === 'depth' ? 'nests deeper than 64 levels' : 'is too long; nothing near that size is expected here';
    this.#problems.add(path, message);
    this.#problems.throwIfAny();
    throw new Error('unreachable: a problem was added');
  }

  /** What is left to do at the end of the body, in steps of a few milliseconds; throws when anything was wrong. */
  *finish(): Generator<() => void> {
    for (const { rows, currency } of this.#toRewrite) {
      for (const buffer of rows) yield () => this.#rewrite(buffer, currency);
    }
    this.#problems.throwIfAny();
  }

  /** Rows that are sure and were not taken before; none any more once something is wrong: the database may refuse them. */
  takeRows(): Buffer[] {
    const rows = this.#rows.take();
    return this.#problems.count > 0 ? [] : rows;
  }

  /** Of those that were read so far, the open one too. */
  accountCount(): number {
    return this.#account + 1;
  }

  result(): { accounts: ParsedAccount[]; transactionCount: number } {
    return { accounts: this.#accounts, transactionCount: this.#transactionCount };
  }

  /** JSON pointer of the array of a level. */
  #pointerTo(level: number): string {
    if (this.#shape === 'transactions') return '/transactions';
    return level === 1 ? '/accounts' : `/accounts/${this.#account}/transactions`;
  }

  #readFrame(body: unknown): void {
    if (body === null || typeof body !== 'object' || Array.isArray(body)) {
      this.#problems.add('/', `must be an object with the property "${this.#shape}"`);
      return;
    }
    const list = Object.hasOwn(body, this.#shape) ? (body as Record<string, unknown>)[this.#shape] : undefined;
    if (list === undefined) this.#problems.add(`/${this.#shape}`, 'is required');
    else if (!Array.isArray(list)) this.#problems.add(`/${this.#shape}`, 'must be array');
  }

  #readAccount(element: unknown): void {
    const n = this.#account;
    const path = `/accounts/${n}`;
    const count = this.#transactionCount - (this.#firstOfAccount[n] as number);
    const account = parseAccount(element, path, count, this.#problems);
    const assumed = this.#assumed.take();
    if (account !== null) {
      // A list was read, and then the same key again with something else.
      if (this.#opened[2] && !account.hasTransactions) this.#problems.add(`${path}/transactions`, 'stands twice');
      const other = this.#accountIds.get(account.accountId);
      if (other !== undefined) this.#tellDuplicate(`${path}/accountId`, account.accountId, `/accounts/${other}`);
      else this.#accountIds.set(account.accountId, n);
      this.#accounts.push(account);
      if (account.currency === DEFAULT_CURRENCY && !this.#assumptionFails) this.#rows.append(assumed);
      else this.#toRewrite.push({ rows: assumed, currency: account.currency });
    }
    if (n + 1 > MAX_ACCOUNTS) this.#problems.add('/accounts', `must not have more than ${MAX_ACCOUNTS} elements`);
    this.#assumptionFails = false;
    this.#opened[2] = false;
    this.#account = n + 1;
    this.#firstOfAccount.push(this.#transactionCount);
  }

  #readTransactions(elements: unknown[], first: number, plain: boolean): void {
    const base = this.#pointerTo(2);
    for (let k = 0; k < elements.length; k++) {
      const element = elements[k];
      const path = `${base}/${first + k}`;
      const number = this.#transactionCount++;
      if (!isTransaction(element, path, this.#problems)) continue;
      if (!plain) checkTexts(element, path, this.#problems);
      checkMeaning(element, path, this.#problems);
      const other = this.#transactionIds.get(element.transactionId);
      if (other === undefined) this.#transactionIds.set(element.transactionId, number);
      else this.#tellDuplicate(`${path}/transactionId`, element.transactionId, this.#pointerToTransaction(other));
      this.#addRow(element, `${this.#account}\t${first + k}`, path, plain);
    }
  }

  #addRow(transaction: TransactionInput, places: string, path: string, plain: boolean): void {
    const currency = transaction.currency ?? this.#knownCurrency;
    if (currency === null) {
      this.#addAssumedRow(transaction, places, path, plain);
    } else if (isCurrency(currency)) {
      const amount = amountColumn(transaction.amount, currency, path, this.#problems);
      this.#rows.add(transactionRow(places, transaction, amount, currency, plain));
    } else {
      this.#problems.add(`${path}/currency`, `"${currency}" is no currency of ISO 4217`);
    }
  }

  #addAssumedRow(transaction: TransactionInput, places: string, path: string, plain: boolean): void {
    try {
      const amount = String(parseAmount(transaction.amount, DEFAULT_CURRENCY));
      this.#assumed.add(transactionRow(places, transaction, amount, DEFAULT_CURRENCY, plain));
    } catch (error) {
      if (!(error instanceof AmountError)) throw error;
      const text = decimalText(transaction.amount);
      if (text === null) {
        this.#problems.add(`${path}/amount`, error.message);
        return;
      }
      this.#assumptionFails = true;
      this.#assumed.add(transactionRow(places, transaction, text, COPY_NULL, plain));
    }
  }

  /** Gives rows that were written as EUR the amount and currency of their account. */
  #rewrite(rows: Buffer, currency: string): void {
    for (const row of rows.toString('utf8').split('\n')) {
      if (row === '') continue;
      const columns = row.split('\t');
      const [account, transaction] = columns;
      const path = `/accounts/${account}/transactions/${transaction}`;
      const text = columns[AMOUNT_COLUMN] as string;
      const assumed = columns[CURRENCY_COLUMN] === DEFAULT_CURRENCY;
      const amount = assumed ? minorToDecimalString(Number(text), DEFAULT_CURRENCY) : fromDecimalText(text);
      columns[AMOUNT_COLUMN] = amountColumn(amount, currency, path, this.#problems);
      columns[CURRENCY_COLUMN] = currency;
      this.#rows.add(`${columns.join('\t')}\n`);
    }
  }

  #tellDuplicate(path: string, id: string, otherPath: string): void {
    const shown = id.length > MAX_SHOWN_ID ? `${id.slice(0, MAX_SHOWN_ID)}…` : id;
    this.#problems.add(path, `${JSON.stringify(shown)} already stands at ${otherPath}`);
  }

  #pointerToTransaction(number: number): string {
    if (this.#shape === 'transactions') return `/transactions/${number}`;
    const account = this.#firstOfAccount.findLastIndex((first) => first <= number);
    return `/accounts/${account}/transactions/${number - (this.#firstOfAccount[account] as number)}`;
  }
}

/** An amount that isn't exact in EUR as text that needs no escape; null when it is no number in any currency. */
function decimalText(amount: number | string): string | null {
  if (typeof amount === 'number') return Number.isFinite(amount) ? String(amount) : null;
  return /^[-.0-9]+$/.test(amount) ? amount : null;
}

/** Only the notation of numbers has an exponent. */
function fromDecimalText(text: string): number | string {
  return text.includes('e') ? Number(text) : text;
}
