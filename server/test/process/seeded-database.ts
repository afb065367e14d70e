import { inject } from 'vitest';
import { API_KEY_SCOPES, CLIENT_SCOPES, createApiKey, createClient, createWorkspace } from '#modules/identity/index.ts';
import { NO_BANK_ACCESS } from '#platform/bank-access.ts';
import { withWorkspace } from '#platform/context.ts';
import { sha256Hex, uuidv7 } from '#platform/crypto/random.ts';
import { parseKeyring } from '#platform/crypto/secret-box.ts';
import { createLogger } from '#platform/log/index.ts';
import { createServices } from '../../src/assemble.ts';
import { createDatabase, TEMPLATE } from '../harness/databases.ts';

export interface SeededDatabase {
  /** How its owner enters it. */
  adminUrl: string;
  /** What a Kontor needs that runs on it, without a demo. */
  env: { DATABASE_URL: string; KONTOR_SECRET_KEY: string };
  workspaceId: string;
  clientId: string;
  clientSecret: string;
  apiKey: string;
}

/** A database of one test's own with nothing but one workspace in it: for processes that need no demo, which takes seconds to make. */
export async function createSeededDatabase(name: string): Promise<SeededDatabase> {
  const adminUrl = await createDatabase(inject('clusterUrl'), `${name}_${process.pid}`, TEMPLATE);
  const key = sha256Hex(`key of ${name}`);
  const { services, close } = await createServices({
    databaseUrl: adminUrl,
    databasePoolSize: 1,
    keyring: parseKeyring(key),
    publicUrl: 'http://kontor.test',
    bankAccess: NO_BANK_ACCESS,
    log: createLogger({ level: 'silent' }),
    worker: false,
  });
  const workspaceId = uuidv7(Date.now());
  const identities = await withWorkspace(services, workspaceId, async (ctx) => {
    await createWorkspace(ctx, 'Test');
    const client = await createClient(ctx, { name: 'Test', scopes: [...CLIENT_SCOPES] });
    const { apiKey } = await createApiKey(ctx, { name: 'Test', scopes: [...API_KEY_SCOPES] });
    return { ...client, apiKey };
  });
  await close(10_000);
  return { adminUrl, env: { DATABASE_URL: adminUrl, KONTOR_SECRET_KEY: key }, workspaceId, ...identities };
}
