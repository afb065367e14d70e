import { parseArgs } from 'node:util';
import type { EndpointInput } from '../plan/complete-endpoint.ts';
import { completeEndpoint } from '../plan/complete-endpoint.ts';
import { type Customers, DEFAULT_OPTIONS, type Environment, type Identifier, type Plan } from '../plan/plan.types.ts';
import { PlanError } from '../plan/plan-error.ts';
import { readCurl } from '../plan/read-curl.ts';
import { readOpenApi } from '../plan/read-openapi.ts';
import { readPlan } from '../plan/read-plan.ts';
import type { RunSummary } from '../report/run-summary.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const texts = { type: 'string', multiple: true, default: [] as string[] } as const;

const OPTIONS = {
  ...{ curl: text, openapi: text, 'base-url': text, plan: text },
  ...{
    method: text,
    data: text,
    'refused-data': text,
    identifier: text,
    sample: text,
    'rate-limit': text,
    calls: text,
  },
  ...{ customer: texts, empty: text, unknown: text },
  ...{ environment: text, sandbox: flag, write: flag, burst: flag, ca: text },
  ...{ 'allow-loopback-http': flag, 'plain-http-port': text, 'key-file': text },
  ...{ json: text, junit: text, handoff: texts, save: text, compare: text, strict: flag },
} as const;

export interface Command {
  plan: Plan;
  key: string;
  saved: RunSummary | null;
  outputs: { json: string | null; junit: string | null; save: string | null; handoff: string[] };
  strict: boolean;
}

type Values = ReturnType<typeof parse>['values'];
type ReadFile = (file: string) => string;
type Variables = Record<string, string | undefined>;

/** The words after `check` → what to do. Throws `PlanError` that says what is missing or wrong. */
export function readArguments(argv: string[], variables: Variables, readFile: ReadFile): Command {
  const { values, positionals } = parse(argv);
  const read: ReadFile = (file) => attempt(() => readFile(file), `${file} can't be read`);
  const subject = readSubject(values, positionals, variables, read);
  const key = readKey(values, variables, subject, read);
  const plan: Plan = {
    environment: subject.environment,
    endpoints: subject.inputs.map((input) => completeEndpoint(withValues(input, values, read), customersOf(values))),
    options: {
      ...DEFAULT_OPTIONS,
      calls: integer(values.calls, '--calls') ?? DEFAULT_OPTIONS.calls,
      write: values.write,
      burst: values.burst,
      allowLoopbackHttp: values['allow-loopback-http'],
      plainHttpPort: integer(values['plain-http-port'], '--plain-http-port') ?? DEFAULT_OPTIONS.plainHttpPort,
      ca: values.ca === undefined ? null : read(values.ca),
    },
  };
  if ((values.write || values.burst) && !plan.environment.sandbox) {
    throw new PlanError(
      `--write and --burst need a sandbox: mark ${plan.environment.name} with --sandbox if it is one.`,
    );
  }
  const saved = values.compare === undefined ? null : readSaved(values.compare, read);
  const { json = null, junit = null, save = null, handoff } = values;
  return { plan, key, saved, outputs: { json, junit, save, handoff }, strict: values.strict };
}

function parse(args: string[]) {
  return attempt(() => parseArgs({ args, options: OPTIONS, allowPositionals: true }), '');
}

/** What is to be checked, before the options are laid over it. */
interface Subject {
  inputs: EndpointInput[];
  environment: Environment;
  key: string | null;
  keyVariable: string;
}

function readSubject(values: Values, addresses: string[], variables: Variables, read: ReadFile): Subject {
  const given = [values.plan, values.curl, values.openapi, addresses[0]].filter((each) => each !== undefined);
  if (given.length !== 1) throw new PlanError('Say one thing to check: an address, --curl, --openapi or --plan.');
  if (values.plan !== undefined) return readPlanned(values, variables, read);
  const name = values.environment ?? (values.sandbox ? 'sandbox' : 'production');
  const at = (inputs: EndpointInput[], key: string | null = null): Subject => {
    const baseUrl = new URL(inputs[0]?.url ?? '').origin;
    const environment = {
      name,
      sandbox: values.sandbox,
      otherKeys: [],
      all: [{ name, baseUrl, sandbox: values.sandbox }],
    };
    return { inputs, environment, key, keyVariable: 'CONTRACT_API_KEY' };
  };
  if (values.openapi !== undefined) return at(readOpenApi(read(values.openapi), values['base-url'] ?? null));
  if (values.curl === undefined) return at(addresses.map((url) => ({ url: fullAddress(url) })));
  const { input, key } = readCurl(values.curl.startsWith('@') ? read(values.curl.slice(1)) : values.curl);
  return at([{ ...input, url: fullAddress(input.url) }], key);
}

function fullAddress(url: string): string {
  if (!URL.canParse(url)) throw new PlanError(`${JSON.stringify(url)} is no address: write it in full, with https://.`);
  return url;
}

function readPlanned(values: Values, variables: Variables, read: ReadFile): Subject {
  const { environments, endpoints } = readPlan(read(values.plan ?? ''));
  const chosen = environments.find(({ name }) => name === (values.environment ?? environments[0]?.name));
  if (!chosen) {
    const names = environments.map(({ name }) => name).join(', ');
    throw new PlanError(`The plan has no environment ${values.environment}; there are ${names}.`);
  }
  const others = environments.filter((each) => each !== chosen && each.keyVariable !== chosen.keyVariable);
  return {
    inputs: endpoints.map((endpoint) => ({ ...endpoint, url: chosen.baseUrl + endpoint.url })),
    environment: {
      name: chosen.name,
      sandbox: chosen.sandbox || values.sandbox,
      otherKeys: others.flatMap(({ keyVariable }) => variables[keyVariable] ?? []),
      all: environments.map(({ name, baseUrl, sandbox }) => ({ name, baseUrl, sandbox })),
    },
    key: null,
    keyVariable: chosen.keyVariable,
  };
}

function readKey(values: Values, variables: Variables, { key, keyVariable }: Subject, read: ReadFile): string {
  const file = values['key-file'];
  const found = file === undefined ? (key ?? variables[keyVariable]) : read(file).trim();
  if (!found)
    throw new PlanError(`Which key? Put it into the variable ${keyVariable}, or into a file and say --key-file.`);
  return found;
}

function withValues(input: EndpointInput, values: Values, read: ReadFile): EndpointInput {
  const sample = values.sample === undefined ? undefined : jsonObject(read(values.sample), values.sample);
  return {
    ...input,
    method: values.method ?? input.method,
    body: values.data === undefined ? input.body : jsonObject(values.data, '--data'),
    refusedBody:
      values['refused-data'] === undefined ? input.refusedBody : jsonObject(values['refused-data'], '--refused-data'),
    identifier: values.identifier === undefined ? input.identifier : readIdentifier(values.identifier),
    sample: sample ?? input.sample,
    rateLimitPerMinute: integer(values['rate-limit'], '--rate-limit') ?? input.rateLimitPerMinute,
  };
}

/** `email`, `query:email`, `body:customer_id`. */
function readIdentifier(words: string): Identifier {
  const [first = '', second] = words.split(':');
  if (second === undefined) return { place: 'query', name: first };
  if (first !== 'query' && first !== 'body' && first !== 'path')
    throw new PlanError('--identifier: query, body or path, a colon, and the name.');
  return { place: first, name: second };
}

function customersOf({ customer, empty, unknown }: Values): Partial<Customers> {
  return {
    ...(customer.length > 0 && { known: customer }),
    ...(empty !== undefined && { empty }),
    ...(unknown !== undefined && { unknown }),
  };
}

function integer(value: string | undefined, name: string): number | null {
  if (value === undefined) return null;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new PlanError(`${name}: must be a whole number from 1 on.`);
  return number;
}

function jsonObject(value: string, name: string): Record<string, unknown> {
  const parsed: unknown = attempt(() => JSON.parse(value), `${name} is not valid JSON`);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new PlanError(`${name}: must be a JSON object.`);
  return parsed as Record<string, unknown>;
}

function readSaved(file: string, read: ReadFile): RunSummary {
  const saved = jsonObject(read(file), file) as unknown as RunSummary;
  if (saved.format !== 'kontor-contract-run/1') throw new PlanError(`${file} is no saved run: make one with --save.`);
  return saved;
}

function attempt<T>(work: () => T, what: string): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof PlanError) throw error;
    throw new PlanError([what, (error as Error).message].filter(Boolean).join(': '));
  }
}
