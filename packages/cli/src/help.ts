import type { Command, Option } from './command.types.ts';
import { COMMANDS, GROUPS } from './commands.ts';
import { EXIT_CODES, usageError } from './exit.ts';
import { GLOBAL_OPTIONS } from './parse-command.ts';

/** Help about everything, about a group, or about one command. */
export function renderHelp(words: readonly string[]): string {
  if (words.length === 0) return renderOverview();
  const called = words.join(' ');
  const command = COMMANDS.find((each) => each.words === called);
  if (command) return renderCommand(command);
  const members = COMMANDS.filter((each) => each.words.startsWith(`${called} `));
  if (members.length === 0) throw usageError(`There is no command “kontor ${called}”.`, '“kontor help” lists all.');
  const summary = GROUPS[called] ?? '';
  return [summary, '', ...listed(members), '', `“kontor ${called} <command> --help” says more.`, ''].join('\n');
}

function renderOverview(): string {
  const sections = Object.entries(SECTIONS).flatMap(([title, groups]) => [
    title,
    ...listed(COMMANDS.filter(({ words }) => groups.includes(words.split(' ')[0] ?? ''))),
    '',
  ]);
  const exits = Object.values(EXIT_CODES).map(({ code, meaning }) => `  ${String(code).padEnd(4)} ${meaning}`);
  return [
    'kontor: bank data and a support agent on your own Kontor, from the command line.',
    '',
    ...sections,
    'Options of every command',
    ...optionLines(GLOBAL_OPTIONS),
    `  ${'--version'.padEnd(22)} The version of this program.`,
    '',
    'Exit codes',
    ...exits,
    '',
    'Environment: KONTOR_URL, KONTOR_API_KEY, KONTOR_CLIENT_ID and KONTOR_CLIENT_SECRET come before the profile; NO_COLOR.',
    '“kontor <command> --help” says more, with an example.',
    '',
  ].join('\n');
}

/** In which order help and docs/cli.md show the commands. */
export const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  Access: ['login', 'logout', 'profiles', 'doctor'],
  'Bank data': ['users', 'upload', 'import', 'analyze', 'analysis'],
  Agent: ['bots', 'ask', 'knowledge', 'rules', 'test-suite'],
  Integration: ['webhooks', 'contract', 'call', 'operations', 'completion'],
};

const listed = (commands: readonly Command[]) => {
  const width = Math.max(...commands.map(({ words }) => words.length), 20);
  return commands.map(({ words, summary }) => `  ${words.padEnd(width)}   ${summary}`);
};

function renderCommand(command: Command): string {
  const { summary, details, example, arguments: wanted = [], options = {} } = command;
  const argumentLines = wanted.map(({ name, summary: what, choices }) => {
    const list = choices ? ` One of: ${choices.join(', ')}.` : '';
    return `  ${`<${name}>`.padEnd(22)} ${what}${list}`;
  });
  return [
    summary,
    ...(details ? ['', details] : []),
    '',
    `  ${usageOf(command)}`,
    ...(argumentLines.length > 0 ? ['', ...argumentLines] : []),
    ...(Object.keys(options).length > 0 ? ['', 'Options', ...optionLines(options)] : []),
    ...(command.isRaw ? [] : ['', 'Options of every command', ...optionLines(GLOBAL_OPTIONS)]),
    '',
    'Example',
    `  kontor ${example}`,
    '',
  ].join('\n');
}

/** `kontor users list [options]`. */
export function usageOf({ words, arguments: wanted = [], options, isRaw }: Command): string {
  const parts = wanted.map(({ name, optional, many }) => {
    const shown = `<${name}>${many ? '…' : ''}`;
    return optional ? `[${shown}]` : shown;
  });
  return ['kontor', words, ...parts, ...(options || isRaw ? ['[options]'] : [])].join(' ');
}

function optionLines(options: Readonly<Record<string, Option>>): string[] {
  return Object.entries(options).map(([name, option]) => {
    const again = option.many ? ' May be repeated.' : '';
    const list = option.choices ? ` One of: ${option.choices.join(', ')}.` : '';
    return `  ${optionName(name, option).padEnd(22)} ${option.summary}${list}${again}`;
  });
}

/** `--user ID`. */
export const optionName = (name: string, { value }: Option) => `--${name}${value ? ` ${value}` : ''}`;
