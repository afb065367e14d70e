import type { Readable } from 'node:stream';
import type { Static, TObject, TSchema } from 'typebox';
import type { Context, DetachedContext, Services } from '#platform/context.ts';
import type { ErrorDefinition } from './errors.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * What a call does to what is there: `adds` leaves everything as it was, `overwrites` and `erases` do not, and `goes-live`
 * reaches customers or lets data out. Agents are asked to confirm the last three.
 */
export type Effect = 'reads' | 'adds' | 'overwrites' | 'erases' | 'goes-live';

/** A body that is not parsed by the platform: the operation reads the stream itself. */
export interface RawBody {
  /** What the reference says the body is. */
  schema: TSchema;
  mediaType: string;
  limitBytes: number;
  /**
   * Reads the stream before any connection is taken, so that a slow sender holds none. What it answers becomes
   * `input.body`; `sha256` identifies the body for Idempotency-Key; `release` is called when the operation has ended, also
   * when it never ran because the key had been used.
   */
  read(
    chunks: Readable,
    request: RawRequest,
  ): Promise<{ value: unknown; sha256: string; release?: () => Promise<void> }>;
}

/** What the reader of a raw body may know before the operation itself runs. */
export interface RawRequest {
  services: Services;
  workspaceId: string;
  params: Record<string, string>;
  /** As the route declares it. */
  query: Record<string, unknown>;
  /** With its parameters: `multipart/form-data; boundary=…`. */
  contentType: string;
}

/** One answer of an operation. */
export interface Output {
  description: string;
  /** Absent for answers without a body. */
  schema?: TSchema;
  /** Default `application/json`; anything else is sent as the bytes the operation answers. */
  mediaType?: string;
  headers?: Record<string, string>;
  example?: unknown;
}

export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** What a repetition with the same `Idempotency-Key` gets, where the body is a stream; known when it has ended. */
  repeated?: () => Promise<Reply>;
}

/**
 * JSON that was validated when it was stored: sent as it is, without parsing it on every read. A large one better comes as
 * UTF-8 in a buffer of its own, which is taken over: its memory is given back as soon as it is sent.
 */
export class StoredJson {
  readonly json: string | Buffer;
  constructor(json: string | Buffer) {
    this.json = json;
  }
}

export interface RouteInput<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  headers: Record<string, string | string[] | undefined>;
  /** The address of the client: behind a trusted proxy the one that it names, else where the connection comes from. */
  clientAddress: string;
}

type Typed<S> = S extends TSchema ? Static<S> : Record<string, never>;

export interface RouteOptions<
  P extends TObject | undefined,
  Q extends TObject | undefined,
  B extends TSchema | undefined,
> {
  method: Method;
  /** With `{kebab-case}` parameters, as documented. */
  path: string;
  /** Verb-noun, unique: `createUser`. */
  operationId: string;
  summary: string;
  description: string;
  tag: string;
  /** `null`: no credential needed. A list: any one of them suffices. */
  scope: string | readonly string[] | null;
  /** Keys are the parameters' names in camelCase. */
  params?: P;
  query?: Q;
  body?: B;
  /** Default `application/json`. */
  bodyMediaType?: string;
  /** Default 2 MB. */
  bodyLimitBytes?: number;
  rawBody?: RawBody;
  outputs: Record<number, Output>;
  /** What it may fail with beside the common ones. */
  errors?: readonly ErrorDefinition[];
  /** A request that works, for the reference and for the tests that call every route. */
  example?: { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };
  /** Default by method: GET, and POST with the scope `read`: reads; POST: adds; PUT, PATCH: overwrites; DELETE: erases. */
  effect?: Effect;
  /** POSTs that create accept `Idempotency-Key`. Default: every POST with a scope. */
  idempotent?: boolean;
  /** Default: a transaction for everything but GET. A body that is an async generator is sent while it runs. */
  session?: 'read' | 'transaction' | 'snapshot' | 'none';
  handle(ctx: Context, input: RouteInput<Typed<P>, Typed<Q>, B extends TSchema ? Static<B> : never>): Promise<Reply>;
}

/** A call without a credential, bound to no workspace. */
export interface PublicRouteOptions<
  P extends TObject | undefined,
  Q extends TObject | undefined,
  B extends TSchema | undefined,
> extends Omit<RouteOptions<P, Q, B>, 'scope' | 'handle' | 'session'> {
  handle(
    services: Services & { requestId: string },
    input: RouteInput<Typed<P>, Typed<Q>, B extends TSchema ? Static<B> : never>,
  ): Promise<Reply>;
}

/** A call that waits for other machines: it holds no connection meanwhile, and takes one by `inTransaction`. */
export interface DetachedRouteOptions<
  P extends TObject | undefined,
  Q extends TObject | undefined,
  B extends TSchema | undefined,
> extends Omit<RouteOptions<P, Q, B>, 'handle' | 'session'> {
  handle(
    ctx: DetachedContext,
    input: RouteInput<Typed<P>, Typed<Q>, B extends TSchema ? Static<B> : never>,
  ): Promise<Reply>;
}

/** A list of routes holds handlers of any input; only the router, which has validated it, calls them. */
type AnyHandle = (ctx: never, input: never) => Promise<Reply>;

/** A route with its types forgotten, as the router, the reference and the tests walk through them. */
export interface Route
  extends Omit<RouteOptions<TObject | undefined, TObject | undefined, TSchema | undefined>, 'handle'> {
  idempotent: boolean;
  handle: AnyHandle;
}

/**
 * One operation of the API, declared once: router, validation of input and output, reference, rate limit, idempotency
 * and the generated tests all read this object.
 */
export function route<
  P extends TObject | undefined = undefined,
  Q extends TObject | undefined = undefined,
  B extends TSchema | undefined = undefined,
>(options: RouteOptions<P, Q, B>): Route {
  return { ...options, idempotent: options.idempotent ?? (options.method === 'POST' && options.scope !== null) };
}

/** An operation that needs no credential, such as the one that hands out tokens. */
export function publicRoute<
  P extends TObject | undefined = undefined,
  Q extends TObject | undefined = undefined,
  B extends TSchema | undefined = undefined,
>(options: PublicRouteOptions<P, Q, B>): Route {
  return { ...options, scope: null, idempotent: false };
}

/** An operation that asks other machines while the caller waits. Those that change something set `idempotent`. */
export function detachedRoute<
  P extends TObject | undefined = undefined,
  Q extends TObject | undefined = undefined,
  B extends TSchema | undefined = undefined,
>(options: DetachedRouteOptions<P, Q, B>): Route {
  return { ...options, session: 'none', idempotent: options.idempotent ?? false };
}

const EFFECT_OF: Record<Method, Effect> = {
  GET: 'reads',
  POST: 'adds',
  PUT: 'overwrites',
  PATCH: 'overwrites',
  DELETE: 'erases',
};

/** What the route says of itself, or else what its method says. */
export const effectOf = ({ effect, method, scope }: Route): Effect =>
  effect ?? (scope === 'read' ? 'reads' : EFFECT_OF[method]);

/** What tries out secrets, or makes work, is counted by address; hosted pages and what orchestrators ask are not. */
export const isCountedWithoutCredential = (path: string) => /^\/(api|console|widget)\//.test(path);
