import type { User } from 'kontor-sdk';
import type { Call } from '../command.types.ts';
import { readCount } from '../read-count.ts';

export async function run(call: Call): Promise<undefined> {
  const { text, terminal, world } = call;
  const limit = readCount(text('limit'), '--limit') ?? 100;
  const query = {
    type: text('type') as User['type'] | undefined,
    search: text('search'),
    externalId: text('external-id'),
    limit: limit === 0 ? 100 : Math.min(limit, 100),
  };
  const kontor = await call.connect();
  const users: User[] = [];
  let hasMore = false;
  for await (const user of kontor.items('listUsers', { query }, { signal: world.signal })) {
    hasMore = limit !== 0 && users.length === limit;
    if (hasMore) break;
    users.push(user);
  }
  terminal.table(
    users,
    {
      userId: ({ userId }) => userId,
      type: ({ type }) => type,
      externalId: ({ externalId }) => externalId,
      email: ({ email }) => email,
      createdAt: ({ createdAt }) => createdAt,
    },
    'There is no such user. “kontor users create” makes one.',
  );
  if (hasMore) terminal.note(`There are more: --limit 0 lists all.`);
}
