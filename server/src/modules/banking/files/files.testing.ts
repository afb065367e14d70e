/** Reads files in tests: what comes out, put together again. */
import type {
  StatementAccount,
  StatementBalance,
  StatementPart,
  StatementTransaction,
} from '../statements/statement.types.ts';
import { type BankFile, BankFileError, fileOfBytes } from './bank-file.ts';
import { type ReadFilesOptions, readBankFiles } from './read-bank-files.ts';

export interface ReadResult {
  accounts: StatementAccount[];
  transactions: StatementTransaction[];
  balances: StatementBalance[];
  rejected: { file: string; line: number; reason: string }[];
}

export const TODAY = '2026-11-22';

export async function readFiles(files: BankFile[], options: Partial<ReadFilesOptions> = {}): Promise<ReadResult> {
  const result: ReadResult = { accounts: [], transactions: [], balances: [], rejected: [] };
  const known = new Set<string>();
  for await (const part of readBankFiles(files, {
    today: TODAY,
    currency: 'EUR',
    mapping: null,
    strict: false,
    ...options,
  })) {
    takePart(result, known, part);
  }
  return result;
}

function takePart(result: ReadResult, known: Set<string>, part: StatementPart): void {
  if (part.kind === 'rejected') {
    const { file, line, reason } = part;
    result.rejected.push({ file, line, reason });
  } else if (part.kind === 'account') {
    known.add(part.ref);
    result.accounts.push(part.account);
  } else {
    if (!known.has(part.ref)) throw new Error(`${part.ref} was not announced`);
    if (part.kind === 'balance') result.balances.push(part.balance);
    else result.transactions.push(...part.transactions);
  }
}

export type TestEncoding = BufferEncoding | 'windows-1252';

/** The characters of Windows-1252 that Latin-1 lacks, as far as tests use them. */
const WINDOWS_EXTRA: Record<string, string> = { '€': '\x80', '„': '\x84', '•': '\x95' };

/** A text as one file, in chunks so small that every boundary is tried. */
export function textFile(text: string, name = 'file.txt', encoding: TestEncoding = 'utf8', chunkBytes = 7): BankFile {
  const bytes =
    encoding === 'windows-1252'
      ? Buffer.from(
          text.replace(/[€„•]/g, (letter) => WINDOWS_EXTRA[letter] ?? letter),
          'latin1',
        )
      : Buffer.from(text, encoding);
  return fileOfBytes(name, bytes, chunkBytes);
}

export const readText = (text: string, options?: Partial<ReadFilesOptions>) => readFiles([textFile(text)], options);

/** What a refused file says about itself. */
export async function faultOf(
  reading: Promise<unknown>,
): Promise<{ file: string; line: number | null; reason: string }> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof BankFileError) return { file: error.file, line: error.line, reason: error.reason };
    throw error;
  }
  throw new Error('The file was taken');
}
