import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiError, call } from '../../app/api.ts';
import type { Flow, Problem } from './flow.types.ts';

/** After so long without another key. */
const PAUSE_MS = 300;

/** The server's mistakes of what is written here, while it is being written. `isFresh`: they are about this very text. */
export function useCheck(flow: Flow, atFirst: Problem[] | null): { problems: Problem[]; isFresh: boolean } {
  const [settled, setSettled] = useState(flow);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(flow), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [flow]);
  const [first] = useState(flow);
  // Of a draft as it is stored the mistakes came along.
  const isKnown = settled === first && atFirst !== null;
  const isWanted = settled.steps.length > 0 && !isKnown;
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['POST /v2/hc-rules/check', settled],
    queryFn: () => check(settled),
    enabled: isWanted,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  if (flow.steps.length === 0) return { problems: [], isFresh: true };
  if (isKnown && flow === first) return { problems: atFirst, isFresh: true };
  return { problems: data ?? atFirst ?? [], isFresh: settled === flow && data !== undefined && !isPlaceholderData };
}

async function check({ steps, inputSchema }: Flow): Promise<Problem[]> {
  try {
    return (await call('POST /v2/hc-rules/check', { body: { flowConfig: { steps }, inputSchema } })).problems;
  } catch (error) {
    if (error instanceof ApiError && error.fields.length > 0) return error.fields;
    throw error;
  }
}
