import { parseArgs } from 'node:util';
import type { Command, Option } from './command.types.ts';
import { COMMANDS } from './commands.ts';
import { usageError } from './exit.ts';
import { suggest } from './suggest.ts';

/** Every command takes these. */
export const GLOBAL_OPTIONS: Readonly<Record<string, Option>> = {
  json: { summary: 'The result as JSON on the standard output; everything else goes to the standard error.' },
  profile: { summary: 'The profile to use; default: the current one.', value: 'NAME' },
  url: { summary: 'Where Kontor is; credentials of a profile go to its own address only.', value: 'URL' },
  help: { summary: 'Says what the command does.' },
};

export type Parsed =
  | { kind: 'help'; words: string[] }
  | { kind: 'version'; options: Values }
  | { kind: 'group'; words: string[] }
  | { kind: 'command'; command: Command; values: Values; positionals: string[]; raw: string[] };

export type Values = Readonly<Record<string, string | true | string[] | undefined>>;

/** What was meant. @throws CommandError for what is no command, option or value */
export function parseCommandLine(argv: readonly string[]): Parsed {
  const { words, rest } = takeWords(argv);
  if (words.length === 0 && rest.includes('--version')) return { kind: 'version', options: {} };
  if (words[0] === 'help')
    return { kind: 'help', words: [...words.slice(1), ...rest.filter((word) => word[0] !== '-')] };
  if (words.length === 0) {
    const unknown = rest.find((word) => word.startsWith('-') && !/^--?(help|h)$/.test(word));
    if (unknown) readValues(rest, GLOBAL_OPTIONS, 'kontor');
    return rest.length > 0 ? { kind: 'help', words: [] } : { kind: 'group', words: [] };
  }
  const command = COMMANDS.find((each) => each.words === words.join(' '));
  if (command?.isRaw) return { kind: 'command', command, values: {}, positionals: [], raw: rest };
  if (rest.some((word) => word === '--help' || word === '-h')) return { kind: 'help', words };
  if (!command) return { kind: 'group', words };
  const { values, positionals } = readValues(rest, { ...GLOBAL_OPTIONS, ...command.options }, command.words);
  checkPositionals(command, positionals);
  return { kind: 'command', command, values, positionals, raw: [] };
}

/** The words of a command, and all that is left. Options that every command takes may stand before them. */
function takeWords(argv: readonly string[]): { words: string[]; rest: string[] } {
  const words: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    const isOption = word.startsWith('-');
    if (isOption) {
      rest.push(word);
      const hasValue = (word === '--profile' || word === '--url') && at + 1 < argv.length;
      if (hasValue) rest.push(argv[(at += 1)] ?? '');
      continue;
    }
    words.push(word);
    const isWhole = COMMANDS.some((each) => each.words === words.join(' ')) || word === 'help';
    const isGroup = COMMANDS.some((each) => each.words.startsWith(`${words.join(' ')} `));
    if (!isWhole && !isGroup) throw unknownCommand(words);
    if (isWhole) return { words, rest: [...rest, ...argv.slice(at + 1)] };
  }
  return { words, rest };
}

function unknownCommand(words: string[]) {
  const before = words.slice(0, -1);
  const depth = words.length;
  const known = COMMANDS.map((each) => each.words.split(' '))
    .filter((each) => before.every((word, at) => each[at] === word))
    .flatMap((each) => each[depth - 1] ?? []);
  const near = suggest(words.at(-1) ?? '', [...new Set([...known, ...(depth === 1 ? ['help'] : [])])]);
  const called = ['kontor', ...before].join(' ');
  return usageError(
    `There is no command “${['kontor', ...words].join(' ')}”.`,
    near ? `Did you mean “${called} ${near}”?` : `“${called} --help” lists what there is.`,
  );
}

function readValues(argv: readonly string[], options: Readonly<Record<string, Option>>, words: string) {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' } as const]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Record<string, string | true | string[]> = {};
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = options[token.name];
    if (!option) throw unknownOption(token.rawName, Object.keys(options), words);
    const value = checkValue(token.rawName, token.value, option);
    const before = values[token.name];
    values[token.name] = option.many ? [...(Array.isArray(before) ? before : []), String(value)] : value;
  }
  return { values, positionals };
}

function checkValue(rawName: string, value: string | undefined, option: Option): string | true {
  if (!option.value) {
    if (value !== undefined) throw usageError(`${rawName} is a switch and takes no value.`);
    return true;
  }
  // `--reason --yes`: the value was forgotten. Those that do begin with a dash are written --reason=-1.
  if (value === undefined) throw usageError(`${rawName} needs a value: ${rawName} ${option.value}.`);
  for (const one of option.many ? value.split(',') : [value]) {
    if (option.choices && !option.choices.includes(one)) throw wrongChoice(rawName, one, option.choices);
  }
  return value;
}

function unknownOption(rawName: string, known: readonly string[], words: string) {
  const near = suggest(rawName.replace(/^-+/, ''), known);
  const help = words === 'kontor' ? 'kontor --help' : `kontor ${words} --help`;
  return usageError(
    `${help.replace(/ --help$/, '')} has no option ${rawName}.`,
    near ? `Did you mean --${near}?` : `“${help}” lists its options.`,
  );
}

function wrongChoice(what: string, value: string, choices: readonly string[]) {
  const near = suggest(value, choices);
  const hint = near ? `Did you mean ${near}? ` : '';
  return usageError(`${what} can not be “${value}”.`, `${hint}There are: ${choices.join(', ')}.`);
}

function checkPositionals({ words, arguments: wanted = [], example }: Command, given: readonly string[]) {
  const missing = wanted.find(({ optional }, at) => !optional && given[at] === undefined);
  if (missing) {
    throw usageError(
      `kontor ${words}: <${missing.name}> is missing: ${missing.summary[0]?.toLowerCase()}${missing.summary.slice(1)}`,
      `For example: kontor ${example}`,
    );
  }
  const tooMany = wanted.at(-1)?.many ? undefined : given[wanted.length];
  if (tooMany !== undefined)
    throw usageError(`kontor ${words} has no use for “${tooMany}”.`, `For example: kontor ${example}`);
  for (const [at, { name, choices }] of wanted.entries()) {
    const value = given[at];
    if (choices && value !== undefined && !choices.includes(value)) throw wrongChoice(`<${name}>`, value, choices);
  }
}
