// Receives Kontor's webhooks: verify, store, answer. The work comes after the answer, and after a crash too.
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { verifyWebhook, WebhookError, type WebhookEvent } from 'kontor-sdk';

export interface ReceiverOptions {
  /** The `signingSecret` that creating the webhook has answered. */
  secret: string;
  /** Where events are kept; stands for a table of your database with the event's id as its key. */
  folder: string;
  /** The work. Called once per event, and once more only if the process dies in the middle of it, or it fails. */
  handle: (event: WebhookEvent) => Promise<void>;
}

const MAX_BYTES = 1_000_000;

/** A server that takes webhooks at `/kontor`; call `listen` on it. Events that a crash has left undone are done first. */
export async function createReceiver({ secret, folder, handle }: ReceiverOptions): Promise<Server> {
  const inbox = await createInbox(folder);
  // One after the other, so that no event is worked twice at once.
  let work = Promise.resolve();
  const workLater = () => {
    work = work.then(() => inbox.workOff(handle)).catch((error) => console.error('Will be tried again:', error));
  };
  workLater();

  /** Answers the status. Whatever is no 2xx, Kontor sends again. */
  async function take(request: IncomingMessage): Promise<number> {
    if (request.method !== 'POST' || request.url !== '/kontor') return 404;
    // The bytes as they came: parsed and written anew they would not match the signature.
    const body = await readBody(request);
    if (body === null) return 413;
    // Refuses what Kontor has not signed, and what was recorded and is played again more than five minutes later.
    const event = await verifyWebhook({ secret, headers: request.headers, body });
    // Kontor sends an event again when our answer got lost: the same id, which is stored once.
    await inbox.store(event);
    return 204;
  }

  async function respond(request: IncomingMessage, response: ServerResponse) {
    const status = await take(request).catch(statusOf);
    // Stored is enough to say yes. Kontor waits 15 seconds, and the work may take longer.
    response.writeHead(status).end();
    if (status === 204) workLater();
  }
  return createServer((request, response) => void respond(request, response));
}

function statusOf(error: unknown): number {
  if (error instanceof WebhookError) return 400;
  console.error(error);
  return 500;
}

/** Two files per event: `<id>.json` when it was stored, `<id>.done` when it was worked. Delete them after a month. */
async function createInbox(folder: string) {
  await mkdir(folder, { recursive: true });
  const at = (id: string, ending: string) => path.join(folder, `${id}.${ending}`);
  return {
    async store(event: WebhookEvent) {
      const draft = at(crypto.randomUUID(), 'draft');
      await writeFile(draft, JSON.stringify(event), { flush: true });
      // Linking is all or nothing, and refuses a name that is there: of two twins at the same moment one is stored.
      await link(draft, at(event.id, 'json')).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      await rm(draft);
    },
    async workOff(handle: ReceiverOptions['handle']) {
      const names = new Set(await readdir(folder));
      const ids = [...names].filter((name) => name.endsWith('.json')).map((name) => path.basename(name, '.json'));
      // Kontor's ids begin with the time, so this is the order in which things happened.
      for (const id of ids.toSorted()) {
        if (names.has(`${id}.done`)) continue;
        await handle(JSON.parse(await readFile(at(id, 'json'), 'utf8')) as WebhookEvent);
        await writeFile(at(id, 'done'), '');
      }
    },
  };
}

/** Null when there is more than a webhook can be. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BYTES) chunks.push(chunk);
  }
  return size <= MAX_BYTES ? Buffer.concat(chunks).toString('utf8') : null;
}
