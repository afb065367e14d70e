import type { EndpointInput } from './complete-endpoint.ts';
import { PlanError } from './plan-error.ts';

const KEY_HEADER = /^x-api-key:\s*(.*)$/i;
const DATA_OPTIONS = new Set(['-d', '--data', '--data-raw', '--data-binary', '--data-ascii', '--json']);
/** Options whose value is of no use here, but must not be taken for the address. */
const WITH_VALUE = new Set([
  '-o',
  '--output',
  '-u',
  '--user',
  '-A',
  '--user-agent',
  '-m',
  '--max-time',
  '-e',
  '--cacert',
  '-b',
]);

/** A curl line as people paste it → an endpoint and the key that stood in it. Throws `PlanError`. */
export function readCurl(line: string): { input: EndpointInput; key: string | null } {
  const words = shellWords(line.trim().replace(/^\$\s+/, ''));
  if (words[0] !== 'curl') throw new PlanError('The line must begin with curl.');
  let [method, url, key, data]: (string | undefined)[] = [];
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? '';
    const next = () => words[++at] ?? '';
    if (word === '-X' || word === '--request') method = next();
    else if (word === '-H' || word === '--header') key = KEY_HEADER.exec(next())?.[1] ?? key;
    else if (DATA_OPTIONS.has(word)) data = next();
    else if (word === '--url') url = next();
    else if (WITH_VALUE.has(word)) next();
    else if (!word.startsWith('-')) url = word;
  }
  if (url === undefined) throw new PlanError('The curl line names no address.');
  const body = data === undefined ? null : readBody(data);
  // A shell would have filled a variable in; here it is only its name.
  const given = key === undefined || key === '' || key.startsWith('$') ? null : key;
  return { input: { url, method: method ?? (body === null ? 'GET' : 'POST'), body }, key: given };
}

function readBody(data: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(data);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  } catch {
    // Told below: whether it is no JSON or no object, what to do is the same.
  }
  throw new PlanError('The body of the curl line must be a JSON object: -d \'{"name": "value"}\'.');
}

/** Words of a POSIX shell line: quotes, backslashes, continued lines; no variables, no substitution. */
export function shellWords(line: string): string[] {
  const words: string[] = [];
  const word = /(?:[^\s'"\\]|\\[\s\S]|'[^']*'|"(?:[^"\\]|\\[\s\S])*")+/g;
  for (const [text] of line.replaceAll(/\\\r?\n/g, ' ').matchAll(word)) {
    words.push(
      text.replaceAll(/'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])/g, (_, single, double, escaped) =>
        String(single ?? double?.replaceAll(/\\(["\\$`])/g, '$1') ?? escaped),
      ),
    );
  }
  return words;
}
