import type { Answer, EndpointSeen, Exchange, Observed } from '../probe/observed.types.ts';
import { type Say, sayAbout } from './judgement.ts';
import { answered, isObject } from './select.ts';
import type { Judgement } from './verdict.types.ts';

const GOOD = ['ordinary', 'empty customer', 'write', 'repeated key'] as const;
const FAILING = [
  'no key',
  'wrong key',
  'key in query',
  'unknown customer',
  'missing identifier',
  'malformed identifier',
  'missing field',
  'broken json',
  'form',
  'burst',
] as const;

/** Group 3: JSON in, JSON out, an object at the top, 200 when it succeeded. */
export function judgeJson(seen: Observed): Judgement[] {
  return seen.endpoints.filter(({ withheld }) => withheld === null).flatMap(judgeEndpoint);
}

function judgeEndpoint(seen: EndpointSeen): Judgement[] {
  const say = sayAbout(seen.endpoint.name);
  const good = answered(seen, ...GOOD);
  if (good.length === 0) return [say.open('json_success', 'No ordinary call was answered.')];
  const succeeded = good.filter(({ answer }) => answer.status < 400);
  const failed = answered(seen, ...FAILING).filter(({ answer }) => answer.status >= 400);
  return [
    say.unless('success_is_200', good.flatMap(notOk), `${good.length} ordinary calls answered 200.`),
    say.unless('json_success', succeeded.flatMap(notJson), `${succeeded.length} answers were application/json.`),
    say.unless('json_object', succeeded.flatMap(notObject), 'Each was an object.'),
    failed.length === 0
      ? say.open('json_errors', 'No call failed.')
      : say.unless('json_errors', failed.flatMap(notJson), `${failed.length} error answers were application/json.`),
    ...otherFormats(seen, say),
  ];
}

function notOk({ answer }: { answer: Answer }): string[] {
  return answer.status === 200 ? [] : [`An ordinary call was answered with ${answer.status}`];
}

function notJson({ answer, purpose, note }: Exchange): string[] {
  if (answer === null) return [];
  const what = purpose === 'ordinary' || purpose === 'write' ? 'An ordinary call' : note || purpose;
  if (answer.mediaType !== 'application/json') {
    return [`${what}: ${answer.status} as ${answer.mediaType || 'no type at all'}`];
  }
  return answer.json === undefined ? [`${what}: ${answer.status}, but the body is not valid JSON`] : [];
}

function notObject({ answer }: { answer: Answer }): string[] {
  const { json } = answer;
  if (json === undefined || isObject(json)) return [];
  return [`At the top stands ${Array.isArray(json) ? 'a list' : typeof json}`];
}

function otherFormats(seen: EndpointSeen, say: Say): Judgement[] {
  const [xml] = answered(seen, 'asks for xml');
  const [form] = answered(seen, 'form');
  const judgements: Judgement[] = [];
  if (xml) {
    // 406 with a JSON body is a refusal in order.
    const wrong =
      xml.answer.mediaType === 'application/json' ? [] : [`Accept: application/xml got ${xml.answer.mediaType}`];
    judgements.push(say.unless('json_only_out', wrong, 'Accept: application/xml still got JSON.'));
  }
  if (form) {
    const { status } = form.answer;
    const wrong = status >= 400 && status < 500 ? [] : [`A form-encoded body was answered with ${status}`];
    judgements.push(say.unless('json_only_in', wrong, `A form-encoded body was refused with ${status}.`));
  }
  return judgements;
}
