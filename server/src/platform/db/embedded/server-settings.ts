/** PostgreSQL configuration parameters by name, as in postgresql.conf. */
export type ServerSettings = Record<string, string>;

/** Durable and right for a small machine (from 1 GiB of memory); everything else stays as PostgreSQL ships it. */
const DEFAULT_SETTINGS: ServerSettings = {
  fsync: 'on',
  shared_buffers: '128MB',
  max_connections: '100',
  max_wal_size: '1GB',
  checkpoint_timeout: '10min',
  wal_compression: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_min_messages: 'warning',
  // Values of rows are personal data: neither statements nor the DETAIL of an error (e.g. a duplicate key) are logged.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** Reachable only from this machine, only by TCP: a socket file would bring its 107-byte path limit. */
const FIXED_SETTINGS: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  logging_collector: 'off',
};

/** The `-c name=value` arguments of `postgres`: defaults, then `overrides`, then what the supervisor relies on. */
export function settingsArguments(overrides: ServerSettings, required: ServerSettings): string[] {
  const settings = { ...DEFAULT_SETTINGS, ...overrides, ...FIXED_SETTINGS, ...required };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
