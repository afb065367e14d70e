import type { Observed } from '../probe/observed.types.ts';
import { sayAbout } from './judgement.ts';
import type { Judgement } from './verdict.types.ts';

/** Group 13: one way to say which customer is meant, across all endpoints. */
export function judgeConvention({ endpoints }: Observed): Judgement[] {
  const say = sayAbout(null);
  if (endpoints.length < 2) {
    const why = 'One endpoint alone has nothing to agree with.';
    return [say.open('one_identifier_place', why), say.open('one_identifier_name', why)];
  }
  const by = (pick: (identifier: { place: string; name: string }) => string) => {
    const groups = Map.groupBy(endpoints, ({ endpoint }) => pick(endpoint.identifier));
    return [...groups].map(([value, some]) => `${value}: ${some.map(({ endpoint }) => endpoint.name).join(', ')}`);
  };
  // In the path an identifier belongs to the address, as it does in the query.
  const places = by(({ place }) => (place === 'body' ? 'in the body' : 'in the address'));
  const names = by(({ name }) => name);
  return [
    say.unless('one_identifier_place', places.length > 1 ? places : [], `Always ${places[0]?.split(':')[0]}.`),
    say.unless('one_identifier_name', names.length > 1 ? names : [], `Always ${names[0]?.split(':')[0]}.`),
  ];
}
