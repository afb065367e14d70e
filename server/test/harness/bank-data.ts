/** Users and bank data as tests send them, and answers held against the schemas that the routes declare. */
import { Value } from 'typebox/value';
import { expect } from 'vitest';
import { routes } from '../../src/app.ts';
import type { ApiAnswer, ApiClient } from './api-client.ts';

let last = 0;

/** Never the same twice in a file. */
export const uniqueId = (prefix: string) => `${prefix}-${(last += 1)}`;

export const transaction = (fields: object = {}) => ({
  transactionId: uniqueId('t'),
  amount: -12.34,
  bookingDate: '2026-03-01',
  ...fields,
});

export const account = (transactions: object[] | undefined, fields: object = {}) => ({
  accountId: uniqueId('a'),
  accountNumber: '532013000',
  balance: 100.5,
  currency: 'EUR',
  ...(transactions && { transactions }),
  ...fields,
});

/** A user that only `trigger-analysis` analyses, unless `fields` say otherwise; answers the path of its calls. */
export async function createUser(api: ApiClient, fields: object = {}): Promise<string> {
  const created = await api.post('/users', { type: 'person', automaticAnalysis: 'suspended', ...fields });
  expect(created.status, created.text).toBe(201);
  return `/users/${created.body.userId}`;
}

export async function upload(api: ApiClient, user: string, ...accounts: object[]): Promise<ApiAnswer> {
  const answer = await api.post(`${user}/banking/accounts`, { accounts });
  expect(answer.status, answer.text).toBe(201);
  return answer;
}

/** For answers that are sent in pieces, which the server can not validate itself. */
export function expectDeclared(operationId: string, answer: ApiAnswer): void {
  const schema = routes.find((route) => route.operationId === operationId)?.outputs[answer.status]?.schema;
  if (!schema) expect.fail(`${operationId} declares no body for ${answer.status}: ${answer.text}`);
  expect([...Value.Errors(schema, answer.body)]).toEqual([]);
}

/** A refusal with its code and, for a 400 or 409 that knows it, the first place that was wrong. */
export function expectRefused(answer: ApiAnswer, status: number, type: string, path?: string): void {
  const first = answer.body?.errors?.[0]?.path;
  expect({ status: answer.status, type: answer.body?.type, path: first }, answer.text).toEqual({ status, type, path });
}
