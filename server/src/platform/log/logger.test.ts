import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLogger, redactJson } from './index.ts';
import { redactLine } from './logger.ts';

const IBAN = 'DE89 3704 0044 0532 0130 00';
function capture(level: 'debug' | 'info' = 'info') {
  const lines: string[] = [];
  const log = createLogger({ level, destination: { write: (line) => void lines.push(line) } });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? 'null') };
}

test('writes one JSON object per line with ISO time and level name', () => {
  const { log, lines, last } = capture();
  log.warn({ requestId: 'r1', durationMs: 1.5 }, 'slow\nquery');
  log.debug('not at this level');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\{[^\n]*\}\n$/);
  expect(last()).toMatchObject({ level: 'warn', requestId: 'r1', durationMs: 1.5, msg: 'slow\nquery' });
  expect(last().time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

describe('censors wherever it stands', () => {
  test('fields by name, at any depth and in any spelling; null and booleans stay', () => {
    const { log, last } = capture();
    log.info({
      headers: { authorization: 'x', 'set-cookie': ['a'], 'X-Api-Key': 'k', Cookie: 'c', accept: 'json' },
      body: [{ clientSecret: 's', client_secret: 's', pin: 12345, tan: '1', refreshToken: { a: 1 }, newPassword: 'p' }],
      account: {
        iban: IBAN,
        owner: 'Anna',
        accountNumber: '1',
        balance: 12.34,
        paymentPartner: { name: 'B' },
        purpose: 'p',
      },
      user: { email: null, hasPassword: true, password: false, id: 7 },
    });
    const r = '[redacted]';
    expect(last()).toMatchObject({
      headers: { authorization: r, 'set-cookie': r, 'X-Api-Key': r, Cookie: r, accept: 'json' },
      body: [{ clientSecret: r, client_secret: r, pin: r, tan: r, refreshToken: r, newPassword: r }],
      account: { iban: r, owner: r, accountNumber: r, balance: 12.34, paymentPartner: r, purpose: r },
      user: { email: null, hasPassword: true, password: false, id: 7 },
    });
  });

  test('messages, their arguments, child bindings, prefixes, names of fields, numbers', () => {
    const { log, lines } = capture();
    const child = log.child({ account: IBAN }, { msgPrefix: `[${IBAN}] `, serializers: { raw: () => IBAN } });
    child.info({ [IBAN]: 1, raw: 1, card: 4111111111111111, list: [IBAN] }, `a ${IBAN} %s %o`, IBAN, {
      password: 'hunter2',
    });
    child.info('%s%s', 'DE8937040044', '0532013000');
    log.setBindings({ apiKey: 'hunter2' });
    log.info({ ['__proto__']: IBAN, toJSON: undefined });
    log.info(JSON.parse(`{"__proto__": {"password": "hunter2"}}`));
    expect(lines).toHaveLength(4);
    const text = lines.join('');
    expect(text).not.toMatch(/3704|0532|4111|hunter2/);
  });

  test('errors: type, message, stack, code and causes, nothing else of them', () => {
    const { log, last } = capture();
    const cause = Object.assign(new TypeError(`no account ${IBAN}`), { code: 'E_CAUSE' });
    const error = Object.assign(new Error(`login of anna@bank.example failed`, { cause }), {
      code: '23505',
      config: { body: 'holder Anna' },
    });
    log.error({ err: error, tries: 2 }, 'sync failed');
    expect(last()).toMatchObject({
      tries: 2,
      err: { type: 'Error', message: 'login of [email] failed', code: '23505' },
    });
    expect(last().err.cause).toMatchObject({ type: 'TypeError', message: 'no account [iban]', code: 'E_CAUSE' });
    expect(last().err.stack).toMatch(/^Error: login of \[email\] failed\n\s+at /);
    expect(Object.keys(last().err).sort()).toEqual(['cause', 'code', 'message', 'stack', 'type']);
    log.error(new AggregateError([cause, 'text'], 'all failed'));
    expect(last().err.errors).toMatchObject([{ message: 'no account [iban]' }, 'text']);
    expect(last().msg).toBe('all failed');
  });
});

test('survives circles, endless causes, deep nesting, bigints and unusual values', () => {
  const { log, lines, last } = capture();
  const circle: Record<string, unknown> = { password: 'hunter2' };
  circle.self = circle;
  log.info({ circle });
  expect(lines.at(-1)).not.toContain('hunter2');

  const error = new Error('a');
  error.cause = error;
  log.error(error);
  expect(last().err.cause.cause.message).toBe('a');

  let deep: unknown = { iban: IBAN };
  for (let level = 0; level < 100; level++) deep = { deep };
  log.info({ deep });
  expect(lines.at(-1)).toContain('[too deep]');

  log.info({ password: 'x', id: 12345678901234567890n, sum: -98765432109876543210n });
  expect(last()).toMatchObject({ id: '12345678901234567890', sum: '-98765432109876543210' });
  log.info({ nan: Number.NaN, none: undefined, fn: () => 1, when: new Date(0), lone: '\ud800' });
  expect(last()).toMatchObject({ nan: null, when: '1970-01-01T00:00:00.000Z' });
});

test('the line that passes unparsed is the line that parsing would give', () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom(IBAN, 'a@b.de', '"iban":"x"', '\\', '":', 'pin=1', '4111111111111111'),
  );
  const text = fc.array(part, { maxLength: 3 }).map((parts) => parts.join(''));
  const key = fc.oneof(text, fc.constantFrom('iban', 'email', 'id', 'Client-Secret', '"token'));
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      text,
      fc.integer(),
      fc.constant(null),
      fc.array(tie('any')),
      fc.dictionary(key, tie('any')),
    ),
  })).any;
  fc.assert(
    fc.property(fc.dictionary(key, value), (record) => {
      const line = JSON.stringify(record);
      expect(JSON.parse(redactLine(`${line}\n`))).toEqual(JSON.parse(JSON.stringify(redactJson(JSON.parse(line)))));
    }),
    { numRuns: 2000 },
  );
});

describe("a request's line", () => {
  const line = (requestId: string, caller?: string) => {
    const { log, lines } = capture();
    const fields = { requestId, method: 'GET', route: '/api/users/:userId', status: 200, durationMs: 1.5, caller };
    log.info(fields, 'request');
    return lines[0] ?? '';
  };

  test('passes as it is when its id is ours', () => {
    const passed = line('018f4d5e-3f1a-7c2b-9d4e-5f6a7b8c9d0e', 'client_AbC-123_xyz9');
    expect(JSON.parse(passed)).toMatchObject({ status: 200, caller: 'client_AbC-123_xyz9' });
  });

  test.each(['DE89370400440532013000', '4111111111111111', 'kontor_0123456789abcdefXYZ', 'eyJhbGciOi.eyJzdWIi.c2ln'])(
    'is censored when a client put %s into its id',
    (id) => {
      expect(line(id, 'client_AbC-123_xyz9')).not.toContain(id);
      expect(line('018f4d5e-3f1a-7c2b-9d4e-5f6a7b8c9d0e', id)).not.toContain(id);
    },
  );
});
