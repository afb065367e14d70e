/** Three tools by which a model reaches every operation without having all of them in its context. */

import { annotationsOf, callOperation, type ReaderOf } from './operation-tools.ts';
import type { McpOperation } from './operations.ts';
import { failure, type Tool, type ToolCall, type ToolOutcome } from './tool.ts';

export interface CatalogueSources {
  operations: ReadonlyMap<string, McpOperation>;
  readerOf: ReaderOf;
  mayCall(call: ToolCall, operation: McpOperation): boolean;
}

const READS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

export function catalogueTools(sources: CatalogueSources): Tool[] {
  return [findOperations(sources), describeOperation(sources), callAnyOperation(sources)];
}

const MOST_FOUND = 25;

function findOperations({ operations, mayCall }: CatalogueSources): Tool {
  return {
    name: 'find_operations',
    title: 'Find operations',
    description:
      'Searches everything that Kontor can do for you, beyond the tools of this list. Answers ids for describe_operation and call_operation.',
    input: {
      type: 'object',
      properties: {
        words: {
          type: 'string',
          description: 'What it is about, in a few words: `webhook deliveries`. Empty: everything, by topic.',
        },
        topic: { type: 'string', description: 'Only of this topic, as an answer named it.' },
      },
      additionalProperties: false,
    },
    output: {
      type: 'object',
      description: '`operations`: id, what it does, its effect. `topics`: how many of each there are.',
    },
    annotations: READS,
    operations: [],
    run: async (call, { words, topic }) => {
      const allowed = [...operations.values()].filter((operation) => mayCall(call, operation));
      const wanted = ((words as string | undefined) ?? '').toLowerCase().split(/\W+/).filter(Boolean);
      const found = allowed
        .filter(({ route }) => topic === undefined || route.tag === topic)
        .map((operation) => ({ operation, score: scoreOf(operation, wanted) }))
        .filter(({ score }) => score > 0 || wanted.length === 0)
        .sort((a, b) => b.score - a.score)
        .map(({ operation: { id, route, effect } }) => ({ id, summary: route.summary, effect, topic: route.tag }));
      const isOverview = wanted.length === 0 && topic === undefined;
      const topics = Object.fromEntries(
        [...Map.groupBy(allowed, ({ route }) => route.tag)].map(([name, of]) => [name, of.length]),
      );
      return {
        data: {
          operations: isOverview ? [] : found.slice(0, MOST_FOUND),
          found: isOverview ? 0 : found.length,
          topics,
        },
      };
    },
  };
}

/** Words of the id and the summary say more than those of the description. */
function scoreOf({ id, route }: McpOperation, wanted: readonly string[]): number {
  const title = `${id.replaceAll(/([A-Z])/g, ' $1')} ${route.summary} ${route.tag}`.toLowerCase();
  const text = route.description.toLowerCase();
  return wanted.reduce(
    (sum, word) => sum + (title.includes(stem(word)) ? 3 : 0) + (text.includes(stem(word)) ? 1 : 0),
    0,
  );
}

const stem = (word: string) => (word.length > 4 ? word.replace(/(ies|es|s|ing|ed)$/, '') : word);

const ID = { type: 'string', description: 'Id of the operation, as find_operations names it: `listReviews`.' };

function describeOperation(sources: CatalogueSources): Tool {
  return {
    name: 'describe_operation',
    title: 'Describe an operation',
    description:
      'What an operation takes and answers, what it may fail with, and whether it asks for a confirmation. Ask before you call one that you do not know.',
    input: { type: 'object', properties: { operation: ID }, required: ['operation'], additionalProperties: false },
    output: { type: 'object', description: 'The operation with the schema of its arguments.' },
    annotations: READS,
    operations: [],
    run: async (call, args) => {
      const operation = allowedOperation(sources, call, args);
      if ('error' in operation) return operation;
      const { id, route, effect, input, output } = operation as McpOperation;
      return {
        data: {
          id,
          summary: route.summary,
          description: route.description,
          effect,
          annotations: annotationsOf(operation as McpOperation),
          arguments: input,
          answer: output,
          errors: (route.errors ?? []).map(({ code, status, description }) => ({ code, status, description })),
          example: route.example,
        },
      };
    },
  };
}

function callAnyOperation(sources: CatalogueSources): Tool {
  return {
    name: 'call_operation',
    title: 'Call an operation',
    description:
      'Calls any operation that find_operations names, with the arguments that describe_operation tells. What overwrites, erases or goes live answers first what would happen, with a confirmationToken for the second call.',
    input: {
      type: 'object',
      properties: {
        operation: ID,
        arguments: {
          type: 'object',
          description: 'Parameters beside each other, and `body`, as describe_operation tells.',
        },
        confirmationToken: {
          type: 'string',
          description: 'From the first call with the same arguments, once the person has agreed.',
        },
        idempotencyKey: {
          type: 'string',
          description: 'For POST: a name of your own for this very call; repeated with it, it is done once.',
        },
      },
      required: ['operation'],
      additionalProperties: false,
    },
    output: { description: 'What the operation answers.' },
    // Of any operation: a client that trusts hints must take it for the worst.
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
    operations: [],
    isRepeatable: ({ operation }) => sources.operations.get(operation as string)?.effect === 'reads',
    run: async (call, args) => {
      const operation = allowedOperation(sources, call, args);
      if ('error' in operation) return operation;
      const { confirmationToken, idempotencyKey } = args;
      const given = {
        ...(args.arguments as Record<string, unknown> | undefined),
        ...defined({ confirmationToken, idempotencyKey }),
      };
      return atArguments(await callOperation(call, operation as McpOperation, sources.readerOf, given));
    },
  };
}

const defined = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Paths of errors lead into `arguments` here. */
function atArguments(outcome: ToolOutcome): ToolOutcome {
  const { error } = outcome;
  if (!error?.errors) return outcome;
  return {
    ...outcome,
    error: { ...error, errors: error.errors.map(({ path, message }) => ({ path: `/arguments${path}`, message })) },
  };
}

/** One that does not exist, one that is not offered and one beyond the scopes are all the same: not there. */
function allowedOperation(
  sources: CatalogueSources,
  call: ToolCall,
  args: Record<string, unknown>,
): McpOperation | ToolOutcome {
  const operation = sources.operations.get(args.operation as string);
  if (operation && sources.mayCall(call, operation)) return operation;
  return failure(
    'operation_not_found',
    'There is no such operation for this credential; find_operations names those that there are.',
    [{ path: '/operation', message: 'is no operation that you may call' }],
  );
}
