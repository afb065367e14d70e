import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

const PAGE = '/docs/api';
const SCRIPT = `${PAGE}/js/scalar.js`;

interface ReferencePage {
  html: string;
  policy: string;
  script: string;
  scriptGzip: Buffer;
  scriptEtag: string;
}

/**
 * The interactive reference at `/docs/api`. Everything it needs comes from this server: no fonts, scripts, telemetry
 * or assistants of others, and a Content-Security-Policy that holds it to that. `publicUrl` is where it sends the
 * requests that a reader tries out.
 */
export function mountReferencePage(app: FastifyInstance, publicUrl: string) {
  let made: Promise<ReferencePage> | undefined;
  const page = () => (made ??= makePage(publicUrl));
  const sendHtml = async (_request: FastifyRequest, reply: FastifyReply) => {
    const { html, policy } = await page();
    return reply
      .headers({ 'content-security-policy': policy, 'referrer-policy': 'no-referrer' })
      .type('text/html; charset=utf-8')
      .send(html);
  };
  app.get(PAGE, sendHtml);
  app.get(`${PAGE}/`, sendHtml);
  app.get(SCRIPT, async (request, reply) => sendScript(await page(), request, reply));
}

/** 1.3 MB instead of 4.4, and kept by browsers until Kontor brings another one. */
function sendScript({ script, scriptGzip, scriptEtag }: ReferencePage, request: FastifyRequest, reply: FastifyReply) {
  reply.headers({ etag: scriptEtag, 'cache-control': 'no-cache', vary: 'accept-encoding' });
  if (request.headers['if-none-match'] === scriptEtag) return reply.status(304).send();
  reply.type('text/javascript; charset=utf-8');
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return reply.send(script);
  return reply.header('content-encoding', 'gzip').send(scriptGzip);
}

/**
 * Scalar's plugin keeps its page and its script behind routes; they are asked for once, on a router of their own, when
 * somebody first opens the reference. Loading it takes 0.2 s and 27 MB, which no start should pay.
 */
async function makePage(publicUrl: string): Promise<ReferencePage> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const app = Fastify();
  await app.register(scalar, {
    routePrefix: PAGE,
    configuration: {
      url: '/openapi.json',
      pageTitle: 'Kontor API',
      // Absolute: found from /docs/api as well as from /docs/api/.
      cdn: SCRIPT,
      withDefaultFonts: false,
      telemetry: false,
      agent: { disabled: true },
      mcp: { disabled: true },
      showDeveloperTools: 'never',
      hideClientButton: true,
      favicon: 'data:,',
      orderSchemaPropertiesBy: 'preserve',
      authentication: { preferredSecurityScheme: 'token' },
      defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
    },
  });
  const html = (await app.inject(`${PAGE}/`)).body;
  const script = (await app.inject(SCRIPT)).body;
  await app.close();
  return {
    html,
    policy: contentSecurityPolicy(html, publicUrl),
    script,
    scriptGzip: await promisify(gzip)(script),
    scriptEtag: `"${createHash('sha256').update(script).digest('base64url').slice(0, 22)}"`,
  };
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
