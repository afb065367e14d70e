/** Makes the routes of a Fastify application keep the contract: `app.register(contractEndpoints, { keys: […] })`. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createAnswerStore } from './answer-store.ts';
import { ContractError } from './contract-error.ts';
import { createKeyRing, type KeyRing } from './key-ring.ts';

export { badRequest, ContractError, notFound } from './contract-error.ts';
export { flatAnswer } from './flat-answer.ts';
export { createKeyRing, type KeyRing } from './key-ring.ts';
export { done, refused } from './write-answers.ts';

export interface ContractOptions {
  /** The issued keys, or a ring of them that you can change while the server runs. */
  keys: readonly string[] | KeyRing;
  /** Requests per minute for all calls together; beyond it the answer is 429. Default: none. */
  limitPerMinute?: number;
}

/**
 * For every route of the application: the key before anything else, JSON in and out, errors as `{error, message}`, 429
 * with `Retry-After`, and one effect per `Idempotency-Key` (see `once`). Register it before the routes.
 */
export async function contractEndpoints(
  app: FastifyInstance,
  { keys, limitPerMinute }: ContractOptions,
): Promise<void> {
  const ring = 'accepts' in keys ? keys : createKeyRing(keys);
  const take = countCalls(limitPerMinute ?? Number.POSITIVE_INFINITY);
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request, reply) => {
    const key = request.headers['x-api-key'];
    if (!ring.accepts(typeof key === 'string' ? key : undefined)) {
      throw new ContractError(401, 'unauthorized', 'Send the issued key in the header x-api-key.');
    }
    const waitSeconds = take(Date.now());
    if (waitSeconds === 0) return;
    reply.header('retry-after', String(waitSeconds));
    throw new ContractError(429, 'rate_limited', `Too many requests: go on in ${waitSeconds} s.`);
  });
  app.setErrorHandler((error: FastifyError | ContractError, request, reply) => sendError(error, request, reply));
  app.setNotFoundHandler(async () => {
    throw new ContractError(404, 'no_such_endpoint', 'There is nothing at this address.');
  });
}

/** The hooks hold for the application that registers it, not only for what is inside (what `fastify-plugin` does). */
Object.assign(contractEndpoints, { [Symbol.for('skip-override')]: true });

const answers = createAnswerStore();

/** Does `work` once per `Idempotency-Key` of the request, and gives the same answer to the same request again. */
export function once<T>(request: FastifyRequest, work: () => Promise<T> | T): Promise<T> {
  const key = request.headers['idempotency-key'];
  return answers.once(key?.toString(), [request.method, request.url, request.body], work);
}

/** Ours as they are; Fastify's own by their status; all others as 500, told to the log and not to the caller. */
function sendError(error: FastifyError | ContractError, request: FastifyRequest, reply: FastifyReply) {
  const status = error.statusCode ?? 500;
  if (error instanceof ContractError) return reply.status(status).send({ error: error.code, message: error.message });
  if (status < 500) return reply.status(status).send({ error: 'bad_request', message: error.message });
  request.log.error(error);
  return reply.status(500).send({ error: 'internal_error', message: 'Something went wrong. Try again later.' });
}

const MINUTE_MS = 60_000;

/** Tells in how many seconds to come again; 0: now. */
function countCalls(limit: number): (now: number) => number {
  let [startedAt, count] = [0, 0];
  return (now) => {
    if (now - startedAt >= MINUTE_MS) [startedAt, count] = [now, 0];
    count += 1;
    return count <= limit ? 0 : Math.ceil((startedAt + MINUTE_MS - now) / 1000);
  };
}
