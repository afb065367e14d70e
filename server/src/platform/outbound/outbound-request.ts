import { OutboundError } from './outbound-error.ts';

export type OutboundMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

const METHODS = new Set<string>([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
] satisfies OutboundMethod[]);
const HEADER_NAME = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** Ours alone to set: they frame the message, or name the target, the sender and the encodings we read. */
const RESERVED_HEADERS = new Set(
  'host connection keep-alive content-length transfer-encoding te trailer upgrade expect user-agent accept-encoding'.split(
    ' ',
  ),
);
const CONTROL_OR_BLANK = /[\p{Cc} ]/u;

/** Parses and checks an absolute http or https URL. Errors never quote it, since it may hold secrets. */
export function parseTarget(url: string): URL {
  const target = URL.canParse(url) && !CONTROL_OR_BLANK.test(url) ? new URL(url) : undefined;
  if (!target) throw new OutboundError('invalid_url', 'the URL is not a valid absolute URL');
  if (target.protocol !== 'https:' && target.protocol !== 'http:') {
    throw new OutboundError('blocked_scheme', `the URL must start with https:, not ${target.protocol}`);
  }
  if (target.username !== '' || target.password !== '') {
    throw new OutboundError(
      'invalid_url',
      `the URL for ${target.host} must not hold a user name or password: send them as a header`,
    );
  }
  if (target.port === '0') throw new OutboundError('invalid_url', `the URL for ${target.hostname} must not use port 0`);
  return target;
}

/** Checks the method; the types alone do not hold for values that come from stored settings. */
export function checkMethod(method: string): void {
  if (!METHODS.has(method))
    throw new OutboundError('invalid_request', `the method must be one of ${[...METHODS].join(', ')}`);
}

/** The headers of a request with lower-case names and our own added. Errors name a header, never its value. */
export function requestHeaders(headers: Readonly<Record<string, string>>, userAgent: string): Record<string, string> {
  const checked: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const lowerName = name.toLowerCase();
    if (!HEADER_NAME.test(lowerName))
      throw new OutboundError('invalid_request', 'a header name has characters that are not allowed');
    if (RESERVED_HEADERS.has(lowerName) || lowerName.startsWith('proxy-')) {
      throw new OutboundError('invalid_request', `the header ${lowerName} cannot be set`);
    }
    if (lowerName in checked) throw new OutboundError('invalid_request', `the header ${lowerName} is given twice`);
    if (typeof value !== 'string' || !HEADER_VALUE.test(value)) {
      throw new OutboundError(
        'invalid_request',
        `the value of the header ${lowerName} has characters that are not allowed`,
      );
    }
    checked[lowerName] = value;
  }
  return { ...checked, 'user-agent': userAgent, 'accept-encoding': 'identity' };
}
