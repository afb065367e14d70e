import type { Answer, EndpointSeen, Exchange, Purpose } from '../probe/observed.types.ts';

/** The answered exchanges with one of these purposes. */
export function answered(seen: EndpointSeen, ...purposes: Purpose[]): (Exchange & { answer: Answer })[] {
  return seen.exchanges.filter(
    (exchange): exchange is Exchange & { answer: Answer } =>
      exchange.answer !== null && (purposes.length === 0 || purposes.includes(exchange.purpose)),
  );
}

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Bodies of the answers that succeeded: what the agent would read. */
export function goodBodies(seen: EndpointSeen): JsonObject[] {
  return answered(seen, 'ordinary', 'empty customer', 'write', 'repeated key')
    .filter(({ answer }) => answer.status === 200)
    .map(({ answer }) => answer.json)
    .filter(isObject)
    .filter((body) => seen.endpoint.kind === 'read' || body.success !== false);
}

/** Field → every value that was seen. */
export function valuesByField(bodies: readonly JsonObject[]): Map<string, unknown[]> {
  const values = new Map<string, unknown[]>();
  for (const body of bodies) {
    for (const [field, value] of Object.entries(body)) values.set(field, [...(values.get(field) ?? []), value]);
  }
  return values;
}

/** `string`, `number`, `boolean`, `null`, `list`, `object`. */
export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
