import { OPERATIONS, type TokenAnswer } from './api.gen.ts';
import { buildRequest, parseOperation, type WireRequest } from './build-request.ts';
import { type Credentials, createAuthority } from './credentials.ts';
import { KontorError } from './errors.ts';
import { readAnswer } from './read-answer.ts';
import { itemsOf, readPages } from './read-pages.ts';
import { send, type Transport } from './send.ts';
import { type AnswerPiece, readPieces, streamAnswer } from './stream-answer.ts';
import type { AnyInput, Arguments, CallOptions, Input, Item, ListName, Methods, Result } from './types.ts';
import { type WaitOptions, waitForAnalysis } from './wait-for-analysis.ts';

export interface KontorOptions extends Credentials {
  /** Where Kontor is, without `/api` or `/v2`: `https://kontor.example.com`. */
  baseUrl: string;
  /** For how long the server may say nothing, at each attempt. Default 30 s. */
  timeoutMs?: number;
  /** How often a call that failed in passing is repeated. Default 4. */
  retries?: number;
  /** About how long to wait before the first repetition; doubled each time. Default 300 ms. */
  retryDelayMs?: number;
  /** Another way to send requests, for proxies or tests. Default: the runtime's `fetch`. */
  fetch?: typeof fetch;
}

/** One method per operation of the API, and what takes more than one call. */
export interface Kontor extends Methods {
  /** Every page of a list, fetched as you go. */
  pages<K extends ListName>(operation: K, ...args: Arguments<K>): AsyncGenerator<Result<K>>;
  /** Every item of a list, over all pages. */
  items<K extends ListName>(operation: K, ...args: Arguments<K>): AsyncGenerator<Item<K>>;
  /** Asks with growing intervals until the analysis is completed. */
  waitForAnalysis(
    run: { userId: string; correlationId: string },
    options?: WaitOptions,
  ): Promise<Result<'pollAnalysis'>>;
  /** `generateAnswer` piece by piece, while it comes about. */
  streamAnswer(input: Input<'generateAnswer'>, options?: CallOptions): AsyncGenerator<AnswerPiece>;
}

/** A client of one workspace. It fetches a token when it first needs one, and keeps no connection. */
export function createKontor(options: KontorOptions): Kontor {
  const transport = createTransport(options);
  const call = async (entry: string, input: AnyInput = {}, callOptions: CallOptions = {}): Promise<unknown> => {
    const request = await buildRequest(entry, input, callOptions);
    const { reader } = parseOperation(entry);
    return send(transport, request, callOptions, (response, deadline) => readAnswer(reader, response, deadline));
  };
  const bound = Object.entries(OPERATIONS).map(([name, entry]) => [
    name,
    (input?: AnyInput, callOptions?: CallOptions) => call(entry, input, callOptions),
  ]);
  const methods = Object.fromEntries(bound) as Methods;
  const pages = (name: ListName, input: AnyInput = {}, callOptions?: CallOptions) =>
    readPages(input, OPERATIONS[name], (one) => call(OPERATIONS[name], one, callOptions));
  async function* items(name: ListName, input?: AnyInput, callOptions?: CallOptions) {
    for await (const page of pages(name, input, callOptions)) yield* itemsOf(page, OPERATIONS[name]);
  }
  const kontor = {
    ...methods,
    pages,
    items,
    waitForAnalysis: ({ userId, correlationId }, waiting = {}) =>
      waitForAnalysis(
        () => methods.pollAnalysis({ userId, query: { correlationId } }, { signal: waiting.signal }),
        correlationId,
        waiting,
      ),
    streamAnswer(input, callOptions = {}) {
      let asked: Promise<WireRequest> | undefined;
      return streamAnswer(async () => {
        asked ??= buildRequest(OPERATIONS.generateAnswer, { ...input, query: { stream: true } }, callOptions);
        return send(transport, await asked, callOptions, readPieces);
      });
    },
  } satisfies Omit<Kontor, 'pages' | 'items'> & Record<'pages' | 'items', unknown>;
  // Which item belongs to which list is known to the generated types only.
  return kontor as unknown as Kontor;
}

function createTransport(options: KontorOptions): Transport {
  const { timeoutMs = 30_000, retries = 4, retryDelayMs = 300 } = options;
  if (!/^https?:\/\/[^/]/.test(options.baseUrl)) {
    throw new KontorError(`baseUrl is ${JSON.stringify(options.baseUrl)}, not like https://kontor.example.com.`);
  }
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  // Called without a receiver: some runtimes refuse any other.
  const wire = options.fetch ?? ((...args: Parameters<typeof fetch>) => fetch(...args));
  const transport = { baseUrl, fetch: wire, timeoutMs, retries, retryDelayMs };
  const authority = createAuthority(options, async (form) => {
    const request = await buildRequest(OPERATIONS.issueToken, { body: form }, {});
    const read = (response: Response) => response.json() as Promise<TokenAnswer>;
    return send({ ...transport, authority }, request, {}, read);
  });
  return { ...transport, authority };
}
