import type { ServerSettings } from './server-settings.ts';

/** What the supervisor needs of a logger; pino fits. */
export type EmbeddedPostgresLog = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};

export type EmbeddedPostgresOptions = {
  /** Absolute path of KONTOR_DATA_DIR; created when missing. The cluster lies in `postgres` below it. */
  dataDir: string;
  log: EmbeddedPostgresLog;
  /** PostgreSQL settings that override ours, e.g. `{ fsync: 'off' }` for clusters that live as long as a test. */
  settings?: ServerSettings;
  /** How long one start of the server may take, crash recovery included. Default 120 s. */
  startTimeoutMs?: number;
};

export type EmbeddedPostgres = {
  /** Connection string of the superuser, to the database `postgres`; the port stays the same until `stop`. */
  url: string;
  port: number;
  /** pid of the running server; changes when it was restarted after a crash. */
  readonly pid: number;
  /** Shuts the server down and gives the data directory free; open transactions are rolled back. Safe to call twice. */
  stop(): Promise<void>;
};
