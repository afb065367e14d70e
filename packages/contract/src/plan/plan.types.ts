/** What to check, and how: the same whether it came from a URL, a curl line, an OpenAPI document or a plan file. */
export interface Plan {
  environment: Environment;
  endpoints: Endpoint[];
  options: CheckOptions;
}

export interface Environment {
  name: string;
  /** Writes and bursts go to environments that say so, and nowhere else. */
  sandbox: boolean;
  /** Keys of the company's other environments, which this one must refuse. */
  otherKeys: string[];
  /** All environments of the company, for the handoff document. */
  all: { name: string; baseUrl: string; sandbox: boolean }[];
}

export interface Endpoint {
  /** `GET /getUserDetails?flow=phone`: how reports call it. */
  name: string;
  description: string;
  kind: 'read' | 'write';
  method: string;
  /** Absolute, without the identifier unless that stands in the path as `{name}`. */
  url: string;
  identifier: Identifier;
  customers: Customers;
  /** What a write sends beside the identifier. */
  body: Record<string, unknown> | null;
  /** A body that the company's own rules refuse, to see how a refusal looks. */
  refusedBody: Record<string, unknown> | null;
  /** An answer as the company documents it. */
  sample: Record<string, unknown> | null;
  rateLimitPerMinute: number | null;
  /** Which read shows the effect of a write, to count effects: its endpoint's name and a field of its answer. */
  effect: { endpoint: string; field: string } | null;
}

export interface Identifier {
  place: 'query' | 'body' | 'path';
  name: string;
}

export interface Customers {
  /** At least one; the first is asked most. */
  known: string[];
  /** One with as little data as there can be. */
  empty: string | null;
  /** One who does not exist. */
  unknown: string;
}

export interface CheckOptions {
  /** Calls per endpoint that are timed. */
  calls: number;
  /** Whether writes are tried; needs a sandbox. */
  write: boolean;
  /** Whether the declared rate limit is probed; needs a sandbox. */
  burst: boolean;
  /** Accepts `http://` on this machine: for development, never for a real endpoint. */
  allowLoopbackHttp: boolean;
  /** Where plain http must not answer; the company's port 80 unless a test says otherwise. */
  plainHttpPort: number;
  /** Certificates to trust beside the system's, in PEM. */
  ca: string | null;
  budgets: Budgets;
}

/** Milliseconds. `target` is what the contract asks for, `limit` where the caller hangs up. */
export interface Budgets {
  read: { target: number; limit: number };
  write: { target: number; limit: number };
}

export const DEFAULT_OPTIONS: CheckOptions = {
  calls: 20,
  write: false,
  burst: false,
  allowLoopbackHttp: false,
  plainHttpPort: 80,
  ca: null,
  budgets: { read: { target: 2_000, limit: 5_000 }, write: { target: 5_000, limit: 15_000 } },
};
