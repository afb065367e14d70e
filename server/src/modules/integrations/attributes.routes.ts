import { botNotFound } from '#modules/bots/index.ts';
import { ambiguousCustomer } from '#modules/users/index.ts';
import { detachedRoute, route } from '#platform/http/route.ts';
import {
  Attribute,
  AttributeList,
  AttributeParams,
  CustomerTokenSecret,
  SaveAttribute,
  TriedAttribute,
  TryAttribute,
} from './attributes.schemas.ts';
import { rotateTokenSecret } from './customer/customer-token.ts';
import { attributeNotFound, endpointNotFound, nameTaken } from './integrations.errors.ts';
import { Deleted } from './integrations.schemas.ts';
import { createAttribute, deleteAttribute, getAttribute, listAttributes, saveAttribute } from './manage-attributes.ts';
import { tryAttribute } from './try-attribute.ts';

const tag = 'Attributes';

const exampleAttribute = {
  name: 'Bank data',
  source: { kind: 'bank' },
  fields: [
    { name: 'salary_next_date', type: 'string', usableInReplies: true },
    { name: 'income_median', type: 'number' },
  ],
  botIds: [],
};

export const attributeRoutes = [
  route({
    method: 'GET',
    path: '/v2/attributes',
    operationId: 'listAttributes',
    summary: 'List the attributes',
    description: 'Facts about a customer that agents read fresh for every message.',
    tag,
    scope: 'read',
    outputs: { 200: { description: 'The attributes.', schema: AttributeList } },
    handle: async (ctx) => ({ status: 200, body: await listAttributes(ctx) }),
  }),
  route({
    method: 'POST',
    path: '/v2/attributes',
    operationId: 'createAttribute',
    summary: 'Create an attribute',
    description:
      'From calls of your systems, from Kontor’s own bank data, from `user_attributes`, or from the signed customer token.',
    tag,
    scope: 'write',
    body: SaveAttribute,
    outputs: { 201: { description: 'The attribute.', schema: Attribute } },
    errors: [nameTaken, botNotFound, endpointNotFound],
    example: { body: exampleAttribute },
    handle: async (ctx, { body }) => ({ status: 201, body: await createAttribute(ctx, body) }),
  }),
  route({
    method: 'GET',
    path: '/v2/attributes/{attribute-id}',
    operationId: 'getAttribute',
    summary: 'Get an attribute',
    description: 'One attribute with its source and fields.',
    tag,
    scope: 'read',
    params: AttributeParams,
    outputs: { 200: { description: 'The attribute.', schema: Attribute } },
    errors: [attributeNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await getAttribute(ctx, params.attributeId) }),
  }),
  route({
    method: 'PUT',
    path: '/v2/attributes/{attribute-id}',
    operationId: 'saveAttribute',
    summary: 'Replace an attribute',
    description: 'Takes the place of the whole attribute, from the next message on.',
    tag,
    scope: 'write',
    params: AttributeParams,
    body: SaveAttribute,
    outputs: { 200: { description: 'The attribute as it is now.', schema: Attribute } },
    errors: [attributeNotFound, nameTaken, botNotFound, endpointNotFound],
    example: { body: { ...exampleAttribute, name: 'Bank data 2', fields: [{ name: 'currency', type: 'string' }] } },
    handle: async (ctx, { params, body }) => ({
      status: 200,
      body: await saveAttribute(ctx, params.attributeId, body),
    }),
  }),
  route({
    method: 'DELETE',
    path: '/v2/attributes/{attribute-id}',
    operationId: 'deleteAttribute',
    summary: 'Delete an attribute',
    description: 'Agents no longer read it, and rules that need one of its facts take their other way.',
    tag,
    scope: 'write',
    params: AttributeParams,
    outputs: { 200: { description: 'It is gone.', schema: Deleted } },
    errors: [attributeNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await deleteAttribute(ctx, params.attributeId) }),
  }),
  detachedRoute({
    method: 'POST',
    path: '/v2/attributes/{attribute-id}/try',
    operationId: 'tryAttribute',
    summary: 'Read an attribute now',
    description: 'For a customer whom your server names, in the sandbox when no environment is named.',
    tag,
    scope: 'write',
    params: AttributeParams,
    body: TryAttribute,
    outputs: { 200: { description: 'What was read.', schema: TriedAttribute } },
    errors: [attributeNotFound, ambiguousCustomer],
    example: { body: { customer: { email: 'somebody@example.com' } } },
    handle: async (ctx, { params, body }) => ({ status: 200, body: await tryAttribute(ctx, params.attributeId, body) }),
  }),
  route({
    method: 'POST',
    path: '/v2/workspace/customer-token-secret',
    operationId: 'rotateCustomerTokenSecret',
    effect: 'overwrites',
    summary: 'Make a secret for customer tokens',
    description:
      'Your server signs with it (HS256) who the customer on your page is: `sub` is their `externalId`, `email` their address, `exp` at most a day ahead. Tokens of the secret before are taken for one more day. Owners make it, in the console; a key can not.',
    tag,
    // Whoever holds it can say that anybody is any customer.
    scope: 'console:keys',
    outputs: { 201: { description: 'The secret, shown once.', schema: CustomerTokenSecret } },
    // The answer of a first call would have to be stored, secret and all.
    idempotent: false,
    handle: async (ctx) => ({ status: 201, body: await rotateTokenSecret(ctx) }),
  }),
];
