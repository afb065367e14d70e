import type { User } from 'kontor-sdk';
import type { Call } from '../command.types.ts';

export async function run(call: Call): Promise<undefined> {
  const { text, flag, terminal } = call;
  const kontor = await call.connect();
  const user = await kontor.createUser({
    body: {
      type: (text('type') ?? 'person') as User['type'],
      externalId: text('external-id'),
      email: text('email'),
      expiresIn: text('expires-in'),
      ...(flag('suspended') && { automaticAnalysis: 'suspended' as const }),
    },
  });
  terminal.result(user, () => user.userId);
}
