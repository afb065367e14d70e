/** What is made of the table of commands: parser, help, completion. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OPERATIONS } from 'kontor-sdk';
import { afterAll, expect, test } from 'vitest';
import { COMMANDS, GROUPS } from '../src/commands.ts';
import { renderCompletion } from '../src/completion.ts';
import { SECTIONS } from '../src/help.ts';
import { parseCommandLine } from '../src/parse-command.ts';
import { loadCommand } from '../src/run-command-line.ts';
import { createTestWorld } from './world.testing.ts';

const world = createTestWorld();
afterAll(() => world.remove());

test('every command has what help, the guide and the table of operations need, and can be loaded', async () => {
  expect(COMMANDS.length).toBeGreaterThan(25);
  expect(new Set(COMMANDS.map(({ words }) => words)).size).toBe(COMMANDS.length);
  const shown = Object.values(SECTIONS).flat();
  for (const command of COMMANDS) {
    const [first = '', second] = command.words.split(' ');
    expect(shown).toContain(first);
    if (second) expect(Object.keys(GROUPS)).toContain(first);
    for (const operation of command.operations ?? [])
      expect(Object.keys(OPERATIONS), command.words).toContain(operation);
    expect((await loadCommand(command.words)).run, command.words).toBeTypeOf('function');
  }
});

test('every example is a call that the parser takes, of the command that it stands at', () => {
  for (const { example, words, isRaw } of COMMANDS) {
    const argv = [...example.replace(/ > .*/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    );
    const parsed = parseCommandLine(argv);
    expect(parsed.kind === 'command' && parsed.command.words, example).toBe(words);
    if (isRaw) expect(parsed).toMatchObject({ raw: argv.slice(2) });
  }
});

test('every call in the guides is one that the parser takes', () => {
  const docs = path.resolve(import.meta.dirname, '../../../docs');
  const calls = readdirSync(docs)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => [...readFileSync(path.join(docs, name), 'utf8').matchAll(/```sh[^\n]*\n(.*?)```/gs)])
    .flatMap(([, block = '']) => [
      ...block.matchAll(/(?<![\w./-])(?:npx )?kontor (?!https?:)([a-z](?:"[^"]*"|'[^']*'|[^\n#|&<>"'()])*)/g),
    ]);
  expect(calls.length).toBeGreaterThan(15);
  for (const [line, rest = ''] of calls) {
    const argv = [...rest.trim().matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
      (match) => match[1] ?? match[2] ?? match[3] ?? '',
    );
    expect(parseCommandLine(argv).kind, line).toMatch(/command|help/);
  }
});

test('every file below commands/ belongs to a command', async () => {
  const folder = path.join(import.meta.dirname, '../src/commands');
  const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
  expect(files.toSorted()).toEqual(COMMANDS.map(({ words }) => words.replaceAll(' ', '-')).toSorted());
});

test('help about everything, a group and a command, with its example', async () => {
  const [all, group, one] = [
    await world.run(['--help']),
    await world.run(['help', 'rules']),
    await world.run(['import', '--help']),
  ];
  for (const { words } of COMMANDS) expect(all.out).toContain(words);
  expect(group.out).toContain('rules push');
  expect(one.out).toContain('kontor import <user-id> <file>…');
  expect(one.out).toContain('kontor import 0199a0de');
  expect([all.code, group.code, one.code, (await world.run(['users'])).code]).toEqual([0, 0, 0, 2]);
});

test.each([
  ['userz list', 'Did you mean “kontor users”?'],
  ['users lst', 'Did you mean “kontor users list”?'],
  ['users list --limt 3', 'Did you mean --limit?'],
  ['users list --limit', '--limit needs a value: --limit N.'],
  ['users list --limit=many', '--limit is “many”, not a whole number.'],
  ['users list --type robot', 'There are: person, company.'],
  ['users list --json=yes', '--json is a switch and takes no value.'],
  ['users show', '<user-id> is missing'],
  ['users show a b', 'has no use for “b”'],
  ['analysis incom u', 'Did you mean income?'],
  ['rules push --only rule', 'Did you mean rules?'],
  ['call getUsr', 'Did you mean getUser?'],
  ['call getUser', 'getUser needs userId: --param userId=…'],
  ['call createUser --json-body {', '--json-body is not JSON'],
  ['users list --url http://u:p@localhost', 'with a user name in it is refused'],
  ['--hlep', 'Did you mean --help?'],
])('kontor %s: what is wrong, and what was meant', async (line, message) => {
  const { code, out, err } = await world.run(line.split(' '));
  expect(err).toContain(message);
  expect([code, out]).toEqual([2, '']);
});

test('bash completes commands, their members, options and values', () => {
  const complete = (...words: string[]) =>
    execFileSync(
      'bash',
      [
        '-c',
        `${renderCompletion('bash')}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _kontor; echo "\${COMPREPLY[@]}"`,
        '-',
        ...words,
      ],
      {
        encoding: 'utf8',
      },
    ).trim();
  expect(complete('kontor', 'anal')).toBe('analyze analysis');
  expect(complete('kontor', 'rules', 'p')).toBe('pull push');
  expect(complete('kontor', 'rules', 'push', '--p')).toBe('--publish --profile');
  expect(complete('kontor', 'users', 'list', '--type', '')).toBe('person company');
  expect(complete('kontor', 'analysis', 'inc')).toBe('income');
  for (const shell of ['zsh', 'fish'] as const) {
    const script = renderCompletion(shell);
    for (const { words, options = {} } of COMMANDS) {
      for (const word of [...words.split(' '), ...Object.keys(options)]) expect(script).toContain(word);
    }
  }
});
