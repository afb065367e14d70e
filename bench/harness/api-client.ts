import { Agent, request } from 'node:http';

/** The banking API over one kept-alive connection; what it costs itself is small beside what is measured. */
export interface BenchClient {
  get(path: string): Promise<BenchAnswer>;
  post(path: string, body?: Buffer | object): Promise<BenchAnswer>;
  delete(path: string): Promise<BenchAnswer>;
  authorization: string;
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

/** Throws on any answer that isn't a success, but for those of `get`. */
export async function createBenchClient(
  url: string,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): Promise<BenchClient> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
  const token = await send(agent, 'POST', `${url}/api/auth`, {
    body: Buffer.from(form.toString()),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const authorization = `Bearer ${JSON.parse(requireSuccess(token).text).access_token}`;
  return {
    authorization,
    get: (path) => send(agent, 'GET', `${url}/api${path}`, { headers: { authorization } }),
    async post(path, body) {
      const bytes = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
      const headers = { authorization, ...(bytes && { 'content-type': 'application/json' }) };
      return requireSuccess(await send(agent, 'POST', `${url}/api${path}`, { body: bytes, headers }));
    },
    delete: async (path) => requireSuccess(await send(agent, 'DELETE', `${url}/api${path}`, { headers: { authorization } })),
    close: () => agent.destroy(),
  };
}

function requireSuccess(answer: BenchAnswer): BenchAnswer {
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
