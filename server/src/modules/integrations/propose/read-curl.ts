import { splitCommand } from './split-command.ts';

/** The request that a command line would have made. */
export interface CurlRequest {
  method: string;
  url: string;
  /** Names in lower case. */
  headers: Map<string, string>;
  body: string | null;
}

/** Its message says what to change in the command line; it quotes options, never values. */
export class CurlError extends Error {
  override name = 'CurlError';
}

const METHOD = new Set(['-X', '--request']);
const HEADER = new Set(['-H', '--header']);
const DATA = new Set(['-d', '--data', '--data-raw', '--data-ascii', '--data-binary', '--json']);
/** Options that change nothing of the request as we send it. */
const IGNORED = new Set(
  '-s --silent -S --show-error -i --include -v --verbose -L --location --compressed -f --fail -# --progress-bar --http1.1 --http2'.split(
    ' ',
  ),
);
const IGNORED_WITH_VALUE = new Set(
  '-m --max-time --connect-timeout --retry -o --output -w --write-out -A --user-agent'.split(' '),
);

/** Reads a `curl` line without running anything. Throws a `CurlError` for what can not be taken over as it is. */
export function readCurl(line: string): CurlRequest {
  const words = splitCommand(line.trim().replace(/^\$\s+/, ''));
  if (!words) throw new CurlError('a quote is not closed');
  if (words.shift() !== 'curl') throw new CurlError('must begin with curl');
  const read: Reading = { method: null, urls: [], headers: new Map(), data: [], asQuery: false };
  while (words.length > 0) readWord(words, read);
  const [url, ...more] = read.urls;
  if (url === undefined || more.length > 0) throw new CurlError('must name exactly one address');
  return complete(read, /^https?:\/\//i.test(url) ? url : `https://${url}`);
}

interface Reading {
  method: string | null;
  urls: string[];
  headers: Map<string, string>;
  data: string[];
  asQuery: boolean;
}

function readWord(words: string[], read: Reading): void {
  const word = takeOption(words);
  const value = (): string => {
    const next = words.shift();
    if (next === undefined) throw new CurlError(`${word} has no value`);
    return next;
  };
  if (!word.startsWith('-')) read.urls.push(word);
  else if (word === '--url') read.urls.push(value());
  else if (METHOD.has(word)) read.method = value().toUpperCase();
  else if (HEADER.has(word)) readHeader(value(), read.headers);
  else if (DATA.has(word)) readData(word, value(), read);
  else if (word === '-G' || word === '--get') read.asQuery = true;
  else if (IGNORED_WITH_VALUE.has(word)) value();
  else if (word === '-k' || word === '--insecure')
    throw new CurlError('must not have -k: certificates are always checked');
  else if (!IGNORED.has(word)) throw new CurlError(`has ${word.slice(0, 30)}, which is not taken over; leave it out`);
}

/** Takes the next word off; `--request=PUT` and `-XPUT` become two. */
function takeOption(words: string[]): string {
  const word = words.shift() ?? '';
  const long = /^(--[a-z0-9.-]+)=([\s\S]*)$/.exec(word);
  const short = /^(-[XHd])([\s\S]+)$/.exec(word);
  const [, name = '', value = ''] = long ?? short ?? [];
  if (name === '') return word;
  words.unshift(value);
  return name;
}

function readHeader(text: string, headers: Map<string, string>): void {
  const colon = text.indexOf(':');
  if (colon < 1) throw new CurlError('has a header without a colon');
  headers.set(text.slice(0, colon).trim().toLowerCase(), text.slice(colon + 1).trim());
}

function readData(option: string, text: string, read: Reading): void {
  if (text.startsWith('@') && option !== '--data-raw')
    throw new CurlError('reads its body from a file; put it into the line');
  if (option === '--json') read.headers.set('content-type', 'application/json');
  read.data.push(text);
}

function complete({ method, headers, data, asQuery }: Reading, url: string): CurlRequest {
  if (!URL.canParse(url)) throw new CurlError('names an address that is none');
  if (!asQuery) {
    return {
      method: method ?? (data.length > 0 ? 'POST' : 'GET'),
      url,
      headers,
      body: data.length > 0 ? data.join('&') : null,
    };
  }
  const target = new URL(url);
  for (const [name, value] of new URLSearchParams(data.join('&'))) target.searchParams.append(name, value);
  return { method: method ?? 'GET', url: target.href, headers, body: null };
}
