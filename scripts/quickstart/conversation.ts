/** Calls the server and prints what goes over the wire. */

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

export interface Call {
  authorization?: string;
  json?: unknown;
  form?: URLSearchParams;
  expect?: number[];
}

export interface Conversation {
  call(method: string, path: string, options?: Call): Promise<Answer>;
  step(title: string, what: string): void;
  show(text: string): void;
  /** The documented poll, with growing intervals. Rejects when the run ends otherwise. */
  poll(path: string, authorization: string): Promise<void>;
}

const SHOWN_LINES = 24;

/** `base` is the address of the API, `steps` how many there will be. */
export function createConversation(base: string, steps: number): Conversation {
  let number = 0;
  const conversation: Conversation = {
    async call(method, path, { authorization, json, form, expect } = {}) {
      const body = form ?? (json === undefined ? undefined : JSON.stringify(json));
      process.stdout.write(`\n→ ${method} /api${path}\n`);
      if (form) show(`client_id=${form.get('client_id')}&client_secret=…&grant_type=client_credentials`);
      if (json !== undefined) show(JSON.stringify(json, null, 2));
      const response = await fetch(`${base}${path}`, {
        method,
        body,
        headers: {
          ...(authorization && { authorization }),
          ...(json !== undefined && { 'content-type': 'application/json' }),
        },
      }).catch((error) => {
        throw new Error(`Nobody answers at ${base}: is the server running (npm start)? ${(error as Error).message}`);
      });
      const text = await response.text();
      const answer = { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
      process.stdout.write(`← ${response.status} ${response.statusText}\n`);
      const correlationId = response.headers.get('finoos-correlation-id');
      if (correlationId) show(`Finoos-Correlation-Id: ${correlationId}`);
      if (answer.body !== null) show(JSON.stringify(hideSecrets(answer.body), null, 2));
      if (expect ? !expect.includes(answer.status) : !response.ok) throw new Error(`${method} ${path} was refused.`);
      return answer;
    },
    step(title, what) {
      number += 1;
      process.stdout.write(`\n${'─'.repeat(80)}\nStep ${number} of ${steps}: ${title}\n${what}\n`);
    },
    show,
    async poll(path, authorization) {
      for (let waitMs = 500; ; waitMs = Math.min(waitMs * 1.5, 10_000)) {
        const { status, body } = await conversation.call('GET', path, { authorization, expect: [200, 404] });
        if (status === 200) return;
        const run = (body as { status?: string }).status;
        if (run !== 'queued' && run !== 'running') throw new Error(`The analysis ended as ${run}.`);
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    },
  };
  return conversation;
}

/** Tokens open doors for five minutes, and terminals are shared. */
function hideSecrets(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const isSecret = (name === 'access_token' || name === 'signingSecret') && typeof value === 'string';
      return [name, isSecret ? `${value.slice(0, 12)}…` : value];
    }),
  );
}

function show(text: string) {
  const lines = text.split('\n');
  for (const line of lines.slice(0, SHOWN_LINES)) process.stdout.write(`    ${line.slice(0, 160)}\n`);
  if (lines.length > SHOWN_LINES) process.stdout.write(`    … ${lines.length - SHOWN_LINES} more lines\n`);
}
