import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DOCUMENTED } from '../../server/test/fixtures/documented-agent-routes.ts';
import { generateOperationsDoc } from './operations-doc.ts';

const openApi = readFileSync(path.resolve(import.meta.dirname, '../../openapi.json'), 'utf8');
const plain = (route: string) => route.replaceAll(/\{(?!provider\})[^}]+\}/g, '{id}');
const rows = generateOperationsDoc(openApi)
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/g, '').trim()));

test('every operation of the reference has a row', () => {
  const operations = Object.values(JSON.parse(openApi).paths as object).flatMap((methods) => Object.keys(methods));
  expect(rows.length).toBe(operations.length);
});

test.each(DOCUMENTED)('$route is reached in every way', ({ route }) => {
  const found = rows.filter(([rest = '']) => plain(rest.replaceAll('`', '')) === route);
  expect(found.length).toBe(1);
  expect(found[0]?.filter((cell) => cell === '')).toEqual([]);
});
