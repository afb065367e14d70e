/** `/mcp` over real sockets: by the official clients of both eras, and by hand where a client would not do it. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as HandshakeClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as HandshakeTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { TestKontor } from './test-kontor.ts';

const INFO = { name: 'test', version: '1' };
const address = (kontor: TestKontor, query: string) => new URL(`${kontor.url}/mcp${query}`);
const opening = (credential: string) => ({ requestInit: { headers: { authorization: `Bearer ${credential}` } } });

/** What an article needs beside title, content and folder. */
export const ARTICLE = {
  agentInstruction: '',
  questions: ['What is it?'],
  keywords: ['word'],
  escalation: false,
  parentFolderId: '',
};

/** Of the eras before 2026, which begin with a handshake. */
export async function connectWithHandshake(
  kontor: TestKontor,
  credential: string,
  query = '',
): Promise<HandshakeClient> {
  const client = new HandshakeClient(INFO);
  await client.connect(new HandshakeTransport(address(kontor, query), opening(credential)));
  return client;
}

/** Of the stateless era. */
export async function connectStateless(kontor: TestKontor, credential: string, query = ''): Promise<Client> {
  const client = new Client(INFO, { versionNegotiation: { mode: 'auto' } });
  await client.connect(new StreamableHTTPClientTransport(address(kontor, query), opening(credential)));
  return client;
}

export interface McpAnswer {
  status: number;
  headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  body: any;
}

/** One message as it is. */
export async function postMcp(
  kontor: TestKontor,
  message: object,
  headers: Record<string, string>,
  query = '',
): Promise<McpAnswer> {
  const response = await fetch(address(kontor, query), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
    body: JSON.stringify(message),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

/** What a tool answers, as its structure. */
export interface ToolAnswer {
  isError: boolean;
  status?: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  data?: any;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  part?: any;
  cuts?: { pointer: string; shown: number; total: number }[];
  confirmation?: { token: string; operation: string; effect: string; now?: unknown; arguments: unknown };
  error?: { code: string; message: string; errors?: { path: string; message: string }[] };
}

/** Calls a tool without a client; throws where there is no such tool. */
export async function callTool(
  kontor: TestKontor,
  credential: string,
  name: string,
  args: object = {},
): Promise<ToolAnswer> {
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } };
  const { body } = await postMcp(kontor, message, { authorization: `Bearer ${credential}` });
  if (!body.result) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return { isError: body.result.isError, ...body.result.structuredContent };
}

/** Any operation, by the tool that reaches all of them. */
export const callOperation = (
  kontor: TestKontor,
  credential: string,
  operation: string,
  args: object = {},
  more: object = {},
): Promise<ToolAnswer> => callTool(kontor, credential, 'call_operation', { operation, arguments: args, ...more });

/** The tools that a credential is shown. */
export async function listTools(kontor: TestKontor, credential: string, query = '') {
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  const { body } = await postMcp(kontor, message, { authorization: `Bearer ${credential}` }, query);
  return body.result.tools as Awaited<ReturnType<HandshakeClient['listTools']>>['tools'];
}
