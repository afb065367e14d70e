import { KontorError } from './errors.ts';
import type { AnyInput, CallOptions } from './types.ts';

export interface WireRequest {
  method: string;
  /** With the query. */
  path: string;
  headers: Record<string, string>;
  body: string | ArrayBuffer | undefined;
  /** Whether it may be sent again when nobody knows what became of it. */
  isRepeatable: boolean;
}

export type Reader = 'json' | 'text' | 'bytes' | 'lines';

/** Reads an entry of the generated table: `POST /api/users key`. */
export function parseOperation(entry: string) {
  const [method = '', template = '', ...flags] = entry.split(' ');
  const reader = flags.find((flag): flag is Reader => flag === 'text' || flag === 'bytes' || flag === 'lines');
  const list = flags.find((flag) => flag.startsWith('list'));
  return {
    method,
    template,
    takesKey: flags.includes('key'),
    isForm: flags.includes('form'),
    reader: reader ?? ('json' as const),
    /** Where a page has its items; empty when the answer is the list. */
    listField: list?.slice('list='.length),
  };
}

/** What goes over the wire; the same bytes at every attempt, since a repeated write has to be the same request. */
export async function buildRequest(entry: string, input: AnyInput, options: CallOptions): Promise<WireRequest> {
  const { method, template, takesKey, isForm } = parseOperation(entry);
  const { query = {}, body, ...params } = input;
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => segment(params[name], name, entry));
  const search = encodeQuery(query);
  const headers: Record<string, string> = {};
  if (takesKey) headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID();
  const encoded = await encodeBody(body, isForm, headers);
  const isRepeatable = takesKey || isForm || method === 'GET' || method === 'PUT';
  return { method, path: path + (search && `?${search}`), headers, body: encoded, isRepeatable };
}

function segment(value: unknown, name: string, entry: string): string {
  const text = typeof value === 'number' ? String(value) : value;
  // Dots alone would be taken for a step to another folder, however they are encoded.
  if (typeof text === 'string' && text !== '' && !/^\.{1,2}$/.test(text)) return encodeURIComponent(text);
  throw new KontorError(`${name} of ${entry.split(' ', 2).join(' ')} is ${JSON.stringify(value)}, not an id.`);
}

type Scalar = string | number | boolean | null | undefined;

function encodeQuery(query: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query as Record<string, Scalar | Scalar[]>)) {
    for (const one of [value].flat()) if (one !== undefined && one !== null) search.append(name, String(one));
  }
  return search.toString();
}

async function encodeBody(body: unknown, isForm: boolean, headers: Record<string, string>) {
  if (body === undefined) return undefined;
  if (body instanceof FormData) {
    const encoded = new Response(body);
    headers['content-type'] = encoded.headers.get('content-type') ?? '';
    return encoded.arrayBuffer();
  }
  headers['content-type'] = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  return isForm ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body);
}
