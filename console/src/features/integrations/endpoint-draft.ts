/** An endpoint while it is being described, between the wire and its form. */
import type { Endpoint, SaveEndpoint } from '../../app/api.gen.ts';

export type FieldType = 'string' | 'number' | 'boolean';

export interface FieldDraft {
  name: string;
  type: FieldType;
  required?: boolean;
  description: string;
}

/** JSON is kept as it is typed. */
export interface EndpointDraft {
  name: string;
  description: string;
  kind: 'read' | 'write';
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query: string;
  body: string;
  inputs: FieldDraft[];
  outputs: FieldDraft[];
  sample: string;
  rateLimitPerMinute: string;
  expectedP95Ms: string;
  honoursIdempotencyKey: boolean;
  requiresConfirmation: boolean;
}

export const NEW_ENDPOINT: EndpointDraft = {
  name: '',
  description: '',
  kind: 'read',
  method: 'GET',
  path: '/',
  query: '',
  body: '',
  inputs: [],
  outputs: [],
  sample: '',
  rateLimitPerMinute: '',
  expectedP95Ms: '',
  honoursIdempotencyKey: false,
  requiresConfirmation: false,
};

const json = (value: unknown) => (value === null || value === undefined ? '' : JSON.stringify(value, null, 2));
const number = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));

export const draftOf = (endpoint: Endpoint | SaveEndpoint): EndpointDraft => ({
  name: endpoint.name,
  description: endpoint.description ?? '',
  kind: endpoint.kind,
  method: endpoint.method,
  path: endpoint.path,
  query: Object.entries((endpoint.query ?? {}) as Record<string, string>)
    .map(([name, value]) => `${name} = ${value}`)
    .join('\n'),
  body: json(endpoint.body),
  inputs: endpoint.inputs.map(({ name, type, required = true, description = '' }) => ({
    name,
    type,
    required,
    description,
  })),
  outputs: endpoint.outputs.map(({ name, type, description = '' }) => ({ name, type, description })),
  sample: json(endpoint.sample),
  rateLimitPerMinute: number(endpoint.rateLimitPerMinute),
  expectedP95Ms: number(endpoint.expectedP95Ms),
  honoursIdempotencyKey: endpoint.honoursIdempotencyKey ?? false,
  requiresConfirmation: endpoint.requiresConfirmation ?? false,
});

/** Whether a text that has to be a JSON object, or nothing, is one. */
export function isObjectOrNothing(text: string): boolean {
  if (text.trim() === '') return true;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

const readObject = (text: string) => (text.trim() === '' ? null : (JSON.parse(text) as Record<string, unknown>));

/** As the API takes it. The texts of JSON are JSON. */
export const bodyOfDraft = (draft: EndpointDraft): SaveEndpoint => ({
  ...draft,
  query: Object.fromEntries(
    draft.query.split('\n').flatMap((line) => {
      const cut = line.indexOf('=');
      return cut === -1 ? [] : [[line.slice(0, cut).trim(), line.slice(cut + 1).trim()]];
    }),
  ),
  body: draft.kind === 'read' ? null : readObject(draft.body),
  sample: readObject(draft.sample),
  rateLimitPerMinute: draft.rateLimitPerMinute === '' ? null : Number(draft.rateLimitPerMinute),
  expectedP95Ms: draft.expectedP95Ms === '' ? null : Number(draft.expectedP95Ms),
  honoursIdempotencyKey: draft.kind === 'write' && draft.honoursIdempotencyKey,
  requiresConfirmation: draft.kind === 'write' && draft.requiresConfirmation,
});
