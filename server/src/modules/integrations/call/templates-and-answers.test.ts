import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BodyTemplate, InputField, OutputField } from '../integrations.types.ts';
import { compareShape } from './compare-shape.ts';
import { fillTemplate, placeholdersOf, strayBraces, TemplateError } from './fill-template.ts';
import { readAnswer } from './read-answer.ts';

const input = (name: string, type: InputField['type'] = 'string', required = true): InputField => ({
  name,
  type,
  required,
  description: '',
});
const output = (name: string, type: OutputField['type']): OutputField => ({ name, type, description: '' });

describe('a template', () => {
  const template = {
    method: 'PUT' as const,
    path: '/customers/{id}/phone',
    query: { flow: 'phone', email: '{email}', note: '{note}' },
    body: { phone: '{phone}', cents: '{cents}', text: 'For {id}', deep: { note: '{note}' }, fixed: 1 } as Record<
      string,
      BodyTemplate
    >,
    inputs: [input('id'), input('email'), input('phone'), input('cents', 'number'), input('note', 'string', false)],
  };
  const values = { id: 'a/b', email: 'x+y@example.com', phone: '"},{"admin":true', cents: 4_900 };

  test('takes each value in its place, encoded for it', () => {
    const { method, url, body } = fillTemplate(template, 'https://api.example.com/v1/', values);
    expect(method).toBe('PUT');
    expect(url).toBe('https://api.example.com/v1/customers/a%2Fb/phone?flow=phone&email=x%2By%40example.com');
    expect(JSON.parse(body ?? '')).toEqual({
      phone: '"},{"admin":true',
      cents: 4_900,
      text: 'For a/b',
      deep: { note: null },
      fixed: 1,
    });
  });

  test.each([
    ['a required input is missing', { ...values, email: null }, 'email'],
    ['a type is another', { ...values, cents: '4900' }, 'cents'],
    ['a path segment is dots', { ...values, id: '..' }, 'id'],
    ['a path segment is empty', { ...values, id: '' }, 'id'],
  ])('is refused when %s', (_, given, name) => {
    expect(() => fillTemplate(template, 'https://api.example.com', given)).toThrow(TemplateError);
    expect(() => fillTemplate(template, 'https://api.example.com', given)).toThrow(name);
  });

  test('no value changes origin, path depth, parameters or the form of the body', () => {
    const plain = { id: 'i', email: 'e', phone: 'p', cents: 1 };
    const shape = (given: typeof plain) => {
      const { url, body } = fillTemplate(template, 'https://api.example.com/v1', given);
      const { origin, pathname, searchParams, hash } = new URL(url);
      return [origin, pathname.split('/').length, [...searchParams.keys()], hash, Object.keys(JSON.parse(body ?? ''))];
    };
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string(), (id, email) => {
        fc.pre(id !== '.' && id !== '..' && id.isWellFormed() && email.isWellFormed());
        expect(shape({ ...plain, id, email, phone: email })).toEqual(shape(plain));
      }),
    );
  });

  test('tells its placeholders, and braces that are none', () => {
    expect([...placeholdersOf(template)].sort()).toEqual(['cents', 'email', 'id', 'note', 'phone']);
    expect(strayBraces({ path: '/a/{b', query: {}, body: null })).toEqual(['/a/{b']);
    expect(strayBraces(template)).toEqual([]);
  });
});

const json = (body: unknown, status = 200) => ({
  status,
  contentType: 'application/json; charset=utf-8',
  text: JSON.stringify(body),
});
const read = { kind: 'read' as const, outputs: [output('plan', 'string'), output('is_vip', 'boolean')] };
const write = { kind: 'write' as const, outputs: [output('refund_amount_cents', 'number')] };

describe('the answer to a read', () => {
  test('gives the declared fields with their types, and null for all else', () => {
    const answer = readAnswer(read, json({ plan: 'Pro', is_vip: 'true', secret: 'x' }));
    expect(answer).toMatchObject({ outcome: 'ok', values: { plan: 'Pro', is_vip: null } });
    expect(Object.keys(answer.values)).toEqual(['plan', 'is_vip']);
  });

  test.each([
    [json({ error: 'user_not_found' }, 404), 'not_found', 'not_found'],
    [json({ error: 'x', message: 'stack trace' }, 500), 'failed', 'server_error'],
    [json({ error: 'unauthorized' }, 401), 'failed', 'unauthorized'],
    [{ status: 200, contentType: 'text/html', text: '<h1>Welcome</h1>' }, 'failed', 'not_json'],
    [json(['plan']), 'failed', 'not_json'],
    [{ status: 200, contentType: 'application/json', text: '{"plan":' }, 'failed', 'not_json'],
    [json({}, 302), 'failed', 'redirected'],
  ])('%j is %s', (answer, outcome, failure) => {
    expect(readAnswer(read, answer)).toMatchObject({
      outcome,
      failure,
      values: { plan: null, is_vip: null },
      message: null,
    });
  });
});

describe('the answer to a write', () => {
  test('is done only when it says so', () => {
    const done = readAnswer(write, json({ success: true, message: 'Done.', refund_amount_cents: 4_900 }));
    expect(done).toMatchObject({ outcome: 'ok', message: 'Done.', values: { refund_amount_cents: 4_900 } });
    const refused = readAnswer(write, json({ success: false, message: 'No.', error_code: 'ALREADY_CANCELLED' }));
    expect(refused).toMatchObject({ outcome: 'refused', message: 'No.', errorCode: 'ALREADY_CANCELLED' });
  });

  test.each([
    [json({ success: 'true', message: 'Done.' }), 'unknown', 'no_success_field'],
    [json({ message: 'Done.' }), 'unknown', 'no_success_field'],
    [{ status: 200, contentType: 'text/html', text: 'ok' }, 'unknown', 'not_json'],
    [json({ success: true }, 500), 'unknown', 'server_error'],
    [json({}, 503), 'unknown', 'server_error'],
    [json({}, 303), 'unknown', 'redirected'],
    [json({}, 408), 'unknown', 'rejected'],
    [json({ success: true }, 400), 'failed', 'rejected'],
    [json({}, 404), 'failed', 'rejected'],
    [json({}, 401), 'failed', 'unauthorized'],
    [json({}, 429), 'failed', 'rate_limited'],
  ])('%j is %s', (answer, outcome, failure) => {
    expect(readAnswer(write, answer)).toMatchObject({ outcome, failure, message: null, errorCode: null });
  });
});

test('a changed shape is named', () => {
  const outputs = [
    output('phone_number', 'string'),
    output('is_vip', 'boolean'),
    output('plan', 'string'),
    output('note', 'string'),
  ];
  expect(compareShape(outputs, { phoneNumber: '1', is_vip: 'true', note: null, extra: {} })).toEqual([
    { field: 'phone_number', kind: 'renamed', expected: 'string', found: 'phoneNumber' },
    { field: 'is_vip', kind: 'type_changed', expected: 'boolean', found: 'string' },
    { field: 'plan', kind: 'vanished', expected: 'string', found: null },
  ]);
  expect(compareShape(outputs, { phone_number: '1', is_vip: true, plan: 'Pro', note: null })).toEqual([]);
});
