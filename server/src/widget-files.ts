/** Serves the widget: the script that companies put into their pages, and what the chat in its frame loads. */
import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createBuiltFiles } from './built-files.ts';

const DIST = resolve(import.meta.dirname, '../../console/dist/widget');
/** Their names stay the same: pages name the script, and the chat changes with it. */
const FOR_MINUTES = 'public, max-age=300';

export function mountWidget(app: FastifyInstance) {
  const send = createBuiltFiles(DIST);
  app.get('/widget.js', (request, reply) => {
    // Pages of any origin load it, also those that isolate themselves.
    reply.header('cross-origin-resource-policy', 'cross-origin');
    return send(request, reply, 'loader.js', FOR_MINUTES);
  });
  app.get('/widget/assets/:name', (request, reply) => {
    const { name } = request.params as { name: string };
    return name === 'chat.js' || name === 'chat.css' ? send(request, reply, name, FOR_MINUTES) : reply.callNotFound();
  });
}
