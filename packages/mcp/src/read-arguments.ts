import { parseArgs } from 'node:util';

export const USAGE = `kontor-mcp [bots|bank] [--toolsets a,b] [--profile NAME]

bots  what a key of the workspace opens: bots, knowledge, conversations
bank  what a client opens: users, accounts, analyses
      Default: what there is a credential for; bots if there are both.

KONTOR_URL           where Kontor is
KONTOR_API_KEY       for bots
KONTOR_CLIENT_ID     for bank, with
KONTOR_CLIENT_SECRET
KONTOR_PROFILE       a profile of "kontor login", whose credentials are used where none of these is set

Without them the secret store of the system is asked: docs/mcp.md tells how to put them there.`;

export type Half = 'bots' | 'bank';

export interface Options {
  half: Half | undefined;
  toolsets: string | undefined;
  profile: string | undefined;
}

/** Throws with what was wrong and the usage. */
export function readArguments(argv: string[]): Options {
  const refuse = (what: string) => new Error(`${what}\n\n${USAGE}`);
  const parsed = parse(argv, refuse);
  const [half, ...more] = parsed.positionals;
  if (more.length > 0 || (half !== undefined && half !== 'bots' && half !== 'bank')) {
    throw refuse(`${parsed.positionals.join(' ')}: there are only bots and bank.`);
  }
  return { half, toolsets: parsed.values.toolsets, profile: parsed.values.profile };
}

function parse(args: string[], refuse: (what: string) => Error) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ args, allowPositionals: true, options: { toolsets: text, profile: text } });
  } catch (error) {
    throw refuse((error as Error).message);
  }
}
