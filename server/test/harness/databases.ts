import pg from 'pg';

export const TEMPLATE = 'kontor_template';
/** One role for all databases of a run: roles belong to the cluster. */
export const APP_ROLE = { name: 'kontor_app_test', password: 'test-password-of-a-throw-away-cluster' };

export function databaseUrl(clusterUrl: string, database: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${database}`;
  return url.href;
}

export async function adminQuery(url: string, text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}

/** This worker's own database, copied from the template at the first use; answers how its owner and the server enter it. */
export async function openWorkerDatabase(clusterUrl: string): Promise<{ adminUrl: string; appUrl: string }> {
  const name = `kontor_test_${process.env.VITEST_POOL_ID ?? '0'}`;
  const { rowCount } = await adminQuery(clusterUrl, 'select from pg_database where datname = $1', [name]);
  if (!rowCount) await adminQuery(clusterUrl, `create database ${name} template ${TEMPLATE}`);
  const adminUrl = databaseUrl(clusterUrl, name);
  const app = new URL(adminUrl);
  app.username = APP_ROLE.name;
  app.password = APP_ROLE.password;
  return { adminUrl, appUrl: app.href };
}

/** A database of one test's own: empty, or a copy of the migrated template. Answers how its owner enters it. */
export async function createDatabase(clusterUrl: string, name: string, template?: typeof TEMPLATE): Promise<string> {
  await adminQuery(clusterUrl, `create database ${name}${template ? ` template ${template}` : ''}`);
  return databaseUrl(clusterUrl, name);
}
