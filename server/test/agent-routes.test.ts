/** The documented operations of the agent API: which exist, and which scope each needs. */
import { expect, test } from 'vitest';
import { routes } from '../src/app.ts';
import { DOCUMENTED } from './fixtures/documented-agent-routes.ts';

test.each(DOCUMENTED)('$route needs the scope $scope', ({ scope, method, path }) => {
  const plain = (text: string) => text.replaceAll(/\{(?!provider\})[^}]+\}/g, '{id}');
  const found = routes.filter((route) => route.method === method && plain(route.path) === path);
  expect(found.map((route) => route.scope)).toEqual([scope]);
});
