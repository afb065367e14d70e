/** What the model has decided to do, by the numbers of the articles that it was shown. */
export type Plan = { action: 'answer' | 'ask'; articles: number[] } | { action: 'escalate' };

const PLAN =
  /^\s*(?:\*\*)?(ANSWER|ASK|ESCALATE)(?:\*\*)?[ \t:]*((?:\[?\d{1,2}\]?[ \t,]*(?:and|und)?[ \t]*)*)\.?[ \t]*$/;

/** What may follow the plan on its line: the numbers of tags. */
const TAGS = /[ \t]*\|[ \t]*TAGS?[ \t:]*([\d, \t]*)\.?[ \t]*$/;

/** The numbers of the tags that the first line of an answer names, of those that were offered. */
export function parseTags(line: string, offered: number): number[] {
  const numbers =
    TAGS.exec(line)?.[1]
      ?.match(/\d{1,4}/g)
      ?.map(Number) ?? [];
  return [...new Set(numbers)].filter((number) => number >= 1 && number <= offered);
}

/** Reads the first line of an answer; null when it is none of the three, or names articles that were not shown. */
export function parsePlan(line: string, shown: number): Plan | null {
  const [, action, numbers = ''] = PLAN.exec(line.replace(TAGS, '')) ?? [];
  if (action === undefined) return null;
  if (action === 'ESCALATE') return { action: 'escalate' };
  const articles = [...new Set(numbers.match(/\d+/g)?.map(Number) ?? [])];
  if (articles.length === 0 || articles.some((number) => number < 1 || number > shown)) return null;
  if (action === 'ANSWER') return { action: 'answer', articles };
  return articles.length < 2 ? null : { action: 'ask', articles };
}
