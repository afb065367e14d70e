/** Bodies of uploads for tests, and short ways to read them. */
import { expect } from 'vitest';
import { readUpload, type UploadOptions } from './read-upload.ts';
import { TRANSACTION_COLUMNS } from './transaction-row.ts';
import { UploadError, type UploadProblem } from './upload-error.ts';

type Upload = Awaited<ReturnType<typeof readUpload>>;

export async function* inChunks(body: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(body as string);
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

export function read(body: unknown, options: Partial<UploadOptions> = {}): Promise<Upload> {
  const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  return readUpload(inChunks(text), { shape: 'accounts', ...options });
}

export async function refusal(body: unknown, options: Partial<UploadOptions> = {}): Promise<UploadError> {
  const outcome = await read(body, options).catch((error: unknown) => error);
  if (!(outcome instanceof UploadError)) expect.fail(`not refused as expected: ${String(outcome)}`);
  return outcome;
}

export async function problems(body: unknown, options: Partial<UploadOptions> = {}): Promise<UploadProblem[]> {
  const error = await refusal(body, options);
  expect(error.code).toBe('validation_failed');
  return error.errors;
}

export function rowsOf(upload: Upload): Record<string, string>[] {
  const lines = Buffer.concat(upload.copyData).toString('utf8').split('\n').slice(0, -1);
  return lines.map((line) => {
    const columns = line.split('\t');
    expect(columns).toHaveLength(TRANSACTION_COLUMNS.length);
    return Object.fromEntries(TRANSACTION_COLUMNS.map((name, n) => [name, columns[n] as string]));
  });
}

let lastId = 0;
export const transaction = (fields: object = {}) => ({
  transactionId: `t${++lastId}`,
  amount: -12.34,
  bookingDate: '2026-03-01',
  ...fields,
});
export const withTransaction = (fields: object, account: object = {}) => ({
  accounts: [{ accountId: 'a', ...account, transactions: [transaction(fields)] }],
});
