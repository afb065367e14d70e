import type { TSchema } from 'typebox';
import type { FieldError } from '#platform/http/errors.ts';
import { createValidator } from '#platform/http/validation.ts';
import { asksFirst, confirm, offerConfirmation } from './confirmations.ts';
import { isCredentialField } from './credentials.ts';
import type { McpOperation } from './operations.ts';
import { isSegment, NO_SEGMENT } from './send-operation.ts';
import { shorten } from './shorten.ts';
import {
  failure,
  invalidArguments,
  type OperationAnswer,
  type OperationInput,
  type ToolCall,
  type ToolOutcome,
} from './tool.ts';

/** How much of what stands there now is shown before it changes. */
const SHOWN_BEFORE = 6_000;

export interface OperationCall {
  operation: McpOperation;
  /** What reads the same thing, if anything does and the caller may. */
  reader: McpOperation | undefined;
  input: OperationInput;
  confirmationToken: string | undefined;
}

/** Runs one operation for a tool: asks for a confirmation where one is due, and puts REST's answer in a tool's terms. */
export async function runOperation(call: ToolCall, asked: OperationCall): Promise<ToolOutcome> {
  const { operation, input, confirmationToken } = asked;
  const errors = findErrors(operation, input);
  if (errors.length > 0) return invalidArguments(errors);
  if (asksFirst(operation, input)) {
    if (confirmationToken === undefined) return ask(call, asked);
    if (!(await confirm(call.ctx, operation, input, confirmationToken))) return notConfirmed();
  }
  return toOutcome(operation, await call.invoke(operation.id, input));
}

const notConfirmed = () =>
  failure(
    'confirmation_invalid',
    'The confirmationToken holds for one call with the very arguments that it was given for, by the same credential, within five minutes. Call again without it to see what would happen and get a new one.',
  );

/** What REST would refuse before it begins, and what only a model must not send; paths are those of the tool's arguments. */
function findErrors(
  { route, params }: McpOperation,
  { params: given = {}, query, body }: OperationInput,
): FieldError[] {
  const astray = params.filter((name) => given[name] !== undefined && !isSegment(given[name]));
  const credentials = route.body && typeof body === 'object' ? Object.keys(body ?? {}).filter(isCredentialField) : [];
  return [
    ...astray.map((name) => ({ path: `/${name}`, message: NO_SEGMENT })),
    ...credentials.map((name) => ({
      path: `/body/${name}`,
      message: 'is a credential, which does not belong into a conversation: a person enters it in the console',
    })),
    ...check(route.params, given, ''),
    ...check(route.query, query ?? {}, ''),
    ...(route.rawBody ? [] : check(route.body, body ?? {}, '/body')),
  ];
}

const validators = new WeakMap<TSchema, ReturnType<typeof createValidator>>();

function check(schema: TSchema | undefined, value: unknown, at: string): FieldError[] {
  if (!schema) return [];
  const validator = validators.get(schema) ?? createValidator(schema);
  validators.set(schema, validator);
  return validator.errors(value).map(({ path, message }) => ({ path: `${at}${path}`, message }));
}

async function ask(call: ToolCall, { operation, reader, input }: OperationCall): Promise<ToolOutcome> {
  const now = reader && (await call.invoke(reader.id, { params: input.params }));
  if (reader && now?.status === 404) return toOutcome(reader, now);
  const { route, effect, id } = operation;
  return {
    confirmation: {
      operation: id,
      effect,
      explanation: `${route.summary}: ${route.description} Nothing has happened yet. Show the person what would happen; when they agree, call again with the same arguments and this confirmationToken.`,
      arguments: { ...input.params, ...input.query, ...(input.body !== undefined && { body: input.body }) },
      ...(now?.status === 200 && !Buffer.isBuffer(now.body) && { now: shorten(now.body, SHOWN_BEFORE).value }),
      ...(await offerConfirmation(call.ctx, operation, input)),
    },
  };
}

interface ErrorBody {
  message?: string;
  code?: string;
  type?: string;
  error?: string;
  errors?: FieldError[];
}

/** REST's answer as a tool's: an error keeps its code and message, its paths become those of the arguments. */
export function toOutcome({ route }: McpOperation, { status, mediaType, body }: OperationAnswer): ToolOutcome {
  if (status < 400)
    return { status, data: Buffer.isBuffer(body) ? unreadable(route.path, mediaType, body.length) : body };
  const { code, type, error, message = `HTTP ${status}`, errors } = (body ?? {}) as ErrorBody;
  const paths = errors?.map(({ path, message: text }) => ({ path: argumentPath(path), message: text }));
  return { status, ...failure(code ?? type ?? error ?? 'error', message, paths) };
}

const unreadable = (path: string, mediaType: string, bytes: number) =>
  `${mediaType} of ${bytes} bytes, which no model reads: a person gets it by GET ${path}.`;

/** `?limit` and `:userId` are arguments themselves, everything else stands in the body. */
const argumentPath = (path: string) => (/^[?:]/.test(path) ? `/${path.slice(1)}` : `/body${path === '/' ? '' : path}`);
