import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { Xs2aFiles } from '#platform/bank-access.ts';
import { parseKeyring } from '#platform/crypto/secret-box.ts';
import type { LogLevel } from '#platform/log/index.ts';

export type Role = 'api' | 'worker';

/** Every setting, read once; docs/operate.md explains each. */
export interface Config {
  host: string;
  port: number;
  publicUrl: string;
  dataDir: string;
  roles: ReadonlySet<Role>;
  /** null: the embedded PostgreSQL below `dataDir`. */
  databaseUrl: string | null;
  /** The role the server works as, when it can't be made with the rights of `databaseUrl`. */
  appDatabaseUrl: string | null;
  databasePoolSize: number;
  /** Keys that seal secrets, newest first; null: a generated file below `dataDir`. */
  secretKey: string | null;
  demo: boolean;
  /** Whether the embedded demo bank is offered, and on which port of the loopback address; 0 for any free one. */
  sandbox: boolean;
  sandboxPort: number;
  /** Banks with an XS2A interface; null: none. */
  xs2a: Xs2aFiles | null;
  rateLimits: { api: number; v2: number };
  /** Addresses and ranges of reverse proxies whose `X-Forwarded-For` tells who the client is. */
  trustedProxies: string[];
  logLevel: LogLevel;
  /** Development and test: an answer that differs from its declaration is an error. */
  strictOutputs: boolean;
}

export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`The settings don't work:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

const LOG_LEVELS: LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads the environment. Throws one `ConfigError` that names every problem at once. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const read = reader(env, problems);
  const databaseUrl = read.postgresUrl('DATABASE_URL');
  const host = read.text('HOST', '127.0.0.1');
  const port = read.integer('PORT', 4800, 0, 65_535);
  const config: Config = {
    host,
    port,
    publicUrl: read.url('KONTOR_PUBLIC_URL', `http://${nameOf(host)}:${port}`),
    dataDir: resolve(read.text('KONTOR_DATA_DIR', '.kontor')),
    roles: read.roles('KONTOR_ROLES'),
    databaseUrl,
    appDatabaseUrl: read.postgresUrl('KONTOR_APP_DATABASE_URL'),
    databasePoolSize: read.integer('KONTOR_DATABASE_POOL_SIZE', 20, 2, 500),
    secretKey: read.keyring('KONTOR_SECRET_KEY'),
    demo: read.flag('KONTOR_DEMO', databaseUrl === null),
    sandbox: read.flag('KONTOR_SANDBOX', databaseUrl === null),
    sandboxPort: read.integer('KONTOR_SANDBOX_PORT', 0, 0, 65_535),
    xs2a: read.xs2a(),
    rateLimits: {
      v2: read.integer('KONTOR_RATE_LIMIT', 100, 1, 100_000_000),
      api: read.integer('KONTOR_API_RATE_LIMIT', 6_000, 1, 100_000_000),
    },
    trustedProxies: read.addresses('KONTOR_TRUSTED_PROXIES'),
    logLevel: read.choice('KONTOR_LOG_LEVEL', 'info', LOG_LEVELS),
    strictOutputs: env.NODE_ENV === 'development' || env.NODE_ENV === 'test',
  };
  if (config.appDatabaseUrl && !databaseUrl) {
    problems.push('KONTOR_APP_DATABASE_URL needs DATABASE_URL, which creates and changes the tables.');
  }
  if (!databaseUrl && config.roles.size < 2) {
    problems.push('KONTOR_ROLES splits over processes that share a database: set DATABASE_URL too.');
  }
  if (config.sandbox && config.roles.size < 2) {
    problems.push('KONTOR_SANDBOX is a bank inside one process: give that process both roles, or set it to 0.');
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function reader(env: NodeJS.ProcessEnv, problems: string[]) {
  const text = (name: string, fallback: string) => env[name] || fallback;
  return {
    text,
    integer(name: string, fallback: number, least: number, most: number) {
      const value = Number(text(name, String(fallback)));
      if (Number.isInteger(value) && value >= least && value <= most) return value;
      problems.push(`${name} must be a whole number from ${least} to ${most}, not ${JSON.stringify(env[name])}.`);
      return fallback;
    },
    flag(name: string, fallback: boolean) {
      const value = text(name, fallback ? '1' : '0');
      if (value !== '0' && value !== '1') problems.push(`${name} must be 0 or 1, not ${JSON.stringify(value)}.`);
      return value === '1';
    },
    choice<T extends string>(name: string, fallback: T, choices: T[]): T {
      const value = text(name, fallback) as T;
      if (!choices.includes(value))
        problems.push(`${name} must be one of ${choices.join(', ')}, not ${JSON.stringify(value)}.`);
      return value;
    },
    url(name: string, fallback: string) {
      const value = text(name, fallback);
      if (!/^https?:$/.test(protocolOf(value))) problems.push(`${name} must be an http or https address.`);
      return value.replace(/\/+$/, '');
    },
    postgresUrl(name: string): string | null {
      const value = env[name] || null;
      // Never shown: it holds a password.
      if (value && !/^postgres(ql)?:$/.test(protocolOf(value)))
        problems.push(`${name} must look like postgres://user:password@host:5432/database.`);
      return value;
    },
    keyring(name: string): string | null {
      const value = env[name] || null;
      try {
        if (value) parseKeyring(value);
      } catch (error) {
        // Its messages never hold a key.
        problems.push(`${name} does not work: ${(error as Error).message}.`);
      }
      return value;
    },
    xs2a(): Xs2aFiles | null {
      const path = (name: string) => (env[name] ? resolve(env[name]) : null);
      const pair = (certName: string, keyName: string) => {
        const [cert, key] = [path(certName), path(keyName)];
        if (cert && key) return { cert, key };
        if (cert || key) problems.push(`${certName} and ${keyName} belong together: set both or none.`);
        return null;
      };
      const banks = path('KONTOR_XS2A_BANKS');
      const files = {
        tls: pair('KONTOR_XS2A_TLS_CERT', 'KONTOR_XS2A_TLS_KEY'),
        seal: pair('KONTOR_XS2A_SEAL_CERT', 'KONTOR_XS2A_SEAL_KEY'),
        ca: path('KONTOR_XS2A_CA'),
      };
      if (!banks && (files.tls || files.seal || files.ca)) {
        problems.push('KONTOR_XS2A_BANKS must name the file of banks that the other KONTOR_XS2A settings are for.');
      }
      return banks ? { banks, ...files } : null;
    },
    addresses(name: string): string[] {
      const entries = text(name, '').split(',');
      const given = entries.map((entry) => entry.trim()).filter(Boolean);
      for (const entry of given.filter((one) => !isAddressOrRange(one))) {
        problems.push(
          `${name} lists addresses and ranges such as 10.0.0.5 or 10.1.0.0/16, not ${JSON.stringify(entry)}.`,
        );
      }
      return given;
    },
    roles(name: string): Set<Role> {
      const names = text(name, 'api,worker')
        .split(',')
        .map((role) => role.trim());
      for (const role of names) {
        if (role !== 'api' && role !== 'worker')
          problems.push(`${name} lists api, worker or both, not ${JSON.stringify(role)}.`);
      }
      return new Set(names as Role[]);
    },
  };
}

/** IPv4 or IPv6. A range of everybody (`/0`) is none: then every client could name itself. */
function isAddressOrRange(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}

/** How this machine's own clients call the host that is listened on. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function protocolOf(url: string): string {
  try {
    return new URL(url).protocol;
  } catch {
    return '';
  }
}
