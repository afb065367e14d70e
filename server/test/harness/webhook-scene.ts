/** Webhooks under test: a Kontor whose time and whose deliveries are the test's own, so that nothing waits. */
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { setOutboundAllowList } from '#modules/identity/index.ts';
import { DRAIN_DEFAULTS, drainWebhook } from '../../src/modules/webhooks/deliver/drain-webhook.ts';
import { createApiClient } from './api-client.ts';
import { expectDeclared } from './bank-data.ts';
import {
  fetchToken,
  startTestKontor,
  type TestKontor,
  type TestKontorOptions,
  type TestWorkspace,
} from './test-kontor.ts';
import { type Received, startReceiver, type WebhookReceiver } from './webhook-receiver.ts';

export interface Subscription {
  endpoint?: string;
  events?: string[];
  secret?: string;
  method?: string;
}

export interface WebhookScene {
  kontor: TestKontor;
  /** New for each test, like the receiver. */
  workspace: TestWorkspace;
  receiver: WebhookReceiver;
  now(): Date;
  /** Lets time pass. */
  pass(seconds: number): Promise<void>;
  /** To the receiver, and to users coming and going, unless told otherwise. */
  subscribe(more?: Subscription): Promise<{ webhookId: string; signingSecret: string }>;
  createUser(): Promise<string>;
  /** What a worker does once it has found that something is due. */
  work(webhookId: string, timeoutMs?: number): Promise<void>;
  // oxlint-disable-next-line typescript/no-explicit-any -- as answers of the API are
  deliveries(webhookId: string, query?: string): Promise<any[]>;
  // oxlint-disable-next-line typescript/no-explicit-any -- as answers of the API are
  webhook(webhookId: string): Promise<any>;
}

/** Of a file: call it at its top. */
export function useWebhooks(kontor: Pick<TestKontorOptions, 'sandbox'> = {}): WebhookScene {
  let offsetMs = 0;
  const scene = {
    now: () => new Date(Date.now() + offsetMs),
    async pass(seconds) {
      offsetMs += seconds * 1000;
      // Tokens live five minutes of the test's time as well.
      const token = await fetchToken(scene.kontor.url, scene.workspace);
      scene.workspace.api = createApiClient(`${scene.kontor.url}/api`, { authorization: `Bearer ${token}` });
    },
    async subscribe(more = {}) {
      const body = { endpoint: scene.receiver.url, events: ['user.created', 'user.deleted'], ...more };
      return (await scene.workspace.api.post('/webhooks', body)).body;
    },
    createUser: async () => (await scene.workspace.api.post('/users', { type: 'person' })).body.userId,
    work(webhookId, timeoutMs = 2_000) {
      const reference = { workspaceId: scene.workspace.workspaceId, webhookId };
      const options = { ...DRAIN_DEFAULTS, timeoutMs, random: () => 0.5 };
      return drainWebhook(scene.kontor.services, reference, options, () => true).done;
    },
    async deliveries(webhookId, query = '') {
      const answer = await scene.workspace.api.get(`/webhooks/${webhookId}/deliveries${query}`);
      expectDeclared('listWebhookDeliveries', answer);
      return answer.body.deliveries;
    },
    webhook: async (webhookId) => (await scene.workspace.api.get(`/webhooks/${webhookId}`)).body,
  } as WebhookScene;
  beforeAll(async () => {
    scene.kontor = await startTestKontor({ ...kontor, worker: false, now: scene.now });
  });
  afterAll(() => scene.kontor.stop());
  beforeEach(async () => {
    offsetMs = 0;
    scene.workspace = await scene.kontor.createWorkspace();
    scene.receiver = await startReceiver();
    await scene.workspace.run((ctx) => setOutboundAllowList(ctx, ['127.0.0.1', 'localhost']));
  });
  afterEach(() => scene.receiver.stop());
  return scene;
}

/** By the library of the standard; throws when the signature is not of this secret. */
export const verify = (secret: string, { text, headers }: Received) => new Webhook(secret).verify(text, headers);
