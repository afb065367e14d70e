import type { Language } from '#platform/text/language.ts';
import type { Courtesy } from './retrieval/courtesies.ts';

/** What the bot says beside the articles, in the customer's language. */
interface ReplyTexts {
  courtesy: Record<Courtesy, string>;
  clarify(titles: string[]): string;
  abstain: string;
  person: string;
  unhelped: string;
  /** Where a rule has nothing to say. */
  silent: string;
  /** Why it hands over, for the person who takes over. */
  reasons: { abstain: string; person: string; unhelped: string; article(title: string): string; rule: string };
}

const bullets = (titles: string[]) => titles.map((title) => `- ${title}`).join('\n');

/** The titles of which a reply asked to choose; none when it asked nothing. */
export function offeredIn(reply: string): string[] {
  const [, ...lines] = reply.split('\n\n- ');
  const isAsked = Object.values(REPLY_TEXTS).some(
    ({ clarify }) => lines.length === 1 && clarify(titlesIn(lines[0])) === reply,
  );
  return isAsked ? titlesIn(lines[0]) : [];
}

const titlesIn = (list = ''): string[] => list.split('\n- ');

export const REPLY_TEXTS: Record<Language, ReplyTexts> = {
  en: {
    courtesy: {
      greeting: 'Hello! How can I help you?',
      thanks: 'You are welcome. Is there anything else I can do for you?',
      closing: 'Good. Just write again if there is anything else.',
      goodbye: 'Goodbye, and all the best!',
      nature: 'I am an automatic assistant. If you would rather talk to a person, just say so.',
    },
    clarify: (titles) => `Which of these do you mean?\n\n${bullets(titles)}`,
    abstain:
      'I do not have an answer to that. I am handing your question over to a colleague, who will get back to you.',
    person: 'I am handing you over to a colleague, who will take it from here.',
    unhelped: 'I am sorry that this did not help. I am handing you over to a colleague, who will take it from here.',
    silent: 'All right.',
    reasons: {
      abstain: 'no article answers it',
      person: 'the customer asked for a person',
      unhelped: 'the customer said that the answer did not help',
      article: (title) => `the article “${title}” says so`,
      rule: 'the rule says so',
    },
  },
  de: {
    courtesy: {
      greeting: 'Guten Tag! Wie kann ich Ihnen helfen?',
      thanks: 'Gern geschehen. Kann ich sonst noch etwas für Sie tun?',
      closing: 'Gut. Schreiben Sie einfach wieder, wenn noch etwas ist.',
      goodbye: 'Auf Wiedersehen und alles Gute!',
      nature:
        'Ich bin ein automatischer Assistent. Wenn Sie lieber mit einem Menschen sprechen möchten, sagen Sie es mir.',
    },
    clarify: (titles) => `Was davon meinen Sie?\n\n${bullets(titles)}`,
    abstain: 'Darauf habe ich keine Antwort. Ich gebe Ihre Frage an eine Kollegin oder einen Kollegen weiter.',
    person: 'Ich gebe Sie an eine Kollegin oder einen Kollegen weiter.',
    unhelped: 'Es tut mir leid, dass das nicht geholfen hat. Ich gebe Sie an eine Kollegin oder einen Kollegen weiter.',
    silent: 'In Ordnung.',
    reasons: {
      abstain: 'kein Artikel es beantwortet',
      person: 'nach einem Menschen gefragt wurde',
      unhelped: 'die Antwort nicht geholfen hat',
      article: (title) => `der Artikel „${title}“ es so vorsieht`,
      rule: 'die Regel es so vorsieht',
    },
  },
};
