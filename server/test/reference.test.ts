import { Validator } from '@seriousme/openapi-schema-validator';
import { Tiktoken } from 'js-tiktoken/lite';
import o200kBase from 'js-tiktoken/ranks/o200k_base';
import { describe, expect, it } from 'vitest';
import { operationsRoutes } from '#platform/http/operations-routes.ts';
import { createValidator } from '#platform/http/validation.ts';
import { routes as moduleRoutes, publicEvents, schemas } from '../src/app.ts';
import type { JsonSchema, Operation, Parameter, Response } from '../src/platform/docs/openapi.types.ts';
import { createReference } from '../src/reference.ts';

const metrics = { contentType: '', observe() {}, text: async () => '' };
const undocumented = [...operationsRoutes({ metrics, isReady: () => true }), ...moduleRoutes];
const reference = createReference({
  routes: undocumented,
  schemas,
  publicEvents,
  publicUrl: 'https://kontor.test',
});
const routes = [...undocumented, ...reference.routes];
const document = reference.document();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
);

it('is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

it('refers to nothing that is missing', () => {
  const names = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map(
    ([, name = '']) => name,
  );
  const missing = names.filter((name) => {
    const [kind = '', key = ''] = name.split('/');
    return !(key in document.components[kind as keyof typeof document.components]);
  });
  expect(names.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

describe('its operations', () => {
  it('are the routes', () => {
    expect(operations.map(({ name }) => name).sort()).toEqual(
      routes.map(({ method, path }) => `${method} ${path}`).sort(),
    );
    expect(operations.length).toBeGreaterThan(10);
  });

  it('have ids of their own', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+[A-Z][A-Za-z0-9]*$/.test(id))).toEqual([]);
  });

  it('say what they are, and which scope they need', () => {
    for (const { operation } of operations) {
      expect(operation.summary, operation.operationId).toMatch(/^\p{Lu}.{5,79}[^.]$/u);
      expect(operation.description, operation.operationId).toMatch(/^.{20,}[\s\S]*\n\nScope: .+\.$/);
    }
  });

  it('stand in a chapter that is described', () => {
    const chapters = document.tags.filter(({ description }) => description).map(({ name }) => name);
    const lost = operations.filter(({ operation }) => !operation.tags.every((tag) => chapters.includes(tag)));
    expect(lost.map(({ name, operation }) => `${name}: ${operation.tags.join()}`)).toEqual([]);
  });

  it('ask for scopes that are described', () => {
    const { token } = document.components.securitySchemes as {
      token: { flows: { clientCredentials: { scopes: Record<string, string> } } };
    };
    const { scopes } = token.flows.clientCredentials;
    expect(Object.keys(scopes).length).toBeGreaterThan(40);
    expect(Object.entries(scopes).filter(([name, text]) => name === text)).toEqual([]);
  });

  it('show a request that they accept, where they need a body', () => {
    const needy = routes.filter((route) => (route.body as JsonSchema | undefined)?.required?.length || route.rawBody);
    expect(needy.length).toBeGreaterThan(0);
    for (const { operationId, body, rawBody, example, bodyMediaType } of needy) {
      expect(example?.body, operationId).toBeDefined();
      const schema = body ?? rawBody?.schema;
      const isJson = /json/.test(rawBody?.mediaType ?? bodyMediaType ?? 'application/json');
      if (schema && isJson) expect(createValidator(schema).errors(example?.body), operationId).toEqual([]);
    }
  });

  it('show answers that they may give, where they show one', () => {
    for (const { operationId, outputs } of routes) {
      for (const { schema, example, mediaType } of Object.values(outputs)) {
        if (schema && example !== undefined && !mediaType) {
          expect(createValidator(schema).errors(example), operationId).toEqual([]);
        }
      }
    }
  });
});

describe('every field', () => {
  const bare: string[] = [];
  let lookedAt = 0;
  const look = (where: string, thing: { description?: string; $ref?: string }) => {
    lookedAt += 1;
    if (!thing.$ref && !thing.description?.trim()) bare.push(where);
  };
  const lookInside = (where: string, schema: JsonSchema) => {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      look(`${where}.${name}`, field);
      lookInside(`${where}.${name}`, field);
    }
    const { items, additionalProperties: values, anyOf = [], allOf = [], oneOf = [] } = schema;
    for (const inner of [...anyOf, ...allOf, ...oneOf]) lookInside(where, inner);
    if (items) lookInside(`${where}[]`, items);
    if (typeof values === 'object') lookInside(`${where}{}`, values);
  };
  const lookAtResponse = (where: string, response: Response & { $ref?: string }) => {
    look(where, response);
    for (const [name, header] of Object.entries(response.headers ?? {})) look(`${where} ${name}`, header);
    for (const { schema } of Object.values(response.content ?? {})) lookInside(where, schema ?? {});
  };
  const lookAtOperation = (name: string, operation: Operation) => {
    for (const parameter of (operation.parameters ?? []) as (Parameter & { $ref?: string })[]) {
      look(`${name} ${parameter.name}`, parameter);
      if (parameter.schema) lookInside(`${name} ${parameter.name}`, parameter.schema);
    }
    if (operation.requestBody) look(`${name} body`, operation.requestBody);
    for (const { schema } of Object.values(operation.requestBody?.content ?? {}))
      lookInside(`${name} body`, schema ?? {});
    for (const [status, response] of Object.entries(operation.responses))
      lookAtResponse(`${name} ${status}`, response as Response);
  };

  it('is described', () => {
    for (const { name, operation } of operations) lookAtOperation(name, operation);
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      look(name, schema);
      lookInside(name, schema);
    }
    for (const [name, response] of Object.entries(document.components.responses)) lookAtResponse(name, response);
    expect(bare).toEqual([]);
    expect(lookedAt).toBeGreaterThan(300);
  });
});

describe('the texts for language models', () => {
  /** What agents have no business with. */
  const FOR_OTHERS = new Set(['Console', 'Operators', 'API keys', 'API clients', 'Operations', 'Documentation']);

  it('fit into a context window: the full one has at most 40,000 tokens', () => {
    const tokens = new Tiktoken(o200kBase).encode(reference.llmsFull()).length;
    expect(tokens).toBeGreaterThan(20_000);
    expect(tokens).toBeLessThanOrEqual(40_000);
  });

  it('have every operation, with the scope it needs', () => {
    for (const { name, operation } of operations) {
      const scope = operation['x-scope'].join(', ') || 'none';
      const line = reference
        .llms()
        .split('\n')
        .find((text) => text.startsWith(`- [${name}]`));
      expect(line, name).toMatch(new RegExp(`Scope: (any one of )?${scope}\\.$`));
      if (FOR_OTHERS.has(operation.tags[0] ?? '')) continue;
      expect(reference.llmsFull()).toContain(`\n- ${name} ${operation.operationId}`);
    }
  });
});

describe('notifications', () => {
  const bodyOf = (operation: Pick<Operation, 'requestBody'> | undefined) => {
    const schema = operation?.requestBody?.content['application/json']?.schema as JsonSchema;
    return schema.$ref ? (document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] as JsonSchema) : schema;
  };

  it('are described one by one, with what their bodies say', () => {
    expect(Object.keys(document.webhooks)).toEqual(publicEvents.map(({ type }) => type));
    expect(Object.keys(document.webhooks)).toEqual(
      expect.arrayContaining(['user.deleted', 'analysis.completed', 'webhook.test']),
    );
    const { properties } = bodyOf(document.webhooks['analysis.completed']?.post);
    expect(Object.keys(properties ?? {})).toEqual(['id', 'type', 'timestamp', 'data', 'secret']);
    expect(properties?.type?.const).toBe('analysis.completed');
  });

  it('can be subscribed to under exactly these names', () => {
    const { properties } = bodyOf(document.paths['/api/webhooks']?.post);
    expect(properties?.events?.items?.enum).toEqual(Object.keys(document.webhooks));
  });
});
