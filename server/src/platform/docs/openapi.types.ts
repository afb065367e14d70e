/** The parts of OpenAPI 3.1 that Kontor writes; https://spec.openapis.org/oas/v3.1.1.html */

/** JSON Schema 2020-12 as plain JSON, or a reference to a named one. */
export interface JsonSchema {
  [keyword: string]: unknown;
  $ref?: string;
  type?: string | string[];
  description?: string;
  title?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  additionalProperties?: boolean | JsonSchema;
  enum?: unknown[];
  format?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
}

export interface Reference {
  $ref: string;
}

export interface Example {
  summary?: string;
  value: unknown;
}

export interface MediaType {
  schema?: JsonSchema;
  example?: unknown;
  examples?: Record<string, Example>;
}

export interface Header {
  description: string;
  schema: JsonSchema;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description: string;
  schema: JsonSchema;
  example?: unknown;
}

export interface RequestBody {
  required: boolean;
  description: string;
  content: Record<string, MediaType>;
}

export interface Response {
  description: string;
  headers?: Record<string, Header | Reference>;
  content?: Record<string, MediaType>;
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  /** The scopes of which any one suffices; empty for calls that need no credential. */
  'x-scope': string[];
  security: Record<string, string[]>[];
  parameters?: (Parameter | Reference)[];
  requestBody?: RequestBody;
  responses: Record<string, Response | Reference>;
}

/** A request to the customer's own server. */
export type Notification = Pick<Operation, 'summary' | 'description' | 'tags' | 'responses'> & {
  parameters: Parameter[];
  requestBody: RequestBody;
};

export interface Components {
  schemas: Record<string, JsonSchema>;
  responses: Record<string, Response>;
  parameters: Record<string, Parameter>;
  headers: Record<string, Header>;
  securitySchemes: Record<string, unknown>;
}

export interface OpenApiDocument {
  openapi: string;
  info: { title: string; summary: string; description: string; version: string; license: Record<string, string> };
  servers: { url: string; description: string }[];
  tags: { name: string; description: string }[];
  /** Path → method in small letters → operation. */
  paths: Record<string, Record<string, Operation>>;
  /** Event → method in small letters → the request that we make. */
  webhooks: Record<string, Record<string, Notification>>;
  components: Components;
}
