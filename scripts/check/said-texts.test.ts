import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { GERMAN } from '../../console/src/app/said/german.ts';
import { ROOT } from './step.ts';
import { readTree } from './tree.ts';

/** What the library that validates says; `validation.ts` passes it on. */
const LIBRARY = path.join(
  path.dirname(createRequire(path.join(ROOT, 'server/')).resolve('typebox')),
  'system/locale/en_US.mjs',
);

test('every German twin has something that the server still says', async () => {
  const files = (await readTree(ROOT)).filter(({ path: at }) => at.startsWith('server/src/'));
  const sources = [...files.map(({ text }) => text), readFileSync(LIBRARY, 'utf8')]
    .join('\n')
    .replaceAll(/\\(?=['"`])/g, '');
  const piecesOf = (english: string) => english.split(/\{\}|: /).filter((piece) => piece.trim().length > 3);
  const stale = Object.keys(GERMAN).filter((english) =>
    piecesOf(english).some((piece) => !sources.includes(piece.replaceAll('\\', '\\\\')) && !sources.includes(piece)),
  );
  expect(stale).toEqual([]);
});
