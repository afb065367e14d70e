// Long because it is a table: every rule of the contract with its kind, its text and what mends it.
import type { Kind } from './judge/verdict.types.ts';

/** The thirteen groups, in the order of the report. */
export const GROUPS = [
  'Transport',
  'Authentication',
  'JSON',
  'Flat answers',
  'Stable fields',
  'Types',
  'Errors',
  'Writes',
  'Repeated writes',
  'Latency and limits',
  'The key stays secret',
  'Drift',
  'One convention',
] as const;

export interface Rule {
  /** 1 to 13. */
  group: number;
  kind: Kind;
  /** What must hold, in our words. */
  text: string;
  mend: string;
}

const rule = (group: number, kind: Kind, text: string, mend: string): Rule => ({ group, kind, text, mend });

export const RULES = {
  https_only: rule(
    1,
    'contract',
    'The endpoint is called by https.',
    'Serve it under an https:// address and hand that one over.',
  ),
  no_plain_http: rule(
    1,
    'contract',
    'Plain http serves nothing; at most it redirects to https.',
    'Close the port, or answer every plain request with a redirect to https and nothing else.',
  ),
  certificate_trusted: rule(
    1,
    'contract',
    'The certificate comes from an authority that everybody trusts, with its whole chain.',
    'Get a certificate from a public authority (Let’s Encrypt is one) and serve it with its intermediates.',
  ),
  certificate_name: rule(
    1,
    'contract',
    'The certificate is made out for the host of the address.',
    'Issue the certificate for this host name, or use the name that it was issued for.',
  ),
  certificate_in_time: rule(
    1,
    'contract',
    'The certificate is valid today.',
    'Renew the certificate, and let a program do it from now on.',
  ),
  certificate_days_left: rule(
    1,
    'advice',
    'The certificate is good for two more weeks at least.',
    'Renew it now; automatic renewal usually runs 30 days before the end.',
  ),
  tls_version: rule(
    1,
    'advice',
    'TLS 1.2 or newer, and nothing older.',
    'Switch TLS 1.0 and 1.1 off in the server or in the load balancer before it.',
  ),
  key_accepted: rule(
    2,
    'contract',
    'The issued key, sent as the header x-api-key, opens the endpoint.',
    'Read the key from the header x-api-key; check that the key given to this check is the issued one.',
  ),
  key_missing_401: rule(
    2,
    'contract',
    'A call without a key is answered with 401.',
    'Refuse every call without x-api-key with status 401, before anything else is looked at.',
  ),
  key_wrong_401: rule(
    2,
    'contract',
    'A call with any other key is answered with 401.',
    'Compare the whole key with the issued ones, in constant time, on every call.',
  ),
  key_in_query_ignored: rule(
    2,
    'contract',
    'A key in the address opens nothing: only the header counts.',
    'Read the key from the header alone. Addresses end up in logs and histories.',
  ),
  key_per_environment: rule(
    2,
    'contract',
    'Each environment has a key of its own.',
    'Issue a separate key per environment, and refuse the keys of the others.',
  ),
  key_rotation: rule(
    2,
    'not verifiable from outside',
    'The key can be changed without an interruption.',
    'Accept the old and the new key side by side until the new one is in use.',
  ),
  json_success: rule(
    3,
    'contract',
    'Answers that succeed are application/json.',
    'Send Content-Type: application/json and a JSON body; a page, XML or a stream can’t be read.',
  ),
  json_errors: rule(
    3,
    'contract',
    'Answers that fail are application/json too.',
    'Let the error handler write JSON, also for 401, 404 and what the framework or a proxy refuses by itself.',
  ),
  json_object: rule(
    3,
    'contract',
    'At the top of an answer stands an object.',
    'Answer {"field": value, …}; a list or a bare value has no names to refer to.',
  ),
  success_is_200: rule(
    3,
    'contract',
    'What succeeded is answered with 200, at once.',
    'Answer 200 with the result. 201, 202, 204 and redirects leave the agent without it.',
  ),
  json_only_out: rule(
    3,
    'contract',
    'Nothing but JSON is spoken, whatever Accept asks for.',
    'Drop the other formats from this endpoint.',
  ),
  json_only_in: rule(
    3,
    'contract',
    'Bodies are read as application/json only; forms are refused.',
    'Parse application/json alone, and answer 4xx to everything else.',
  ),
  flat: rule(
    4,
    'contract',
    'Every value stands at the top level of the answer.',
    'Lift nested values up under names of their own.',
  ),
  no_lists: rule(
    4,
    'advice',
    'A field holds one value, not a list.',
    'Send what the agent needs of the list: a count, the latest entry, a joined text.',
  ),
  same_fields: rule(
    5,
    'contract',
    'Every answer has the same fields, for every customer.',
    'Send each field every time.',
  ),
  null_when_empty: rule(
    5,
    'contract',
    'A field without a value is null, not left out.',
    'Send "field": null for a customer who has nothing there.',
  ),
  one_case: rule(
    5,
    'contract',
    'Field names are written in one way everywhere: snake_case or camelCase.',
    'Choose one and rename the others.',
  ),
  as_documented: rule(
    5,
    'contract',
    'The fields are those of the sample that was handed over.',
    'Bring the endpoint and its documented sample together.',
  ),
  stable_types: rule(
    6,
    'contract',
    'A field has one type in all answers.',
    'Keep the type; null is the only other thing a field may be.',
  ),
  real_booleans: rule(
    6,
    'contract',
    'Yes and no are true and false, without quotes.',
    'Send a JSON boolean, not "true", "yes", "Y" or 1.',
  ),
  real_numbers: rule(
    6,
    'contract',
    'Amounts and counts are JSON numbers.',
    'Send 4900 rather than "4900" or "49,00 €".',
  ),
  iso_dates: rule(
    6,
    'contract',
    'Dates and times are ISO 8601 texts.',
    'Send 2026-06-15, 2026-06 or 2026-06-15T09:30:00Z.',
  ),
  text_ids: rule(
    6,
    'contract',
    'Postal codes, phone numbers and ids are texts.',
    'Send them in quotes: as numbers they lose leading zeros, and long ones their last digits.',
  ),
  few_values: rule(
    6,
    'contract',
    'Fields of a status or a plan hold short fixed words.',
    'Send the bare word ("Pro") and put labels for people into a field beside it.',
  ),
  null_not_text: rule(
    6,
    'advice',
    'Nothing is null, not a text that says so.',
    'Send null rather than "", "null", "N/A" or "-".',
  ),
  one_phone_format: rule(
    6,
    'contract',
    'Phone numbers are written in one way, at best E.164.',
    'Normalise them where they are stored, or when they are sent.',
  ),
  unknown_404: rule(
    7,
    'contract',
    'A customer who does not exist is answered with 404.',
    'Answer 404 instead of an empty success or a server error.',
  ),
  missing_400: rule(
    7,
    'contract',
    'A call without its required parameter is answered with 400.',
    'Check the parameters first and answer 400 with the name of what is missing.',
  ),
  malformed_400: rule(
    7,
    'contract',
    'A required parameter that can’t be right is answered with 400.',
    'Check the form of the parameter before looking anybody up.',
  ),
  error_body: rule(
    7,
    'contract',
    'A failed call says {"error": code, "message": sentence}.',
    'Send both as texts: a stable code for programs, a sentence for people.',
  ),
  answers_every_time: rule(
    7,
    'advice',
    'Calls in order are answered, without server errors and broken connections.',
    'Look up these moments in the server’s log.',
  ),
  no_internals: rule(
    7,
    'advice',
    'Errors show nothing of the inside: no stack, no path, no SQL.',
    'Log the details and answer with a sentence.',
  ),
  other_failures_500: rule(
    7,
    'not verifiable from outside',
    'Whatever else goes wrong is a 500 with the same error body.',
    'Give the application one error handler that writes it.',
  ),
  write_method: rule(
    8,
    'contract',
    'Writes are POST, PUT or DELETE, reads are GET.',
    'Use POST to create or to trigger, PUT to replace, DELETE to remove.',
  ),
  write_success: rule(
    8,
    'contract',
    'A write answers "success" as true or false.',
    'Add the boolean success at the top level of every answer with status 200.',
  ),
  write_message: rule(
    8,
    'contract',
    'A write answers "message", a sentence for people.',
    'Add the text message, worded so that the customer may read it.',
  ),
  write_error_code: rule(
    8,
    'contract',
    'A write that did not succeed carries "error_code", a stable code.',
    'Add error_code such as INVALID_PHONE_FORMAT whenever success is false.',
  ),
  refusal_is_200: rule(
    8,
    'contract',
    'What the company’s rules refuse is a 200 with success false.',
    'Keep 4xx and 5xx for broken calls; a refusal is a result.',
  ),
  write_bad_input_4xx: rule(
    8,
    'contract',
    'A write with a broken or incomplete body is refused with a 4xx that says why.',
    'Check the body first: 400 and a JSON body with error and message.',
  ),
  message_readable: rule(
    8,
    'not verifiable from outside',
    'The message may be shown to the customer as it is.',
    'Read the messages in the sample answers with a customer’s eyes.',
  ),
  repeat_is_harmless: rule(
    9,
    'advice',
    'The same Idempotency-Key twice has one effect and one answer.',
    'Keep the answer under its Idempotency-Key for a day and give it again.',
  ),
  fast_enough: rule(
    10,
    'contract',
    '95 of 100 reads are answered within 2 s, writes within 5 s.',
    'Find what the slow calls wait for; answer from a cache or move work behind the answer.',
  ),
  never_beyond_limit: rule(
    10,
    'advice',
    'No call takes longer than the caller waits: 5 s for reads, 15 s for writes.',
    'Set a deadline inside the endpoint, and answer 500 when it passes.',
  ),
  limit_declared: rule(
    10,
    'contract',
    'The rate limit is told.',
    'Say how many requests per minute the endpoint takes (rateLimitPerMinute in the plan, --rate-limit).',
  ),
  limit_answer: rule(
    10,
    'advice',
    'Beyond the limit the answer is 429 with Retry-After.',
    'Answer 429, a JSON error body, and the seconds to wait in Retry-After.',
  ),
  limit_kept: rule(
    10,
    'contract',
    'Within the declared limit nothing is refused with 429.',
    'Raise the limit or declare the lower one.',
  ),
  key_not_echoed: rule(
    11,
    'contract',
    'The key never comes back: not in a body, not in a header.',
    'Take the key out of every answer and debug header, and issue a new one.',
  ),
  key_channel: rule(
    11,
    'not verifiable from outside',
    'The key is handed over through a secure channel, never by e-mail or chat.',
    'Use a secrets manager. The handoff document leaves it out.',
  ),
  no_lost_fields: rule(
    12,
    'contract',
    'No field has vanished or changed its name since the saved run.',
    'Bring the field back, or tell who calls before it goes.',
  ),
  no_changed_types: rule(
    12,
    'contract',
    'No field has changed its type since the saved run.',
    'Restore the type, or send the new one under a new name.',
  ),
  no_new_findings: rule(
    12,
    'advice',
    'Nothing that was kept in the saved run is broken now.',
    'Look what changed between the two runs.',
  ),
  not_slower: rule(
    12,
    'advice',
    'The endpoint is not twice as slow as in the saved run.',
    'Compare the load and what was deployed between the two runs.',
  ),
  one_identifier_place: rule(
    13,
    'contract',
    'The customer’s identifier travels in one place: always the query or always the body.',
    'Choose one place for all endpoints.',
  ),
  one_identifier_name: rule(
    13,
    'contract',
    'The customer is identified by one thing everywhere: the e-mail address or an id.',
    'Choose one name and one meaning for all endpoints.',
  ),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;
