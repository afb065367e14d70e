import type { ValueType } from '../integrations.types.ts';
import {
  CONTRACT_FIELDS,
  type EndpointProposal,
  freeName,
  type Input,
  NAME,
  type Proposals,
  proposeField,
} from './proposal.ts';
import { CurlError, readCurl } from './read-curl.ts';

/** Parameters that choose a variant of the endpoint rather than a customer. */
const CONSTANTS = new Set('flow type variant version v format lang locale'.split(' '));
const LOOKS_LIKE_ID =
  /^(\d+|[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z]{2,6}_[A-Za-z0-9]{3,}|\{[^}]*\}|:[A-Za-z]\w*|[^@/]+@[^@/]+)$/i;

/**
 * An endpoint as a command line and an answer to it show it. What looks like a value of one customer becomes an input;
 * what chooses a variant stays. Throws a `CurlError`.
 */
export function proposeFromCurl(line: string, sample: Record<string, unknown> | null): Proposals {
  const request = readCurl(line);
  const url = new URL(request.url);
  const notes: string[] = [];
  const inputs: Input[] = [];
  if (request.headers.has('x-api-key')) notes.push('The key in the line was not kept: set it for an environment.');
  for (const name of request.headers.keys()) {
    if (!['x-api-key', 'content-type', 'accept'].includes(name))
      notes.push(`The header ${name} was left out: Kontor sends x-api-key only.`);
  }
  const method = methodOf(request.method);
  const path = proposePath(url.pathname, inputs);
  const query = proposeQuery(url.searchParams, inputs, notes);
  const body = method === 'GET' ? null : proposeBody(request.body, inputs);
  const kind = method === 'GET' ? 'read' : 'write';
  const endpoint: EndpointProposal = {
    name: `${method} ${url.pathname}`.slice(0, 100),
    description: '',
    kind,
    method,
    path,
    query,
    body,
    inputs,
    outputs: proposeOutputs(sample ?? {}, kind, notes),
    sample,
  };
  return { baseUrl: url.origin, endpoints: [endpoint], notes };
}

function methodOf(method: string): EndpointProposal['method'] {
  if (method === 'GET' || method === 'POST' || method === 'PUT' || method === 'DELETE') return method;
  throw new CurlError(`uses ${method.slice(0, 20)}; endpoints are GET, POST, PUT or DELETE`);
}

function proposePath(pathname: string, inputs: Input[]): string {
  const segments = decodeURI(pathname).split('/');
  const filled = segments.map((segment, n) => {
    if (!LOOKS_LIKE_ID.test(segment)) return segment;
    const own = segment.replaceAll(/[{}:]/g, '');
    const before = (segments[n - 1] ?? '').replaceAll(/[^A-Za-z0-9]/g, '_').replace(/s$/, '');
    const name = /^[{:]/.test(segment) && NAME.test(own) ? own : freeName(`${before || 'item'}_id`, inputs);
    inputs.push({ name, type: 'string', required: true });
    return `{${name}}`;
  });
  return filled.join('/') || '/';
}

function proposeQuery(parameters: URLSearchParams, inputs: Input[], notes: string[]): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [parameter, value] of parameters) {
    if (CONSTANTS.has(parameter.toLowerCase())) {
      query[parameter] = value.replaceAll(/[{}]/g, '');
      notes.push(`The parameter ${parameter} was taken for a constant.`);
      continue;
    }
    const name = freeName(parameter.replaceAll(/[^A-Za-z0-9_]/g, '_'), inputs);
    inputs.push({ name, type: 'string', required: true });
    query[parameter] = `{${name}}`;
  }
  return query;
}

function proposeBody(text: string | null, inputs: Input[]): Record<string, unknown> | null {
  if (text === null) return null;
  const object = parseObject(text);
  if (!object) throw new CurlError('has a body that is no JSON object; the contract wants JSON');
  return Object.fromEntries(
    Object.entries(object).map(([field, value]) => [field, proposeField(field, value, inputs)]),
  );
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** Fields of an answer that can be declared; the others are named in the notes. */
function proposeOutputs(
  sample: Record<string, unknown>,
  kind: 'read' | 'write',
  notes: string[],
): EndpointProposal['outputs'] {
  const outputs: EndpointProposal['outputs'] = [];
  for (const [name, value] of Object.entries(sample)) {
    if (kind === 'write' && CONTRACT_FIELDS.has(name)) continue;
    const type = value === null ? 'string' : (typeof value as ValueType);
    if (value === null) notes.push(`The field ${name} is null in the sample: its type was taken for string.`);
    if (NAME.test(name) && (type === 'string' || type === 'number' || type === 'boolean')) {
      outputs.push({ name, type });
    } else {
      notes.push(`The field ${name} was left out: it is not flat, or its name is no word.`);
    }
  }
  return outputs;
}
