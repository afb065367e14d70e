/** The one way of the console to the server: the public APIs, by the types of the reference. */
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConsoleToken, Operations } from './api.gen.ts';

export type Operation = keyof Operations;
type Part<K extends Operation, Name extends string> =
  Operations[K] extends Record<Name, infer Value> ? { [N in Name]: Value } : { [N in Name]?: undefined };
type Query<K extends Operation> = Operations[K] extends { query?: infer Value }
  ? { query?: Value }
  : { query?: undefined };
export type Input<K extends Operation> = Part<K, 'params'> & Query<K> & Part<K, 'body'>;
export type Result<K extends Operation> = Operations[K]['result'];

/** An answer that is an error, in the words of the server. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** Which fields were wrong, by their JSON pointers. */
  readonly fields: { path: string; message: string }[];
  constructor(status: number, body: { type?: string; code?: string; message?: string; errors?: ApiError['fields'] }) {
    super(body.message ?? `The server answered ${status}.`);
    this.status = status;
    this.code = body.type ?? body.code ?? 'unknown';
    this.fields = body.errors ?? [];
  }
}

/** The server did not answer at all. */
export class Unreachable extends Error {}

const ROOT = location.pathname.split('/console')[0] ?? '';

/** Where programs reach the server, without a slash at its end. */
export const SERVER_URL = new URL(ROOT || '/', location.href).href.replace(/\/$/, '');

let token: { value: ConsoleToken; endsMs: number } | null = null;
let asking: Promise<ConsoleToken> | null = null;

/** Who is signed in, with a token that lives for at least half a minute more. Rejects with `session_ended`. */
export function getToken(): Promise<ConsoleToken> {
  if (token && token.endsMs - Date.now() > 30_000) return Promise.resolve(token.value);
  asking ??= call('POST /console/session/token', {})
    .then((value) => {
      token = { value, endsMs: Date.now() + value.expiresIn * 1000 };
      return value;
    })
    .finally(() => {
      asking = null;
    });
  return asking;
}

export function forgetToken() {
  token = null;
}

/** Calls an operation of the reference. Rejects with `ApiError` or `Unreachable`. */
export async function call<K extends Operation>(operation: K, input: Input<K>): Promise<Result<K>> {
  const isOwn = operation.includes(' /console/');
  const authorization = isOwn ? null : `Bearer ${(await getToken()).accessToken}`;
  const response = await send(operation, input as AnyInput, authorization);
  const text = await response.text();
  const body = text === '' ? null : parseAnswer(text);
  if (response.ok) return body;
  if (response.status === 401 && !isOwn) forgetToken();
  throw new ApiError(response.status, body ?? {});
}

/** Opens the stream of an operation of the console itself; its status may be any. Rejects with `Unreachable`. */
export const callStream = <K extends Operation>(operation: K, input: Input<K>, signal: AbortSignal) =>
  send(operation, input as AnyInput, null, signal);

/** An input of any operation. */
export interface AnyInput {
  params?: Record<string, string>;
  query?: object;
  body?: unknown;
}

function send(
  operation: string,
  input: AnyInput,
  authorization: string | null,
  signal?: AbortSignal,
): Promise<Response> {
  const { body } = input;
  return fetch(addressOfOperation(operation, input), {
    signal,
    method: operation.split(' ')[0] ?? '',
    headers: {
      'kontor-console': '1',
      ...(authorization && { authorization }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Unreachable('The server can not be reached.');
  });
}

/** `GET /v2/reviews/{review-id}` → where it stands on this server. */
export function addressOfOperation(operation: string, { params = {}, query = {} }: AnyInput): string {
  const template = operation.split(' ')[1] ?? '';
  const path = template.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
  return `${ROOT}${path}${search && `?${search}`}`;
}

// oxlint-disable-next-line typescript/no-explicit-any -- the server holds every answer to the schema it is of
export function parseAnswer(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads, and keeps what was read. `isWanted` false: not now. */
export function useRead<K extends Operation>(operation: K, input: Input<K>, isWanted = true) {
  return useQuery({ queryKey: [operation, input], queryFn: () => call(operation, input), enabled: isWanted });
}

/** Changes something, and then reads again whatever `stale` names. */
export function useChange<K extends Operation>(operation: K, stale: Operation[] = []) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input<K>) => call(operation, input),
    onSuccess: () => refresh(client, stale),
  });
}

/** Marks as stale what a change made so; for a change after which the page leaves what it shows, before it is read again. */
export function useRefresh() {
  const client = useQueryClient();
  return (stale: Operation[]) => refresh(client, stale);
}

const refresh = (client: QueryClient, stale: Operation[]) =>
  Promise.all(stale.map((operation) => client.invalidateQueries({ queryKey: [operation] })));
