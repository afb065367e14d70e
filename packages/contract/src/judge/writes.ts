import type { EndpointSeen, Observed } from '../probe/observed.types.ts';
import { type Say, sayAbout } from './judgement.ts';
import { answered, isObject, type JsonObject } from './select.ts';
import type { Judgement } from './verdict.types.ts';

/** Group 8: what a write answers. */
export function judgeWrites(seen: Observed): Judgement[] {
  const methods = seen.endpoints.map(judgeMethod);
  const writes = seen.endpoints.filter(({ endpoint }) => endpoint.kind === 'write');
  if (writes.length === 0) return methods;
  const open = sayAbout(null).open('message_readable', 'A person has to read it.');
  return [...methods, ...writes.flatMap(judgeEndpoint), open];
}

function judgeMethod({ endpoint: { kind, method, name } }: EndpointSeen): Judgement {
  const fitting = kind === 'read' ? ['GET'] : ['POST', 'PUT', 'DELETE'];
  const say = sayAbout(name);
  if (fitting.includes(method)) return say.kept('write_method', `${method} for a ${kind}.`);
  return say.finding('write_method', `${method} for a ${kind} instead of ${fitting.join(' or ')}`);
}

function judgeEndpoint(seen: EndpointSeen): Judgement[] {
  const say = sayAbout(seen.endpoint.name);
  const calls = answered(seen, 'write', 'refused write', 'repeated key').filter(({ answer }) => answer.status === 200);
  const bodies = calls.map(({ answer }) => answer.json).filter(isObject);
  if (bodies.length === 0) {
    const why = seen.withheld ?? 'no write was answered with 200';
    return [say.open('write_success', why), say.open('write_message', why), refusal(seen, say)];
  }
  return [
    say.unless('write_success', bodies.flatMap(badSuccess), `${bodies.length} writes said true or false.`),
    say.unless('write_message', bodies.flatMap(badMessage), `${bodies.length} writes said what happened.`),
    errorCodes(bodies, say),
    refusal(seen, say),
    badInput(seen, say),
  ];
}

function badSuccess({ success }: JsonObject): string[] {
  if (success === undefined) return ['success is missing'];
  return typeof success === 'boolean' ? [] : [`success is ${JSON.stringify(success)}`];
}

function badMessage({ message }: JsonObject): string[] {
  if (message === undefined) return ['message is missing'];
  return typeof message === 'string' && message.trim() !== '' ? [] : [`message is ${JSON.stringify(message)}`];
}

/** A code is one word that programs compare: letters, digits, `_`, `-`, `.`. */
const CODE = /^[A-Za-z][A-Za-z0-9_.-]*$/;

function errorCodes(bodies: readonly JsonObject[], say: Say): Judgement {
  const failed = bodies.filter(({ success }) => success === false);
  if (failed.length === 0) return say.open('write_error_code', 'No write was refused.');
  const problems = failed.flatMap(({ error_code: code }) => {
    if (code === undefined || code === null) return ['error_code is missing'];
    return typeof code === 'string' && CODE.test(code) ? [] : [`error_code is ${JSON.stringify(code)}`];
  });
  return say.unless('write_error_code', problems, `${failed.length} refused writes carried one.`);
}

/** With a body that is known to be refused, 200 is asked for; for a customer who does not exist 404 is in order too. */
function refusal(seen: EndpointSeen, say: Say): Judgement {
  const refused = answered(seen, 'refused write');
  const unknown = answered(seen, 'unknown customer');
  if (refused.length + unknown.length === 0)
    return say.open('refusal_is_200', seen.withheld ?? 'No write was refused.');
  const problems = [...refused, ...unknown].flatMap(({ answer, purpose, note }) => {
    if (purpose === 'unknown customer' && answer.status === 404) return [];
    if (answer.status !== 200) return [`${note}: ${answer.status} instead of 200`];
    const success = isObject(answer.json) ? answer.json.success : undefined;
    return success === true ? [`${note}: success is true`] : [];
  });
  return say.unless(
    'refusal_is_200',
    problems,
    `${[...refused, ...unknown].map(({ note }) => note).join(', ')}: told as a result.`,
  );
}

function badInput(seen: EndpointSeen, say: Say): Judgement {
  const calls = answered(seen, 'missing field', 'broken json');
  if (calls.length === 0) return say.open('write_bad_input_4xx', 'No broken body was sent.');
  const wrong = calls.filter(({ answer }) => answer.status < 400 || answer.status >= 500);
  const problems = wrong.map(({ note, answer }) => `${note}: ${answer.status} instead of 400`);
  return say.unless('write_bad_input_4xx', problems, `${calls.length} broken bodies were refused.`);
}
