import type { EndpointSeen, Observed } from '../probe/observed.types.ts';
import { sayAbout } from './judgement.ts';
import { answered, isObject } from './select.ts';
import type { Judgement } from './verdict.types.ts';

/** Group 9: the same Idempotency-Key twice. Advice: the contract does not ask for it, a caller that retries needs it. */
export function judgeRepeatedWrites(seen: Observed): Judgement[] {
  return seen.endpoints.filter(({ endpoint }) => endpoint.kind === 'write').map(judgeEndpoint);
}

function judgeEndpoint(seen: EndpointSeen): Judgement {
  const say = sayAbout(seen.endpoint.name);
  const [first, second] = answered(seen, 'repeated key');
  if (!first || !second)
    return say.open('repeat_is_harmless', seen.withheld ?? 'The two writes were not both answered.');
  const problems: string[] = [];
  if (first.answer.status !== second.answer.status) {
    problems.push(`the answers were ${first.answer.status} and ${second.answer.status}`);
  }
  const [one, two] = [first.answer.json, second.answer.json];
  if (isObject(one) && isObject(two)) {
    const fields = new Set([...Object.keys(one), ...Object.keys(two)]);
    problems.push(...[...fields].filter((field) => !isSame(one[field], two[field])).map((field) => `${field} differs`));
  }
  const [before, after, again] = answered(seen, 'effect').map(({ answer }) => effectOf(seen, answer.json));
  if (again !== undefined && !isSame(after, again)) {
    problems.push(`${seen.endpoint.effect?.field} went from ${before} to ${after} to ${again}`);
  }
  const proof =
    again === undefined ? 'The two answers are the same' : `One effect: ${seen.endpoint.effect?.field} is ${again}`;
  return say.unless('repeat_is_harmless', problems, `${proof}.`);
}

function effectOf({ endpoint }: EndpointSeen, json: unknown): string {
  return JSON.stringify(isObject(json) && endpoint.effect !== null ? json[endpoint.effect.field] : null) ?? 'nothing';
}

const isSame = (one: unknown, two: unknown) => JSON.stringify(one) === JSON.stringify(two);
