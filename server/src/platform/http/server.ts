import { randomUUID } from 'node:crypto';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type HookHandlerDoneFunction,
  type onRequestHookHandler,
} from 'fastify';
import type { Actor, Services } from '#platform/context.ts';
import { isConnectionLoss } from '#platform/db/database.ts';
import { hasMoreValues, MOST_VALUES } from './count-values.ts';
import { errorBody, oauthError, type Surface, surfaceOf } from './error-envelopes.ts';
import {
  AppError,
  bodyTooLarge,
  databaseUnavailable,
  forbidden,
  internalError,
  invalidJson,
  methodNotAllowed,
  rateLimited,
  routeNotFound,
  unsupportedMediaType,
  validationFailed,
} from './errors.ts';
import { type GracefulClose, gracefulClose } from './graceful-close.ts';
import type { Metrics } from './metrics.ts';
import { createRateLimiter } from './rate-limit.ts';
import { isCountedWithoutCredential, type Route } from './route.ts';
import { bindRoute, type RouteConfig } from './route-handler.ts';

export interface Caller {
  workspaceId: string;
  actor: Actor;
  /** Whether the scopes of `/api`, which do not tell reading from changing, open only what is read (GET). */
  readsOnly?: boolean;
}

/** Finds out who calls, at once where it can; throws or rejects with `unauthorized`. */
export type Authenticate = (
  services: Services,
  request: { path: string; authorization: string | undefined; apiKey: string | undefined },
) => Caller | Promise<Caller>;

export interface HttpOptions {
  services: Services;
  metrics: Metrics;
  routes: Route[];
  authenticate: Authenticate;
  /** Requests per 60 s and caller; the endpoints of the contract are counted like those of `/api`. */
  rateLimits: { api: number; v2: number };
  /** Addresses and ranges of proxies in front of us. Only they are believed who the client is (`X-Forwarded-For`). */
  trustedProxies: string[];
  /** Throw on an undeclared status, error or field (test, development) instead of stripping and logging it. */
  strictOutputs: boolean;
  bodyLimitBytes?: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
    bodyBytes: Buffer | null;
  }
}

export interface HttpServer extends GracefulClose {
  app: FastifyInstance;
}

const HEADERS_TIMEOUT_MS = 20_000;
/** Of a form: the longest field that one has is a token. */
const MOST_FORM_BYTES = 64 * 1024;

const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;

export function createHttpServer(options: HttpOptions): HttpServer {
  const { services } = options;
  const app = Fastify({
    exposeHeadRoutes: false,
    trustProxy: options.trustedProxies.length > 0 && options.trustedProxies,
    bodyLimit: options.bodyLimitBytes ?? 2 * 1024 * 1024,
    // Generous for slow lines, bounded against senders that never finish.
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 300 },
    // Ours are in `validation.ts`; without these Fastify loads its own, which take 7 MB.
    schemaController: { compilersFactory: { buildValidator: notByFastify, buildSerializer: notByFastify } },
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
    // What fails before there is a route, such as a path with a broken percent-escape.
    frameworkErrors: (thrown, request, reply) => {
      reply.header('x-request-id', request.id);
      void sendError(asAppError(thrown), request, reply);
    },
  });
  // A request's head fits into one packet: who sends it byte by byte holds a connection for nothing.
  app.server.headersTimeout = HEADERS_TIMEOUT_MS;
  const { metrics } = options;
  const graceful = gracefulClose(app);
  app.decorateRequest('caller', null);
  app.decorateRequest('bodyBytes', null);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unmatched';
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime);
    services.log.info(
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 10) / 10,
        caller: request.caller?.actor.id,
      },
      'request',
    );
    done();
  });
  readJsonBodies(app);
  answerErrors(app, services);
  const take = countRequests(options);
  answerUnknownPaths(app, options.routes, take);
  for (const route of options.routes) {
    bindRoute(app, route, {
      services,
      strictOutputs: options.strictOutputs,
      guard: createGuard(options, take, route),
    });
  }
  return { app, ...graceful };
}

function notByFastify(): never {
  throw new Error('A route was given to Fastify with a schema; `bindRoute` validates.');
}

/** Counts a request against a caller, or against an address where there is none; says so in the answer's headers. */
type Take = (surface: Surface, who: string, reply: FastifyReply) => void;

function countRequests({ services, rateLimits }: HttpOptions): Take {
  const limiter = createRateLimiter();
  return (surface, who, reply) => {
    const limit = rateLimits[surface === 'v2' ? 'v2' : 'api'];
    const verdict = limiter.take(`${surface}:${who}`, limit, services.now().getTime());
    reply.headers(verdict.headers);
    if (verdict.allowed) return;
    throw new AppError(rateLimited, `More than ${limit} requests in 60 s; go on in ${verdict.retryAfterSeconds} s.`, {
      headers: { 'retry-after': String(verdict.retryAfterSeconds) },
    });
  };
}

/** Key → workspace → scope → rate, before a byte of the body is read. */
function createGuard({ services, authenticate }: HttpOptions, take: Take, route: Route): onRequestHookHandler {
  const surface = surfaceOf(route.path);
  const { path, scope } = route;
  if (scope === null) {
    const isCounted = isCountedWithoutCredential(path);
    return (request, reply, done) => attempt(done, () => isCounted && take(surface, addressOf(request), reply));
  }
  const wanted = [scope].flat();
  return (request, reply, done) => {
    const admit = (caller: Caller) => {
      request.caller = caller;
      take(surface, caller.actor.id, reply);
      if (!wanted.some((each) => caller.actor.scopes.has(each))) throw lacksScope(surface, wanted);
      if (caller.readsOnly && surface === 'api' && route.method !== 'GET') throw onlyReads();
    };
    const refuse = (error: unknown) => {
      // Whoever tries out credentials has a limit too.
      take(surface, addressOf(request), reply);
      throw error;
    };
    let caller: Caller | Promise<Caller> | undefined;
    try {
      const { authorization, 'x-api-key': apiKey } = request.headers;
      caller = authenticate(services, { path, authorization, apiKey: apiKey?.toString() });
    } catch (error) {
      return attempt(done, () => refuse(error));
    }
    if (caller instanceof Promise) void attemptLater(done, caller.then(admit, refuse));
    else attempt(done, () => admit(caller));
  };
}

const addressOf = (request: FastifyRequest) => `address ${request.ip}`;

/** Goes on, or fails, only once `check` is over: what comes after it must not run inside its `try`. */
function attempt(done: HookHandlerDoneFunction, check: () => unknown) {
  let failure: Error | undefined;
  try {
    check();
  } catch (error) {
    failure = error as Error;
  }
  done(failure);
}

async function attemptLater(done: HookHandlerDoneFunction, check: Promise<unknown>) {
  const failure = await check.then(
    () => undefined,
    (error: unknown) => error as Error,
  );
  done(failure);
}

function lacksScope(surface: Surface, wanted: string[]): AppError {
  const list = wanted.map((scope) => `\`${scope}\``).join(' or ');
  const challenge = { 'www-authenticate': `Bearer error="insufficient_scope", scope="${wanted.join(' ')}"` };
  return new AppError(forbidden, `This call needs the scope ${list}, which the credential does not hold.`, {
    headers: surface === 'api' ? challenge : {},
  });
}

const onlyReads = () => new AppError(forbidden, 'Your role looks at bank data and changes none of it.');

function readJsonBodies(app: FastifyInstance) {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer;
    request.bodyBytes = bytes;
    if (bytes.length === 0) return done(null, undefined);
    if (hasMoreValues(bytes, MOST_VALUES)) return done(tooManyValues(), undefined);
    try {
      done(null, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    } catch (error) {
      done(new AppError(invalidJson, `The body is not valid JSON: ${(error as Error).message}`), undefined);
    }
  });
  const asForm = { parseAs: 'buffer', bodyLimit: MOST_FORM_BYTES } as const;
  app.addContentTypeParser<Buffer>('application/x-www-form-urlencoded', asForm, (request, body, done) => {
    if (!configOf(request).readsForms) return done(unreadableType(), undefined);
    const fields = Map.groupBy(new URLSearchParams(body.toString()), ([name]) => name);
    // A repeated field becomes a list, which no schema takes.
    done(null, Object.fromEntries([...fields].map(([name, pairs]) => [name, single(pairs.map(([, value]) => value))])));
  });
}

function answerErrors(app: FastifyInstance, services: Services) {
  app.setErrorHandler((thrown, request, reply) => {
    const error = asAppError(thrown);
    if (error.definition.status >= 500) {
      services.log.error({ err: thrown, requestId: request.id, route: request.routeOptions.url }, 'A request failed');
    }
    return sendError(error, request, reply);
  });
}

function sendError(error: AppError, request: FastifyRequest, reply: FastifyReply) {
  reply.headers(error.headers);
  if (configOf(request).oauthErrors) {
    const { status, body } = oauthError(error);
    return reply.status(status).headers({ 'cache-control': 'no-store', pragma: 'no-cache' }).send(body);
  }
  return reply.status(error.definition.status).send(errorBody(error, surfaceOf(request.url), request.id));
}

const configOf = (request: FastifyRequest) => (request.routeOptions.config ?? {}) as Partial<RouteConfig>;
const single = (values: string[]) => (values.length === 1 ? values[0] : values);
const tooManyValues = () =>
  new AppError(bodyTooLarge, `The body has more than ${MOST_VALUES} values; send it in several requests.`);
const unreadableType = () => new AppError(unsupportedMediaType, 'Send the body as `Content-Type: application/json`.');

/** Fastify's and the driver's errors in our terms. */
function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const code = (thrown as { code?: string }).code;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new AppError(bodyTooLarge, 'The body is larger than this call takes; send it in several requests.');
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return unreadableType();
  }
  if (code === 'FST_ERR_BAD_URL') {
    return new AppError(validationFailed, 'The path has a broken percent-escape; encode it as UTF-8.');
  }
  if (code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH') {
    return new AppError(invalidJson, 'The body was cut off: it is shorter than its Content-Length.');
  }
  if (isConnectionLoss(thrown)) {
    return new AppError(
      databaseUnavailable,
      'The database can not be reached right now: try again in a moment. With the same Idempotency-Key nothing is done twice.',
      {
        headers: { 'retry-after': '2' },
        cause: thrown,
      },
    );
  }
  return new AppError(internalError, 'Something broke inside Kontor. Tell the operator the request id.', {
    cause: thrown,
  });
}

function answerUnknownPaths(app: FastifyInstance, routes: Route[], take: Take) {
  const patterns = routes.map((route) => ({
    method: route.method,
    pattern: new RegExp(`^${route.path.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
  }));
  app.setNotFoundHandler(async (request, reply) => {
    take(surfaceOf(request.url), `address ${request.ip}`, reply);
    const path = request.url.split('?')[0] ?? '';
    const methods = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    if (methods.length > 0) {
      const allow = [...new Set(methods)].sort().join(', ');
      throw new AppError(methodNotAllowed, `${path} answers to ${allow}, not to ${request.method}.`, {
        headers: { allow },
      });
    }
    throw new AppError(routeNotFound, `There is no ${request.method} ${path}. The reference stands at /docs/api.`);
  });
}
