import { Kysely, PostgresDialect } from 'kysely';
import { generate, PostgresDialect as TypesDialect } from 'kysely-codegen';
import pg from 'pg';

/** The tables and views of schema `public` as TypeScript, for Kysely. Only the table of migrations is left out. */
export async function generateDatabaseTypes(url: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // A pool that has ended may still be closing its sockets when the server goes away.
  pool.on('error', () => {});
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await generate({
      db,
      // How the server's pool reads them: dates stay text, 64-bit integers are numbers (platform/db/database.ts).
      dialect: new TypesDialect({ dateParser: 'string' }),
      typeMapping: { int8: 'number' },
      includePattern: 'public.*',
      excludePattern: 'public.schema_migrations',
      outFile: null,
    });
  } finally {
    await db.destroy();
  }
}
