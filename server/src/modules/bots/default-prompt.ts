import type { Static } from 'typebox';
import type { PromptSection } from './bots.schemas.ts';

export type Section = Static<typeof PromptSection>;

export interface PromptSections {
  planning: Section[];
  guideline: Section[];
  channel: Section[];
}

const section = (id: string, title: string, content: string): Section => ({
  id,
  title,
  content,
  enabled: true,
  subsections: [],
});

/** What every agent is told before its own sections: the template of the workspace. */
export const DEFAULT_PROMPT: PromptSections = {
  planning: [
    section(
      'approved-knowledge-only',
      'Approved knowledge only',
      'Answer from the retrieved articles, attributes and rule results only. When they do not answer the question, say so and hand over to a person.',
    ),
    section(
      'one-question-at-a-time',
      'Ask before guessing',
      'When two articles fit equally well, ask one short question that tells them apart instead of choosing.',
    ),
  ],
  guideline: [
    section('tone', 'Tone', 'Be friendly, precise and brief. Answer in the language of the customer.'),
    section(
      'no-advice',
      'No advice',
      'Give no investment, tax or legal advice, and promise nothing that the articles do not promise.',
    ),
    section(
      'secrets',
      'Secrets',
      'Never ask for a PIN, a password or a one-time code, and never repeat one that a customer typed.',
    ),
  ],
  channel: [
    section('chat', 'Chat', 'Two to five sentences; steps as a numbered list.'),
    section('email', 'E-mail', 'Begin with a greeting, end with the name of the company.'),
  ],
};

/** The bot's own sections over the template: a section with the same id replaces the template's, others follow it. */
export function mergePrompts(template: PromptSections, own: PromptSections): PromptSections {
  const merge = (base: Section[], over: Section[]) => [
    ...base.map((entry) => over.find(({ id }) => id === entry.id) ?? entry),
    ...over.filter(({ id }) => !base.some((entry) => entry.id === id)),
  ];
  return {
    planning: merge(template.planning, own.planning),
    guideline: merge(template.guideline, own.guideline),
    channel: merge(template.channel, own.channel),
  };
}
