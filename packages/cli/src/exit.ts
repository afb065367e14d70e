/** What a command ends with; docs/cli.md and `kontor --help` list them. */
export const EXIT_CODES = {
  ok: { code: 0, meaning: 'Done.' },
  failed: { code: 1, meaning: 'The server refused, or what was checked did not pass.' },
  usage: { code: 2, meaning: 'Called wrongly: an unknown command or option, a value that is missing.' },
  access: { code: 3, meaning: 'No credentials, or they are wrong or may not do this.' },
  unreachable: { code: 4, meaning: 'No Kontor answers at the address.' },
  conflict: { code: 5, meaning: 'It has changed on the server since you read it; nothing was pushed.' },
  interrupted: { code: 130, meaning: 'You stopped it.' },
} as const;

export type ExitName = keyof typeof EXIT_CODES;

/** Ends a command: what went wrong, and what to do about it. */
export class CommandError extends Error {
  override name = 'CommandError';
  readonly exit: ExitName;
  readonly hint: string | undefined;

  constructor(exit: ExitName, message: string, hint?: string) {
    super(message);
    this.exit = exit;
    this.hint = hint;
  }
}

export const usageError = (message: string, hint?: string) => new CommandError('usage', message, hint);
