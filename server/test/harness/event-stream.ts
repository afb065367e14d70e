/** A client of server-sent events, that remembers what it has heard. */
export interface HeardEvent {
  event: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into data of every shape
  data: any;
}

export interface EventStream {
  heard(): HeardEvent[];
  forget(): void;
  /** Resolves when such an event is there, or was before; rejects when the stream ends without it. */
  until(matches: (event: HeardEvent) => boolean, what?: string): Promise<void>;
  close(): void;
  /** Resolves when the server has ended it, or `close` has. */
  closed: Promise<void>;
}

/** Opens the stream and waits for its first bytes. Throws when it is refused. */
export async function openEventStream(url: string, headers: Record<string, string>): Promise<EventStream> {
  const abort = new AbortController();
  const response = await fetch(url, { headers, signal: abort.signal });
  if (!response.ok || !response.body) throw new Error(`${url} answers ${response.status}: ${await response.text()}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const heard: HeardEvent[] = [];
  const waiting = new Set<() => void>();
  const first = await reader.read();
  let isOver = false;
  let buffer = first.value ?? '';
  const tell = () => {
    const blocks = buffer.split('\n\n');
    buffer = blocks.pop() ?? '';
    heard.push(...blocks.map(parse).filter((event) => event !== null));
    for (const wake of waiting) wake();
  };
  async function read() {
    for (;;) {
      tell();
      const { done, value } = await reader.read();
      if (done) return;
      buffer += value;
    }
  }
  const closed = read()
    .catch(() => undefined)
    .finally(() => {
      isOver = true;
      for (const wake of waiting) wake();
    });
  return {
    heard: () => [...heard],
    forget: () => void heard.splice(0),
    closed,
    close: () => abort.abort(),
    until: (matches, what = 'such an event') =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (heard.some(matches)) resolve();
          else if (isOver) reject(new Error(`The stream ended without ${what}: ${JSON.stringify(heard)}`));
          else return;
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      }),
  };
}

/** Null for a comment. */
function parse(block: string): HeardEvent | null {
  const event = /^event: (.*)$/m.exec(block)?.[1];
  return event ? { event, data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? 'null') } : null;
}
