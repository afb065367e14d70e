import { orAborted } from './deadline.ts';
import { KontorError } from './errors.ts';

export interface Credentials {
  /** A client of the workspace: opens `/api`. */
  clientId?: string;
  clientSecret?: string;
  /** A key of the workspace: opens `/v2`. */
  apiKey?: string;
  /** A token that somebody else has got, or a way to it: takes the place of all others. */
  token?: string | (() => string | Promise<string>);
}

interface Token {
  value: string;
  renewMs: number;
}

export interface Authority {
  /** The headers that open a path. Rejects when there is no credential for it. */
  headersFor(path: string, signal: AbortSignal | undefined): Promise<Record<string, string>>;
  /** A path was refused with these headers. Answers whether there may be better ones. */
  refused(path: string, headers: Record<string, string>): boolean;
}

/**
 * Fetches tokens when they are needed, once for all who wait, and renews them before they end. Throws in a page of a browser when
 * it is given a secret.
 */
export function createAuthority(
  credentials: Credentials,
  fetchToken: (form: Record<string, string>) => Promise<{ access_token: string; expires_in: number }>,
): Authority {
  const { clientId, clientSecret, apiKey, token } = credentials;
  if ((clientSecret || apiKey) && 'document' in globalThis) throw new KontorError(NOT_IN_BROWSERS);
  let present: Token | null = null;
  let asking: Promise<Token> | null = null;

  async function ask(): Promise<Token> {
    if (!clientId || !clientSecret) throw missing('/api', 'clientId and clientSecret');
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
    const { access_token: value, expires_in: seconds } = await fetchToken(form);
    return { value, renewMs: Date.now() + seconds * 1000 - Math.min(30_000, seconds * 200) };
  }

  async function getToken(): Promise<string> {
    if (present && Date.now() < present.renewMs) return present.value;
    asking ??= ask().finally(() => {
      asking = null;
    });
    present = await asking;
    return present.value;
  }

  return {
    async headersFor(path, signal): Promise<Record<string, string>> {
      if (path === '/api/auth' || !/^\/(api|v2|contract)\//.test(path)) return {};
      if (token) {
        const value = typeof token === 'string' ? token : await orAborted(Promise.resolve(token()), signal);
        return { authorization: `Bearer ${value}` };
      }
      if (path.startsWith('/api/')) return { authorization: `Bearer ${await orAborted(getToken(), signal)}` };
      if (!apiKey) throw missing(path, 'apiKey');
      return path.startsWith('/v2/') ? { authorization: `Bearer ${apiKey}` } : { 'x-api-key': apiKey };
    },
    refused(path, headers) {
      if (token || !path.startsWith('/api/') || path === '/api/auth') return typeof token === 'function';
      if (headers.authorization === `Bearer ${present?.value}`) present = null;
      return true;
    },
  };
}

const NOT_IN_BROWSERS =
  'clientSecret and apiKey open a whole workspace to everybody who reads this page: give createKontor a token in browsers.';

const missing = (path: string, what: string) =>
  new KontorError(`${path} needs ${what}: give them to createKontor, or a token.`);
