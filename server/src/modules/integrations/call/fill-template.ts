import type { BodyTemplate, EndpointDefinition, InputField, Scalar, Values } from '../integrations.types.ts';

/** A request as it will go out, without the headers. */
export interface FilledRequest {
  method: EndpointDefinition['method'];
  /** Absolute. */
  url: string;
  /** JSON text; null for reads and for writes without a body. */
  body: string | null;
}

/** What a template can't be filled with. It names inputs, never their values. */
export class TemplateError extends Error {
  override name = 'TemplateError';
  readonly input: string;

  constructor(input: string, message: string) {
    super(message);
    this.input = input;
  }
}

type Template = Pick<EndpointDefinition, 'method' | 'path' | 'query' | 'body' | 'inputs'>;

const PLACEHOLDER = /\{([^{}]*)\}/g;
const WHOLE_PLACEHOLDER = /^\{([^{}]*)\}$/;

/**
 * Puts values into the templates of an endpoint. Each value is encoded for the place where it stands, so that none can
 * reach beyond it: a path segment stays one segment, a parameter one parameter, and in the body `{name}` alone takes the
 * value with its type. An input without a value leaves its parameter out and is null in the body.
 *
 * @throws {TemplateError} when a required input has no value, or one has another type than declared
 */
export function fillTemplate(template: Template, baseUrl: string, given: Values): FilledRequest {
  const values = checkedValues(template.inputs, given);
  const path = template.path.replace(PLACEHOLDER, (_, name: string) => pathSegment(name, values[name] ?? null));
  const url = new URL(`${baseUrl.replace(/\/+$/, '')}${path}`);
  for (const [parameter, text] of Object.entries(template.query)) {
    const value = fillText(text, values);
    if (value !== null) url.searchParams.append(parameter, String(value));
  }
  const body = template.body === null ? null : JSON.stringify(fillBody(template.body, values));
  return { method: template.method, url: url.href, body };
}

/** The names that the templates speak of. */
export function placeholdersOf({ path, query, body }: Pick<Template, 'path' | 'query' | 'body'>): Set<string> {
  const texts = [path, ...Object.values(query), ...textsOf(body)];
  return new Set(texts.flatMap((text) => [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name)));
}

/** Texts in which a brace stands alone, which would go out as it is. */
export function strayBraces({ path, query, body }: Pick<Template, 'path' | 'query' | 'body'>): string[] {
  return [path, ...Object.values(query), ...textsOf(body)].filter((text) => /[{}]/.test(text.replace(PLACEHOLDER, '')));
}

function textsOf(template: BodyTemplate): string[] {
  if (typeof template === 'string') return [template];
  if (typeof template !== 'object' || template === null) return [];
  return Object.values(template).flatMap(textsOf);
}

function checkedValues(inputs: readonly InputField[], given: Values): Values {
  const values: Values = Object.create(null);
  for (const { name, type, required } of inputs) {
    const value = Object.hasOwn(given, name) ? (given[name] ?? null) : null;
    if (value === null && required) throw new TemplateError(name, `the required input ${name} has no value`);
    if (value !== null && typeof value !== type) throw new TemplateError(name, `the input ${name} must be a ${type}`);
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new TemplateError(name, `the input ${name} must be a finite number`);
    values[name] = value;
  }
  return values;
}

function pathSegment(name: string, value: Scalar): string {
  const text = value === null ? '' : String(value);
  // A URL would resolve the two dots away, and nothing would stand where an id belongs.
  if (text === '' || text === '.' || text === '..') {
    throw new TemplateError(name, `the input ${name} can not stand in a path: it is empty or made of dots`);
  }
  if (!text.isWellFormed()) throw new TemplateError(name, `the input ${name} has half a character in it`);
  return encodeURIComponent(text);
}

function fillText(text: string, values: Values): Scalar {
  const [, whole] = WHOLE_PLACEHOLDER.exec(text) ?? [];
  if (whole !== undefined) return values[whole] ?? null;
  return text.replace(PLACEHOLDER, (_, name: string) => String(values[name] ?? ''));
}

function fillBody(template: BodyTemplate, values: Values): unknown {
  if (typeof template === 'string') return fillText(template, values);
  if (Array.isArray(template)) return template.map((entry) => fillBody(entry, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, inner]) => [name, fillBody(inner, values)]));
}
