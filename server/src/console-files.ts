/** Serves the console: the files that `npm run build` makes, and its one page for every address below /console. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createBuiltFiles } from './built-files.ts';

const DIST = resolve(import.meta.dirname, '../../console/dist');
/** Names with a hash of what is in them: nothing else of the folder is given away. */
const ASSET = /^[A-Za-z0-9_.-]+-[A-Za-z0-9_-]{8}\.(js|css)$/;

/** Only our own script, style sheet and server; no frames, no forms that go anywhere, no other site. */
const HEADERS = {
  'content-security-policy': [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
  'x-frame-options': 'DENY',
};

const FOREVER = 'public, max-age=31536000, immutable';

const NOT_BUILT = `<!doctype html><html lang="en"><title>Kontor</title><h1>The console is not built</h1>
<p>Run <code>npm run build</code> and load this page again. The APIs work without it.</p></html>`;

/** `publicUrl`: whose path the addresses in the page begin with. */
export function mountConsole(app: FastifyInstance, publicUrl: string) {
  const base = `${new URL(publicUrl).pathname.replace(/\/$/, '')}/console/`;
  const send = createBuiltFiles(join(DIST, 'assets'));
  const page = (_request: FastifyRequest, reply: FastifyReply) => {
    const file = join(DIST, 'index.html');
    reply.headers(HEADERS).type('text/html; charset=utf-8');
    // Read again each time: it is small, and a build needs no restart.
    if (!existsSync(file)) return reply.status(503).send(NOT_BUILT);
    return reply.send(readFileSync(file, 'utf8').replaceAll('./assets/', `${base}assets/`));
  };
  // Who opens the address of an installation in a browser wants to see something; programs hear that nothing is there.
  app.get('/', (request, reply) =>
    request.headers.accept?.includes('text/html')
      ? reply.header('vary', 'accept').redirect(base)
      : reply.callNotFound(),
  );
  app.get('/console', page);
  app.get('/console/*', page);
  app.get('/console/assets/:name', async (request, reply) => {
    const { name } = request.params as { name: string };
    return ASSET.test(name) ? send(request, reply, name, FOREVER) : reply.callNotFound();
  });
}
