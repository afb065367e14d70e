import { parse } from 'yaml';
import { isObject, type JsonObject } from '../judge/select.ts';
import type { EndpointInput } from './complete-endpoint.ts';
import { PlanError } from './plan-error.ts';

/** A plan as a company keeps it beside its code: all environments, all endpoints, no key. */
export interface PlanFile {
  environments: PlannedEnvironment[];
  endpoints: EndpointInput[];
}

export interface PlannedEnvironment {
  name: string;
  baseUrl: string;
  sandbox: boolean;
  /** The variable of the environment that holds the key. */
  keyVariable: string;
}

const ENVIRONMENT_FIELDS = ['name', 'baseUrl', 'sandbox', 'keyVariable'];
const ENDPOINT_FIELDS: Record<string, (value: unknown) => boolean> = {
  path: isText,
  name: isText,
  description: isText,
  kind: (value) => value === 'read' || value === 'write',
  method: isText,
  identifier: (value) =>
    isObject(value) && ['query', 'body', 'path'].includes(String(value.place)) && isText(value.name),
  customers: isObject,
  body: isObject,
  refusedBody: isObject,
  sample: isObject,
  rateLimitPerMinute: (value) => Number.isInteger(value) && Number(value) > 0,
  effect: (value) => isObject(value) && isText(value.endpoint) && isText(value.field),
};

/** Reads a plan of JSON or YAML for one of its environments (by default the first). Throws `PlanError`. */
export function readPlan(text: string): PlanFile {
  const plan: unknown = parse(text);
  if (!isObject(plan)) throw new PlanError('The plan must be an object with environments and endpoints.');
  const environments = objects(plan, 'environments').map(readEnvironment);
  const endpoints = objects(plan, 'endpoints').map(readEndpoint);
  return { environments, endpoints };
}

function objects(plan: JsonObject, name: string): JsonObject[] {
  const value = plan[name];
  if (!Array.isArray(value) || value.length === 0 || !value.every(isObject)) {
    throw new PlanError(`${name}: must be a list of at least one object.`);
  }
  return value;
}

function readEnvironment(given: JsonObject, index: number): PlannedEnvironment {
  const at = `environments[${index}]`;
  refuseOthers(given, ENVIRONMENT_FIELDS, at);
  const { name, baseUrl, sandbox = false, keyVariable = 'CONTRACT_API_KEY' } = given;
  if (!isText(name)) throw new PlanError(`${at}.name: must be a text, such as sandbox.`);
  if (!isText(baseUrl) || !URL.canParse(baseUrl)) throw new PlanError(`${at}.baseUrl: must be a full address.`);
  if (typeof sandbox !== 'boolean') throw new PlanError(`${at}.sandbox: must be true or false.`);
  if (!isText(keyVariable)) throw new PlanError(`${at}.keyVariable: must name a variable, not hold the key.`);
  return { name, baseUrl: baseUrl.replace(/\/$/, ''), sandbox, keyVariable };
}

/** `path` stands in for `url` until the environment is chosen. */
function readEndpoint(given: JsonObject, index: number): EndpointInput {
  const at = `endpoints[${index}]`;
  refuseOthers(given, Object.keys(ENDPOINT_FIELDS), at);
  const wrong = Object.keys(given).find((field) => !ENDPOINT_FIELDS[field]?.(given[field]));
  if (wrong) throw new PlanError(`${at}.${wrong}: ${JSON.stringify(given[wrong])} does not fit.`);
  if (given.path === undefined) throw new PlanError(`${at}.path: is missing; write it from the base address on.`);
  const { path, ...rest } = given;
  return { ...rest, url: path as string };
}

function refuseOthers(given: JsonObject, known: string[], at: string): void {
  const other = Object.keys(given).find((field) => !known.includes(field));
  if (other) throw new PlanError(`${at}.${other}: is unknown; there are ${known.join(', ')}.`);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
