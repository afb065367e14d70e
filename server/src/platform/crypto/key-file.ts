import { randomBytes } from 'node:crypto';
import { constants, open } from 'node:fs/promises';
import { createPrivateFile } from '../private-file.ts';
import { type Keyring, parseKeyring, SecretBoxError } from './secret-box.ts';

const ACCESS_BY_GROUP_OR_OTHERS = 0o077;
const MAX_KEY_FILE_BYTES = 64 * 1024;

/**
 * Reads the encryption keys from a file (the format of {@link parseKeyring}; blanks and line ends separate keys too), or
 * creates it with one new random key when it is not there: mode 0600, complete and on disk before it has its name, so that
 * neither a crash nor a second process can see half a key or replace the first one's. The folder must exist.
 * Throws `key_file_insecure` when others may read the file, `key_file_unusable` when it cannot be read or created.
 */
export async function loadOrCreateKeyFile(path: string): Promise<Keyring> {
  const existing = await readKeyFile(path);
  if (existing !== undefined) return parseKeyFile(path, existing);
  await createKeyFile(path);
  const created = await readKeyFile(path);
  if (created === undefined) throw unusable(path, 'vanished right after it was created');
  return parseKeyFile(path, created);
}

function parseKeyFile(path: string, content: string): Keyring {
  try {
    return parseKeyring(content);
  } catch (error) {
    throw error instanceof SecretBoxError
      ? new SecretBoxError(error.code, `key file ${path}: ${error.message}`)
      : error;
  }
}

/** Undefined when there is no such file. Mode and content come from the same open file, so it cannot be exchanged between. */
async function readKeyFile(path: string): Promise<string | undefined> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw unusable(path, `cannot be read (${error.code})`);
  });
  if (!file) return undefined;
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw unusable(path, 'is not a regular file');
    if (stat.size > MAX_KEY_FILE_BYTES) throw unusable(path, 'is too large for a list of keys');
    if (process.platform !== 'win32' && (stat.mode & ACCESS_BY_GROUP_OR_OTHERS) !== 0) {
      const mode = (stat.mode & 0o777).toString(8).padStart(4, '0');
      throw new SecretBoxError(
        'key_file_insecure',
        `key file ${path} is open to other users of this machine (mode ${mode}): run \`chmod 600 ${path}\`, and replace the key if somebody may have read it`,
      );
    }
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

async function createKeyFile(path: string): Promise<void> {
  try {
    await createPrivateFile(path, `${randomBytes(32).toString('base64')}\n`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const hint = code === 'ENOENT' ? ': create its folder first' : '';
    throw unusable(path, `cannot be created (${code})${hint}`);
  }
}

function unusable(path: string, what: string): SecretBoxError {
  return new SecretBoxError('key_file_unusable', `key file ${path} ${what}`);
}
