import { type TSchema, Type } from 'typebox';

const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });

export const WidgetParams = Type.Object({
  widgetId: Type.String({ maxLength: 100, description: 'The widget.' }),
});

const Origin = Type.String({
  maxLength: 300,
  pattern: '^https?://[a-z0-9.-]+(:[0-9]{1,5})?$',
  description: 'Scheme, host and port as browsers name them, such as `https://www.example.com`: lower case, no path.',
});

const text = (length: number, description: string) =>
  Type.Object(
    {
      en: Type.String({ maxLength: length, description: 'In English.' }),
      de: Type.String({ maxLength: length, description: 'In German.' }),
    },
    { additionalProperties: false, description },
  );

const fields = {
  name: Type.String({ minLength: 1, maxLength: 200, description: 'What your people call it.' }),
  allowedOrigins: Type.Array(Origin, {
    maxItems: 50,
    uniqueItems: true,
    description: 'The pages that may show it. None: nobody may.',
  }),
  title: text(80, 'What stands above the chat; empty: a word of ours.'),
  greeting: text(500, 'What the chat begins with; empty: a sentence of ours.'),
};

export const CreateWidget = Type.Object(
  {
    botId: Type.String({ maxLength: 100, description: 'The bot that answers.' }),
    name: fields.name,
    allowedOrigins: Type.Optional(fields.allowedOrigins),
    title: Type.Optional(fields.title),
    greeting: Type.Optional(fields.greeting),
  },
  { description: 'A new widget.' },
);

export const UpdateWidget = Type.Object(
  {
    name: Type.Optional(fields.name),
    allowedOrigins: Type.Optional(fields.allowedOrigins),
    title: Type.Optional(fields.title),
    greeting: Type.Optional(fields.greeting),
    active: Type.Optional(Type.Boolean({ description: 'False: it is shown nowhere.' })),
  },
  { description: 'What is to change.' },
);

export const Widget = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The widget; it stands in your page, and is no secret.' }),
    botId: Type.String({ format: 'uuid', description: 'The bot that answers.' }),
    ...fields,
    active: Type.Boolean({ description: 'Whether it is shown.' }),
    snippet: Type.String({ description: 'What you put into your page.' }),
    createdAt: Type.String({ format: 'date-time', description: 'When it was made.' }),
    updatedAt: Type.String({ format: 'date-time', description: 'When it was changed last.' }),
  },
  { additionalProperties: false, description: 'A chat of a bot, and the pages that may show it.' },
);

export const WidgetList = Type.Object(
  { widgets: Type.Array(Widget, { description: 'Newest first.' }) },
  { additionalProperties: false, description: 'The widgets of the workspace.' },
);

const session = nullable(
  Type.String({ maxLength: 2_000 }),
  'What the message before was answered with; null begins a conversation.',
);
const customerToken = nullable(
  Type.String({ maxLength: 10_000 }),
  'A token that the company’s server has signed; null: nobody is known.',
);

export const WidgetMessage = Type.Object(
  {
    content: Type.String({ minLength: 1, maxLength: 20_000, description: 'What the visitor says.' }),
    session,
    customerToken,
    messageKey: Type.Optional(
      Type.String({
        minLength: 16,
        maxLength: 100,
        description:
          'Made by the browser for this message, so that it can not be guessed: sent again with it, the message is stored once and answered as the first time.',
      }),
    ),
  },
  { additionalProperties: false, description: 'A message of a visitor.' },
);

export const WidgetSession = Type.Object(
  {
    session: Type.String({ maxLength: 2_000, description: 'The conversation, as the last answer named it.' }),
    customerToken,
  },
  { additionalProperties: false, description: 'Whose conversation is asked for.' },
);

const WidgetEvent = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The message.' }),
    from: Type.Enum(['visitor', 'bot', 'person'], { description: 'Who wrote it.' }),
    author: nullable(Type.String(), 'What the person is called; null: a bot or the visitor, or nobody said.'),
    message: Type.String({ description: 'Plain text with line breaks.' }),
    choices: Type.Array(Type.String(), { description: 'What can be answered by a click.' }),
    sources: Type.Array(
      Type.Object(
        {
          title: Type.String({ description: 'Of the article.' }),
          url: nullable(Type.String(), 'Where it came from, where that is a page.'),
        },
        { additionalProperties: false, description: 'An article.' },
      ),
      { description: 'What the answer stands on.' },
    ),
    at: Type.Integer({ description: 'When, in milliseconds since 1970.' }),
  },
  { additionalProperties: false, description: 'A message as a visitor sees it.' },
);

export const WidgetConversation = Type.Object(
  {
    messages: Type.Array(WidgetEvent, { description: 'In their order.' }),
    withPerson: Type.Boolean({ description: 'Whether a person has taken over, or is waited for.' }),
  },
  { additionalProperties: false, description: 'A conversation as a visitor sees it.' },
);

export const WidgetStream = Type.String({
  description:
    'Server-sent events; the data of each is JSON: `session` (what the next message names), `message`, `delta`, `reset`, `reply`, `done`.',
});
