/** The frame's way to Kontor. */

/** A message as a visitor sees it. */
export interface Message {
  id: string;
  from: 'visitor' | 'bot' | 'person';
  author: string | null;
  message: string;
  choices: string[];
  sources: { title: string; url: string | null }[];
  at: number;
}

export interface Conversation {
  messages: Message[];
  withPerson: boolean;
}

/** What the server refused; `code` as in its body, `offline` when it was not reached. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export interface Heard {
  onSession(session: string): void;
  /** The visitor's own message as it is stored. */
  onMessage(message: Message): void;
  /** The text of the answer so far. */
  onText(text: string): void;
  onReply(reply: Message): void;
}

export interface Saying {
  content: string;
  session: string | null;
  customerToken: string | null;
  /** Of this message: sent again with it, it is stored once. */
  messageKey: string;
}

/** How often it asks for an answer that still comes about, a second apart. */
const MOST_ASKED = 60;

/** Says something and hears the answer come about. Rejects with `Refused`. */
export async function say(at: string, saying: Saying, heard: Heard): Promise<void> {
  const response = await postOnce(`${at}/messages`, saying);
  if (!response.body) throw new Refused('offline');
  let text = '';
  for await (const { event, data } of readEvents(response.body)) {
    if (typeof data.session === 'string') heard.onSession(data.session);
    if (event === 'message') heard.onMessage(data as unknown as Message);
    if (event === 'delta') {
      text += String(data.text);
      heard.onText(text);
    }
    if (event === 'reset') text = '';
    if (event === 'reply') heard.onReply(data as unknown as Message);
    if (event === 'done') return;
  }
  throw new Refused('offline');
}

export async function readConversation(
  at: string,
  asked: Omit<Saying, 'content' | 'messageKey'>,
): Promise<Conversation> {
  return (await post(`${at}/conversation`, asked)).json() as Promise<Conversation>;
}

/** The message may be stored already, and its answer on the way. */
async function postOnce(url: string, saying: Saying): Promise<Response> {
  for (let asked = 1; ; asked++) {
    try {
      return await post(url, saying);
    } catch (error) {
      const isUnderWay = error instanceof Refused && error.code === 'idempotency_in_progress';
      if (!isUnderWay || asked >= MOST_ASKED) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

async function post(url: string, body: object): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'omit',
  }).catch(() => {
    throw new Refused('offline');
  });
  if (response.ok) return response;
  const answer = (await response.json().catch(() => ({}))) as { type?: string };
  throw new Refused(answer.type ?? 'broken');
}

async function* readEvents(body: ReadableStream<Uint8Array>) {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done || value === undefined) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
      if (event && data) yield { event, data: JSON.parse(data) as Record<string, unknown> };
    }
  }
}
