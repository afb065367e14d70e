import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const PREFIX = '/docs/api';

/**
 * The interactive reference at `/docs/api`. Everything it needs comes from this server: no fonts, scripts, telemetry
 * or assistants of others, and a Content-Security-Policy that holds it to that. `publicUrl` is where it sends the
 * requests that a reader tries out.
 */
export function mountReferencePage(app: FastifyInstance, publicUrl: string) {
  app.register(async (scope) => {
    // 4 MB of script: loaded with the server's other parts, and not by processes that serve no reference.
    const { default: reference } = await import('@scalar/fastify-api-reference');
    scope.addHook('onSend', async (request, reply, payload) => {
      if (typeof payload !== 'string') return payload;
      if (request.url.endsWith('.js')) return sendScript(request.headers, reply, payload);
      reply.header('content-security-policy', contentSecurityPolicy(payload, publicUrl));
      reply.header('referrer-policy', 'no-referrer');
      return payload;
    });
    await scope.register(reference, {
      routePrefix: PREFIX,
      configuration: {
        url: '/openapi.json',
        pageTitle: 'Kontor API',
        // Absolute: the script must be found from /docs/api as well as from /docs/api/.
        cdn: `${PREFIX}/js/scalar.js`,
        withDefaultFonts: false,
        telemetry: false,
        agent: { disabled: true },
        mcp: { disabled: true },
        showDeveloperTools: 'never',
        hideClientButton: true,
        persistAuth: false,
        defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
      },
    });
  });
}

type Headers = Record<string, string | string[] | undefined>;
let script: { gzip: Buffer; etag: string } | undefined;

/** Compressed once per process, and kept by browsers until Kontor brings another one. */
function sendScript(
  headers: Headers,
  reply: { header(name: string, value: string): unknown; status(code: number): unknown },
  text: string,
) {
  script ??= {
    gzip: gzipSync(text, { level: 6 }),
    etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
  };
  reply.header('etag', script.etag);
  reply.header('cache-control', 'public, max-age=0, must-revalidate');
  reply.header('vary', 'accept-encoding');
  if (headers['if-none-match'] === script.etag) {
    reply.status(304);
    return '';
  }
  if (!/\bgzip\b/.test(String(headers['accept-encoding']))) return text;
  reply.header('content-encoding', 'gzip');
  return script.gzip;
}

/** Inline scripts are allowed by their hash; inline styles can't be, the reference writes them while it runs. */
function contentSecurityPolicy(html: string, publicUrl: string): string {
  const inline = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text).filter(Boolean);
  const hashes = inline.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [
    `default-src 'none'`,
    `script-src 'self' ${hashes.join(' ')}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self' data:`,
    `connect-src 'self' ${new URL(publicUrl).origin}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
