import type { Call, CommandModule } from './command.types.ts';
import { EXIT_CODES, usageError } from './exit.ts';
import { type Parsed, parseCommandLine } from './parse-command.ts';
import { createTerminal, type Terminal } from './terminal.ts';
import { readVersion } from './version.ts';
import type { World } from './world.ts';

/** Runs one command and answers its exit code; whatever goes wrong is said on the standard error. */
export async function runCommandLine(argv: readonly string[], world: World): Promise<number> {
  const terminal = createTerminal(world, argv.includes('--json'));
  try {
    return await run(parseCommandLine(argv), world, terminal);
  } catch (error) {
    const { describeError } = await import('./describe-error.ts');
    return describeError(error, terminal, world.signal.aborted);
  }
}

async function run(parsed: Parsed, world: World, terminal: Terminal): Promise<number> {
  if (parsed.kind === 'version') {
    terminal.result({ version: readVersion() }, () => `kontor ${readVersion()}`);
    return EXIT_CODES.ok.code;
  }
  if (parsed.kind === 'command') return runCommand(parsed, world, terminal);
  const { renderHelp } = await import('./help.ts');
  const text = renderHelp(parsed.words);
  if (parsed.kind === 'help') {
    world.stdout.write(text);
    return EXIT_CODES.ok.code;
  }
  // The name of a group alone does nothing, which a script has to notice.
  world.stderr.write(text);
  return EXIT_CODES.usage.code;
}

async function runCommand(
  { command, values, positionals, raw }: Extract<Parsed, { kind: 'command' }>,
  world: World,
  terminal: Terminal,
): Promise<number> {
  const at = (name: string) => (command.arguments ?? []).findIndex((argument) => argument.name === name);
  const find = (name: string) => positionals[at(name)];
  const text = (option: string) => {
    const value = values[option];
    return typeof value === 'string' ? value : undefined;
  };
  const call: Call = {
    argument(name) {
      const value = find(name);
      if (value === undefined) throw usageError(`kontor ${command.words}: <${name}> is missing.`);
      return value;
    },
    find,
    all: (name) => positionals.slice(at(name)),
    flag: (option) => values[option] === true,
    text,
    texts: (option) => [values[option] ?? []].flat().flatMap((value) => (value === true ? [] : value)),
    raw,
    world,
    terminal,
    async connect() {
      const { connect } = await import('./access/connect.ts');
      return connect(call);
    },
  };
  const module = await loadCommand(command.words);
  return (await module.run(call)) ?? EXIT_CODES.ok.code;
}

/** Only what is called is loaded: `users list` stands in commands/users-list.ts. */
export const loadCommand = (words: string): Promise<CommandModule> =>
  import(`./commands/${words.replaceAll(' ', '-')}.ts`) as Promise<CommandModule>;
