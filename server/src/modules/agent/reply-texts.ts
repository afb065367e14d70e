import type { Language } from '#platform/text/language.ts';
import type { Courtesy } from './retrieval/courtesies.ts';

/** What the bot says beside the articles, in the customer's language. */
interface ReplyTexts {
  courtesy: Record<Courtesy, string>;
  clarify(titles: string[]): string;
  abstain: string;
  person: string;
  /** Where a rule has nothing to say. */
  silent: string;
  /** Why it hands over, for the person who takes over. */
  reasons: { abstain: string; person: string; article(title: string): string; rule: string };
}

const bullets = (titles: string[]) => titles.map((title) => `- ${title}`).join('\n');

export const REPLY_TEXTS: Record<Language, ReplyTexts> = {
  en: {
    courtesy: {
      greeting: 'Hello! How can I help you?',
      thanks: 'You are welcome. Is there anything else I can do for you?',
      goodbye: 'Goodbye, and all the best!',
    },
    clarify: (titles) => `Which of these do you mean?\n\n${bullets(titles)}`,
    abstain:
      'I do not have an answer to that. I am handing your question over to a colleague, who will get back to you.',
    person: 'I am handing you over to a colleague, who will take it from here.',
    silent: 'All right.',
    reasons: {
      abstain: 'no article answers it',
      person: 'the customer asked for a person',
      article: (title) => `the article “${title}” says so`,
      rule: 'the rule says so',
    },
  },
  de: {
    courtesy: {
      greeting: 'Guten Tag! Wie kann ich Ihnen helfen?',
      thanks: 'Gern geschehen. Kann ich sonst noch etwas für Sie tun?',
      goodbye: 'Auf Wiedersehen und alles Gute!',
    },
    clarify: (titles) => `Was davon meinen Sie?\n\n${bullets(titles)}`,
    abstain: 'Darauf habe ich keine Antwort. Ich gebe Ihre Frage an eine Kollegin oder einen Kollegen weiter.',
    person: 'Ich gebe Sie an eine Kollegin oder einen Kollegen weiter.',
    silent: 'In Ordnung.',
    reasons: {
      abstain: 'kein Artikel es beantwortet',
      person: 'nach einem Menschen gefragt wurde',
      article: (title) => `der Artikel „${title}“ es so vorsieht`,
      rule: 'die Regel es so vorsieht',
    },
  },
};
