import { type TSchema, Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { defineError } from '#platform/http/errors.ts';
import { publicRoute, type Route, route } from '#platform/http/route.ts';
import { createOpenApiDocument } from './openapi.ts';
import type { Operation, Parameter, Response } from './openapi.types.ts';

const Pet = Type.Object({ name: Type.String({ description: 'Its name.' }) }, { description: 'A pet.' });
const petGone = defineError('pet_gone', 404, 'There is no such pet.');
const handle = async () => ({ status: 200 });
const words = { summary: 'A call', description: 'What it does.', tag: 'Pets' };
const PetParams = Type.Object({ petId: Type.String({ description: 'The pet.' }) });

const createPet = route({
  ...words,
  method: 'POST',
  path: '/api/pets',
  operationId: 'createPet',
  scope: ['pets', 'animals'],
  body: Type.Object({ pet: Type.Optional(Pet), size: Type.Optional(Type.Enum(['s', 'l'], { description: 'Size.' })) }),
  outputs: { 201: { description: 'The pet.', schema: Pet, headers: { Location: 'Where it is.' } } },
  example: { body: { pet: { name: 'Ada' } } },
  handle,
});
const getPet = route({
  ...words,
  method: 'GET',
  path: '/api/pets/{pet-id}',
  operationId: 'getPet',
  scope: 'pets',
  params: PetParams,
  query: Type.Object({
    deep: Type.Optional(Type.Boolean({ description: 'With everything.' })),
    kind: Type.Optional(Type.Enum(['cat', 'dog'], { description: 'Only these.' })),
  }),
  outputs: { 200: { description: 'The pet.', schema: Pet } },
  errors: [petGone],
  handle,
});
const getKey = route({
  ...words,
  method: 'GET',
  path: '/v2/key',
  operationId: 'getKey',
  scope: 'read',
  outputs: { 204: { description: 'Nothing.' } },
  errors: [petGone],
  handle,
});
const getLiveness = publicRoute({
  ...words,
  method: 'GET',
  path: '/livez',
  operationId: 'getLiveness',
  outputs: { 200: { description: 'Text.', mediaType: 'text/plain' } },
  handle,
});

function describeRoutes(...routes: Route[]) {
  return describeNamed({}, ...routes);
}

function describeNamed(schemas: Record<string, TSchema>, ...routes: Route[]) {
  const options = { publicUrl: 'https://kontor.test', version: '1.2.3', introduction: 'Hello.' };
  return createOpenApiDocument({
    ...options,
    routes,
    tags: { Pets: 'About pets.' },
    scopes: { pets: 'Pets.' },
    schemas,
  });
}

const document = describeRoutes(createPet, getPet, getKey, getLiveness);
const operation = (path: string, method: string) => document.paths[path]?.[method] as Operation;
const answer = (path: string, method: string, status: number) => {
  const response = operation(path, method).responses[status] as Response & { $ref?: string };
  return response.$ref ? document.components.responses[response.$ref.split('/').at(-1) ?? ''] : response;
};

describe('an operation', () => {
  it('names its scope in the requirement, in the description and for programs', () => {
    const { security, description, 'x-scope': scope } = operation('/api/pets', 'post');
    expect(security).toEqual([{ token: ['pets'] }, { token: ['animals'] }]);
    expect(description).toMatch(/Scope: any one of `pets`, `animals`\.$/);
    expect(scope).toEqual(['pets', 'animals']);
    expect(operation('/v2/key', 'get').security).toEqual([{ key: ['read'] }]);
    expect(operation('/livez', 'get')).toMatchObject({ security: [], 'x-scope': [] });
  });

  it('has its parameters as the path spells them', () => {
    const parameters = operation('/api/pets/{pet-id}', 'get').parameters as Parameter[];
    expect(parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual([
      ['pet-id', 'path', true],
      ['deep', 'query', false],
      ['kind', 'query', false],
    ]);
    expect(parameters[2]?.schema).toEqual({ type: 'string', enum: ['cat', 'dog'] });
    expect(() => describeRoutes({ ...getPet, params: undefined })).toThrow('params has no "petId"');
  });

  it('fails as it really can', () => {
    const statuses = (path: string, method: string) => Object.keys(operation(path, method).responses);
    expect(statuses('/api/pets', 'post')).toEqual([
      '201',
      '400',
      '401',
      '403',
      '409',
      '413',
      '415',
      '422',
      '429',
      '500',
      '503',
    ]);
    expect(statuses('/api/pets/{pet-id}', 'get')).toEqual(['200', '400', '401', '403', '404', '429', '500', '503']);
    expect(statuses('/livez', 'get')).toEqual(['200', '500']);
  });

  it('answers errors in the envelope of its half, with the codes that can stand there', () => {
    const schema = (path: string) => answer(path, 'get', 404)?.content?.['application/json']?.schema;
    expect(schema('/api/pets/{pet-id}')).toMatchObject({
      allOf: [{ $ref: '#/components/schemas/ApiError' }, { properties: { type: { enum: ['pet_gone'] } } }],
    });
    expect(schema('/v2/key')).toMatchObject({
      allOf: [{ $ref: '#/components/schemas/V2Error' }, { properties: { code: { enum: ['pet_gone'] } } }],
    });
  });

  it('tells what an error carries beside the envelope', () => {
    const fields = { progress: Type.Number({ description: 'How far.' }) };
    const growing = defineError('pet_growing', 404, 'Not yet.', {
      fields,
      headers: { 'Retry-After': 'When to ask again.' },
    });
    const { paths } = describeRoutes({ ...getPet, errors: [petGone, growing] });
    const response = paths['/api/pets/{pet-id}']?.get?.responses[404] as Response;
    expect(response.content?.['application/json']?.schema?.allOf?.[1]?.properties?.progress).toEqual({
      type: 'number',
      description: 'With `pet_growing`: How far.',
    });
    expect(response.headers?.['Retry-After']).toMatchObject({ description: 'With `pet_growing`: When to ask again.' });
  });

  it('says which headers come with an answer', () => {
    expect(Object.keys(answer('/api/pets', 'post', 201)?.headers ?? {})).toEqual([
      'Location',
      'X-Request-Id',
      'RateLimit',
      'RateLimit-Policy',
      'Idempotency-Replayed',
    ]);
    expect(Object.keys(answer('/api/pets', 'post', 429)?.headers ?? {})).toContain('Retry-After');
  });

  it('may have a status that is an answer in one case and an error in another', () => {
    const pending = {
      description: 'Not yet.',
      schema: Type.Object({ progress: Type.Number({ description: '0 to 1.' }) }),
    };
    const both = describeRoutes({ ...getPet, outputs: { ...getPet.outputs, 404: pending } });
    const response = both.paths['/api/pets/{pet-id}']?.get?.responses[404] as Response;
    expect(response.description).toBe('Not yet.\n\n`pet_gone`: There is no such pet.');
    expect(response.content?.['application/json']?.schema?.anyOf).toHaveLength(2);
  });
});

describe('schemas', () => {
  it('that stand in several places get one name, wherever they were copied', () => {
    const { schema } = operation('/api/pets', 'post').requestBody?.content['application/json'] ?? {};
    expect(schema?.properties?.pet).toEqual({ $ref: '#/components/schemas/Pet' });
    expect(Object.keys(document.components.schemas)).toEqual([
      'ApiError',
      'ContractError',
      'OAuthError',
      'Pet',
      'V2Error',
    ]);
  });

  it('are called what their module calls them, even if they stand in one place only', () => {
    const { components, paths } = describeNamed({ Animal: Pet, Unused: Type.Object({}) }, getPet);
    expect(Object.keys(components.schemas)).toEqual(['Animal', 'ApiError', 'ContractError', 'OAuthError', 'V2Error']);
    const response = paths['/api/pets/{pet-id}']?.get?.responses[200] as Response;
    expect(response.content?.['application/json']?.schema).toEqual({ $ref: '#/components/schemas/Animal' });
  });

  it('take their title for a name, and never one that is taken', () => {
    const Titled = Type.Object(
      { id: Type.String({ description: 'Id.' }) },
      { title: 'Beast', description: 'A beast.' },
    );
    const Other = Type.Object({ no: Type.String({ description: 'No.' }) }, { title: 'Beast', description: 'Another.' });
    const { components } = describeRoutes(
      { ...getPet, outputs: { 200: { description: 'One.', schema: Titled } } },
      { ...getKey, outputs: { 200: { description: 'Another.', schema: Other } } },
    );
    expect(Object.keys(components.schemas)).toEqual([
      'ApiError',
      'Beast',
      'ContractError',
      'KeyBeast',
      'OAuthError',
      'V2Error',
    ]);
  });

  it('say of an enumeration which type it has, and of a record what its values are', () => {
    const Tags = Type.Object({ tags: Type.Record(Type.String(), Type.Integer(), { description: 'Counts.' }) });
    const { paths } = describeRoutes(
      { ...getPet, outputs: { 200: { description: 'Tags.', schema: Tags } } },
      createPet,
    );
    const { schema } = paths['/api/pets']?.post?.requestBody?.content['application/json'] ?? {};
    expect(schema?.properties?.size).toEqual({ type: 'string', enum: ['s', 'l'], description: 'Size.' });
    const response = paths['/api/pets/{pet-id}']?.get?.responses[200] as Response;
    expect(response.content?.['application/json']?.schema?.properties?.tags).toEqual({
      type: 'object',
      additionalProperties: { type: 'integer' },
      description: 'Counts.',
    });
  });
});

it('refuses two routes of one name', () => {
  expect(() => describeRoutes(getPet, { ...getKey, operationId: 'getPet' })).toThrow('Two routes are called getPet');
  expect(() => describeRoutes(getPet, { ...getPet, operationId: 'getIt' })).toThrow('GET /api/pets/{pet-id}');
});

it('writes the same text for the same routes', () => {
  expect(JSON.stringify(describeRoutes(createPet, getPet, getKey, getLiveness))).toBe(JSON.stringify(document));
});
