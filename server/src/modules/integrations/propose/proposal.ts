/** What all ways to an endpoint share: its shape before anybody has agreed to it, and how values become inputs. */
import type { Static } from 'typebox';
import type { SaveEndpoint } from '../endpoints.schemas.ts';

export type EndpointProposal = Static<typeof SaveEndpoint>;

export interface Proposals {
  baseUrl: string | null;
  endpoints: EndpointProposal[];
  notes: string[];
}

export type Input = EndpointProposal['inputs'][number];

/** Names that can stand in templates. */
export const NAME = /^[A-Za-z][A-Za-z0-9_]{0,62}$/;
/** Of a write: answered always, so not declared. */
export const CONTRACT_FIELDS: ReadonlySet<string> = new Set(['success', 'message', 'error_code']);

/** A name for an input that none has yet. */
export function freeName(wanted: string, inputs: readonly Input[]): string {
  const base = NAME.test(wanted) ? wanted : 'input';
  let name = base;
  for (let n = 2; inputs.some((input) => input.name === name); n += 1) name = `${base}_${n}`;
  return name;
}

/** A field of a body: a value becomes an input of its name, anything else stays as it is. */
export function proposeField(field: string, value: unknown, inputs: Input[]): unknown {
  const type = typeof value;
  if (type !== 'string' && type !== 'number' && type !== 'boolean') {
    // A nested part is kept as it is, without braces that would be taken for inputs.
    return JSON.parse(JSON.stringify(value).replaceAll(/(?<=")([^"{}]*)[{}]+([^"{}]*)(?=")/g, '$1$2'));
  }
  const name = freeName(field.replaceAll(/[^A-Za-z0-9_]/g, '_'), inputs);
  inputs.push({ name, type, required: true });
  return `{${name}}`;
}
