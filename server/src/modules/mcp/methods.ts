/** What the server answers to each method of the protocol. */
import { Type } from 'typebox';
import { createValidator } from '#platform/http/validation.ts';
import type { DocumentShelf } from './documents.ts';
import {
  agreeOnVersion,
  INVALID_PARAMS,
  type Message,
  methodNotFound,
  ProtocolError,
  SUPPORTED_VERSIONS,
} from './protocol.ts';
import { PART, type Part, renderOutcome, resultSchema } from './results.ts';
import { AnswerTooLong } from './send-operation.ts';
import { failure, type Tool, type ToolCall } from './tool.ts';
import type { Toolbox } from './tools.ts';

export interface McpServer {
  name: string;
  title: string;
  version: string;
  /** What a model is told before anything else. */
  instructions: string;
  toolbox: () => Toolbox;
  documents: DocumentShelf;
}

/** Lists are the same for a credential until Kontor is updated, and tell others what it may do. */
const CACHE = { ttlMs: 300_000, cacheScope: 'private' };

export const infoOf = ({ name, title, version }: McpServer) => ({ name, title, version });

/** Fails with `ProtocolError` where there is no such method, tool or resource. */
export async function answerMethod(
  server: McpServer,
  call: ToolCall,
  { method, params = {} }: Message,
  toolsets: readonly string[],
): Promise<Record<string, unknown>> {
  switch (method) {
    case 'initialize':
      return {
        protocolVersion: agreeOnVersion(params.protocolVersion),
        serverInfo: infoOf(server),
        ...aboutServer(server),
      };
    case 'server/discover':
      return { supportedVersions: SUPPORTED_VERSIONS, serverInfo: infoOf(server), ...aboutServer(server), ...CACHE };
    case 'ping':
      return {};
    case 'tools/list':
      return { tools: server.toolbox().list(call.ctx.actor, toolsets).map(describeTool), ...CACHE };
    case 'tools/call':
      return callTool(server, call, params);
    case 'resources/list':
      return { resources: server.documents.list(), ...CACHE };
    case 'resources/templates/list':
      return { resourceTemplates: [], ...CACHE };
    case 'resources/read':
      return { contents: [await readDocument(server, params)], ...CACHE };
    default:
      throw methodNotFound(method);
  }
}

const aboutServer = ({ instructions }: McpServer) => ({ capabilities: { tools: {}, resources: {} }, instructions });

/** The tool as clients are told of it, with the argument and the shape that all of them share. */
export function describeTool({ name, title, description, input, output, annotations, isRepeatable }: Tool) {
  const part = (annotations.readOnlyHint || isRepeatable) && { part: PART };
  const inputSchema = { ...input, type: 'object', properties: { ...input.properties, ...part } };
  return {
    name,
    title,
    description,
    inputSchema,
    outputSchema: resultSchema(output),
    annotations: { title, ...annotations },
  };
}

const CallParams = Type.Object({
  name: Type.String(),
  arguments: Type.Optional(Type.Record(Type.String(), Type.Any())),
});
const callParams = createValidator(CallParams);

async function callTool(
  server: McpServer,
  call: ToolCall,
  params: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  if (!callParams.check(params))
    throw new ProtocolError(INVALID_PARAMS, 'tools/call takes `name` and the object `arguments`.');
  const { name, arguments: given = {} } = params as { name: string; arguments?: Record<string, unknown> };
  const tool = server.toolbox().find(call.ctx.actor, name);
  if (!tool) throw new ProtocolError(INVALID_PARAMS, `There is no tool ${name} for this credential.`);
  const { part, ...args } = given;
  const canRepeat = tool.isRepeatable?.(args) ?? tool.annotations.readOnlyHint;
  const problem = findPartError(part, canRepeat);
  if (problem)
    return {
      ...renderOutcome(failure('invalid_arguments', problem, [{ path: '/part', message: problem }]), canRepeat),
    };
  const outcome = await tool.run(call, args).catch((error: unknown) => {
    if (error instanceof AnswerTooLong)
      return failure('answer_too_long', `${error.message} Ask for less, or have a person get it by REST.`);
    throw error;
  });
  return { ...renderOutcome(outcome, canRepeat, partOf(part)) };
}

const partOf = (part: unknown): Part | undefined =>
  part === undefined ? undefined : { ...(part as Part), from: (part as Partial<Part>).from ?? 0 };

function findPartError(part: unknown, canRepeat: boolean): string | undefined {
  if (part === undefined) return undefined;
  if (!canRepeat) return 'part is for calls that only read: this one would be done again.';
  const { pointer, from = 0 } = (part ?? {}) as Partial<Part>;
  const isPointer = typeof pointer === 'string' && (pointer === '' || pointer.startsWith('/'));
  return isPointer && Number.isSafeInteger(from) && from >= 0 ? undefined : 'part is { pointer: "/…", from: 0 }.';
}

const RESOURCE_NOT_FOUND = -32002;

async function readDocument({ documents }: McpServer, { uri }: Record<string, unknown>) {
  const found = typeof uri === 'string' ? documents.read(uri) : undefined;
  if (!found)
    throw new ProtocolError(RESOURCE_NOT_FOUND, `There is no resource ${JSON.stringify(uri)}.`, { data: { uri } });
  return found;
}
