import type { Static } from 'typebox';
import { type FieldError, invalidFields } from '#platform/http/errors.ts';
import { placeholdersOf, strayBraces } from './call/fill-template.ts';
import type { SaveEndpoint } from './endpoints.schemas.ts';
import type { BodyTemplate, EndpointDefinition } from './integrations.types.ts';

/** Fields that every write answers, by the contract; they need not be declared. */
export const WRITE_FIELDS = ['success', 'message', 'error_code'] as const;

const MAX_DEPTH = 6;
const MAX_JSON_CHARACTERS = 20_000;
const PATH = /^\/[^?#\s\\]*$/;

/** Completes an endpoint that somebody has described, and rejects it when it could never be called as described. */
export function checkEndpoint(input: Static<typeof SaveEndpoint>): EndpointDefinition {
  const definition: EndpointDefinition = {
    name: input.name,
    description: input.description ?? '',
    kind: input.kind,
    method: input.method,
    path: input.path,
    query: input.query ?? {},
    body: (input.body ?? null) as EndpointDefinition['body'],
    inputs: input.inputs.map(({ name, type, required = true, description = '' }) => ({
      name,
      type,
      required,
      description,
    })),
    outputs: input.outputs.map(({ name, type, description = '' }) => ({ name, type, description })),
    sample: input.sample ?? null,
    rateLimitPerMinute: input.rateLimitPerMinute ?? null,
    expectedP95Ms: input.expectedP95Ms ?? null,
    honoursIdempotencyKey: input.honoursIdempotencyKey ?? false,
    requiresConfirmation: input.requiresConfirmation ?? false,
  };
  const errors = [...wrongMethod(definition), ...wrongTemplates(definition), ...twins(definition)];
  if (errors.length > 0) throw invalidFields(errors);
  return definition;
}

function wrongMethod({ kind, method, body, ...switches }: EndpointDefinition): FieldError[] {
  const errors: FieldError[] = [];
  if ((kind === 'read') !== (method === 'GET')) {
    errors.push({
      path: '/method',
      message: kind === 'read' ? 'of a read is GET' : 'of a write is POST, PUT or DELETE',
    });
  }
  if (kind === 'read' && body !== null) errors.push({ path: '/body', message: 'is not sent with a read; use query' });
  for (const name of ['honoursIdempotencyKey', 'requiresConfirmation'] as const) {
    if (kind === 'read' && switches[name]) errors.push({ path: `/${name}`, message: 'is about writes only' });
  }
  return errors;
}

function wrongTemplates(definition: EndpointDefinition): FieldError[] {
  const { path, body, sample, inputs } = definition;
  const errors: FieldError[] = [];
  const segments = path.split('/');
  if (!PATH.test(path) || segments.includes('..') || segments.includes('.') || path.includes('//')) {
    errors.push({ path: '/path', message: 'must begin with / and have no parameters, blanks or dots as a segment' });
  }
  for (const [name, json] of [
    ['/body', body],
    ['/sample', sample],
  ] as const) {
    if (JSON.stringify(json).length > MAX_JSON_CHARACTERS || depthOf(json) > MAX_DEPTH) {
      errors.push({
        path: name,
        message: `is longer than ${MAX_JSON_CHARACTERS} characters or nested deeper than ${MAX_DEPTH}`,
      });
    }
  }
  for (const text of strayBraces(definition)) {
    errors.push({
      path: '/path, /query or /body',
      message: `has a brace that belongs to no input: ${text.slice(0, 100)}`,
    });
  }
  const declared = new Map(inputs.map((input) => [input.name, input]));
  for (const name of placeholdersOf(definition)) {
    if (!declared.has(name)) errors.push({ path: '/inputs', message: `lacks {${name}}, which the templates speak of` });
  }
  for (const name of placeholdersOf({ path, query: {}, body: null })) {
    if (declared.get(name)?.required === false) {
      errors.push({ path: '/inputs', message: `has ${name} as optional, but it stands in the path` });
    }
  }
  return errors;
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value as Record<string, BodyTemplate>).map(depthOf));
}

function twins({ kind, inputs, outputs }: EndpointDefinition): FieldError[] {
  const reserved = kind === 'write' ? WRITE_FIELDS : [];
  return [...namesakes('/inputs', inputs, []), ...namesakes('/outputs', outputs, reserved)];
}

/** The fields of a list at `path` whose name another one before them has, or the contract. */
export function namesakes(
  path: string,
  fields: readonly { name: string }[],
  reserved: readonly string[],
): FieldError[] {
  const seen = new Set(reserved);
  return fields.flatMap(({ name }, n) => {
    const isTaken = seen.has(name);
    seen.add(name);
    return isTaken ? [{ path: `${path}/${n}/name`, message: `"${name}" is there already` }] : [];
  });
}
