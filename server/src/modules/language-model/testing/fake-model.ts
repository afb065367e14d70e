/** A provider: a real server that speaks OpenAI's chat completions and Anthropic's messages, whole and streamed, and fails as it is told. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AskedModel {
  protocol: 'openai' | 'anthropic';
  isStreamed: boolean;
  headers: Record<string, string | string[] | undefined>;
  instructions: string;
  messages: { role: string; text: string }[];
  /** All that was sent. */
  raw: string;
}

export type Fault =
  /** Never answers. */
  | 'silent'
  /** Sends its answer byte by byte and never ends. */
  | 'drip'
  /** 200 with half of a JSON document. */
  | 'broken'
  /** 200 with a page, as proxies do. */
  | 'page'
  /** 200 with JSON that is no answer. */
  | 'stranger'
  | 'error'
  | 'wrong-key'
  | 'rate-limited'
  /** The connection breaks in the middle of the answer. */
  | 'cut'
  /** The answer ends in the middle, politely. */
  | 'unfinished'
  /** The limit of tokens was reached. */
  | 'length'
  | 'empty'
  | 'huge'
  | 'redirect';

export interface FakeModel {
  /** Where its API begins. */
  baseUrl: string;
  /** For the allow-list. */
  host: string;
  asked: AskedModel[];
  /** What it answers from now on, and what goes wrong with it. */
  answer(text: string | ((asked: AskedModel) => string), fault?: Fault): void;
  stop(): Promise<void>;
}

export const FAKE_USAGE = { input: 1000, output: 50 };

export async function startFakeModel(): Promise<FakeModel> {
  const asked: AskedModel[] = [];
  let says: (asked: AskedModel) => string = () => 'OK';
  let fault: Fault | undefined;
  const server = createServer((request, response) => void take(request, response));
  async function take(request: IncomingMessage, response: ServerResponse) {
    response.on('error', () => {});
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one = read(request, Buffer.concat(chunks).toString());
    asked.push(one);
    const text = fault === 'empty' ? '' : says(one);
    const fail = fault && FAULTS[fault];
    if (fail) return fail(response, text);
    const finish = fault === 'length' ? 'length' : fault === 'unfinished' ? null : 'stop';
    if (!one.isStreamed) return void response.writeHead(200, JSON_TYPE).end(JSON.stringify(whole(one, text, finish)));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const events = pieces(one, text, finish);
    if (fault !== 'cut') return void response.end(events.join(''));
    response.write(events.slice(0, Math.ceil(events.length / 2)).join(''), () => response.destroy());
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    baseUrl: `http://${host}/v1`,
    host,
    asked,
    answer(text, wrong) {
      says = typeof text === 'string' ? () => text : text;
      fault = wrong;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const JSON_TYPE = { 'content-type': 'application/json' };

const FAULTS: Partial<Record<Fault, (response: ServerResponse, text: string) => void>> = {
  silent: () => {},
  drip(response) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const timer = setInterval(() => response.write(': \n\n'), 50);
    response.on('close', () => clearInterval(timer));
  },
  broken: (response) => response.writeHead(200, JSON_TYPE).end('{"choices":[{"message":{"content":"Block'),
  page: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to the proxy</h1>'),
  stranger: (response) => response.writeHead(200, JSON_TYPE).end('{"answer":42}'),
  error: (response) => response.writeHead(500, JSON_TYPE).end('{"error":{"message":"boom"}}'),
  'wrong-key': (response) => response.writeHead(401, JSON_TYPE).end('{"error":{"message":"bad key sk-secret-key"}}'),
  'rate-limited': (response) =>
    response.writeHead(429, { ...JSON_TYPE, 'retry-after': '1' }).end('{"error":{"message":"slow down"}}'),
  huge: (response) => response.writeHead(200, JSON_TYPE).end(`{"choices":"${'x'.repeat(3 * 1024 * 1024)}"}`),
  redirect: (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
};

function read(request: IncomingMessage, raw: string): AskedModel {
  const body = JSON.parse(raw) as {
    stream?: boolean;
    system?: unknown;
    messages: { role: string; content: unknown }[];
  };
  const protocol = request.url?.endsWith('/messages') ? 'anthropic' : 'openai';
  const messages = body.messages.map(({ role, content }) => ({ role, text: textOf(content) }));
  const isInstruction = ({ role }: { role: string }) => role === 'system' || role === 'developer';
  const instructions =
    protocol === 'anthropic'
      ? textOf(body.system)
      : messages
          .filter(isInstruction)
          .map(({ text }) => text)
          .join('\n');
  return {
    protocol,
    isStreamed: body.stream === true,
    headers: request.headers,
    instructions,
    messages: messages.filter((message) => !isInstruction(message)),
    raw,
  };
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return Array.isArray(content) ? content.map((part: { text?: string }) => part.text ?? '').join('') : '';
}

type Finish = 'stop' | 'length' | null;

const ANTHROPIC_REASON = { stop: 'end_turn', length: 'max_tokens' } as const;

function whole({ protocol }: AskedModel, text: string, finish: Finish): object {
  const { input, output } = FAKE_USAGE;
  if (protocol === 'anthropic') {
    return {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'fake',
      content: text === '' ? [] : [{ type: 'text', text }],
      stop_reason: finish && ANTHROPIC_REASON[finish],
      stop_sequence: null,
      usage: { input_tokens: input, output_tokens: output },
    };
  }
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'fake',
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: finish }],
    usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output },
  };
}

/** Pieces so small that words and placeholders are torn. */
function pieces({ protocol }: AskedModel, text: string, finish: Finish): string[] {
  const parts = text.match(/[\s\S]{1,5}/g) ?? [];
  return protocol === 'anthropic' ? anthropicPieces(parts, finish) : openAiPieces(parts, finish);
}

function openAiPieces(parts: string[], finish: Finish): string[] {
  const { input, output } = FAKE_USAGE;
  const event = (data: object) =>
    `data: ${JSON.stringify({ id: 'chatcmpl-1', created: 1, model: 'fake', ...data })}\n\n`;
  const choice = (delta: object, reason: Finish = null) =>
    event({ choices: [{ index: 0, delta, finish_reason: reason }] });
  const end = finish === null ? [] : [choice({}, finish)];
  const usage = event({
    choices: [],
    usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output },
  });
  return [
    choice({ role: 'assistant', content: '' }),
    ...parts.map((content) => choice({ content })),
    ...end,
    usage,
    'data: [DONE]\n\n',
  ];
}

function anthropicPieces(parts: string[], finish: Finish): string[] {
  const event = (type: string, data: object = {}) => `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
  const message = {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'fake',
    content: [],
    stop_reason: null,
    stop_sequence: null,
  };
  return [
    event('message_start', { message: { ...message, usage: { input_tokens: FAKE_USAGE.input, output_tokens: 0 } } }),
    event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
    ...parts.map((text) => event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } })),
    event('content_block_stop', { index: 0 }),
    ...(finish === null
      ? []
      : [
          event('message_delta', {
            delta: { stop_reason: ANTHROPIC_REASON[finish], stop_sequence: null },
            usage: { output_tokens: FAKE_USAGE.output },
          }),
        ]),
    event('message_stop'),
  ];
}
