import type { Kontor, OperationName } from 'kontor-sdk';
import type { Terminal } from './terminal.ts';
import type { World } from './world.ts';

/** A value without a dash: `<user-id>`. */
export interface Argument {
  name: string;
  summary: string;
  optional?: boolean;
  /** The last one may stand for several. */
  many?: boolean;
  /** All that it can be. */
  choices?: readonly string[];
}

export interface Option {
  summary: string;
  /** What stands for its value in help, such as `FILE`; left out: a switch without a value. */
  value?: string;
  many?: boolean;
  choices?: readonly string[];
}

/**
 * A line of the table that parser, help, completion and docs/cli.md are made of. What it does stands in `commands/`, in the file
 * of its words.
 */
export interface Command {
  /** `users list`. */
  words: string;
  summary: string;
  /** What help says beyond the summary. */
  details?: string;
  arguments?: readonly Argument[];
  options?: Readonly<Record<string, Option>>;
  /** Without the `kontor ` at its beginning. */
  example: string;
  /** What it calls, so that the reference can say how each operation is reached. */
  operations?: readonly OperationName[];
  /** Everything after its words goes to it as it stands, `--help` too. */
  isRaw?: boolean;
}

/** What a file below `commands/` has to offer. @returns the exit code; undefined: 0 */
export interface CommandModule {
  run(call: Call): Promise<number | undefined>;
}

/** A command as it was called. */
export interface Call {
  /** Of a required argument; the first one of several. */
  argument(name: string): string;
  /** Of an optional one. */
  find(name: string): string | undefined;
  /** Of one that stands for several. */
  all(name: string): string[];
  flag(option: string): boolean;
  text(option: string): string | undefined;
  texts(option: string): string[];
  /** What followed a raw command. */
  raw: string[];
  world: World;
  terminal: Terminal;
  /** A client with the credentials of the profile; asks for them where a person can answer. */
  connect(): Promise<Kontor>;
}
