import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import type { Context, DetachedContext, Services } from '#platform/context.ts';
import { sha256Hex } from '#platform/crypto/random.ts';
import { giveBackMemory } from '#platform/give-back-memory.ts';
import { findUnstorable } from '#platform/storable-text.ts';
import {
  AppError,
  bodyTooLarge,
  COMMON_ERRORS,
  type FieldError,
  internalError,
  invalidField,
  invalidFields,
} from './errors.ts';
import { runOnce, runOnceDetached } from './idempotency.ts';
import { type RawBody, type Reply, type Route, StoredJson } from './route.ts';
import { coerceQuery, createValidator, type Validator } from './validation.ts';

export interface BindOptions {
  services: Services;
  strictOutputs: boolean;
  /** Authenticates, checks scope and rate; fails with an `AppError`. */
  guard: onRequestHookHandler;
}

/** What the server's hooks need to know of the route that a request has reached. */
export interface RouteConfig {
  oauthErrors: boolean;
  readsForms: boolean;
}

/** `/users/{user-id}` → `userId`, as handlers and schemas call it. */
export const paramName = (segment: string) => segment.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const fastifyPath = (path: string) => path.replace(/\{([^}]+)\}/g, (_, name: string) => `:${paramName(name)}`);

/** Puts one route object onto the router. */
export function bindRoute(app: FastifyInstance, route: Route, options: BindOptions) {
  const readInput = createInputReader(route, options.services);
  const sendReply = createReplySender(route, options);
  const bind = (instance: FastifyInstance) => {
    instance.route({
      method: route.method,
      url: fastifyPath(route.path),
      bodyLimit: route.rawBody?.limitBytes ?? route.bodyLimitBytes,
      config: {
        oauthErrors: route.path === '/api/auth',
        readsForms: route.bodyMediaType === 'application/x-www-form-urlencoded',
      } satisfies RouteConfig,
      onRequest: options.guard,
      handler: async (request, reply) => {
        // Not awaited without need: each await costs every request a turn of the microtask queue.
        const reading = readInput(request);
        const input = reading instanceof Promise ? await reading : reading;
        const answer = await runOperation(route, options, request, reply, input);
        return answer === 'sent' ? reply : sendReply(request, reply, answer);
      },
    });
  };
  if (!route.rawBody) return bind(app);
  // A scope of its own, whose only parser hands the stream through.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(route.rawBody?.mediaType ?? '', (_request, payload, done) => done(null, payload));
    bind(scope);
  });
}

interface Input {
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
  bodySha256: string;
  headers: FastifyRequest['headers'];
  clientAddress: string;
  /** Gives back what a raw body holds. */
  release?: () => Promise<void>;
}

function createInputReader(route: Route, services: Services) {
  const query = route.query && createValidator(route.query, (pointer) => `?${pointer.slice(1)}`);
  const params = route.params && createValidator(route.params, (pointer) => `:${pointer.slice(1)}`);
  const body = route.body && createValidator(route.body, (pointer) => pointer || '/');
  return (request: FastifyRequest): Input | Promise<Input> => {
    const input: Input = {
      params: request.params as Record<string, string>,
      query: route.query ? coerceQuery(route.query, request.query as Record<string, unknown>) : {},
      body: request.body,
      bodySha256: '',
      headers: request.headers,
      clientAddress: request.ip,
    };
    // Also against depths that no validator survives.
    refuseUnstorable(input, route.rawBody !== undefined);
    const errors: FieldError[] = [
      ...(params?.errors(input.params) ?? []),
      ...(query?.errors(input.query) ?? []),
      ...(body ? body.errors(input.body ?? {}) : []),
    ];
    if (errors.length > 0) throw invalidFields(errors);
    if (route.rawBody) return readRawBody(route.rawBody, services, request, input);
    input.body ??= {};
    if (request.headers['idempotency-key'] !== undefined) input.bodySha256 = sha256Hex(request.bodyBytes ?? '');
    return input;
  };
}

async function readRawBody(
  { limitBytes, read }: RawBody,
  services: Services,
  request: FastifyRequest,
  input: Input,
): Promise<Input> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) {
    throw new AppError(
      bodyTooLarge,
      `The body is larger than the ${limitBytes} bytes that this call takes; send it in several requests.`,
    );
  }
  const chunks = (request.body ?? Readable.from([])) as Readable;
  const { value, sha256, release } = await read(chunks, {
    services,
    workspaceId: request.caller?.workspaceId ?? '',
    params: input.params,
    query: input.query,
    contentType: request.headers['content-type'] ?? '',
  });
  return { ...input, body: value, bodySha256: sha256, release };
}

async function runOperation(
  route: Route,
  options: BindOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  input: Input,
): Promise<Reply | 'sent'> {
  try {
    return await run(route, options.services, request, reply, input);
  } catch (error) {
    throw declared(route, error, options);
  } finally {
    if (input.release) await input.release();
  }
}

/** Once for every call, so that no text can reach the database that it refuses. A raw body's reader sees to its own. */
function refuseUnstorable({ params, query, body }: Input, isRaw: boolean) {
  const inParams = findUnstorable(params);
  if (inParams) throw invalidField(`:${inParams.path.slice(1)}`, inParams.message);
  const inQuery = findUnstorable(query);
  if (inQuery) throw invalidField(`?${inQuery.path.slice(1)}`, inQuery.message);
  const inBody = isRaw ? null : findUnstorable(body);
  if (inBody) throw invalidField(inBody.path || '/', inBody.message);
}

function run(
  route: Route,
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  input: Input,
): Promise<Reply | 'sent'> {
  const { caller } = request;
  const handle = route.handle as (ctx: unknown, input: Input) => Promise<Reply>;
  if (!caller) return handle({ ...services, requestId: request.id }, input);
  const session = route.session ?? (route.method === 'GET' ? 'read' : 'transaction');
  const { workspaceId, actor } = caller;
  const key = request.headers['idempotency-key'];
  const once =
    route.idempotent && typeof key === 'string'
      ? { key, method: route.method, path: request.url, bodySha256: input.bodySha256, userId: input.params.userId }
      : null;
  if (session === 'none') {
    const ctx: DetachedContext = { ...services, workspaceId, actor, requestId: request.id };
    return once ? runOnceDetached(ctx, once, () => handle(ctx, input)) : handle(ctx, input);
  }
  return services.database[session](workspaceId, async (connection) => {
    const ctx: Context = {
      database: services.database,
      jobs: services.jobs,
      events: services.events,
      changes: services.changes,
      secrets: services.secrets,
      outbound: services.outbound,
      bankAccess: services.bankAccess,
      log: services.log,
      publicUrl: services.publicUrl,
      now: services.now,
      workspaceId,
      actor,
      session: connection,
      requestId: request.id,
    };
    if (once) return runOnce(ctx, once, () => handle(ctx, input));
    const answer = await handle(ctx, input);
    return isGenerator(answer.body) ? sendInPieces(ctx, route, reply, answer, answer.body) : answer;
  });
}

const isGenerator = (body: unknown): body is AsyncGenerator<string | Buffer> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'next' in body;

/**
 * The first piece is awaited before the status is sent, so that a missing user is still a 404. Ends when the pieces have
 * ended, also for a client that hangs up: until then they use the session's connection, and it must go to nobody else.
 */
async function sendInPieces(
  ctx: Context,
  route: Route,
  reply: FastifyReply,
  answer: Reply,
  pieces: AsyncGenerator<string | Buffer>,
): Promise<'sent'> {
  const first = await pieces.next();
  let failure: unknown;
  async function* all() {
    try {
      if (!first.done) yield first.value;
      yield* pieces;
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  const stream = Readable.from(all());
  reply.status(answer.status).headers(answer.headers ?? {});
  reply.type(route.outputs[answer.status]?.mediaType ?? 'application/json; charset=utf-8');
  reply.send(stream);
  await finished(reply.raw).catch(() => undefined);
  stream.destroy();
  await pieces.return(undefined);
  // Too late for another status: the client sees the answer cut off.
  if (failure !== undefined)
    ctx.log.error({ err: failure, requestId: ctx.requestId }, 'An answer could not be sent to its end');
  return 'sent';
}

/** An error that the route doesn't declare is a hole in the reference: loud in tests, logged else. */
function declared(route: Route, error: unknown, { services, strictOutputs }: BindOptions): unknown {
  if (!(error instanceof AppError)) return error;
  if (COMMON_ERRORS.includes(error.definition) || route.errors?.includes(error.definition)) return error;
  const hole = `${route.operationId} threw ${error.definition.code}, which it does not declare.`;
  if (strictOutputs) return new AppError(internalError, hole, { cause: error });
  services.log.error({ err: error, operationId: route.operationId }, hole);
  return error;
}

/** Left to the collector, every 32 MB of sent buffers would be a full collection of the server's heap. */
function sendStored(reply: FastifyReply, { json }: StoredJson) {
  if (typeof json !== 'string') reply.raw.once('finish', () => giveBackMemory(json));
  return reply.send(json);
}

function createReplySender(route: Route, { services, strictOutputs }: BindOptions) {
  const validators = new Map<number, Validator>();
  for (const [status, output] of Object.entries(route.outputs)) {
    if (output.schema && !output.mediaType) validators.set(Number(status), createValidator(output.schema));
  }
  return (request: FastifyRequest, reply: FastifyReply, answer: Reply) => {
    const output = route.outputs[answer.status];
    if (!output) {
      const hole = `${route.operationId} answered ${answer.status}, which it does not declare.`;
      if (strictOutputs) throw new AppError(internalError, hole);
      services.log.error({ requestId: request.id, operationId: route.operationId }, hole);
    }
    reply.status(answer.status);
    if (answer.headers) reply.headers(answer.headers);
    if (output?.mediaType) return reply.type(output.mediaType).send(answer.body);
    if (answer.body === undefined) return reply.send();
    reply.type('application/json; charset=utf-8');
    if (answer.body instanceof StoredJson && !strictOutputs) return sendStored(reply, answer.body);
    let body: unknown = answer.body instanceof StoredJson ? JSON.parse(String(answer.body.json)) : answer.body;
    const validator = validators.get(answer.status);
    if (validator && !validator.check(body)) {
      const errors = validator.errors(body).map(({ path, message }) => `${path} ${message}`);
      if (strictOutputs) {
        throw new AppError(
          internalError,
          `${route.operationId} answered what it does not declare: ${errors.join('; ')}`,
        );
      }
      services.log.error(
        { requestId: request.id, operationId: route.operationId, errors },
        'An answer differs from its schema',
      );
      body = validator.clean(body);
    }
    return reply.send(JSON.stringify(body));
  };
}
