/**
 * Workspaces, clients and keys from the command line: for an installation without the demo, and for emergencies.
 *
 *   npm run admin -- create-workspace "Example Bank"
 *   npm run admin -- create-client <workspace> "Backend" [--scopes users,banking-upload]
 *   npm run admin -- revoke-client <workspace> <client>
 *   npm run admin -- create-api-key <workspace> "Server" [--scopes read,write,contract] [--expires 2027-12-31]
 *   npm run admin -- rotate-api-key <workspace> <key id> [--expires 2027-01-01T12:00:00Z]   (the old one's end; default: in a day)
 *   npm run admin -- list-api-keys <workspace>
 *   npm run admin -- reveal-api-key <workspace> <key id>
 *   npm run admin -- revoke-api-key <workspace> <key id>
 *   npm run admin -- invite-operator <workspace> <email> [--role owner]   (prints the link that makes somebody an operator)
 *   npm run admin -- reset-second-factor <workspace> <operator id>
 *   npm run admin -- get-allow-list <workspace>
 *   npm run admin -- set-allow-list <workspace> erp.local:8443,10.0.0.0/8
 *
 * The allow-list names what Kontor may call for the workspace beyond https to public addresses; "" empties it.
 *
 * Works beside a running Kontor and prints one JSON document. Every change is in the audit log.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServices } from '../server/src/assemble.ts';
import { readConfig } from '../server/src/config.ts';
import {
  type ApiKeyScope,
  CLIENT_SCOPES,
  createApiKey,
  createClient,
  createWorkspace,
  getOutboundAllowList,
  inviteOperator,
  listApiKeys,
  type OperatorRole,
  ROLES,
  resetSecondFactor,
  revealApiKey,
  revokeApiKey,
  revokeClient,
  rotateApiKey,
  setOutboundAllowList,
} from '../server/src/modules/identity/index.ts';
import { NO_BANK_ACCESS } from '../server/src/platform/bank-access.ts';
import { type Context, type Services, withWorkspace } from '../server/src/platform/context.ts';
import { loadOrCreateKeyFile } from '../server/src/platform/crypto/key-file.ts';
import { uuidv7 } from '../server/src/platform/crypto/random.ts';
import { parseKeyring } from '../server/src/platform/crypto/secret-box.ts';
import { appRoleUrl, deriveAppRole } from '../server/src/platform/db/app-role.ts';
import { withAdminDatabase } from '../server/src/platform/db/open-database.ts';
import { createLogger } from '../server/src/platform/log/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { scopes: { type: 'string' }, expires: { type: 'string' }, role: { type: 'string' } },
});
const [command = '', ...words] = positionals;
const DAY_MS = 86_400_000;

/** Command → what it needs, and what it does. */
const commands: Record<
  string,
  { usage: string[]; options?: string; run(services: Services, words: string[]): Promise<unknown> }
> = {
  'create-workspace': {
    usage: ['name'],
    async run(services, [name = '']) {
      const workspaceId = uuidv7(Date.now());
      await withWorkspace(services, workspaceId, (ctx) => createWorkspace(ctx, name));
      return { workspaceId };
    },
  },
  'create-client': within(
    ['name'],
    (ctx, [name = '']) => createClient(ctx, { name, scopes: scopesOr(CLIENT_SCOPES) }),
    '[--scopes users,banking-upload]',
  ),
  'revoke-client': within(['client'], async (ctx, [clientId = '']) => {
    await revokeClient(ctx, clientId);
    return { revoked: clientId };
  }),
  'create-api-key': within(
    ['name'],
    (ctx, [name = '']) =>
      createApiKey(ctx, {
        name,
        scopes: scopesOr(['read', 'write']) as ApiKeyScope[],
        expiresAt: values.expires ? readDate(values.expires) : null,
      }),
    '[--scopes read,write,contract] [--expires 2027-12-31]',
  ),
  'list-api-keys': within([], (ctx) => listApiKeys(ctx)),
  'reveal-api-key': within(['key id'], async (ctx, [id = '']) => ({ apiKey: await revealApiKey(ctx, id) })),
  'revoke-api-key': within(['key id'], async (ctx, [id = '']) => {
    await revokeApiKey(ctx, id);
    return { revoked: id };
  }),
  'rotate-api-key': within(
    ['key id'],
    (ctx, [id = '']) =>
      rotateApiKey(ctx, id, values.expires ? readDate(values.expires) : new Date(ctx.now().getTime() + DAY_MS)),
    '[--expires 2027-01-01T12:00:00Z]',
  ),
  'invite-operator': within(['email'], (ctx, [email = '']) => inviteOperator(ctx, { email, role: readRole() })),
  'reset-second-factor': within(['operator id'], async (ctx, [id = '']) => {
    await resetSecondFactor(ctx, id);
    return { reset: id };
  }),
  'get-allow-list': within([], async (ctx) => ({
    allowList: await getOutboundAllowList(ctx),
  })),
  'set-allow-list': within(['entries'], async (ctx, [entries = '']) => {
    const allowList = entries.split(',').flatMap((entry) => entry.trim() || []);
    await setOutboundAllowList(ctx, allowList);
    return { allowList };
  }),
};

function within(usage: string[], run: (ctx: Context, words: string[]) => Promise<unknown>, options?: string) {
  return {
    options,
    usage: ['workspace', ...usage],
    run: (services: Services, [workspaceId = '', ...rest]: string[]) =>
      withWorkspace(services, workspaceId, (ctx) => run(ctx, rest)),
  };
}

const scopesOr = (all: readonly string[]) => values.scopes?.split(',').map((scope) => scope.trim()) ?? [...all];

function readRole(): OperatorRole {
  const role = ROLES.find((known) => known === (values.role ?? 'owner'));
  if (!role) throw new Error(`--role is none of ${ROLES.join(', ')}: ${values.role}.`);
  return role;
}

function readDate(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new Error(`--expires is not a date: ${text}. Write it like 2027-12-31.`);
  return date;
}

async function main() {
  const chosen = commands[command];
  if (!chosen || words.length !== chosen.usage.length) {
    const lines = Object.entries(commands).map(
      ([name, { usage, options }]) =>
        `  ${[name, ...usage.map((word) => `<${word}>`), options ?? []].flat().join(' ')}`,
    );
    throw new Error(`Usage: npm run admin -- <command>\n${lines.join('\n')}`);
  }
  const config = readConfig();
  const log = createLogger({ level: 'warn' });
  const keyring = config.secretKey
    ? parseKeyring(config.secretKey)
    : await loadOrCreateKeyFile(join(config.dataDir, 'secret.key'));
  await withAdminDatabase({ ...config, log, mustStandStill: false }, async (adminUrl) => {
    const databaseUrl = config.appDatabaseUrl ?? appRoleUrl(adminUrl, deriveAppRole(adminUrl, keyring));
    const running = await createServices({
      databaseUrl,
      databasePoolSize: 2,
      keyring,
      publicUrl: config.publicUrl,
      bankAccess: NO_BANK_ACCESS,
      log,
      worker: false,
    });
    try {
      process.stdout.write(`${JSON.stringify(await chosen.run(running.services, words), null, 2)}\n`);
    } finally {
      await running.close(1_000);
    }
  });
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
