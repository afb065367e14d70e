import type { Actor } from '#platform/context.ts';
import type { OpenApiDocument } from '#platform/docs/openapi.types.ts';
import type { Route } from '#platform/http/route.ts';
import { createValidator } from '#platform/http/validation.ts';
import { catalogueTools } from './catalogue.ts';
import { operationTool, type ReaderOf, toolName, type Wording } from './operation-tools.ts';
import { describeOperations, type McpOperation, type OperationSources } from './operations.ts';
import { invalidArguments, type Tool, type ToolCall } from './tool.ts';

/** A tool of the short list: an operation in better words, or one that somebody has composed of several. */
export type Pick = ({ operationId: string } & Wording) | Tool;

export interface ToolSources extends Omit<OperationSources, 'document'> {
  document: () => OpenApiDocument;
  picks: readonly Pick[];
}

/** What `?toolsets=` may name beside topics. */
export const EVERYTHING = 'all';

export interface Toolbox {
  operations: ReadonlyMap<string, McpOperation>;
  /** The names of all sets: one per topic, and one of everything. */
  toolsets: readonly string[];
  /** Those that a caller is shown: the short list, and the operations of the sets that they ask for. */
  list(actor: Actor, toolsets: readonly string[]): Tool[];
  /** Any tool of any set, if the caller may use it. */
  find(actor: Actor, name: string): Tool | undefined;
  mayCall(actor: Actor, operation: McpOperation): boolean;
}

/** All tools, made of the routes; which of them somebody has is decided by their scopes at each request. */
export function createToolbox(sources: ToolSources): Toolbox {
  const operations = describeOperations({ ...sources, document: sources.document() });
  const readerOf = createReaderOf(operations);
  const picked = sources.picks.map((pick) =>
    'run' in pick ? withCheckedArguments(pick) : wordedTool(pick, operations, readerOf),
  );
  const mayCallInCall = (call: ToolCall, operation: McpOperation) => mayCall(call.ctx.actor, operation);
  const composed = catalogueTools({ operations, readerOf, mayCall: mayCallInCall });
  const short = [...picked, ...composed.map(withCheckedArguments)];
  const known = new Set(picked.filter((tool) => tool.operations.length === 1).map((tool) => tool.name));
  const generated = [...operations.values()]
    .map((operation) => ({ set: setOf(operation.route), tool: operationTool(operation, readerOf) }))
    .filter(({ tool }) => !known.has(tool.name));
  const byName = new Map([...generated.map(({ tool }) => tool), ...short].map((tool) => [tool.name, tool]));
  const mayUse = (actor: Actor) => (tool: Tool) =>
    tool.operations.every((id) => {
      const operation = operations.get(id);
      return operation !== undefined && mayCall(actor, operation);
    });
  return {
    operations,
    toolsets: [...new Set(generated.map(({ set }) => set)), EVERYTHING],
    mayCall,
    list: (actor, toolsets) => {
      const wanted = generated.filter(({ set }) => toolsets.includes(set) || toolsets.includes(EVERYTHING));
      return [...short, ...wanted.map(({ tool }) => tool)].filter(mayUse(actor));
    },
    find: (actor, name) => [byName.get(name)].filter((tool) => tool !== undefined).find(mayUse(actor)),
  };
}

const mayCall = (actor: Actor, { route }: McpOperation) =>
  [route.scope].flat().some((scope) => scope !== null && actor.scopes.has(scope));

function wordedTool(
  pick: { operationId: string } & Wording,
  operations: ReadonlyMap<string, McpOperation>,
  readerOf: ReaderOf,
): Tool {
  const operation = operations.get(pick.operationId);
  if (!operation)
    throw new Error(
      `The tool ${pick.name ?? toolName(pick.operationId)} is of ${pick.operationId}, which is no operation.`,
    );
  return operationTool(operation, readerOf, pick);
}

/** Operations check their own; here nothing else does. */
function withCheckedArguments(tool: Tool): Tool {
  const validator = createValidator(tool.input);
  return {
    ...tool,
    async run(call, args) {
      const errors = validator.errors(args);
      return errors.length > 0 ? invalidArguments(errors) : tool.run(call, args);
    },
  };
}

/** `Review and Approvals` → `review-and-approvals`. */
const setOf = ({ tag }: Route) => tag.toLowerCase().replaceAll(/[^a-z]+/g, '-');

/** GET of the same path, or of the path without what is done there: `/reviews/{id}/approve` → `/reviews/{id}`. */
function createReaderOf(operations: ReadonlyMap<string, McpOperation>): ReaderOf {
  const reading = [...operations.values()].filter(({ route }) => route.method === 'GET');
  const readers = new Map(reading.map((operation) => [operation.route.path, operation]));
  return ({ params, route: { path } }, { ctx }) => {
    if (params.length === 0) return undefined;
    const reader = readers.get(path) ?? readers.get(path.replace(/\}\/[a-z-]+(\/public)?$/, '}$1'));
    return reader && mayCall(ctx.actor, reader) ? reader : undefined;
  };
}
