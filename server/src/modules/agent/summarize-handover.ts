import type { ConversationEvent } from '#modules/conversations/index.ts';
import type { describeRun } from '#modules/rulebook/index.ts';
import type { Language } from '#platform/text/language.ts';

export interface HandoverToSummarize {
  language: Language;
  /** All messages so far, the one that is being answered included. */
  events: readonly Pick<ConversationEvent, 'role' | 'message' | 'usedArticles'>[];
  /** The rule that the customer was in. */
  run: ReturnType<typeof describeRun> | null;
  reason: string;
}

const LONGEST_QUOTE = 400;
const MOST_QUOTES = 3;

const WORDS = {
  en: {
    asked: 'The customer wrote',
    answered: 'Answered from',
    rule: 'Led through',
    told: 'Told',
    done: 'done',
    refused: 'refused',
    unknown: 'OUTCOME UNKNOWN, look before anybody does it again',
    why: 'Handed over because',
    quote: (text: string) => `“${text}”`,
  },
  de: {
    asked: 'Der Kunde schrieb',
    answered: 'Beantwortet aus',
    rule: 'Geführt durch',
    told: 'Angegeben',
    done: 'erledigt',
    refused: 'abgelehnt',
    unknown: 'AUSGANG UNBEKANNT, bitte prüfen, bevor es jemand noch einmal tut',
    why: 'Übergeben, weil',
    quote: (text: string) => `„${text}“`,
  },
} as const satisfies Record<Language, Record<string, unknown>>;

/** What has happened so far, in lines for the person who takes over: only what was said and done, without a model. Pure. */
export function summarizeHandover({ language, events, run, reason }: HandoverToSummarize): string {
  const words = WORDS[language];
  const said = events.filter(({ role }) => role === 'user').map(({ message }) => words.quote(shorten(message)));
  // How it began, and what was said last.
  const quotes = said.length > MOST_QUOTES ? [...said.slice(0, 1), '…', ...said.slice(1 - MOST_QUOTES)] : said;
  const titles = new Set(events.flatMap(({ usedArticles }) => usedArticles.map(({ title }) => title)));
  const lines = [`${words.asked}: ${quotes.join(' ')}`];
  if (titles.size > 0) lines.push(`${words.answered}: ${[...titles].join(', ')}`);
  if (run) lines.push(`${words.rule}: ${run.name}`);
  for (const { description, value } of run?.inputs ?? []) {
    lines.push(`${words.told}: ${description}: ${shorten(String(value))}`);
  }
  for (const { action, outcome, errorCode } of run?.calls ?? []) {
    lines.push(`${action}: ${words[outcome]}${errorCode === null ? '' : ` (${errorCode})`}`);
  }
  return [...lines, `${words.why}: ${reason}`].join('\n');
}

function shorten(text: string): string {
  const characters = [...text.replaceAll(/\s+/g, ' ').trim()];
  return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : characters.join('');
}
