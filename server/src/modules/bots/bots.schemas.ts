import { Type } from 'typebox';

export const BotParams = Type.Object({ botId: Type.String({ maxLength: 100, description: 'The bot.' }) });

const Name = Type.String({ minLength: 1, maxLength: 200, description: 'What people call the bot.' });

export const Bot = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The bot, in every path and body.' }),
    name: Type.String({ description: 'What people call it.' }),
    createdAt: Type.String({ format: 'date-time', description: 'When it was created.' }),
  },
  { additionalProperties: false, description: 'An agent of the workspace.' },
);

export const BotList = Type.Array(Bot, { description: 'Newest first, without archived ones.' });

export const Agent = Type.Object(
  {
    ...Bot.properties,
    archivedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
      description: 'Since when it no longer answers; null while it does.',
    }),
  },
  { additionalProperties: false, description: 'An agent of the workspace, as its owners see it.' },
);

export const AgentList = Type.Object(
  { agents: Type.Array(Agent, { description: 'Newest first, archived ones too.' }) },
  { additionalProperties: false, description: 'All agents of the workspace.' },
);

export const CreateAgent = Type.Object({ name: Name }, { description: 'A new agent.' });

export const UpdateAgent = Type.Object(
  {
    name: Type.Optional(Name),
    archived: Type.Optional(
      Type.Boolean({ description: 'True: the agent answers no more and is listed as archived; false: it is back.' }),
    ),
  },
  { description: 'What to change; fields that are left out stay.' },
);

const section = {
  id: Type.String({
    minLength: 1,
    maxLength: 100,
    description: 'Unique in the array; the same id replaces a section of the template.',
  }),
  title: Type.String({ maxLength: 300, description: 'Heading of the section.' }),
  content: Type.String({ maxLength: 20_000, description: 'What it tells the agent.' }),
  enabled: Type.Boolean({ description: 'Whether it applies.' }),
};

const Subsection = Type.Object(section, { additionalProperties: false, description: 'A part of a section.' });

export const PromptSection = Type.Object(
  {
    ...section,
    subsections: Type.Optional(
      Type.Array(Subsection, { maxItems: 50, description: 'Parts of the section, in their order. Default: none.' }),
    ),
  },
  { additionalProperties: false, description: 'A section of a prompt.' },
);

const sections = (what: string) => Type.Array(PromptSection, { minItems: 1, maxItems: 100, description: what });

const prompts = {
  hcPlanningPrompt: sections('How the agent decides what to do with a message.'),
  hcGuidelinePrompt: sections('How it speaks, and what it never does.'),
  hcChannelPrompt: sections('What differs by channel: length, form, greetings.'),
};

export const SavePrompt = Type.Object(prompts, {
  description: 'All sections of the new version: each array replaces what the version before said.',
});

const promptVersion = {
  id: Type.String({ format: 'uuid', description: 'The version.' }),
  botId: Type.String({ format: 'uuid', description: 'The bot it belongs to.' }),
  version: Type.Integer({ description: 'Counts from 1.' }),
  ...prompts,
  createdBy: Type.String({ description: 'Who saved it, such as `api-key:<id>`.' }),
  createdByName: Type.Union([Type.String(), Type.Null()], {
    description: 'What people call them; null when they have no name or are gone.',
  }),
  createdAt: Type.String({ format: 'date-time', description: 'When it was saved.' }),
};

export const PromptVersion = Type.Object(promptVersion, {
  additionalProperties: false,
  description: 'A saved version of a bot’s prompt.',
});

export const PromptHistory = Type.Array(PromptVersion, { description: 'Newest first.' });

export const MergedPrompt = Type.Object(
  {
    botId: Type.String({ format: 'uuid', description: 'The bot.' }),
    version: Type.Integer({
      description: 'Its latest saved version; 0 when there is none and the template stands alone.',
    }),
    ...prompts,
    templateSectionIds: Type.Array(Type.String(), {
      description:
        'Sections of the template: they can be said otherwise or switched off, but a version without them has them all the same.',
    }),
  },
  { additionalProperties: false, description: 'The prompt that applies: the template under the bot’s latest version.' },
);
