// A company's site with Kontor's chat in it. The server says who is signed in, by a token that only it can sign.
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';

export interface SiteOptions {
  /** Where browsers reach Kontor. */
  kontorUrl: string;
  widgetId: string;
  /** What creating the secret of customer tokens has answered. Browsers never see it. */
  tokenSecret: string;
}

/** Two pages: `/` for everybody, `/account` for the customer who is signed in. Call `listen` on it. */
export function createSite({ kontorUrl, widgetId, tokenSecret }: SiteOptions): Server {
  return createServer((request, response) => {
    // Stands for your session: here everybody who opens /account is Lena of the demo.
    const customer = request.url === '/account' ? { id: 'demo-lena-hoffmann', name: 'Lena' } : null;
    const token = customer && signToken(customer.id, tokenSecret);
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      // All that the chat needs: its script, and the frame in which it talks on Kontor's own origin.
      'content-security-policy': `default-src 'self'; script-src ${kontorUrl}; frame-src ${kontorUrl}`,
      // The page names a customer: no cache may give it to the next one.
      'cache-control': 'no-store',
    });
    response.end(page(customer?.name ?? null, snippet(kontorUrl, widgetId, token)));
  });
}

/**
 * A JWT (RFC 7519) that says for an hour that the visitor is this customer; `sub` is the `externalId` of the user in Kontor.
 * Any JWT library makes the same.
 */
function signToken(customerId: string, secret: string): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 3_600;
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ sub: customerId, exp })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** Without a token the visitor is nobody: answered from articles only. */
function snippet(kontorUrl: string, widgetId: string, token: string | null): string {
  const identity = token ? ` data-token="${token}"` : '';
  return `<script src="${kontorUrl}/widget.js" data-widget="${widgetId}"${identity} async></script>`;
}

function page(name: string | null, script: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Example bank</title>
    ${script}
  </head>
  <body>
    <h1>${name ? `Hello ${name}` : 'Example bank'}</h1>
    <p>${name ? '<a href="/">Sign out</a>' : '<a href="/account">Sign in</a>'}. Ask us anything: the button is below.</p>
  </body>
</html>
`;
}
