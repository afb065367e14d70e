import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

export interface GracefulClose {
  /** From now on every answer closes its connection, so that clients move on before the process ends. */
  drain(): void;
  /** Takes no new connection, answers every request that was sent, and ends at the latest after `timeoutMs`. */
  close(timeoutMs: number): Promise<void>;
}

const CLOSED = Symbol('closed');
const POLL_MS = 50;
/** A connection on which nothing was asked for this long after the last answer has nothing to lose. */
const QUIET_MS = 500;

/**
 * Closes an HTTP server without losing a request. Node's own `close` waits for connections that sit in their keep-alive
 * time after an answer, and for those on which nothing was ever sent (browsers open some in advance): here both are
 * closed once nothing runs.
 */
export function gracefulClose(app: FastifyInstance): GracefulClose {
  let draining = false;
  let running = 0;
  const ended = () => {
    running -= 1;
  };
  // With callbacks: a promise per hook and request costs more than what these do.
  app.addHook('onRequest', (_request, reply, done) => {
    running += 1;
    reply.raw.once('close', ended);
    done();
  });
  // When it is sent, not when it is asked: a long request that began before must say so too.
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (draining) reply.header('connection', 'close');
    done(null, payload);
  });
  return {
    drain() {
      draining = true;
    },
    async close(timeoutMs) {
      draining = true;
      const startedMs = performance.now();
      let busyMs = startedMs;
      const closing = app.close().then(() => CLOSED);
      for (;;) {
        const nowMs = performance.now();
        if (running > 0) busyMs = nowMs;
        app.server.closeIdleConnections();
        if (nowMs - busyMs >= QUIET_MS || nowMs - startedMs >= timeoutMs) break;
        if ((await Promise.race([closing, sleep(POLL_MS)])) === CLOSED) return;
      }
      app.server.closeAllConnections();
      await Promise.race([closing, sleep(1_000)]);
    },
  };
}
