import type { Access } from './resolve-access.ts';

export interface Bearer {
  /** What opens Kontor now; `refused` is what did not any more. */
  get(refused?: string): Promise<string>;
  /** Whether there may be another one when this one is refused. */
  isRenewable: boolean;
}

/** Tokens of clients live for minutes: they are fetched when one is needed, once for all who wait. */
export function createBearer({ url, credential }: Access): Bearer {
  if ('apiKey' in credential) return { isRenewable: false, get: async () => credential.apiKey };
  const { clientId, clientSecret } = credential;
  let held: { token: string; renewAtMs: number } | undefined;
  let asking: Promise<string> | undefined;

  async function fetchToken(): Promise<string> {
    const response = await fetch(`${url}/api/auth`, {
      method: 'POST',
      redirect: 'error',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }),
    });
    const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    if (typeof body.access_token !== 'string') {
      throw new Error(`Kontor gives the client no token: HTTP ${response.status} ${JSON.stringify(body)}`);
    }
    // A fifth of its life before its end.
    held = { token: body.access_token, renewAtMs: Date.now() + Number(body.expires_in ?? 0) * 800 };
    return held.token;
  }

  return {
    isRenewable: true,
    async get(refused) {
      if (held && held.token !== refused && Date.now() < held.renewAtMs) return held.token;
      asking ??= fetchToken().finally(() => {
        asking = undefined;
      });
      return asking;
    },
  };
}
