/** A value that a company's system takes or answers: flat, as its contract wants it. */
export type Scalar = string | number | boolean | null;
export type ValueType = 'string' | 'number' | 'boolean';
/** Values by name, without a prototype, so that no name can mean anything but a value. */
export type Values = Record<string, Scalar>;

export const ENVIRONMENTS = ['sandbox', 'staging', 'production'] as const;
export type EnvironmentName = (typeof ENVIRONMENTS)[number];

export interface InputField {
  name: string;
  type: ValueType;
  required: boolean;
  description: string;
}

export interface OutputField {
  name: string;
  type: ValueType;
  description: string;
}

/** Of a template: literals, lists and objects, in whose texts `{input}` stands for an input. */
export type BodyTemplate = Scalar | BodyTemplate[] | { [name: string]: BodyTemplate };

export interface EndpointDefinition {
  name: string;
  description: string;
  kind: 'read' | 'write';
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base URL of the environment, such as `/customers/{customer_id}`. */
  path: string;
  query: Record<string, string>;
  body: { [name: string]: BodyTemplate } | null;
  inputs: InputField[];
  outputs: OutputField[];
  /** An answer as the company has shown it. */
  sample: Record<string, unknown> | null;
  /** Requests that the company takes in any 60 seconds; null: it has named no limit. */
  rateLimitPerMinute: number | null;
  /** Milliseconds in which 95 of 100 calls are answered, as the company has said. */
  expectedP95Ms: number | null;
  /** The company has confirmed that the same `Idempotency-Key` twice has one effect. */
  honoursIdempotencyKey: boolean;
  /** No rule may call it without a yes of the customer. Missing in definitions that were stored before there was this switch. */
  requiresConfirmation?: boolean;
}

export interface EnvironmentRow {
  environment: EnvironmentName;
  baseUrl: string;
  sealedKey: string;
  /** PEM of an authority to trust in the place of the system's. */
  caCertificate: string | null;
  keyChangedAt: Date;
}

/** An endpoint in one environment, with all that a call needs. */
export interface CallableEndpoint {
  endpointId: string;
  integrationId: string;
  definition: EndpointDefinition;
  environment: EnvironmentRow;
}

/** How a single call ended, from the customer's point of view. */
export type CallOutcome =
  /** It was read, or done. */
  | 'ok'
  /** 404 of a read: the company does not know this customer. */
  | 'not_found'
  /** A write answered `success: false` with an `error_code`. */
  | 'refused'
  /** Nothing was read; a write has certainly not been done. */
  | 'failed'
  /** A write of which nobody knows whether it was done. */
  | 'unknown';

/** Why a call was not ok; the kinds of the health figures. */
export type FailureKind =
  | 'not_found'
  | 'refused'
  | 'unreachable'
  | 'tls'
  | 'blocked'
  | 'timeout'
  | 'broken_answer'
  | 'not_json'
  | 'too_large'
  | 'unauthorized'
  | 'rejected'
  | 'rate_limited'
  | 'server_error'
  | 'redirected'
  | 'no_success_field'
  /** Not sent: our own limit for the endpoint, or its circuit. */
  | 'held_back'
  | 'circuit_open'
  /** Not sent: a required input had no value. */
  | 'missing_input'
  /** Not sent: the integration has no such environment. */
  | 'not_configured'
  /** Not sent: an expression does not fit the values. */
  | 'expression';

export interface CallResult {
  outcome: CallOutcome;
  failure: FailureKind | null;
  status: number | null;
  /** The declared outputs of an `ok` or a `refused`; null for what was not answered or had another type. */
  values: Values;
  /** What a write said, for the customer. Only from an answer that follows the contract. */
  message: string | null;
  errorCode: string | null;
  durationMs: number;
  attempts: number;
}

/** Who was proven to be the customer, and by what. Nothing that somebody typed gets in here. */
export interface VerifiedCustomer {
  /** The user of Kontor, when there is one. */
  userKey: string | null;
  externalId: string | null;
  email: string | null;
  verifiedBy: 'user_attributes' | 'customer_token';
}

/** One call of a chain. */
export interface Step {
  id: string;
  endpointId: string;
  /** Expression; the step is left out when it is not true. */
  when: string | null;
  /** Expression per input of the endpoint. */
  inputs: Record<string, string>;
}

/** What a chain hands out. */
export interface StepOutput extends OutputField {
  /** Expression over the steps. */
  value: string;
}
