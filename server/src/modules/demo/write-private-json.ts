import { open, rename } from 'node:fs/promises';
import { randomToken } from '#platform/crypto/random.ts';

/** Whole or not at all, on disk, and readable by its owner only. */
export async function writePrivateJson(path: string, value: object): Promise<void> {
  // Two processes that share the directory may start at once.
  const draft = `${path}.${randomToken(9)}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(`${JSON.stringify(value, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}
