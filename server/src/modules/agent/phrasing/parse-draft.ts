/** What the model has decided to do, by the numbers of the articles that it was shown. */
export type Plan = { action: 'answer' | 'ask'; articles: number[] } | { action: 'escalate' };

const PLAN =
  /^\s*(?:\*\*)?(ANSWER|ASK|ESCALATE)(?:\*\*)?[ \t:]*((?:\[?\d{1,2}\]?[ \t,]*(?:and|und)?[ \t]*)*)\.?[ \t]*$/;

/** Reads the first line of an answer; null when it is none of the three, or names articles that were not shown. */
export function parsePlan(line: string, shown: number): Plan | null {
  const [, action, numbers = ''] = PLAN.exec(line) ?? [];
  if (action === undefined) return null;
  if (action === 'ESCALATE') return { action: 'escalate' };
  const articles = [...new Set(numbers.match(/\d+/g)?.map(Number) ?? [])];
  if (articles.length === 0 || articles.some((number) => number < 1 || number > shown)) return null;
  if (action === 'ANSWER') return { action: 'answer', articles };
  return articles.length < 2 ? null : { action: 'ask', articles };
}
