import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { surfaceOf } from '#platform/http/error-envelopes.ts';
import { paramName } from '#platform/http/route-handler.ts';
import type { McpOperation } from './operations.ts';
import type { OperationAnswer, OperationInput } from './tool.ts';

/** Who calls, as REST asks for it. */
export interface Credential {
  /** Without the word before it. */
  bearer: string;
  clientAddress: string;
  requestId: string;
}

/** What is longer is not read: nobody waits for a model to go through it. */
const MOST_BYTES = 8 * 1024 * 1024;

/** What a request of an operation looks like on the wire. */
interface Request {
  url: string;
  headers: Record<string, string>;
  payload?: Buffer | string;
}

export class AnswerTooLong extends Error {}

/**
 * Calls an operation by the very way that REST takes, from the credential to the stored answer: nothing of it is done
 * twice, so nothing can be forgotten here. Fails with `AnswerTooLong`.
 */
export async function sendOperation(
  app: FastifyInstance,
  operation: McpOperation,
  input: OperationInput,
  credential: Credential,
): Promise<OperationAnswer> {
  const astray = operation.params.find((name) => !isSegment(input.params?.[name]));
  if (astray !== undefined) return noSegment(astray);
  const { url, headers, payload } = writeRequest(operation, input);
  const { bearer, clientAddress, requestId } = credential;
  const opens =
    surfaceOf(operation.route.path) === 'contract' ? { 'x-api-key': bearer } : { authorization: `Bearer ${bearer}` };
  const response = await app.inject({
    method: operation.route.method,
    url,
    headers: { ...headers, ...opens, 'x-request-id': requestId },
    remoteAddress: clientAddress,
    payloadAsStream: true,
    ...(payload !== undefined && { payload }),
  });
  const bytes = await readBytes(response.stream());
  const mediaType = (response.headers['content-type'] ?? '').split(';')[0] ?? '';
  return { status: response.statusCode, mediaType, body: readBody(mediaType, bytes) };
}

/** Whether it can stand between two slashes: of an empty one or dots the path would be that of another operation. */
export const isSegment = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && !/^\.{0,2}$/.test(value));

export const NO_SEGMENT = 'is required, and is neither "." nor ".."';

const noSegment = (name: string): OperationAnswer => ({
  status: 400,
  mediaType: 'application/json',
  body: {
    code: 'invalid_arguments',
    message: `${name} ${NO_SEGMENT}.`,
    errors: [{ path: `:${name}`, message: NO_SEGMENT }],
  },
});

async function readBytes(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > MOST_BYTES) throw new AnswerTooLong(`The answer has more than ${MOST_BYTES} bytes.`);
  }
  return Buffer.concat(chunks);
}

function readBody(mediaType: string, bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  if (mediaType === 'application/json') return JSON.parse(bytes.toString('utf8'));
  return /^text\/|ndjson$/.test(mediaType) ? bytes.toString('utf8') : bytes;
}

function writeRequest({ route }: McpOperation, { params, query, body, idempotencyKey }: OperationInput): Request {
  const path = route.path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params?.[paramName(name)])),
  );
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const each of [value].flat()) asked.append(name, String(each));
  }
  const url = asked.size > 0 ? `${path}?${asked.toString()}` : path;
  const headers: Record<string, string> = idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey };
  if (body === undefined) return { url, headers };
  if (route.rawBody?.mediaType === 'multipart/form-data') return { url, ...writeForm(headers, body as Form) };
  return { url, headers: { ...headers, 'content-type': 'application/json' }, payload: JSON.stringify(body) };
}

interface Form {
  files?: { name: string; text?: string; base64?: string }[];
  [field: string]: unknown;
}

function writeForm(headers: Record<string, string>, { files = [], ...fields }: Form): Omit<Request, 'url'> {
  const boundary = `kontor-${randomUUID()}`;
  const quoted = (text: string) => text.replaceAll(/["\r\n]/g, '_');
  const part = (head: string, content: Buffer) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ];
  const payload = Buffer.concat([
    ...Object.entries(fields).flatMap(([name, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return part(`name="${quoted(name)}"`, Buffer.from(text));
    }),
    ...files.flatMap(({ name, text, base64 }) =>
      part(
        `name="file"; filename="${quoted(name)}"`,
        text === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(text),
      ),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return { headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` }, payload };
}
