/** Serves the documentation below /docs: pages that `npm run build` makes of the guides, and each of them as Markdown. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createBuiltFiles } from './built-files.ts';

const DIST = resolve(import.meta.dirname, '../../site/dist');
/** What may be asked for: no name that begins with a dot, and nothing above the folder. */
const NAME = /^(?:[a-z]+\/)?[A-Za-z0-9][A-Za-z0-9._-]*$/;
const HASHED = /^assets\/.+-[A-Za-z0-9_-]{8}\.[a-z]+$/;
const FOREVER = 'public, max-age=31536000, immutable';

/** Only what this server has; no frames, no forms, nothing written into the pages. */
const HEADERS = {
  'content-security-policy': [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self'`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; '),
  'referrer-policy': 'no-referrer',
};

const NOT_BUILT = `<!doctype html><html lang="en"><title>Kontor</title><h1>The documentation is not built</h1>
<p>Run <code>npm run build</code> and load this page again. The <a href="api">reference</a> works without it.</p></html>`;

/** `publicUrl`: whose path the address of the front page begins with. */
export function mountDocs(app: FastifyInstance, publicUrl: string) {
  const home = `${new URL(publicUrl).pathname.replace(/\/$/, '')}/docs/`;
  const send = createBuiltFiles(DIST);
  app.get('/docs', (_request, reply) => reply.redirect(home));
  app.get('/docs/*', async (request, reply) => {
    const { '*': asked } = request.params as { '*': string };
    const name = asked === '' ? 'index' : asked;
    if (!NAME.test(name)) return reply.callNotFound();
    reply.headers(HEADERS);
    if (/\.[a-z]+$/.test(name)) return send(request, reply, name, HASHED.test(name) ? FOREVER : 'no-cache');
    return sendPage(request, reply, name, send);
  });
}

/** As HTML, or as Markdown for who asks for that. */
function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  send: ReturnType<typeof createBuiltFiles>,
) {
  if (!existsSync(join(DIST, 'index.html'))) return reply.status(503).type('text/html; charset=utf-8').send(NOT_BUILT);
  const isMarkdown = /\btext\/markdown\b/.test(request.headers.accept ?? '');
  reply.header('vary', 'accept, accept-encoding');
  return send(request, reply, `${name}.${isMarkdown ? 'md' : 'html'}`, 'no-cache');
}
