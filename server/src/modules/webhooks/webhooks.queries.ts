import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';
import type { DisabledReason, Health, HttpMethod, WebhookReference, WebhookRow } from './webhooks.types.ts';

const columns = [
  'webhook_id as webhookId',
  'endpoint',
  'method',
  'events',
  'description',
  'active',
  'sealed_secret as sealedSecret',
  'sealed_signing_secret as sealedSigningSecret',
  'sealed_previous_signing_secret as sealedPreviousSigningSecret',
  'previous_signing_secret_until as previousSigningSecretUntil',
  'consecutive_failures as consecutiveFailures',
  'failing_since as failingSince',
  'paused_until as pausedUntil',
  'disabled_at as disabledAt',
  'disabled_reason as disabledReason',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

const RECEIVER = `select ${columns.map((column) => column.replace(/ as (.*)/, ' as "$1"')).join(', ')} from webhooks where webhook_id = $1`;

/** Those of the workspace wait for each other until the transaction ends: for a limit that holds. */
export async function lockWebhooks(session: Session, workspaceId: string) {
  await session.query(`select pg_advisory_xact_lock(hashtextextended('webhooks:' || $1, 0))`, [workspaceId]);
}

export async function countWebhooks(session: Session, workspaceId: string): Promise<number> {
  const { count } = await session.kysely
    .selectFrom('webhooks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return count;
}

export interface NewWebhook {
  webhookId: string;
  endpoint: string;
  method: HttpMethod;
  events: string[];
  description: string | null;
  active: boolean;
  sealedSecret: string | null;
  sealedSigningSecret: string;
}

export async function insertWebhook(session: Session, workspaceId: string, webhook: NewWebhook) {
  await session.kysely
    .insertInto('webhooks')
    .values({
      webhook_id: webhook.webhookId,
      workspace_id: workspaceId,
      endpoint: webhook.endpoint,
      method: webhook.method,
      events: webhook.events,
      description: webhook.description,
      active: webhook.active,
      sealed_secret: webhook.sealedSecret,
      sealed_signing_secret: webhook.sealedSigningSecret,
    })
    .execute();
}

/** Oldest first. */
export async function selectWebhooks(session: Session, workspaceId: string): Promise<WebhookRow[]> {
  const rows = await session.kysely
    .selectFrom('webhooks')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .orderBy('webhook_id')
    .execute();
  return rows as WebhookRow[];
}

export async function selectWebhook(session: Session, reference: WebhookReference): Promise<WebhookRow | undefined> {
  const row = await session.kysely
    .selectFrom('webhooks')
    .select(columns)
    .where('workspace_id', '=', reference.workspaceId)
    .where(sql<boolean>`webhook_id::text = ${reference.webhookId}`)
    .executeTakeFirst();
  return row as WebhookRow | undefined;
}

/** The same for the worker, which asks for every few deliveries: prepared. */
export async function selectReceiver(session: Session, webhookId: string): Promise<WebhookRow | undefined> {
  const [row] = await session.prepared<WebhookRow & Record<string, unknown>>('select_receiver', RECEIVER, [webhookId]);
  return row;
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockWebhook(session: Session, reference: WebhookReference): Promise<WebhookRow | undefined> {
  await session.query('select from webhooks where workspace_id = $1 and webhook_id::text = $2 for update', [
    reference.workspaceId,
    reference.webhookId,
  ]);
  return selectWebhook(session, reference);
}

export interface WebhookValues {
  endpoint: string;
  method: HttpMethod;
  events: string[];
  description: string | null;
  active: boolean;
  sealedSecret: string | null;
}

/** `forgive`: a new beginning for its circuit, and what switched it off is over. */
export async function updateWebhookRow(session: Session, webhookId: string, values: WebhookValues, forgive: boolean) {
  await session.kysely
    .updateTable('webhooks')
    .set({
      endpoint: values.endpoint,
      method: values.method,
      events: values.events,
      description: values.description,
      active: values.active,
      sealed_secret: values.sealedSecret,
      updated_at: sql<Date>`now()`,
      ...(forgive && {
        consecutive_failures: 0,
        failing_since: null,
        paused_until: null,
        disabled_at: null,
        disabled_reason: null,
      }),
    })
    .where('webhook_id', '=', webhookId)
    .execute();
}

/** The secret so far signs too, until the given time. */
export async function rotateSigningSecret(session: Session, webhookId: string, sealed: string, previousUntil: Date) {
  await session.kysely
    .updateTable('webhooks')
    .set((eb) => ({
      sealed_previous_signing_secret: eb.ref('sealed_signing_secret'),
      previous_signing_secret_until: previousUntil,
      sealed_signing_secret: sealed,
      updated_at: sql<Date>`now()`,
    }))
    .where('webhook_id', '=', webhookId)
    .execute();
}

export async function updateHealth(session: Session, webhookId: string, health: Health) {
  await session.kysely
    .updateTable('webhooks')
    .set({
      consecutive_failures: health.consecutiveFailures,
      failing_since: health.failingSince,
      paused_until: health.pausedUntil,
    })
    .where('webhook_id', '=', webhookId)
    .execute();
}

export async function markDisabled(session: Session, webhookId: string, reason: DisabledReason, at: Date) {
  await session.kysely
    .updateTable('webhooks')
    .set({ active: false, disabled_at: at, disabled_reason: reason, updated_at: at })
    .where('webhook_id', '=', webhookId)
    .execute();
}

/** Closes the circuit, so that what is due goes out now. */
export async function endPause(session: Session, webhookId: string) {
  await session.kysely
    .updateTable('webhooks')
    .set({ paused_until: null })
    .where('webhook_id', '=', webhookId)
    .execute();
}

export async function deleteWebhookRow(session: Session, webhookId: string) {
  await session.kysely.deleteFrom('webhooks').where('webhook_id', '=', webhookId).execute();
}
