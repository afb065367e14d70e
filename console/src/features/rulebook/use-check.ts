import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiError, call } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { said } from '../../app/said.ts';
import { UNFINISHED_TEXTS } from './editor-texts.ts';
import type { Flow, Problem } from './flow.types.ts';
import { unfinishedOf } from './unfinished.ts';

/** After so long without another key. */
const PAUSE_MS = 300;

interface Check {
  problems: Problem[];
  /** They are about this very text. */
  isFresh: boolean;
  /** Nothing stands open that has to be filled in before the server takes it. */
  isStorable: boolean;
}

/** What is not filled in, at once, and the server's mistakes of what is written here, while it is being written. */
export function useCheck(flow: Flow, atFirst: Problem[] | null): Check {
  const texts = useTexts(UNFINISHED_TEXTS);
  const checked = useServerCheck(flow, atFirst);
  const open = unfinishedOf(flow, texts);
  // The server says the same of them, in the words of its schema.
  const others = checked.problems.filter(({ path }) => !open.some((each) => covers(each.path, path)));
  const told = others.map(({ path, message }) => ({ path, message: said(message) }));
  return { problems: [...open, ...told], isFresh: checked.isFresh, isStorable: open.length === 0 };
}

/** A condition with a mistake is also said to be none of the kinds of conditions. */
const covers = (open: string, path: string) =>
  path === open || path.startsWith(`${open}/`) || (open.startsWith(`${path}/`) && path.includes('/when'));

function useServerCheck(flow: Flow, atFirst: Problem[] | null): Omit<Check, 'isStorable'> {
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
