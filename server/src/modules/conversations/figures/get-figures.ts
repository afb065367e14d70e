import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { invalidField } from '#platform/http/errors.ts';
import { type PeriodRow, selectFigures } from './figures.queries.ts';
import type { ConversationFigures, FiguresQuery } from './figures.schemas.ts';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;
const MOST_DAYS = 400;

/** What became of the conversations that customers began, by period; each number counts for itself. */
export async function getFigures(
  ctx: Context,
  query: Static<typeof FiguresQuery>,
): Promise<Static<typeof ConversationFigures>> {
  const nowMs = ctx.now().getTime();
  const untilMs = query.until ?? nowMs + 1;
  const sinceMs = query.since ?? untilMs - DEFAULT_DAYS * DAY_MS;
  if (sinceMs >= untilMs) throw invalidField('?since', 'must be before until');
  if (untilMs - sinceMs > MOST_DAYS * DAY_MS) {
    throw invalidField('?since', `must be at most ${MOST_DAYS} days before until: ask for several windows`);
  }
  const rows = await selectFigures(ctx.session, ctx.workspaceId, {
    since: new Date(sinceMs),
    until: new Date(untilMs),
    by: query.by ?? 'day',
    timeZone: readTimeZone(query.timeZone ?? 'UTC'),
    agentId: query.agentId ?? null,
    channel: query.channel ?? null,
    abandonedBefore: new Date(nowMs - DAY_MS),
  });
  return { total: figuresOf(rows), periods: rows.map((row) => ({ from: row.from, ...figuresOf([row]) })) };
}

function readTimeZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw invalidField('?timeZone', 'is no time zone: send an IANA name, such as Europe/Berlin');
  }
}

function figuresOf(rows: PeriodRow[]) {
  const sum = (of: (row: PeriodRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    conversations: sum((row) => row.conversations),
    answered: sum((row) => row.answered),
    confirmed: sum((row) => row.confirmed),
    abandoned: sum((row) => row.abandoned),
    escalated: sum((row) => row.escalated),
    modelTokens: sum((row) => row.modelTokens),
    modelCost: sum((row) => row.modelCostMicros) / 1_000_000,
  };
}
