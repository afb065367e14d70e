/** The tag groups that every workspace comes with. They can't change, so reports mean the same everywhere. */
export interface BuiltInTagGroup {
  kind: 'mandatory' | 'default';
  title: string;
  description: string;
  prompt: string;
  multiselect: boolean;
  tags: { tagName: string; tagDescription: string }[];
}

/** Source of the three names: the status of a conversation in the agent API. */
export const CONVERSATION_STATUS = 'Conversation Status';
export type ConversationStatus = 'Resolved' | 'Escalated to Human Agent' | 'Waiting for Customer';

const tag = (tagName: string, tagDescription: string) => ({ tagName, tagDescription });

export const BUILT_IN_TAG_GROUPS: BuiltInTagGroup[] = [
  {
    kind: 'mandatory',
    title: CONVERSATION_STATUS,
    description: 'Where the conversation stands.',
    prompt: 'Set by what happened: an answer, a question back, or a hand-over to a person.',
    multiselect: false,
    tags: [
      tag('Resolved', 'The question was answered, or the customer said so.'),
      tag('Escalated to Human Agent', 'A person has to go on.'),
      tag('Waiting for Customer', 'The agent asked something back.'),
    ],
  },
  {
    kind: 'default',
    title: 'Sentiment',
    description: 'How the customer sounds.',
    prompt: 'Judge the words of the customer only.',
    multiselect: false,
    tags: [
      tag('Positive', 'thanks, great, perfect, danke, super, prima, toll'),
      tag('Neutral', 'Neither pleased nor displeased.'),
      tag('Negative', 'angry, annoyed, terrible, unacceptable, ärgerlich, unverschämt, enttäuscht, schlecht'),
    ],
  },
  {
    kind: 'default',
    title: 'Language',
    description: 'The language of the customer.',
    prompt: 'The language of the last message.',
    multiselect: false,
    tags: [tag('German', 'Deutsch'), tag('English', 'English'), tag('Other', 'Any other language.')],
  },
];
