import { X509Certificate } from 'node:crypto';
import type { Static } from 'typebox';
import { audit, getOutboundAllowList } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError, invalidField } from '#platform/http/errors.ts';
import { checkTarget, OutboundError } from '#platform/outbound/index.ts';
import { openKey, sealKey } from './environment-keys.ts';
import { environmentNotFound } from './integrations.errors.ts';
import {
  deleteEnvironmentRow,
  lockIntegration,
  selectEnvironments,
  upsertEnvironment,
} from './integrations.queries.ts';
import type { SaveEnvironment } from './integrations.schemas.ts';
import type { EnvironmentName, EnvironmentRow } from './integrations.types.ts';
import { presentEnvironment, requireIntegration } from './manage-integrations.ts';

/** Where a system is reached in one environment. The sandbox can not be production under another name. */
export async function saveEnvironment(
  ctx: Context,
  integrationId: string,
  environment: EnvironmentName,
  { baseUrl, key, caCertificate: certificate }: Static<typeof SaveEnvironment>,
) {
  const integration = await requireIntegration(ctx, integrationId);
  await lockIntegration(ctx.session, integration.integrationId);
  const all = await selectEnvironments(ctx.session, [integration.integrationId]);
  const before = all.find((row) => row.environment === environment);
  await checkBaseUrl(ctx, baseUrl);
  const caCertificate = certificate === undefined ? (before?.caCertificate ?? null) : certificate;
  if (caCertificate !== null) checkCertificate(caCertificate);
  if (key === undefined && !before) throw invalidField('/key', 'is required for a new environment');
  // Whoever may write here could else have the key, which is never shown, sent to themselves.
  if (key === undefined && before && new URL(before.baseUrl).origin !== new URL(baseUrl).origin) {
    throw invalidField(
      '/key',
      'is required when the address moves to another host: a stored key stays where it was given for',
    );
  }
  const row: EnvironmentRow = {
    environment,
    baseUrl,
    caCertificate,
    sealedKey: key === undefined ? (before?.sealedKey ?? '') : seal(ctx, integration.integrationId, environment, key),
    keyChangedAt: key === undefined ? (before?.keyChangedAt ?? ctx.now()) : ctx.now(),
  };
  refuseMixing(ctx, integration.integrationId, row, all);
  await upsertEnvironment(ctx.session, ctx.workspaceId, integration.integrationId, row);
  await audit(ctx, {
    action: 'integration.environment_saved',
    targetKind: 'integration',
    targetId: integration.integrationId,
    details: { environment, origin: new URL(baseUrl).origin, keyChanged: key !== undefined },
  });
  return presentEnvironment(row);
}

/** The key from the next request on; requests under way end with the old one, and reads that it no longer opens go again. */
export async function rotateKey(ctx: Context, integrationId: string, environment: EnvironmentName, key: string) {
  const { integration, all, row } = await requireEnvironment(ctx, integrationId, environment);
  const sealedKey = seal(ctx, integration.integrationId, environment, key);
  const changed = { ...row, sealedKey, keyChangedAt: ctx.now() };
  refuseMixing(ctx, integration.integrationId, changed, all);
  await upsertEnvironment(ctx.session, ctx.workspaceId, integration.integrationId, changed);
  await audit(ctx, {
    action: 'integration.key_rotated',
    targetKind: 'integration',
    targetId: integration.integrationId,
    details: { environment },
  });
  return presentEnvironment(changed);
}

export async function deleteEnvironment(ctx: Context, integrationId: string, environment: EnvironmentName) {
  const { integration } = await requireEnvironment(ctx, integrationId, environment);
  await deleteEnvironmentRow(ctx.session, integration.integrationId, environment);
  await audit(ctx, {
    action: 'integration.environment_deleted',
    targetKind: 'integration',
    targetId: integration.integrationId,
    details: { environment },
  });
  return { success: true as const };
}

async function requireEnvironment(ctx: Context, integrationId: string, environment: EnvironmentName) {
  const integration = await requireIntegration(ctx, integrationId);
  await lockIntegration(ctx.session, integration.integrationId);
  const all = await selectEnvironments(ctx.session, [integration.integrationId]);
  const row = all.find((one) => one.environment === environment);
  if (!row) throw new AppError(environmentNotFound, `The integration has no environment ${environment} yet.`);
  return { integration, all, row };
}

const seal = (ctx: Context, integrationId: string, environment: EnvironmentName, key: string) =>
  sealKey(ctx.secrets, integrationId, environment, key);

async function checkBaseUrl(ctx: Context, baseUrl: string): Promise<void> {
  try {
    checkTarget(baseUrl, await getOutboundAllowList(ctx));
  } catch (error) {
    if (error instanceof OutboundError) throw invalidField('/baseUrl', `can not be called: ${error.message}`);
    throw error;
  }
  const { search, hash } = new URL(baseUrl);
  if (search || hash || /[?#{}]/.test(baseUrl)) {
    throw invalidField('/baseUrl', 'must be an address without parameters, braces and #');
  }
}

function checkCertificate(pem: string): void {
  try {
    new X509Certificate(pem);
  } catch {
    throw invalidField('/caCertificate', 'is no certificate in PEM');
  }
}

/** Who tries something in the sandbox relies on it that nothing happens to real customers. */
function refuseMixing(ctx: Context, integrationId: string, row: EnvironmentRow, all: readonly EnvironmentRow[]): void {
  const keyOf = (one: EnvironmentRow) => openKey(ctx.secrets, integrationId, one.environment, one.sealedKey);
  for (const other of all) {
    if (![row.environment, other.environment].includes('production') || other.environment === row.environment) continue;
    if (placeOf(other.baseUrl) === placeOf(row.baseUrl)) {
      throw invalidField('/baseUrl', `is the address of ${other.environment}; production must be another place`);
    }
    if (keyOf(other) === keyOf(row)) {
      throw invalidField('/key', `is the key of ${other.environment}; production must have one of its own`);
    }
  }
}

function placeOf(baseUrl: string): string {
  const { host, pathname } = new URL(baseUrl);
  return `${host}${pathname.replace(/\/+$/, '')}`;
}
