import { open, rename } from 'node:fs/promises';
import type { Credentials } from './create-demo.ts';

/** Whole or not at all, on disk, and readable by its owner only. */
export async function writeCredentials(path: string, credentials: Credentials): Promise<void> {
  const draft = `${path}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(`${JSON.stringify(credentials, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}
