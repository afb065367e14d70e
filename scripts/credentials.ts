import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Of the client: from the environment, else from the file that the first start of a new server wrote. */
export async function readCredentials(): Promise<{ clientId: string; clientSecret: string }> {
  const { KONTOR_CLIENT_ID: clientId, KONTOR_CLIENT_SECRET: clientSecret } = process.env;
  if (clientId && clientSecret) return { clientId, clientSecret };
  const path = join(process.env.KONTOR_DATA_DIR ?? '.kontor', 'credentials.json');
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new Error(
      `${path} can not be read. Start the server first (npm start), or set KONTOR_CLIENT_ID and KONTOR_CLIENT_SECRET.`,
    );
  }
}
