import { type Query, type QueryClient, useQuery } from '@tanstack/react-query';
import { call, type Input, type Operation, type Result } from './api.ts';

/** Reads what may be on its way (`isMoving`); the server tells how it goes on (`live.ts`). */
export function useWatched<K extends Operation>(operation: K, input: Input<K>, isMoving: (data: Result<K>) => boolean) {
  return useQuery({
    queryKey: [operation, input],
    queryFn: () => call(operation, input),
    // What was on its way when it was last read is somewhere else by now.
    staleTime: 0,
    meta: { isMoving },
  });
}

/** Once the server is heard: what was on its way when it was read before that may have arrived in between. */
export function readUnderWay(client: QueryClient) {
  for (const query of client.getQueryCache().getAll()) {
    if (query.meta?.isMoving) void readIfMoving(client, query);
  }
}

async function readIfMoving(client: QueryClient, query: Query) {
  if (query.state.fetchStatus === 'fetching') await query.promise?.catch(() => undefined);
  const isMoving = query.meta?.isMoving as (data: unknown) => boolean;
  if (query.state.data !== undefined && isMoving(query.state.data)) {
    await client.invalidateQueries({ queryKey: query.queryKey, exact: true });
  }
}
