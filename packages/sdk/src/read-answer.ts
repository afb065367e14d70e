import type { Reader } from './build-request.ts';
import type { Deadline } from './deadline.ts';
import { ApiError, ConnectionError } from './errors.ts';
import { explain } from './send.ts';

/** The answer as the operation's kind wants it: JSON, text, bytes, or a generator of lines that are JSON. */
export async function readAnswer(reader: Reader, response: Response, deadline: Deadline): Promise<unknown> {
  if (reader === 'lines') return readJsonLines(response, deadline);
  if (reader === 'bytes') return new Uint8Array(await response.arrayBuffer());
  const text = await response.text();
  if (reader === 'text') return text;
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const message = `The answer is not JSON: ${text.slice(0, 80)}`;
    throw new ApiError(response.status, response.headers, JSON.stringify({ code: 'not_json', message }));
  }
}

async function* readJsonLines(response: Response, deadline: Deadline): AsyncGenerator {
  for await (const line of readLines(response, deadline)) if (line !== '') yield JSON.parse(line);
}

/** Lines as they come. Each piece that arrives begins the time of silence anew; whoever stops listening ends the request. */
export async function* readLines(response: Response, deadline: Deadline): AsyncGenerator<string> {
  const reader = response.body?.getReader();
  if (!reader) throw new ConnectionError('The server answered nothing.');
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      deadline.extend();
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
    }
    if (rest !== '') yield rest;
  } catch (error) {
    throw explain(error, deadline);
  } finally {
    deadline.end();
    await reader.cancel().catch(() => {});
  }
}
