import type { EndpointSeen, Exchange, Observed } from '../probe/observed.types.ts';
import { list, type Say, sayAbout } from './judgement.ts';
import { answered, goodBodies, isObject, type JsonObject } from './select.ts';
import type { Judgement } from './verdict.types.ts';

/** Group 5: the same fields in every answer, null instead of nothing, one way of writing names. */
export function judgeStableFields(seen: Observed): Judgement[] {
  return [...seen.endpoints.flatMap(judgeEndpoint), ...judgeCase(seen)];
}

function judgeEndpoint(seen: EndpointSeen): Judgement[] {
  const bodies = goodBodies(seen);
  if (bodies.length === 0) return [];
  const say = sayAbout(seen.endpoint.name);
  const documented = asDocumented(seen, bodies, say);
  return [sameFields(seen, say), documented, ...(seen.endpoint.kind === 'read' ? [nullWhenEmpty(seen, say)] : [])];
}

function bodiesOf(seen: EndpointSeen, purposes: Exchange['purpose'][]): JsonObject[] {
  const good = answered(seen, ...purposes).filter(({ answer }) => answer.status === 200);
  const bodies = good.map(({ answer }) => answer.json).filter(isObject);
  return bodies.filter((body) => body.success !== false);
}

function fieldsOf(bodies: readonly JsonObject[]): Set<string> {
  return new Set(bodies.flatMap((body) => Object.keys(body)));
}

/** Fields that are in some of the bodies only, each as `refund_amount in 3 of 20 answers`. */
function unsteady(bodies: readonly JsonObject[], all: Set<string>): string[] {
  return [...all].flatMap((field) => {
    const count = bodies.filter((body) => field in body).length;
    return count === bodies.length ? [] : [`${field} in ${count} of ${bodies.length} answers`];
  });
}

function sameFields(seen: EndpointSeen, say: Say): Judgement {
  const bodies = bodiesOf(seen, ['ordinary', 'write', 'repeated key']);
  const customers = new Set(answered(seen, 'ordinary').map(({ customer }) => customer));
  const evidence = `${bodies.length} answers for ${customers.size || 1} customers have the same fields.`;
  return say.unless('same_fields', unsteady(bodies, fieldsOf(bodies)), evidence);
}

function nullWhenEmpty(seen: EndpointSeen, say: Say): Judgement {
  const empty = bodiesOf(seen, ['empty customer']);
  if (empty.length === 0) {
    return say.open(
      'null_when_empty',
      'No customer with empty data was named: --empty, or customers.empty in the plan.',
    );
  }
  const usual = fieldsOf(bodiesOf(seen, ['ordinary']));
  const lost = [...usual].filter((field) => empty.some((body) => !(field in body)));
  const added = [...fieldsOf(empty)].filter((field) => !usual.has(field));
  return say.unless(
    'null_when_empty',
    [...lost.map((field) => `${field} is left out`), ...added.map((field) => `${field} appears only then`)],
    `The customer with empty data has all ${usual.size} fields.`,
  );
}

function asDocumented({ endpoint }: EndpointSeen, bodies: readonly JsonObject[], say: Say): Judgement {
  if (endpoint.sample === null) return say.open('as_documented', 'No sample was handed over.');
  const [real, told] = [fieldsOf(bodies), new Set(Object.keys(endpoint.sample))];
  return say.unless(
    'as_documented',
    [
      ...[...told].filter((field) => !real.has(field)).map((field) => `${field} is in the sample only`),
      ...[...real].filter((field) => !told.has(field)).map((field) => `${field} is not in the sample`),
    ],
    `All ${told.size} fields of the sample, and no other.`,
  );
}

/** `snake`, `camel`, `other`; null for names of one lower-case word, which are both. */
export function caseOf(name: string): 'snake' | 'camel' | 'other' | null {
  if (/^[a-z][a-z0-9]*$/.test(name)) return null;
  if (/^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(name)) return 'snake';
  return /^[a-z][a-zA-Z0-9]*$/.test(name) ? 'camel' : 'other';
}

/** Across all endpoints: a rule that names a field must not have to remember which endpoint writes it how. */
function judgeCase(seen: Observed): Judgement[] {
  const names = new Map<string, string>();
  for (const endpoint of seen.endpoints) {
    for (const field of fieldsOf(goodBodies(endpoint))) names.set(field, endpoint.endpoint.name);
  }
  if (names.size === 0) return [];
  const byCase = Map.groupBy(names.keys(), caseOf);
  const [snake, camel, other] = [byCase.get('snake') ?? [], byCase.get('camel') ?? [], byCase.get('other') ?? []];
  const say = sayAbout(null);
  const minority = snake.length >= camel.length ? camel : snake;
  const odd = [...other, ...(snake.length > 0 && camel.length > 0 ? minority : [])];
  if (odd.length === 0)
    return [say.kept('one_case', `${names.size} names in ${camel.length > 0 ? 'camelCase' : 'snake_case'}.`)];
  const usual = snake.length >= camel.length ? 'snake_case' : 'camelCase';
  return [
    say.finding(
      'one_case',
      list(odd.map((name) => `${name} (${names.get(name)}) among ${usual}`)),
      `Write them in ${usual}.`,
    ),
  ];
}
