import type { EndpointSeen, Exchange, Observed } from '../probe/observed.types.ts';
import { list, type Say, sayAbout } from './judgement.ts';
import { answered } from './select.ts';
import type { Judgement } from './verdict.types.ts';

/** Group 2: the key in the header opens, everything else is 401. */
export function judgeAuthentication(seen: Observed): Judgement[] {
  return [...seen.endpoints.flatMap(judgeEndpoint), ...judgeEnvironments(seen), rotation()];
}

function judgeEndpoint(seen: EndpointSeen): Judgement[] {
  const say = sayAbout(seen.endpoint.name);
  if (seen.withheld !== null) return [say.open('key_accepted', seen.withheld)];
  return [
    accepted(seen, say),
    refused(seen, 'no key', 'key_missing_401', say),
    refused(seen, 'wrong key', 'key_wrong_401', say),
    refused(seen, 'key in query', 'key_in_query_ignored', say),
  ];
}

function accepted(seen: EndpointSeen, say: Say): Judgement {
  const calls = answered(seen, 'ordinary', 'write');
  const refusals = calls.filter(({ answer }) => answer.status === 401 || answer.status === 403);
  if (calls.length === 0) return say.open('key_accepted', 'No call with the key was answered.');
  if (refusals.length === 0) return say.kept('key_accepted', `${calls.length} calls with the key were let in.`);
  return say.finding('key_accepted', `${refusals.length} of ${calls.length} calls with the key were refused.`);
}

function refused(
  seen: EndpointSeen,
  purpose: 'no key' | 'wrong key' | 'key in query',
  rule: 'key_missing_401' | 'key_wrong_401' | 'key_in_query_ignored',
  say: Say,
): Judgement {
  const calls = answered(seen, purpose);
  if (calls.length === 0) return say.open(rule, `The call with ${purpose} was not answered.`);
  const wrong = calls.filter(({ answer }) => answer.status !== 401);
  return say.unless(rule, wrong.map(describe), `${list(calls.map(({ note }) => note))}: 401.`);
}

const describe = ({ note, answer }: Exchange) => `${note}: ${answer?.status} instead of 401`;

function judgeEnvironments(seen: Observed): Judgement[] {
  const say = sayAbout(null);
  const tries = seen.endpoints.flatMap((endpoint) => answered(endpoint, 'key of another environment'));
  if (tries.length === 0) {
    return [say.open('key_per_environment', 'Only one environment is known here, so its key could not be compared.')];
  }
  const wrong = tries.filter(({ answer }) => answer.status !== 401).map(describe);
  return [
    say.unless('key_per_environment', wrong, `${seen.otherKeys} keys of other environments were refused with 401.`),
  ];
}

function rotation(): Judgement {
  return sayAbout(null).open(
    'key_rotation',
    'Try it once in sandbox: issue a second key and run this check with both.',
  );
}
