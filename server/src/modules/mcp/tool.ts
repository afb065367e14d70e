import type { DetachedContext } from '#platform/context.ts';
import type { JsonSchema } from '#platform/docs/openapi.types.ts';
import type { FieldError } from '#platform/http/errors.ts';

/** The arguments of one call of an operation, as REST has them. */
export interface OperationInput {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  idempotencyKey?: string;
}

/** What REST answered. `body` is parsed where it is JSON, bytes where it is no text. */
export interface OperationAnswer {
  status: number;
  mediaType: string;
  body: unknown;
}

/** One call of a tool: who calls, and the way to the operations, which see the same credential. */
export interface ToolCall {
  ctx: DetachedContext;
  invoke(operationId: string, input: OperationInput): Promise<OperationAnswer>;
}

/** A tool's failure: what was wrong, where, and what to do. */
export interface ToolFailure {
  code: string;
  message: string;
  /** Paths of JSON pointers into the tool's arguments. */
  errors?: FieldError[];
}

/** What would happen, and what makes it happen. */
export interface Confirmation {
  operation: string;
  effect: string;
  explanation: string;
  arguments: unknown;
  /** What stands there now, if that can be read. */
  now?: unknown;
  token: string;
  expiresAt: string;
}

/** What a tool answers before it is made short enough for a model. */
export interface ToolOutcome {
  /** Of the call over HTTP, where one call was made. */
  status?: number;
  data?: unknown;
  error?: ToolFailure;
  confirmation?: Confirmation;
}

export interface ToolAnnotations {
  readOnlyHint: boolean;
  destructiveHint: boolean;
  idempotentHint: boolean;
  openWorldHint: boolean;
}

export interface Tool {
  name: string;
  title: string;
  description: string;
  /** Of the arguments, without those that every tool has. */
  input: JsonSchema;
  /** Of `data`. */
  output: JsonSchema;
  annotations: ToolAnnotations;
  /** The operations that it calls: whoever may not call all of them does not see it. */
  operations: readonly string[];
  /** Whether a call may be made again for the rest of its answer. Default: where the tool only reads. */
  isRepeatable?(args: Record<string, unknown>): boolean;
  run(call: ToolCall, args: Record<string, unknown>): Promise<ToolOutcome>;
}

export const failure = (code: string, message: string, errors?: FieldError[]): ToolOutcome => ({
  error: { code, message, ...(errors && { errors }) },
});

export const invalidArguments = (errors: FieldError[]): ToolOutcome =>
  failure('invalid_arguments', 'Mend the arguments that `errors` names.', errors);
