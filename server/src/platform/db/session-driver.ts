import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import type pg from 'pg';

/**
 * Kysely over one connection that somebody else checks out, sets to a workspace and begins a transaction on: so that
 * typed queries, prepared statements and COPY share it. Transactions are the session's business, never Kysely's.
 */
export class SessionDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(connect: () => Promise<pg.ClientBase>) {
    this.#connection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const client = await connect();
        const result = await client.query(query.sql, [...query.parameters]);
        return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
      },
      streamQuery() {
        throw new Error('Streaming goes through COPY, not through Kysely');
      },
    };
  }

  async init() {}
  async acquireConnection() {
    return this.#connection;
  }
  async releaseConnection() {}
  async destroy() {}
  async beginTransaction() {
    throw new Error('A session is already bound to its transaction: use Database.transaction');
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
}
