// Long because it is a table: one fault per sentence of the contract, each with the rule that must find it.
import { createTestAuthority } from '../../../server/src/platform/outbound/certificates.testing.ts';
import type { RuleId } from '../src/index.ts';
import { authority, type Fault, KEY, type Moment, OTHER_KEY, type Reply } from './fake-company.testing.ts';

type Fields = Record<string, unknown>;

/** Changes the body of reads that succeed. */
const reads = (change: (fields: Fields, moment: Moment) => unknown): Fault => ({
  change: (reply, moment) =>
    moment.kind === 'read' && moment.cause === 'ok' ? { ...reply, json: change(reply.json as Fields, moment) } : reply,
});

/** Changes the body of writes that are answered, done or refused. */
const writes = (change: (fields: Fields, moment: Moment) => unknown): Fault => ({
  change: (reply, moment) =>
    moment.kind === 'write' && reply.status === 200 ? { ...reply, json: change(reply.json as Fields, moment) } : reply,
});

/** Changes answers of one cause. */
const when = (cause: Moment['cause'], kind: Moment['kind'] | null, change: Partial<Reply>): Fault => ({
  change: (reply, moment) =>
    moment.cause === cause && (kind === null || moment.kind === kind) ? { ...reply, ...change } : reply,
});

const html: Partial<Reply> = { type: 'text/html', json: '<h1>Hello</h1>' };
const without = (fields: Fields, ...names: string[]) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
const renamed = (fields: Fields, from: string, to: string) => ({ ...without(fields, from), [to]: fields[from] });
const wait = (timeMs: number) => new Promise((resolve) => setTimeout(resolve, timeMs));
const days = (count: number) => new Date(Date.now() + count * 86_400_000);
const slow = (kind: Moment['kind'], timeMs: number, isSlow: (count: number) => boolean): Fault => ({
  async change(reply, moment) {
    if (moment.kind === kind && moment.cause === 'ok' && isSlow(moment.count)) await wait(timeMs);
    return reply;
  },
});
const echo = (place: 'body' | 'header', cause: Moment['cause']): Fault => ({
  change(reply, moment) {
    if (moment.cause !== cause) return reply;
    if (place === 'header') return { ...reply, headers: { 'x-debug': `key=${encodeURIComponent(KEY)}` } };
    return { ...reply, json: { ...(reply.json as Fields), message: `You sent ${KEY}` } };
  },
});
const stranger = createTestAuthority('An authority that nobody trusts');

/** What is wrong → the rule that must say so → the fault. */
export const FAULTS: readonly (readonly [what: string, rule: RuleId, fault: Fault])[] = [
  // Transport
  ['plain http serves data', 'no_plain_http', { plainHttp: true }],
  ['expired certificate', 'certificate_in_time', { tls: authority.issue(['127.0.0.1'], { notAfter: days(-0.1) }) }],
  [
    'certificate of tomorrow',
    'certificate_in_time',
    {
      tls: authority.issue(['127.0.0.1'], { notBefore: days(1), notAfter: days(90) }),
    },
  ],
  [
    'certificate about to expire',
    'certificate_days_left',
    { tls: authority.issue(['127.0.0.1'], { notAfter: days(5) }) },
  ],
  ['self-signed certificate', 'certificate_trusted', { tls: { cert: stranger.cert, key: stranger.key } }],
  ['unknown authority', 'certificate_trusted', { tls: stranger.issue(['127.0.0.1'], { notAfter: days(90) }) }],
  ['certificate of another host', 'certificate_name', { tls: authority.issue(['other.test'], { notAfter: days(90) }) }],
  ['old TLS', 'tls_version', { tls: { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } }],

  // Authentication
  ['no key needed', 'key_missing_401', { acceptsKey: (key) => key === undefined || key === KEY }],
  ['any key accepted', 'key_wrong_401', { acceptsKey: (key) => key !== undefined }],
  [
    'only the start of the key compared',
    'key_wrong_401',
    { acceptsKey: (key) => key?.startsWith(KEY.slice(0, 10)) ?? false },
  ],
  ['a part of the key accepted', 'key_wrong_401', { acceptsKey: (key) => key !== undefined && KEY.startsWith(key) }],
  [
    'key accepted in the query',
    'key_in_query_ignored',
    {
      acceptsKey: (key, url) => key === KEY || url.searchParams.get('api_key') === KEY,
    },
  ],
  ['one key for all environments', 'key_per_environment', { acceptsKey: (key) => key === KEY || key === OTHER_KEY }],
  ['the right key refused', 'key_accepted', { acceptsKey: () => false }],
  ['403 for a missing key', 'key_missing_401', when('unauthorized', null, { status: 403 })],

  // JSON
  ['200 with a page', 'json_success', when('ok', 'read', html)],
  ['a stream of events', 'json_success', when('ok', 'read', { type: 'text/event-stream', json: 'data: {}' })],
  ['JSON sent as text', 'json_success', when('ok', 'write', { type: 'text/plain' })],
  ['a broken body sent as JSON', 'json_success', when('ok', 'read', { type: 'application/json', json: '{"a":' })],
  ['401 without JSON', 'json_errors', when('unauthorized', null, { type: 'text/plain', json: 'Unauthorized' })],
  ['404 as a page', 'json_errors', when('unknown', null, html)],
  ['a list at the top', 'json_object', reads((fields) => [fields])],
  ['201 for what is done', 'success_is_200', when('ok', 'write', { status: 201 })],
  ['202 and a promise', 'success_is_200', when('ok', 'write', { status: 202, json: { status: 'queued' } })],
  ['JSON bodies refused', 'success_is_200', when('ok', 'write', { status: 415, json: { error: 'e', message: 'm' } })],
  ['a redirect', 'success_is_200', when('ok', 'read', { status: 302, headers: { location: '/elsewhere' } })],
  [
    'XML on request',
    'json_only_out',
    {
      change: (reply, { request }) =>
        request.headers.accept === 'application/xml'
          ? { ...reply, type: 'application/xml', json: '<plan>Pro</plan>' }
          : reply,
    },
  ],
  ['forms accepted', 'json_only_in', { readsForms: true }],

  // Flat answers
  ['a nested body', 'flat', reads((fields) => ({ data: { user: fields } }))],
  ['one nested object', 'flat', reads((fields) => ({ ...fields, address: { city: 'Berlin' } }))],
  ['a list of objects', 'flat', reads((fields) => ({ ...fields, orders: [{ id: 'o1' }] }))],
  ['a nested write', 'flat', writes((fields) => ({ ...fields, result: { refund: 1 } }))],
  ['a list of words', 'no_lists', reads((fields) => ({ ...fields, tags: ['a', 'b'] }))],

  // Stable fields
  [
    'a name that changes',
    'same_fields',
    reads((fields, { count }) => (count % 3 ? fields : renamed(fields, 'phone_number', 'phoneNumber'))),
  ],
  [
    'a field left out for one customer',
    'same_fields',
    reads((fields, { customer }) => (customer === 'bob@example.com' ? without(fields, 'plan') : fields)),
  ],
  [
    'a field left out for empty data',
    'null_when_empty',
    reads((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))),
  ],
  ['two ways of writing names', 'one_case', reads((fields) => renamed(fields, 'is_vip', 'isVip'))],
  [
    'another way in another endpoint',
    'one_case',
    writes((fields) => ('confirmation_id' in fields ? renamed(fields, 'confirmation_id', 'confirmationId') : fields)),
  ],
  ['names with blanks', 'one_case', reads((fields) => renamed(fields, 'is_vip', 'Is VIP'))],
  ['not as in the sample', 'as_documented', reads((fields) => renamed(fields, 'plan', 'tier'))],

  // Types
  [
    'a type that flaps',
    'stable_types',
    reads((fields, { count }) => ({ ...fields, refund_amount_cents: count % 2 ? 'much' : 4900 })),
  ],
  ['"true" in quotes', 'real_booleans', reads((fields) => ({ ...fields, is_vip: 'true' }))],
  ['1 for yes', 'real_booleans', reads((fields) => ({ ...fields, is_vip: 1 }))],
  ['an amount in quotes', 'real_numbers', reads((fields) => ({ ...fields, refund_amount_cents: '4900' }))],
  ['a German date', 'iso_dates', reads((fields) => ({ ...fields, subscription_renews_at: '15.06.2026' }))],
  ['an American month', 'iso_dates', reads((fields) => ({ ...fields, month_of_signup: 'March 2024' }))],
  ['a timestamp in seconds', 'iso_dates', writes((fields) => ({ ...fields, effective_date: 1781481600 }))],
  ['a postal code as a number', 'text_ids', reads((fields) => ({ ...fields, zip_code: 1067 }))],
  ['an id as a number', 'text_ids', reads((fields) => ({ ...fields, customer_id: 42 }))],
  ['a plan with its price', 'few_values', reads((fields) => ({ ...fields, plan: 'Pro tier - $99/mo' }))],
  ['"N/A" for nothing', 'null_not_text', reads((fields) => ({ ...fields, plan: 'N/A' }))],
  [
    'two ways of writing phone numbers',
    'one_phone_format',
    reads((fields, { count }) => ({ ...fields, phone_number: count % 2 ? '030 12345' : '+493012345' })),
  ],

  // Errors
  ['200 for an unknown customer', 'unknown_404', when('unknown', 'read', { status: 200, json: {} })],
  ['500 for an unknown customer', 'unknown_404', when('unknown', 'read', { status: 500 })],
  ['200 without the parameter', 'missing_400', when('missing', 'read', { status: 200 })],
  ['422 without the parameter', 'missing_400', when('missing', 'read', { status: 422 })],
  ['404 for a malformed address', 'malformed_400', when('malformed', 'read', { status: 404 })],
  ['errors without a message', 'error_body', when('unknown', 'read', { json: { error: 'user_not_found' } })],
  ['errors without a code', 'error_body', when('unauthorized', null, { json: { message: 'No.' } })],
  ['an error as an object', 'error_body', when('missing', null, { json: { error: { code: 1 }, message: 'No.' } })],
  [
    '500 now and then',
    'answers_every_time',
    {
      change: (reply, { cause, count }) =>
        cause === 'ok' && count % 5 === 4
          ? { ...reply, status: 500, json: { error: 'oops', message: 'Try again.' } }
          : reply,
    },
  ],
  [
    'connections that break',
    'answers_every_time',
    {
      change: (reply, { cause, count }) => (cause === 'ok' && count % 5 === 4 ? 'hang up' : reply),
    },
  ],
  [
    'a stack in the error',
    'no_internals',
    when('unknown', 'read', { json: { error: 'e', message: 'Error: no\n    at read (/app/db.js:3:1)' } }),
  ],

  // Writes
  ['success missing', 'write_success', writes((fields) => without(fields, 'success'))],
  ['success in quotes', 'write_success', writes((fields) => ({ ...fields, success: String(fields.success) }))],
  ['message missing', 'write_message', writes((fields) => without(fields, 'message'))],
  ['error_code missing', 'write_error_code', writes((fields) => without(fields, 'error_code'))],
  [
    'a sentence as error_code',
    'write_error_code',
    writes((fields) => ('error_code' in fields ? { ...fields, error_code: 'It did not work' } : fields)),
  ],
  ['a refusal as 422', 'refusal_is_200', when('refused', 'write', { status: 422 })],
  [
    'a refusal that says success',
    'refusal_is_200',
    when('refused', 'write', { json: { success: true, message: 'Done.' } }),
  ],
  ['500 for a broken body', 'write_bad_input_4xx', when('malformed', 'write', { status: 500 })],
  ['200 for a broken body', 'write_bad_input_4xx', when('malformed', 'write', { status: 200 })],

  // Repeated writes
  ['a repeated write is done again', 'repeat_is_harmless', { forgetsWrites: 'effect and answer' }],
  ['a repeated write is done again in secret', 'repeat_is_harmless', { forgetsWrites: 'effect' }],

  // Latency and limits
  ['slow reads', 'fast_enough', slow('read', 40, (count) => count % 4 === 0)],
  ['slow writes', 'fast_enough', slow('write', 60, (count) => count % 4 === 0)],
  ['one call in the tail', 'never_beyond_limit', slow('read', 120, (count) => count === 7)],
  [
    '429 within the limit',
    'limit_kept',
    {
      change: (reply, { cause, count }) =>
        cause === 'ok' && count === 3 ? { ...reply, status: 429, json: { error: 'limited', message: 'Wait.' } } : reply,
    },
  ],

  // The key
  ['the key in the body', 'key_not_echoed', echo('body', 'ok')],
  ['the key in an error', 'key_not_echoed', echo('body', 'unknown')],
  ['the key in a header', 'key_not_echoed', echo('header', 'ok')],
];
