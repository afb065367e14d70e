import type { Operations } from './api.gen.ts';

export type OperationName = keyof Operations;

/** Operations with a cursor. */
export type ListName = { [K in OperationName]: Operations[K] extends { item: unknown } ? K : never }[OperationName];

type Params<K extends OperationName> = Operations[K] extends { params: infer Value } ? Value : unknown;
type Part<K extends OperationName, Name extends 'query' | 'body'> = Pick<
  Operations[K],
  Extract<keyof Operations[K], Name>
>;

/** What an operation takes: its path's parameters, and beside them `query` and `body`. */
export type Input<K extends OperationName> = Params<K> & Part<K, 'query'> & Part<K, 'body'>;
export type Result<K extends OperationName> = Operations[K]['result'];
export type Item<K extends ListName> = Operations[K] extends { item: infer Value } ? Value : never;

/** What a single call may differ in. */
export interface CallOptions {
  /** Gives up as soon as it aborts, and rejects with its reason. */
  signal?: AbortSignal;
  /** For how long the server may say nothing, at each attempt. */
  timeoutMs?: number;
  /** How often a call that failed in passing is repeated. */
  retries?: number;
  /** A key of your own, so that also another process can repeat the write. Default: a new one for each call. */
  idempotencyKey?: string;
}

/** No argument where nothing is needed. */
export type Arguments<K extends OperationName> =
  Partial<Input<K>> extends Input<K>
    ? [input?: Input<K>, options?: CallOptions]
    : [input: Input<K>, options?: CallOptions];

export type Methods = { readonly [K in OperationName]: (...args: Arguments<K>) => Promise<Result<K>> };

/** An input of any operation, as the code that sends it sees it. */
export interface AnyInput {
  query?: Readonly<Record<string, unknown>>;
  body?: unknown;
  [param: string]: unknown;
}
