import { readFile } from 'node:fs/promises';
import { Type } from 'typebox';
import type { Xs2aFiles } from '#platform/bank-access.ts';
import { createValidator } from '#platform/http/validation.ts';
import type { Xs2aBank, Xs2aTransport } from './xs2a.types.ts';

const TIMEOUT_MS = 20_000;

/** What a bank may leave out of its entry. */
const DEFAULTS = {
  bic: null,
  bankCodes: [] as string[],
  city: null,
  country: 'DE',
  accountTypes: [],
  login: 'user-and-password',
  preferRedirect: null,
  consentAccess: 'bank-offered',
  consentDays: 180,
  historyDays: 730,
  bothStatuses: true,
  amounts: 'signed',
  cardAccounts: false,
} as const;

const text = (pattern?: string) => Type.String({ minLength: 1, maxLength: 200, ...(pattern && { pattern }) });
const nullable = <T extends ReturnType<typeof text>>(schema: T) => Type.Union([schema, Type.Null()]);

const BankEntry = Type.Object(
  {
    bankId: text('^[a-z0-9][a-z0-9-]*$'),
    name: text(),
    baseUrl: text('^https://[^/?#@]+(/[^?#@]*[^/?#@])?$'),
    bic: Type.Optional(nullable(text('^[A-Z0-9]{8}([A-Z0-9]{3})?$'))),
    bankCodes: Type.Optional(Type.Array(text('^[0-9]{8}$'))),
    city: Type.Optional(nullable(text())),
    country: Type.Optional(text('^[A-Z]{2}$')),
    accountTypes: Type.Optional(
      Type.Array(
        Type.Object({ id: text(), name: Type.Object({ en: text(), de: text() }) }, { additionalProperties: false }),
      ),
    ),
    login: Type.Optional(Type.Enum(['none', 'user', 'user-and-password'])),
    preferRedirect: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
    consentAccess: Type.Optional(Type.Enum(['bank-offered', 'all-accounts'])),
    consentDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 180 })),
    historyDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3_660 })),
    bothStatuses: Type.Optional(Type.Boolean()),
    amounts: Type.Optional(Type.Enum(['signed', 'unsigned'])),
    cardAccounts: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

const validator = createValidator(Type.Object({ banks: Type.Array(BankEntry) }, { additionalProperties: false }));

/**
 * Reads the banks and certificates that the settings name (docs/providers.md has the form). Throws an Error that names the
 * file and what is wrong in it; keys are never quoted.
 */
export async function readXs2aSettings(files: Xs2aFiles): Promise<{ banks: Xs2aBank[]; transport: Xs2aTransport }> {
  const banks = await readBanks(files.banks);
  const pair = async (name: string, paths: { cert: string; key: string } | null) =>
    paths && {
      cert: await readPem(`KONTOR_XS2A_${name}_CERT`, paths.cert, 'CERTIFICATE'),
      key: await readPem(`KONTOR_XS2A_${name}_KEY`, paths.key, 'PRIVATE KEY'),
    };
  const ca = files.ca === null ? null : await readPem('KONTOR_XS2A_CA', files.ca, 'CERTIFICATE');
  const tls = { ...(await pair('TLS', files.tls)), ...(ca && { ca }) };
  return { banks, transport: { tls, seal: await pair('SEAL', files.seal), allowList: [], timeoutMs: TIMEOUT_MS } };
}

async function readBanks(path: string): Promise<Xs2aBank[]> {
  const content = await readSetting('KONTOR_XS2A_BANKS', path);
  let document: unknown;
  try {
    document = JSON.parse(content);
  } catch (error) {
    throw new Error(`KONTOR_XS2A_BANKS: ${path} is no JSON: ${(error as Error).message}`, { cause: error });
  }
  const [first] = validator.errors(document);
  if (first) throw new Error(`KONTOR_XS2A_BANKS: ${path}, ${first.path || '/'}: ${first.message}`);
  const { banks } = document as { banks: Pick<Xs2aBank, 'bankId' | 'name' | 'baseUrl'>[] };
  const ids = new Set<string>();
  for (const { bankId } of banks) {
    if (ids.has(bankId)) throw new Error(`KONTOR_XS2A_BANKS: ${path} has two banks with the bankId ${bankId}`);
    ids.add(bankId);
  }
  return banks.map((bank) => ({ ...DEFAULTS, ...bank }) as unknown as Xs2aBank);
}

async function readPem(setting: string, path: string, kind: string): Promise<string> {
  const content = await readSetting(setting, path);
  if (!content.includes(`${kind}-----`)) throw new Error(`${setting}: ${path} holds no ${kind} in PEM`);
  return content;
}

function readSetting(setting: string, path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${setting}: ${path} cannot be read (${error.code ?? error.name})`, { cause: error });
  });
}
