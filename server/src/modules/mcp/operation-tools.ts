import { mayAsk } from './confirmations.ts';
import type { McpOperation } from './operations.ts';
import { runOperation } from './run-operation.ts';
import {
  failure,
  type OperationInput,
  type Tool,
  type ToolAnnotations,
  type ToolCall,
  type ToolOutcome,
} from './tool.ts';

/** `listReviews` → `list_reviews`. */
export const toolName = (operationId: string) =>
  operationId.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What the method and the route say of a call, in the terms of the protocol. */
export function annotationsOf({ effect, route }: McpOperation): ToolAnnotations {
  return {
    readOnlyHint: effect === 'reads',
    destructiveHint: ['overwrites', 'erases', 'goes-live'].includes(effect),
    idempotentHint: effect === 'reads' || route.method !== 'POST',
    // It asks other machines while the caller waits.
    openWorldHint: route.session === 'none',
  };
}

/** What a tool is called and says of itself, where somebody has found better words than the reference has. */
export interface Wording {
  name?: string;
  title?: string;
  description?: string;
}

/** The tool of one operation. */
export function operationTool(operation: McpOperation, readerOf: ReaderOf, wording: Wording = {}): Tool {
  const { route } = operation;
  const asks = mayAsk(operation) ? ' Asks for a confirmation first.' : '';
  return {
    name: wording.name ?? toolName(operation.id),
    title: wording.title ?? route.summary,
    description: wording.description
      ? `${wording.description}${asks}`
      : `${route.summary}. ${route.description}${asks}`,
    input: withCommonArguments(operation),
    output: operation.output,
    annotations: annotationsOf(operation),
    operations: [operation.id],
    run: (call, args) => callOperation(call, operation, readerOf, args),
  };
}

/** What reads the thing that an operation changes, if the caller may. */
export type ReaderOf = (operation: McpOperation, call: ToolCall) => McpOperation | undefined;

const TOKEN = {
  type: 'string',
  description: 'From the first call with the same arguments, once the person has agreed.',
};
const IDEMPOTENCY_KEY = {
  type: 'string',
  description: 'A name of your own for this very call: repeated with it, it is done once.',
};

/** The arguments of an operation with what belongs to no operation. */
function withCommonArguments(operation: McpOperation): Tool['input'] {
  const { input, route } = operation;
  return {
    ...input,
    properties: {
      ...input.properties,
      ...(mayAsk(operation) && { confirmationToken: TOKEN }),
      ...(route.idempotent && { idempotencyKey: IDEMPOTENCY_KEY }),
    },
  };
}

/** Calls an operation with the arguments of its tool. */
export async function callOperation(
  call: ToolCall,
  operation: McpOperation,
  readerOf: ReaderOf,
  args: Record<string, unknown>,
): Promise<ToolOutcome> {
  const known = new Set([...operation.params, ...operation.query, 'body', 'confirmationToken', 'idempotencyKey']);
  const unknown = Object.keys(args).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    const errors = unknown.map((name) => ({ path: `/${name}`, message: 'is not an argument of this operation' }));
    return failure('invalid_arguments', `It takes ${[...known].join(', ')}.`, errors);
  }
  const input: OperationInput = {
    params: pick(args, operation.params),
    query: pick(args, operation.query),
    body: args.body,
    ...(operation.route.idempotent &&
      typeof args.idempotencyKey === 'string' && { idempotencyKey: args.idempotencyKey }),
  };
  const confirmationToken = typeof args.confirmationToken === 'string' ? args.confirmationToken : undefined;
  return runOperation(call, { operation, reader: readerOf(operation, call), input, confirmationToken });
}

/** Null stands for what is left out, as models like to write it. */
const pick = (args: Record<string, unknown>, names: readonly string[]) =>
  Object.fromEntries(
    names.filter((name) => args[name] !== undefined && args[name] !== null).map((name) => [name, args[name]]),
  );
