import type { Bearer } from './bearer.ts';

export interface Message {
  jsonrpc: '2.0';
  id?: string | number;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
}

/** Sends one message; answers what came back, or nothing for what gets no answer. Rejects with words for people. */
export type Post = (message: Message, signal: AbortSignal) => Promise<unknown>;

export interface PostOptions {
  url: string;
  toolsets: string | undefined;
  bearer: Bearer;
}

const VERSION_KEY = 'io.modelcontextprotocol/protocolVersion';
/** How long a pause that the server asks for is kept by us instead of by the agent. */
const LONGEST_PAUSE_S = 10;

/** Streamable HTTP, as little of it as a server needs that answers each request by itself. */
export function createPost({ url, toolsets, bearer }: PostOptions): Post {
  const endpoint = `${url}/mcp${toolsets === undefined ? '' : `?toolsets=${encodeURIComponent(toolsets)}`}`;
  let agreed: string | undefined;

  async function send(message: Message, signal: AbortSignal, token: string): Promise<Response> {
    const headers = { ...headersOf(message, agreed), authorization: `Bearer ${token}` };
    const request = { method: 'POST', redirect: 'error', headers, body: JSON.stringify(message), signal } as const;
    return fetch(endpoint, request).catch((error: Error) => {
      if (signal.aborted) throw error;
      throw new Error(
        `Kontor can not be reached at ${url}: ${(error.cause as Error | undefined)?.message ?? error.message}`,
      );
    });
  }

  async function sendAuthorised(message: Message, signal: AbortSignal): Promise<Response> {
    const token = await bearer.get();
    const response = await send(message, signal, token);
    if (response.status !== 401 || !bearer.isRenewable) return response;
    await response.body?.cancel();
    return send(message, signal, await bearer.get(token));
  }

  return async (message, signal) => {
    let response = await sendAuthorised(message, signal);
    // Nothing was done: the endpoint itself was too busy, or its database away.
    const pauseS = Number(response.headers.get('retry-after') ?? Number.NaN);
    if ([429, 503].includes(response.status) && pauseS <= LONGEST_PAUSE_S) {
      await response.body?.cancel();
      await pause(pauseS * 1000, signal);
      response = await sendAuthorised(message, signal);
    }
    const text = await response.text();
    if (response.status === 202) return undefined;
    const answer = parse(text);
    if (answer?.jsonrpc !== '2.0') throw new Error(refusal(response.status, answer));
    if (message.method === 'initialize')
      agreed = (answer.result as { protocolVersion?: string } | undefined)?.protocolVersion;
    return answer;
  };
}

/** What HTTP has to repeat of the message, for those who route by it. */
function headersOf({ method, params }: Message, agreed: string | undefined): Record<string, string> {
  const version = (params?._meta as Record<string, unknown> | undefined)?.[VERSION_KEY];
  const common = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  if (typeof version !== 'string')
    return { ...common, ...(agreed !== undefined && { 'mcp-protocol-version': agreed }) };
  const name = params?.name ?? params?.uri;
  return {
    ...common,
    'mcp-protocol-version': version,
    ...(method !== undefined && { 'mcp-method': method }),
    ...(typeof name === 'string' && { 'mcp-name': headerText(name) }),
  };
}

const headerText = (text: string) =>
  /^[\x21-\x7e]+$/.test(text) && !text.startsWith('=?base64?')
    ? text
    : `=?base64?${Buffer.from(text).toString('base64')}?=`;

function parse(text: string): (Message & Record<string, unknown>) | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(status: number, body: Record<string, unknown> | undefined): string {
  const message =
    typeof body?.message === 'string' ? body.message : 'This is no answer of Kontor; is KONTOR_URL right?';
  return `HTTP ${status}: ${message}`;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    signal.addEventListener('abort', stop, { once: true });
  });
}
