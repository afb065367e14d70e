/** What the guides for those who come from elsewhere say of routes is what the routes are. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { routes } from '../src/app.ts';
import { DOCUMENTED } from './fixtures/documented-agent-routes.ts';

const read = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../../docs', name), 'utf8');
/** A name of a parameter means nothing, but for the provider, whose values are documented. */
const plain = (route: string) => route.replaceAll(/\{(?!provider\})[^}]+\}/g, '{id}');
const served = new Set(routes.map(({ method, path: address }) => plain(`${method} ${address}`)));

/** The routes in the first column of the tables. */
const inTable = (text: string) =>
  [...text.matchAll(/^\| `([A-Z]+ \/[^`]+)` \|/gm)].map(([, route = '']) => plain(route));
/** Every route that is spoken of in full, in tables and sentences. */
const spokenOf = (text: string) =>
  [...text.matchAll(/`((?:GET|POST|PUT|PATCH|DELETE) \/[^`?\s]+)/g)].map(([, route = '']) => plain(route));

test('from Fini: every documented operation once, and none that is not there', () => {
  const text = read('from-fini.md');
  expect(inTable(text).sort()).toEqual(DOCUMENTED.map(({ route }) => route).sort());
  expect(spokenOf(text).filter((route) => !served.has(route))).toEqual([]);
});

test('from finoOS: every route that it names is there, and every analysis is named', () => {
  const text = read('from-finoos.md');
  expect(spokenOf(text).length).toBeGreaterThan(30);
  expect(spokenOf(text).filter((route) => !served.has(route))).toEqual([]);
  const analyses = [...served].filter((route) => /^GET .*\/analysis\/(person|company)\//.test(route));
  // Kontor's own, beside the documented ones.
  const own = ['GET /api/users/{id}/analysis/person/liquidity'];
  expect(inTable(text)).toEqual(expect.arrayContaining(analyses.filter((route) => !own.includes(route))));
});
