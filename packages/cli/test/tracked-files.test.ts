/** Files of rules and articles: the same content is the same text, and mistakes have a place. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertId, parseFile, renderFile } from '../src/tracked/file-text.ts';
import type { LocalFile } from '../src/tracked/folder.ts';
import { hashOf, normalize } from '../src/tracked/kinds.ts';
import { diffLines } from '../src/tracked/line-diff.ts';
import { LOCK_FILE, readLock, writeLock } from '../src/tracked/lock.ts';
import { describeMistakes } from '../src/tracked/session.ts';
import { validate } from '../src/tracked/validate.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[ \n:#>|"'-]*[a-z]*[ \n]*$/),
  fc.constantFrom(
    'yes',
    'null',
    '1e3',
    '---',
    '# no heading',
    '{{inputs.amount}}',
    '2026-03-01',
    ' padded ',
    'two\n\nlines\n',
  ),
);

test('what is written is read back as it was, whatever its texts are', () => {
  fc.assert(
    fc.property(anyText, anyText, fc.array(anyText), fc.boolean(), (title, body, questions, escalation) => {
      // Files of text have one kind of line end.
      const mainKnowledge = body.replaceAll('\r\n', '\n').replace(/^\ufeff/, '');
      const article = normalize('articles', { title, mainKnowledge, questions, escalation });
      const read = parseFile('articles', renderFile('articles', 'a1', article));
      expect([read.id, read.content]).toEqual(['a1', article]);
      const flowConfig = { steps: [{ id: 'a', kind: 'reply', text: { de: title, en: body } }] };
      const rule = normalize('rules', { name: title, description: body, examples: questions, flowConfig });
      expect(parseFile('rules', renderFile('rules', 'r1', rule)).content).toEqual(rule);
    }),
  );
});

test('the order of keys and of bots is no difference, everything else is', () => {
  const one = normalize('rules', { name: 'A', description: 'B', botIds: ['y', 'x'] });
  const same = normalize('rules', { description: 'B', botIds: ['x', 'y'], name: 'A', labels: {} });
  expect(hashOf(one)).toBe(hashOf(same));
  expect(hashOf(one)).not.toBe(hashOf({ ...same, examples: ['C'] }));
});

test('a lock that names what lies outside of its folder is refused, as is what is none', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'kontor-lock-'));
  const lock = (named: string) => ({ workspaceId: null, objects: { 'rules/a': { file: named, hash: 'h' } } });
  await writeLock(dir, lock('rules/a.yaml'));
  expect(await readLock(dir)).toEqual(lock('rules/a.yaml'));
  for (const named of ['../a.yaml', 'rules/../../a.yaml', '..\\a.yaml', '/etc/a.yaml']) {
    await writeLock(dir, lock(named));
    await expect(readLock(dir)).rejects.toThrow('is not what a pull writes');
  }
  await writeFile(path.join(dir, LOCK_FILE), '{}');
  await expect(readLock(dir)).rejects.toThrow(LOCK_FILE);
  await rm(dir, { recursive: true });
});

test('an id comes to the top, and a person’s comments stay', () => {
  const text = insertId('rules', '# about cards\nname: Cards # short\nsteps: [ { id: a } ]\n', 'r1');
  expect(text).toContain('id: r1\n');
  expect(text).toContain('# about cards');
  expect(text).toContain('name: Cards # short');
  expect(insertId('articles', '---\ntitle: T\n---\n\nBody\n', 'a1')).toBe('---\nid: a1\ntitle: T\n---\n\nBody\n');
});

const file = (name: string, text: string): LocalFile => {
  const kind = name.startsWith('articles') ? 'articles' : name.startsWith('actions') ? 'actions' : 'rules';
  return { ...parseFile(kind, text), path: name, text };
};
const mistakes = (...files: LocalFile[]) => describeMistakes(validate(files));

test('a mistake is named with file, line and path', () => {
  const rule = `name: Block a card
description: The customer lost a card.
flowConfig:
  steps:
    - id: a
      kind: repply
    - id: a
      kind: goto
      step: nowhere
    - id: b
      kind: confirm
      text: Sure?
      yes:
        - { id: c, kind: tool, action: block-crad, inputs: {}, success: [], failure: [] }
      no: []
`;
  const action = 'name: block-card\ninputs: []\nsteps: []\noutputs: []\n';
  expect(mistakes(file('rules/a.yaml', rule), file('actions/b.yaml', action))).toEqual([
    'rules/a.yaml:5 /flowConfig/steps/0/id a is the id of another step too',
    'rules/a.yaml:6 /flowConfig/steps/0/kind "repply" is no kind of step: is reply meant?',
    'rules/a.yaml:7 /flowConfig/steps/1/id a is the id of another step too',
    'rules/a.yaml:9 /flowConfig/steps/1/step "nowhere" is no step of this rule',
    'rules/a.yaml:14 /flowConfig/steps/2/yes/0/action "block-crad" is no action in this folder: is block-card meant?',
  ]);
  expect(mistakes(file('articles/x.md', '---\ntitel: X\nquestions: one\n---\nBody\n'))).toEqual([
    'articles/x.md:2 /titel is no field of articles: is title meant?',
    'articles/x.md:2 /title is missing',
    'articles/x.md:3 /questions is not a list of texts',
  ]);
  expect(() => file('rules/broken.yaml', 'name: A\nexamples: [')).toThrow(expect.objectContaining({ line: 2 }));
  expect(() => file('articles/plain.md', 'Just text')).toThrow('begins with a front matter');
});

test('a diff shows the changed lines and three around them', () => {
  const before = Array.from({ length: 12 }, (_, at) => String(at + 1));
  const after = before.with(5, 'six');
  const shown = ['  3', '  4', '  5', '- 6', '+ six', '  7', '  8', '  9', '  …'];
  expect(diffLines(before.join('\n'), after.join('\n'))).toEqual(shown);
});
