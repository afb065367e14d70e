import { type Static, Type } from 'typebox';
import { type FieldError, invalidFields } from '#platform/http/errors.ts';
import { createValidator } from '#platform/http/validation.ts';
import {
  CONTRACT_FIELDS,
  type EndpointProposal,
  freeName,
  type Input,
  NAME,
  type Proposals,
  proposeField,
} from './proposal.ts';

const text = Type.String({ maxLength: 2_000 });
const object = Type.Record(Type.String(), Type.Unknown());
const CheckedEndpoint = Type.Object({
  name: text,
  description: text,
  kind: Type.Enum(['read', 'write']),
  method: text,
  url: text,
  identifier: Type.Object({ place: Type.Enum(['query', 'body', 'path']), name: text }),
  rateLimitPerMinute: Type.Union([Type.Integer({ minimum: 1, maximum: 1_000_000 }), Type.Null()]),
  fields: Type.Record(Type.String(), Type.Array(text)),
  latency: Type.Union([Type.Object({ p95: Type.Union([Type.Number({ minimum: 0 }), Type.Null()]) }), Type.Null()]),
  sample: Type.Union([Type.Object({ requestBody: Type.Union([object, Type.Null()]), answer: object }), Type.Null()]),
});
type CheckedEndpoint = Static<typeof CheckedEndpoint>;

/** What `kontor-contract check --save` writes; of the report of `--json` it is the part `summary`. */
const SavedRun = Type.Object({
  format: Type.Literal('kontor-contract-run/1'),
  environment: Type.Object({
    name: text,
    sandbox: Type.Boolean(),
    all: Type.Array(Type.Object({ name: text, baseUrl: text })),
  }),
  endpoints: Type.Array(CheckedEndpoint, { minItems: 1, maxItems: 200 }),
  findings: Type.Array(Type.Object({ rule: text, endpoint: Type.Union([text, Type.Null()]) })),
});
type SavedRun = Static<typeof SavedRun>;

const savedRun = createValidator(SavedRun);

/**
 * The endpoints of a finished contract check, with the fields, samples and 95th percentiles that it has seen. It is somebody's
 * file: what is no run is refused with the place of each mistake.
 */
export function proposeFromCheck(sent: Record<string, unknown>): Proposals {
  const place = 'summary' in sent ? '/contractCheck/summary' : '/contractCheck';
  const run = 'summary' in sent ? sent.summary : sent;
  const errors = savedRun.errors(run).map(({ path, message }) => ({ path: `${place}${path}`, message }));
  if (errors.length > 0) throw invalidFields(errors);
  const { environment, endpoints, findings } = run as SavedRun;
  const addresses = endpoints.map(({ url }, at) => readAddress(url, `${place}/endpoints/${at}/url`));
  const baseUrl = baseOf(environment, addresses);
  const notes: string[] = [];
  const proposals = endpoints.flatMap((endpoint, at) => {
    const note = (words: string) => notes.push(`${endpoint.name}: ${words}`);
    const broken = new Set(findings.filter((each) => each.endpoint === endpoint.name).map(({ rule }) => rule));
    if (broken.size > 0) note(`the check has findings, which may stand in the way: ${[...broken].join(', ')}.`);
    const proposal = proposeEndpoint(endpoint, addresses[at] as URL, baseUrl, note);
    if (proposal && endpoint.sample && !environment.sandbox)
      note(`the values of the sample are hidden, for ${environment.name} is no sandbox.`);
    return proposal ? [proposal] : [];
  });
  return { baseUrl, endpoints: proposals, notes };
}

function readAddress(url: string, path: string): URL {
  if (URL.canParse(url)) return new URL(url);
  throw invalidFields([{ path, message: 'is no address' } satisfies FieldError]);
}

/** Of the environment that was checked, when all endpoints stand below it; else what they have in common, null when nothing. */
function baseOf({ name, all }: SavedRun['environment'], addresses: readonly URL[]): string | null {
  const origin = addresses[0]?.origin ?? '';
  const named = all.find((each) => each.name === name)?.baseUrl.replace(/\/+$/, '') ?? origin;
  const isBelow = (base: string) => addresses.every(({ href }) => href.startsWith(`${base}/`));
  return isBelow(named) ? named : isBelow(origin) ? origin : null;
}

function proposeEndpoint(
  { name, description, kind, method, identifier, rateLimitPerMinute, latency, sample, fields }: CheckedEndpoint,
  url: URL,
  baseUrl: string | null,
  note: (words: string) => void,
): EndpointProposal | null {
  const isCallable = kind === 'read' ? method === 'GET' : ['POST', 'PUT', 'DELETE'].includes(method);
  if (!isCallable || baseUrl === null) {
    note(
      isCallable
        ? 'left out: the endpoints have no address in common.'
        : `left out: a ${kind} by ${method.slice(0, 20)} can not be called.`,
    );
    return null;
  }
  const inputs: Input[] = [];
  const newInput = (wanted: string) => {
    const input = freeName(wanted.replaceAll(/[^A-Za-z0-9_]/g, '_'), inputs);
    inputs.push({ name: input, type: 'string', required: true });
    return `{${input}}`;
  };
  const below = decodeURI(`${url.origin}${url.pathname}`).slice(decodeURI(baseUrl).length);
  const path = below.replaceAll(/\{([\w-]+)\}/g, (_, wanted: string) => newInput(wanted));
  const query = Object.fromEntries([...url.searchParams].map(([key, value]) => [key, value.replaceAll(/[{}]/g, '')]));
  if (Object.keys(query).length > 0) note(`taken for constants: ${Object.keys(query).join(', ')}.`);
  if (identifier.place === 'query') query[identifier.name] = newInput(identifier.name);
  return {
    name: name.slice(0, 100),
    description,
    kind,
    method: method as EndpointProposal['method'],
    path,
    query,
    body: kind === 'read' ? null : bodyOf(sample?.requestBody ?? null, identifier, { inputs, note }),
    inputs,
    outputs: outputsOf(fields, kind, note),
    sample: sample?.answer ?? null,
    rateLimitPerMinute,
    expectedP95Ms: latency?.p95 == null ? null : Math.min(600_000, Math.max(1, Math.ceil(latency.p95))),
  };
}

/** As it was sent; a write that was not tried shows none. */
function bodyOf(
  sent: Record<string, unknown> | null,
  identifier: CheckedEndpoint['identifier'],
  { inputs, note }: { inputs: Input[]; note: (words: string) => void },
): Record<string, unknown> | null {
  if (sent === null) note('no body was sent in the check: add what it takes.');
  const known = sent ?? (identifier.place === 'body' ? { [identifier.name]: '' } : null);
  if (known === null) return null;
  return Object.fromEntries(Object.entries(known).map(([field, value]) => [field, proposeField(field, value, inputs)]));
}

/** A field that was a list, an object or of several types has none that could be declared. */
function outputsOf(
  fields: CheckedEndpoint['fields'],
  kind: 'read' | 'write',
  note: (words: string) => void,
): EndpointProposal['outputs'] {
  return Object.entries(fields).flatMap(([name, seen]) => {
    if (kind === 'write' && CONTRACT_FIELDS.has(name)) return [];
    const [type = 'string', ...others] = seen.filter((each) => each !== 'null');
    if (seen.every((each) => each === 'null'))
      note(`the field ${name} was always null: its type was taken for string.`);
    if (NAME.test(name) && others.length === 0 && (type === 'string' || type === 'number' || type === 'boolean'))
      return [{ name, type }];
    note(`the field ${name} was left out: it is not flat, has no one type, or its name is no word.`);
    return [];
  });
}
