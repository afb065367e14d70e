/** JSON-RPC 2.0 as the Model Context Protocol uses it, in two eras: with a handshake, and with everything in each request. */
import type { RouteInput } from '#platform/http/route.ts';

/** Each request says its version and what the client can; https://modelcontextprotocol.io/specification/2026-07-28 */
export const STATELESS_VERSION = '2026-07-28';
/** Those that begin with `initialize`, newest first. */
const HANDSHAKE_VERSIONS = ['2025-11-25', '2025-06-18', '2025-03-26'] as const;
export const SUPPORTED_VERSIONS: readonly string[] = [STATELESS_VERSION, ...HANDSHAKE_VERSIONS];

const VERSION_KEY = 'io.modelcontextprotocol/protocolVersion';
export const SERVER_KEY = 'io.modelcontextprotocol/serverInfo';

export const INVALID_PARAMS = -32602;
const METHOD_NOT_FOUND = -32601;
const HEADER_MISMATCH = -32020;
const UNSUPPORTED_VERSION = -32022;

export interface Message {
  jsonrpc: '2.0';
  /** Absent: a notification, which gets no answer. */
  id?: string | number;
  method: string;
  params?: Record<string, unknown>;
}

/** A failure that the protocol has a code for; `status` is what HTTP says of it to clients of the stateless era. */
export class ProtocolError extends Error {
  override name = 'ProtocolError';
  readonly code: number;
  readonly status: number;
  readonly data: unknown;
  constructor(code: number, message: string, { status = 200, data }: { status?: number; data?: unknown } = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.data = data;
  }
}

export const methodNotFound = (method: string) =>
  new ProtocolError(METHOD_NOT_FOUND, `There is no method ${method}.`, { status: 404 });

/** The version of a handshake: the one asked for if it is known, else the newest. */
export const agreeOnVersion = (asked: unknown): string =>
  HANDSHAKE_VERSIONS.find((version) => version === asked) ?? HANDSHAKE_VERSIONS[0];

/**
 * Whether the message is of the stateless era, which a version in its `_meta` tells. Fails when that version is not
 * spoken here, or when a header says something else than the body: whoever routes by headers must not be deceived.
 */
export function isStateless(message: Message, headers: RouteInput<unknown, unknown, unknown>['headers']): boolean {
  const meta = message.params?._meta as Record<string, unknown> | undefined;
  const version = meta?.[VERSION_KEY];
  const header = headers['mcp-protocol-version']?.toString();
  if (version === undefined && !isUnknownVersion(header)) return false;
  const asked = version ?? header;
  if (asked !== STATELESS_VERSION) {
    const data = { supported: SUPPORTED_VERSIONS, requested: asked };
    throw new ProtocolError(UNSUPPORTED_VERSION, `The protocol version ${JSON.stringify(asked)} is not spoken here.`, {
      status: 400,
      data,
    });
  }
  if (version === undefined) {
    throw new ProtocolError(INVALID_PARAMS, `params._meta lacks ${VERSION_KEY}.`, { status: 400 });
  }
  mustEqual('MCP-Protocol-Version', header, version);
  mustEqual('Mcp-Method', headers['mcp-method']?.toString(), message.method);
  const name = message.params?.name ?? message.params?.uri;
  if (NAMED.has(message.method)) mustEqual('Mcp-Name', decoded(headers['mcp-name']?.toString()), name);
  return true;
}

const NAMED = new Set(['tools/call', 'resources/read', 'prompts/get']);

const isUnknownVersion = (header: string | undefined) =>
  header !== undefined && !(HANDSHAKE_VERSIONS as readonly string[]).includes(header);

function mustEqual(name: string, header: string | undefined, value: unknown) {
  if (header === value) return;
  const message = `The header ${name} is ${header ?? 'missing'}, and the body says ${JSON.stringify(value)}.`;
  throw new ProtocolError(HEADER_MISMATCH, message, { status: 400 });
}

/** Names that a header can not hold come in Base64. */
function decoded(header: string | undefined): string | undefined {
  const base64 = /^=\?base64\?(.*)\?=$/.exec(header ?? '')?.[1];
  return base64 === undefined ? header : Buffer.from(base64, 'base64').toString('utf8');
}
