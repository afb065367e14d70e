/** The front door of this folder: files of any kind that is known → parts of statements. */
import type { StatementPart } from '../statements/statement.types.ts';
import { type BankFile, BankFileError, peek, type ReadFileOptions } from './bank-file.ts';
import { readCamt } from './camt/read-camt.ts';
import type { ColumnMapping } from './csv/mapping.ts';
import { readCsv } from './csv/read-csv.ts';
import { type BankFileFormat, detectFormat } from './detect-format.ts';
import { readMt940 } from './mt940/read-mt940.ts';
import { readOfx } from './ofx/read-ofx.ts';
import { readQif } from './qif/read-qif.ts';
import { MAX_UNPACKED_BYTES, openZip } from './zip/open-zip.ts';

export interface ReadFilesOptions extends ReadFileOptions {
  mapping: ColumnMapping | null;
  /** Refuse everything for one row that can not be read. */
  strict: boolean;
}

/** Of all files together, each counted once per file: years of daily statements. Each is compared with all others. */
const MAX_ACCOUNTS = 5_000;

/**
 * Reads the files one after the other, archives with what is in them. A row that can't be read becomes a `rejected` part.
 * Throws BankFileError for a file that can't be taken as a whole: then nothing of any file may be kept.
 */
export async function* readBankFiles(files: BankFile[], options: ReadFilesOptions): AsyncGenerator<StatementPart> {
  let number = 0;
  let accounts = 0;
  for await (const { file, format } of unpack(files)) {
    number++;
    for await (const part of read(file, format, options)) {
      if (part.kind === 'account' && ++accounts > MAX_ACCOUNTS)
        throw new BankFileError(file.name, null, `is one account too many: at most ${MAX_ACCOUNTS} are read at a time`);
      if (part.kind !== 'rejected') yield { ...part, ref: `${number} ${part.ref}` };
      else if (options.strict) throw new BankFileError(part.file, part.line, part.reason);
      else yield part;
    }
  }
}

async function* unpack(files: BankFile[]): AsyncGenerator<{ file: BankFile; format: BankFileFormat }> {
  const allowance = { bytes: MAX_UNPACKED_BYTES };
  for (const file of files) {
    const format = detectFormat(file, await peek(file));
    if (format !== 'zip') {
      yield { file, format };
      continue;
    }
    for await (const inner of openZip(file, allowance)) {
      const innerFormat = detectFormat(inner, await peek(inner));
      if (innerFormat === 'zip')
        throw new BankFileError(inner.name, null, 'is an archive within an archive; unpack it first');
      yield { file: inner, format: innerFormat };
    }
  }
}

function read(file: BankFile, format: BankFileFormat, options: ReadFilesOptions): AsyncGenerator<StatementPart> {
  switch (format) {
    case 'camt':
      return readCamt(file, options);
    case 'mt940':
      return readMt940(file);
    case 'ofx-sgml':
      return readOfx(file, options, false);
    case 'ofx-xml':
      return readOfx(file, options, true);
    case 'qif':
      return readQif(file, { ...options, dateOrder: options.mapping?.dateOrder });
    default:
      return readCsv(file, options);
  }
}
