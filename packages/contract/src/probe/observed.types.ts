import type { CheckOptions, Endpoint, Environment } from '../plan/plan.types.ts';

/** Everything that was seen, without the key: the judges need nothing else, so they are pure. */
export interface Observed {
  startedAt: string;
  environment: Omit<Environment, 'otherKeys'>;
  /** How many keys of other environments were tried here. */
  otherKeys: number;
  options: CheckOptions;
  origins: OriginSeen[];
  endpoints: EndpointSeen[];
}

export interface EndpointSeen {
  endpoint: Endpoint;
  exchanges: Exchange[];
  /** Why some or all calls were not made: `the certificate is not valid, so the key was not sent`. */
  withheld: string | null;
}

/** Why a call was made; judges choose the exchanges that they need by it. */
export type Purpose =
  | 'ordinary'
  | 'empty customer'
  | 'no key'
  | 'wrong key'
  | 'key in query'
  | 'key of another environment'
  | 'unknown customer'
  | 'missing identifier'
  | 'malformed identifier'
  | 'asks for xml'
  | 'write'
  | 'refused write'
  | 'missing field'
  | 'broken json'
  | 'form'
  | 'repeated key'
  | 'effect'
  | 'burst';

export interface Exchange {
  purpose: Purpose;
  /** What was special about it: `the key with its last character changed`. */
  note: string;
  customer: string | null;
  sent: { method: string; url: string; headers: Record<string, string>; body: string | null };
  answer: Answer | null;
  /** Why there is no answer: `timeout`, `ECONNRESET` … */
  failure: string | null;
  durationMs: number;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** The media type without parameters, in lower case; empty when the header is missing. */
  mediaType: string;
  /** The body with the key taken out. */
  text: string;
  /** Parsed body; undefined when it is not JSON. */
  json: unknown;
  /** Where the key came back: `body`, `header x-debug`. */
  keyEchoedIn: string[];
}

/** One host as TLS shows it. */
export interface OriginSeen {
  origin: string;
  scheme: 'https' | 'http';
  isLoopback: boolean;
  tls: TlsSeen | null;
  /** How plain http answered; null when nobody listens or it was not asked. */
  plainHttp: { port: number; status: number; location: string | null } | null;
  plainHttpAsked: boolean;
}

export interface TlsSeen {
  /** Why no TLS connection came about; then the rest says nothing. */
  failure: string | null;
  /** Node's code of what is wrong with the chain; null when it is trusted. */
  chainProblem: string | null;
  /** What is wrong with the name; null when it matches. */
  nameProblem: string | null;
  validFrom: string | null;
  validTo: string | null;
  daysLeft: number | null;
  protocol: string | null;
  /** Whether TLS 1.1 or older was accepted; null when that could not be tried. */
  acceptsOldTls: boolean | null;
}
