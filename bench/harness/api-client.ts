import { Agent, request } from 'node:http';
import type { RunningKontor } from './running-kontor.ts';

/** The banking API over one kept-alive connection; what it costs itself is small beside what is measured. */
export interface BenchClient {
  get(path: string): Promise<BenchAnswer>;
  /** Throws on any answer that isn't a success. */
  post(path: string, body?: Buffer | object): Promise<BenchAnswer>;
  /** The same. */
  patch(path: string, body: object): Promise<BenchAnswer>;
  authorization(): Promise<string>;
  close(): void;
}

export interface BenchAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

interface Outgoing {
  body?: Buffer;
  headers: Record<string, string>;
}

/** Tokens live five minutes; a new one is fetched well before. */
const TOKEN_MS = 120_000;

export async function createBenchClient({ url, credentials }: RunningKontor): Promise<BenchClient> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let token: Promise<string> | undefined;
  let tokenSinceMs = 0;
  const authorization = () => {
    if (!token || performance.now() - tokenSinceMs > TOKEN_MS) {
      tokenSinceMs = performance.now();
      token = fetchToken(agent, url, credentials);
    }
    return token;
  };
  const write = async (method: string, path: string, body?: Buffer | object) => {
    const bytes = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    const type: Record<string, string> = bytes ? { 'content-type': 'application/json' } : {};
    const headers = { authorization: await authorization(), ...type };
    return requireSuccess(await send(agent, method, `${url}/api${path}`, { body: bytes, headers }));
  };
  return {
    authorization,
    get: async (path) => send(agent, 'GET', `${url}/api${path}`, { headers: { authorization: await authorization() } }),
    post: (path, body) => write('POST', path, body),
    patch: (path, body) => write('PATCH', path, body),
    close: () => agent.destroy(),
  };
}

async function fetchToken(agent: Agent, url: string, credentials: RunningKontor['credentials']): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: credentials.clientId,
    client_secret: credentials.clientSecret,
  });
  const body = Buffer.from(form.toString());
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = requireSuccess(await send(agent, 'POST', `${url}/api/auth`, { body, headers }));
  return `Bearer ${JSON.parse(answer.text).access_token}`;
}

export function requireSuccess(answer: BenchAnswer): BenchAnswer {
  if (answer.status >= 300) throw new Error(`The server answered ${answer.status}: ${answer.text.slice(0, 500)}`);
  return answer;
}

function send(agent: Agent, method: string, url: string, { body, headers }: Outgoing): Promise<BenchAnswer> {
  return new Promise((resolve, reject) => {
    const length: Record<string, string> = body ? { 'content-length': String(body.length) } : {};
    const outgoing = request(url, { method, agent, headers: { ...headers, ...length } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
