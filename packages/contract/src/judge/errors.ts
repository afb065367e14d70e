import type { Answer, EndpointSeen, Exchange, Observed } from '../probe/observed.types.ts';
import { type Say, sayAbout } from './judgement.ts';
import { answered, isObject } from './select.ts';
import type { Judgement } from './verdict.types.ts';

/** Group 7: the right status for what went wrong, and a body that says it. */
export function judgeErrors(seen: Observed): Judgement[] {
  const endpoints = seen.endpoints.filter(({ withheld }) => withheld === null);
  const open = sayAbout(null).open('other_failures_500', 'Nothing was broken on purpose.');
  return [...endpoints.flatMap(judgeEndpoint), open];
}

function judgeEndpoint(seen: EndpointSeen): Judgement[] {
  const say = sayAbout(seen.endpoint.name);
  const statuses = seen.endpoint.kind === 'read' ? readStatuses(seen, say) : [];
  return [...statuses, errorBodies(seen, say), everyTime(seen, say), internals(seen, say)];
}

function readStatuses(seen: EndpointSeen, say: Say): Judgement[] {
  return [
    status(seen, 'unknown customer', 404, 'unknown_404', say),
    status(seen, 'missing identifier', 400, 'missing_400', say),
    status(seen, 'malformed identifier', 400, 'malformed_400', say),
  ];
}

function status(
  seen: EndpointSeen,
  purpose: Exchange['purpose'],
  wanted: number,
  rule: 'unknown_404' | 'missing_400' | 'malformed_400',
  say: Say,
): Judgement {
  const calls = answered(seen, purpose);
  if (calls.length === 0) return say.open(rule, `There was no call with ${purpose}: ${whyNot(purpose)}.`);
  const wrong = calls.filter(({ answer }) => answer.status !== wanted);
  const problems = wrong.map(({ note, answer }) => `${note}: ${answer.status} instead of ${wanted}`);
  return say.unless(rule, problems, `${calls[0]?.note}: ${wanted}.`);
}

function whyNot(purpose: Exchange['purpose']): string {
  if (purpose === 'malformed identifier') return 'only an e-mail address can be seen to be malformed';
  return purpose === 'missing identifier' ? 'the identifier is part of the path' : 'it was not answered';
}

/** 4xx and 5xx of any call. A write may also say it in the shape of a write that did not succeed. */
function errorBodies(seen: EndpointSeen, say: Say): Judgement {
  const failed = answered(seen).filter(({ answer }) => answer.status >= 400 && answer.status !== 406);
  if (failed.length === 0) return say.open('error_body', 'No call failed.');
  const problems = failed.flatMap(({ answer, note, purpose }) => {
    const { json } = answer;
    if (seen.endpoint.kind === 'write' && isObject(json) && json.success === false) return [];
    const missing = ['error', 'message'].filter((field) => !isText(isObject(json) ? json[field] : undefined));
    return missing.length === 0 ? [] : [`${note || purpose}: ${answer.status} without ${missing.join(' and ')}`];
  });
  return say.unless('error_body', problems, `${failed.length} error answers said error and message.`);
}

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';

function everyTime(seen: EndpointSeen, say: Say): Judgement {
  const calls = seen.exchanges.filter(({ purpose }) =>
    ['ordinary', 'empty customer', 'write', 'refused write'].includes(purpose),
  );
  const problems = calls.flatMap(({ answer, failure }) => {
    if (answer === null) return [`A call got no answer: ${failure}`];
    return answer.status >= 500 ? [`A call was answered with ${answer.status}`] : [];
  });
  return say.unless('answers_every_time', problems, `${calls.length} of ${calls.length} calls were answered.`);
}

const INTERNALS = [
  /\n\s+at .+:\d+/,
  /Traceback \(most recent call last\)/,
  /\b(SELECT|INSERT INTO|UPDATE) .+ (FROM|VALUES|SET) /,
  /\/(usr|home|app|srv|var)\/[\w./-]+\.\w+/,
  /\b(java|org|com)\.[a-z]+\.[\w.]+Exception\b/,
];

function internals(seen: EndpointSeen, say: Say): Judgement {
  const failed = answered(seen).filter(({ answer }) => answer.status >= 400);
  const showing = failed.filter(({ answer }) => showsInternals(answer));
  const problems = showing.map(({ note, purpose, answer }) => `${note || purpose}: ${answer.status} shows the inside`);
  return say.unless('no_internals', problems, `${failed.length} error answers show nothing of it.`);
}

/** In the text as sent and, since JSON escapes line breaks, in its message too. */
function showsInternals({ text, json }: Answer): boolean {
  const texts = [text, ...(isObject(json) ? Object.values(json).filter((value) => typeof value === 'string') : [])];
  return texts.some((each) => INTERNALS.some((pattern) => pattern.test(each)));
}
