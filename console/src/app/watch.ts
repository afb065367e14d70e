import { useQuery } from '@tanstack/react-query';
import { call, type Input, type Operation, type Result } from './api.ts';

const EVERY_MS = 1_500;

/** Reads, and reads again as long as something of it is on its way: until then nobody has to press anything. */
export function useWatched<K extends Operation>(operation: K, input: Input<K>, isMoving: (data: Result<K>) => boolean) {
  return useQuery({
    queryKey: [operation, input],
    queryFn: () => call(operation, input),
    // What was on its way when it was last read is somewhere else by now.
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data !== undefined && isMoving(data) ? EVERY_MS : false),
  });
}
