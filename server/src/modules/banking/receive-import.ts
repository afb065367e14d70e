import type { Readable } from 'node:stream';
import { findUser } from '#modules/users/index.ts';
import { AppError, invalidField, invalidFields } from '#platform/http/errors.ts';
import { type ReceivedForm, receiveForm } from '#platform/http/multipart.ts';
import type { RawRequest } from '#platform/http/route.ts';
import { createValidator } from '#platform/http/validation.ts';
import { spareMemory } from '#platform/spare-memory.ts';
import { findTextProblem, findUnstorable } from '#platform/storable-text.ts';
import { selectAccount } from './accounts.queries.ts';
import { fileRefused } from './banking.errors.ts';
import { MAX_LENGTH } from './banking.schemas.ts';
import { type BankFile, BankFileError } from './files/bank-file.ts';
import { ColumnMapping } from './files/csv/mapping.ts';
import { readBankFiles } from './files/read-bank-files.ts';
import { type StatementReading, spoolStatements } from './statements/read-statements.ts';
import type { StatementPart } from './statements/statement.types.ts';

export const IMPORT_LIMITS = { bytes: 100 * 1024 * 1024, files: 50 };

const DEFAULT_CURRENCY = 'EUR';

/** What an import says, and about which account. */
export interface ImportRequest {
  reading: StatementReading;
  accountId: string | null;
}

const mappingValidator = createValidator(ColumnMapping, (pointer) => `/mapping${pointer}`);

/**
 * Takes the form while it arrives; the user is looked up before the first byte, so that nobody sends for nothing. The files
 * are read at once, before there is a transaction: parsing a large one must hold neither a connection nor locks. Rows that
 * can't be read are left out and told, unless `strict`; a file that can't be taken as a whole refuses the others too.
 */
export async function receiveImport(chunks: Readable, request: RawRequest) {
  const { services, workspaceId, params, query, contentType } = request;
  const { userId = '' } = params;
  const user = await services.database.read(workspaceId, (session) => findUser(session, workspaceId, userId));
  const form = await receiveForm(chunks, contentType, IMPORT_LIMITS);
  // Until the rows are stored: `release` is called then.
  const spareNoMore = spareMemory();
  try {
    const { accountId, mapping } = readFields(form);
    const account =
      accountId === null
        ? null
        : await services.database.read(workspaceId, (session) => selectAccount(session, user.userKey, accountId));
    const parts = readBankFiles(filesOf(form), {
      today: services.now().toISOString().slice(0, 10),
      currency: account?.currency ?? DEFAULT_CURRENCY,
      mapping,
      strict: query.strict === true,
    });
    const { release, ...reading } = await spoolStatements(refusing(parts));
    const value: ImportRequest = { reading, accountId };
    return { value, sha256: form.sha256, release: () => release().finally(spareNoMore) };
  } catch (error) {
    spareNoMore();
    throw error;
  } finally {
    await form.release();
  }
}

/** What is wrong with a file becomes an answer. */
async function* refusing(parts: AsyncIterable<StatementPart>): AsyncGenerator<StatementPart> {
  try {
    yield* parts;
  } catch (error) {
    if (!(error instanceof BankFileError)) throw error;
    const { file, line, reason, message } = error;
    throw new AppError(fileRefused, message, {
      errors: [{ path: '/file', message }],
      extra: { file, line, reason },
      cause: error,
    });
  }
}

function readFields({ fields }: ReceivedForm): { accountId: string | null; mapping: ColumnMapping | null } {
  for (const name of fields.keys()) {
    if (name !== 'accountId' && name !== 'mapping')
      throw invalidField(`/${name}`, name === 'file' ? 'must be a file, with a file name' : 'is no field of this form');
  }
  const accountId = fields.get('accountId') ?? null;
  if (accountId !== null) {
    if (accountId === '' || accountId.length > MAX_LENGTH.code)
      throw invalidField('/accountId', `must have 1 to ${MAX_LENGTH.code} characters`);
    const problem = findTextProblem(accountId);
    if (problem) throw invalidField('/accountId', problem);
  }
  const text = fields.get('mapping');
  return { accountId, mapping: text === undefined ? null : readMapping(text) };
}

function readMapping(text: string): ColumnMapping {
  let mapping: unknown;
  try {
    mapping = JSON.parse(text);
  } catch {
    throw invalidField('/mapping', 'must be JSON');
  }
  const unstorable = findUnstorable(mapping);
  if (unstorable) throw invalidField(`/mapping${unstorable.path}`, unstorable.message);
  const errors = mappingValidator.errors(mapping);
  if (errors.length > 0) throw invalidFields(errors);
  const { columns } = mapping as ColumnMapping;
  if (!columns.bookingDate)
    throw invalidField('/mapping/columns/bookingDate', 'is missing: which column has the date?');
  if (!columns.amount && !columns.debit && !columns.credit) {
    throw invalidField('/mapping/columns/amount', 'is missing: which column has the amount (or `debit` and `credit`)?');
  }
  return mapping as ColumnMapping;
}

function filesOf({ files }: ReceivedForm): BankFile[] {
  const foreign = files.find(({ field }) => field !== 'file');
  if (foreign) throw invalidField(`/${foreign.field}`, 'is no field of this form; files are sent as `file`');
  if (files.length === 0) throw invalidField('/file', 'is missing: send at least one file');
  return files.map((file, n) => ({ name: nameOf(file.name, n), size: file.size, read: file.read }));
}

/** Names come back in answers, so they must be fit for that. */
function nameOf(name: string, n: number): string {
  const plain = name.replace(/\p{C}/gu, '').toWellFormed().slice(0, 255).trim();
  return plain === '' ? `file ${n + 1}` : plain;
}
