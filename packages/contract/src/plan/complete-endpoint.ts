import type { Customers, Endpoint, Identifier } from './plan.types.ts';
import { PlanError } from './plan-error.ts';

/** What may be said of an endpoint; only the address is needed. */
export interface EndpointInput {
  url: string;
  name?: string;
  description?: string;
  kind?: 'read' | 'write';
  method?: string;
  identifier?: Identifier;
  customers?: Partial<Customers>;
  body?: Record<string, unknown> | null;
  refusedBody?: Record<string, unknown> | null;
  sample?: Record<string, unknown> | null;
  rateLimitPerMinute?: number | null;
  effect?: Endpoint['effect'];
}

/** How a customer is usually called, most telling first. */
const IDENTIFIER_NAMES = [
  ...['email', 'customer_email', 'customerEmail', 'customer_id', 'customerId', 'user_id', 'userId'],
  ...['external_id', 'externalId', 'account_id', 'accountId', 'customer', 'user', 'id'],
];

/**
 * Finds out what was not said: the method, the parameter that names the customer, and who does not exist. A customer who
 * stands in the address or the body is the first known one. Throws `PlanError` when the identifier can't be found.
 */
export function completeEndpoint(input: EndpointInput, given: Partial<Customers> = {}): Endpoint {
  const url = readAddress(input.url);
  const body = input.body ?? null;
  const method = (input.method ?? (body === null ? 'GET' : 'POST')).toUpperCase();
  const identifier = input.identifier ?? findIdentifier(url, body, input);
  const found = takeIdentifier(url, body, identifier);
  const customers = { ...given, ...input.customers };
  const known = customers.known?.length ? customers.known : found.customer === null ? [] : [found.customer];
  if (known.length === 0) {
    throw new PlanError(
      `${method} ${input.url}: name a customer who exists (--customer, or customers.known in the plan), so that there is somebody to ask for as ${identifier.name}.`,
    );
  }
  const flow = url.searchParams.size > 0 ? `?${decodeURIComponent(url.searchParams.toString())}` : '';
  return {
    name: input.name ?? `${method} ${decodeURIComponent(url.pathname)}${flow}`,
    description: input.description ?? '',
    kind: input.kind ?? (method === 'GET' ? 'read' : 'write'),
    method,
    url: restoreBraces(url.href),
    identifier,
    customers: { known, empty: customers.empty ?? null, unknown: customers.unknown ?? unknownLike(known[0] ?? '') },
    body: found.body,
    refusedBody: input.refusedBody ?? null,
    sample: input.sample ?? null,
    rateLimitPerMinute: input.rateLimitPerMinute ?? null,
    effect: input.effect ?? null,
  };
}

function readAddress(text: string): URL {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
    throw new PlanError(`${JSON.stringify(text)} is no address: write it in full, with https://.`);
  }
  return new URL(text);
}

function findIdentifier(url: URL, body: Record<string, unknown> | null, { kind, method }: EndpointInput): Identifier {
  const path = /\{([\w-]+)\}/.exec(decodeURIComponent(url.pathname))?.[1];
  if (path) return { place: 'path', name: path };
  const inQuery = IDENTIFIER_NAMES.find((name) => url.searchParams.has(name));
  if (inQuery) return { place: 'query', name: inQuery };
  const inBody = IDENTIFIER_NAMES.find((name) => body !== null && name in body);
  if (inBody) return { place: 'body', name: inBody };
  throw new PlanError(
    `${kind ?? method ?? ''} ${url.href}: which parameter names the customer? Put it into the address (?email=…), or say --identifier email.`.trim(),
  );
}

/** Takes the customer out of where it stands, so that others can be put there. */
function takeIdentifier(url: URL, body: Record<string, unknown> | null, { place, name }: Identifier) {
  if (place === 'query') {
    const customer = url.searchParams.get(name);
    url.searchParams.delete(name);
    return { customer: customer || null, body };
  }
  if (place === 'path' || body === null) return { customer: null, body };
  const { [name]: customer, ...rest } = body;
  return { customer: typeof customer === 'string' ? customer : null, body: rest };
}

/** The address of a URL has `%7Bid%7D` where the template has `{id}`. */
const restoreBraces = (href: string) => href.replace(/%7B([\w-]+)%7D/gi, '{$1}');

/** Somebody who can't exist: `.invalid` is reserved for that (RFC 2606). */
function unknownLike(customer: string): string {
  if (customer.includes('@')) return 'nobody-has-this-address@example.invalid';
  return /^\d+$/.test(customer) ? '999999999999' : 'does-not-exist-4f2a91';
}
