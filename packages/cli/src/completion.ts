import type { Command } from './command.types.ts';
import { COMMANDS, GROUPS } from './commands.ts';
import { GLOBAL_OPTIONS } from './parse-command.ts';

export type Shell = 'bash' | 'zsh' | 'fish';

/** The completion of a shell, made of the table of commands. */
export function renderCompletion(shell: Shell): string {
  return { bash: renderBash, zsh: renderZsh, fish: renderFish }[shell]();
}

const firstWords = () => [...new Set(COMMANDS.map(({ words }) => words.split(' ')[0] ?? '')), 'help'];
const secondWords = (group: string) =>
  COMMANDS.filter(({ words }) => words.startsWith(`${group} `)).map(({ words }) => words.split(' ')[1] ?? '');
const optionsOf = ({ options, isRaw }: Command) =>
  isRaw ? [] : Object.entries({ ...options, ...GLOBAL_OPTIONS }).map(([name, option]) => ({ name, option }));
const choicesOf = (command: Command) => (command.arguments ?? []).find(({ choices }) => choices)?.choices ?? [];

/** Options whose values are known: `--type) person company`. */
const valueCases = (command: Command) =>
  optionsOf(command).flatMap(({ name, option }) => (option.choices ? [{ name, choices: option.choices }] : []));

function renderBash(): string {
  const groups = Object.keys(GROUPS).map((group) => `    ${group}) words="${secondWords(group).join(' ')}" ;;`);
  const commands = COMMANDS.map((command) => {
    const options = optionsOf(command).map(({ name }) => `--${name}`);
    return `    "${command.words}") words="${[...choicesOf(command), ...options].join(' ')}" ;;`;
  });
  const values = COMMANDS.flatMap((command) =>
    valueCases(command).map(({ name, choices }) => `    "${command.words} --${name}") words="${choices.join(' ')}" ;;`),
  );
  return `# Completion of kontor for bash.
_kontor() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words="" command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${firstWords().join(' ')} --help --version" -- "$current"))
    return
  fi
  case "$command" in
${groups.join('\n')}
  esac
  if [ -n "$words" ]; then
    if [ "$COMP_CWORD" -eq 2 ]; then
      COMPREPLY=($(compgen -W "$words --help" -- "$current"))
      return
    fi
    command="$command \${COMP_WORDS[2]}"
  fi
  words=""
  case "$command $previous" in
${values.join('\n')}
  esac
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  case "$command" in
${commands.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _kontor kontor
`;
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
const forZsh = (text: string) => text.replaceAll(/[[\]:]/g, (character) => `\\${character}`);

function renderZsh(): string {
  const described = (words: readonly string[], summaryOf: (word: string) => string) =>
    words.map((word) => quoted(`${word}:${forZsh(summaryOf(word))}`)).join(' ');
  const summary = (words: string) =>
    COMMANDS.find((command) => command.words === words)?.summary ?? GROUPS[words] ?? 'Says more.';
  const groups = Object.keys(GROUPS).map(
    (group) => `    ${group}) _values_of=(${described(secondWords(group), (word) => summary(`${group} ${word}`))}) ;;`,
  );
  const commands = COMMANDS.map((command) => {
    const options = optionsOf(command).map(({ name, option }) => {
      const value = option.value
        ? `:${option.value}:${option.choices ? `(${option.choices.join(' ')})` : '_files'}`
        : '';
      return quoted(`--${name}[${forZsh(option.summary)}]${value}`);
    });
    const choices = choicesOf(command);
    const rest = choices.length > 0 ? quoted(`:value:(${choices.join(' ')})`) : quoted('*:file:_files');
    return `    ${quoted(command.words)}) _arguments ${[...options, rest].join(' ')} ;;`;
  });
  return `#compdef kontor
# Completion of kontor for zsh.
_kontor() {
  local -a _values_of
  local command="\${words[2]}"
  if (( CURRENT == 2 )); then
    _values_of=(${described(firstWords(), summary)})
    _describe 'command' _values_of
    return
  fi
  case "$command" in
${groups.join('\n')}
  esac
  if (( \${#_values_of} )); then
    if (( CURRENT == 3 )); then
      _describe 'command' _values_of
      return
    fi
    command="$command \${words[3]}"
    words=("\${words[1]}" "\${words[@]:3}"); (( CURRENT -= 2 ))
  else
    words=("\${words[1]}" "\${words[@]:2}"); (( CURRENT -= 1 ))
  fi
  case "$command" in
${commands.join('\n')}
  esac
}
compdef _kontor kontor
`;
}

function renderFish(): string {
  const lines = ['# Completion of kontor for fish.', 'complete -c kontor -f'];
  const offer = (condition: string, rest: string) => lines.push(`complete -c kontor -n ${quoted(condition)} ${rest}`);
  for (const word of firstWords()) {
    const summary = COMMANDS.find(({ words }) => words === word)?.summary ?? GROUPS[word] ?? 'Says more.';
    offer('__fish_use_subcommand', `-a ${word} -d ${quoted(summary)}`);
  }
  for (const command of COMMANDS) {
    const [first = '', second] = command.words.split(' ');
    const seen = second
      ? `__fish_seen_subcommand_from ${first}; and __fish_seen_subcommand_from ${second}`
      : `__fish_seen_subcommand_from ${first}`;
    if (second) {
      const others = secondWords(first).join(' ');
      offer(
        `__fish_seen_subcommand_from ${first}; and not __fish_seen_subcommand_from ${others}`,
        `-a ${second} -d ${quoted(command.summary)}`,
      );
    }
    const choices = choicesOf(command);
    if (choices.length > 0) offer(seen, `-a ${quoted(choices.join(' '))}`);
    for (const { name, option } of optionsOf(command)) {
      const value = option.value ? ` -r${option.choices ? ` -a ${quoted(option.choices.join(' '))}` : ' -F'}` : '';
      offer(seen, `-l ${name} -d ${quoted(option.summary)}${value}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
