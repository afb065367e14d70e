import { readFile, rename, writeFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { answerCall } from './bank.ts';
import type { Bank, BankCall, BankMemory, BankReply } from './bank.types.ts';
import { formOf } from './sandbox-banks.ts';

export interface BankOptions {
  /** Where the bank is reached, for its links. */
  url: string;
  now(): Date;
  memoryPath: string | null;
  /** How long a `slow` customer waits for each answer; by default 4 s. */
  slowMs?: number;
}

const MOST_BYTES = 100_000;

/** Makes the bank, with what it remembers, and answers its requests; `answer` may be another bank's manners. */
export async function serveBank(
  { memoryPath, slowMs = 4_000, ...options }: BankOptions,
  answer: typeof answerCall = answerCall,
): Promise<RequestListener> {
  const bank: Bank = { ...options, slowMs, memory: await recall(memoryPath) };
  let saving: Promise<unknown> = Promise.resolve();
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const call = await readCall(request);
    const reply = call ? await answer(bank, call) : { status: 404 };
    if (memoryPath && request.method !== 'GET') {
      // One after the other, so that the file holds the last state; before the answer, so that nothing answered is lost.
      saving = saving.then(() => save(bank.memory, memoryPath));
      await saving;
    }
    send(response, reply, request.headers['x-request-id']);
  };
  return (request, response) => {
    respond(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}

/** Null when the path leads to no bank of ours. */
async function readCall(request: IncomingMessage): Promise<BankCall | null> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const [bankId = '', ...path] = url.pathname.slice(1).split('/').map(decodeURIComponent);
  const form = formOf(bankId);
  if (!form) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks).toString();
  return {
    method: request.method ?? 'GET',
    bankId,
    form,
    path,
    query: url.searchParams,
    headers: request.headers,
    body,
  };
}

function send(
  response: ServerResponse,
  { status, headers, body }: BankReply,
  requestId: string | string[] | undefined,
) {
  const text = typeof body === 'object' ? JSON.stringify(body) : body;
  response.writeHead(status, {
    ...(text !== undefined && { 'content-type': 'application/json' }),
    ...(typeof requestId === 'string' && { 'x-request-id': requestId }),
    ...headers,
  });
  response.end(text);
}

async function recall(path: string | null): Promise<BankMemory> {
  const empty: BankMemory = { consents: {}, firstLogins: {}, wrongPins: {} };
  if (!path) return empty;
  try {
    return { ...empty, ...(JSON.parse(await readFile(path, 'utf8')) as Partial<BankMemory>) };
  } catch {
    // The first start, or a file that somebody edited: the bank opens with no consents, and its customers connect again.
    return empty;
  }
}

async function save(memory: BankMemory, path: string): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(memory), { mode: 0o600 });
  await rename(`${path}.new`, path);
}
