import pg from 'pg';

export interface HeldLock {
  query(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  release(): Promise<void>;
}

/** Holds what `locking` locks in a transaction of the tables' owner, until it is released: for making others wait. */
export async function holdLock(adminUrl: string, locking: string, ids: unknown[] = []): Promise<HeldLock> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query('begin');
  await client.query(locking, ids);
  return {
    query: (text, values) => client.query(text, values),
    async release() {
      await client.query('commit');
      await client.end();
    },
  };
}

/** An analysis can't read while it is held: runs stand in the middle. */
export const holdReading = (adminUrl: string) => holdLock(adminUrl, 'lock table transactions in access exclusive mode');
