import { type TSchema, Type } from 'typebox';

const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const epochMs = (description: string) => Type.Integer({ description: `${description} Unix epoch in milliseconds.` });

export const ConversationParams = Type.Object({
  conversationId: Type.String({ maxLength: 100, description: 'The conversation.' }),
});
export const EventParams = Type.Object({ eventId: Type.String({ maxLength: 100, description: 'The message.' }) });

export const EventRole = Type.Enum(['user', 'agent', 'finibot', 'otherbot'], {
  description:
    '`user`: the customer. `agent`: a person of the company. `finibot`: the bot. `otherbot`: another system.',
});

export const UsedArticle = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The article.' }),
    title: Type.String({ description: 'Its title then.' }),
    documentUrl: nullable(Type.String(), 'Where the source can be read, if it is on the web.'),
  },
  { additionalProperties: false, description: 'An article that an answer rests on.' },
);

const UsedFolder = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The folder.' }),
    title: Type.String({ description: 'Its title then.' }),
  },
  { additionalProperties: false, description: 'The folder of an article that an answer rests on.' },
);

export const EventTag = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The tag.' }),
    tagName: Type.String({ description: 'Its name.' }),
    tagGroupId: Type.String({ format: 'uuid', description: 'Its group.' }),
    tagGroupTitle: Type.String({ description: 'Name of the group.' }),
  },
  { additionalProperties: false, description: 'A tag that was set.' },
);

const Attachments = Type.Array(Type.Record(Type.String(), Type.Unknown()), {
  description: 'Attachments as they came; they are kept, not read.',
});

export const ConversationEvent = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The message.' }),
    interactionId: Type.String({ format: 'uuid', description: 'Its conversation.' }),
    createdAt: epochMs('When it was stored.'),
    role: EventRole,
    type: Type.String({ description: '`message`, or `escalation` when the bot hands over to a person.' }),
    message: Type.String({ description: 'What was said.' }),
    author: nullable(Type.String(), 'What the person is called who wrote it, when they wrote it in the console.'),
    choices: Type.Array(Type.String(), {
      description: 'What the customer may answer with by a click, as buttons: send one as the next message.',
    }),
    externalId: nullable(Type.String(), 'Your own id of the message.'),
    externalCreatedAt: nullable(Type.Integer(), 'When it was written, by your own clock. Unix epoch in milliseconds.'),
    csatRating: nullable(Type.Integer(), '1 to 5, given by the customer.'),
    feedback: nullable(Type.String(), 'What somebody said about the message.'),
    approved: nullable(Type.Boolean(), 'Whether a person found it right; null: nobody looked.'),
    resolved: nullable(Type.Boolean(), 'Whether it solved the customer’s problem; null: nobody said.'),
    attachments: Attachments,
    tags: Type.Array(EventTag, { description: 'What was found about the exchange.' }),
    usedArticles: Type.Array(UsedArticle, {
      description: 'What the answer rests on, best first; empty when it asks back or refuses.',
    }),
  },
  { additionalProperties: false, description: 'A message of a conversation.' },
);

export const Holder = Type.Object(
  {
    by: Type.String({ description: 'Who: `operator:<id>` or `api-key:<id>`.' }),
    name: Type.String({ description: 'What they are called.' }),
    at: epochMs('Since when.'),
  },
  { additionalProperties: false, description: 'A person who has taken a conversation over.' },
);

export const Conversation = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The conversation.' }),
    createdAt: epochMs('When it began.'),
    agentId: nullable(Type.String({ format: 'uuid' }), 'The bot that answers in it.'),
    source: Type.String({ description: 'Where it came in, such as `api`.' }),
    channel: Type.String({ description: 'How the customer writes, such as `chat` or `email`.' }),
    status: nullable(Type.String(), 'Tag of the mandatory group Conversation Status.'),
    externalId: nullable(Type.String(), 'Your own id of the conversation.'),
    url: nullable(Type.String(), 'Where it can be seen in your system.'),
    subjectPreview: Type.String({ description: 'The beginning of the first message.' }),
    hasFeedback: Type.Boolean({ description: 'Whether somebody said something about one of its messages.' }),
    resolved: Type.Boolean({ description: 'Whether the customer’s problem is solved.' }),
    userAttributes: Type.Record(Type.String(), Type.Unknown(), {
      description: 'What your server told about the customer.',
    }),
    confirmedAt: nullable(
      Type.Integer(),
      'When the customer or a person said that the problem is solved; null: nobody has, whatever `resolved` says. Unix epoch in milliseconds.',
    ),
    takenOver: nullable(Holder, 'The person who writes in it; the bot is silent meanwhile. null: the bot answers.'),
    usedArticles: Type.Array(UsedArticle, { description: 'All articles that its answers rest on.' }),
    usedSubfolders: Type.Array(UsedFolder, { description: 'The folders of these.' }),
    events: Type.Array(ConversationEvent, { description: 'Its messages, oldest first.' }),
  },
  { additionalProperties: false, description: 'An exchange between a customer and a bot or people.' },
);

export const ConversationList = Type.Object(
  {
    interactions: Type.Array(Conversation, { description: 'Sorted by their latest message, newest first.' }),
    hasMore: Type.Boolean({ description: 'Whether there are more in the direction you asked for.' }),
    nextCursor: nullable(Type.String(), 'With `direction=next`: older ones.'),
    prevCursor: nullable(Type.String(), 'With `direction=prev`: newer ones.'),
  },
  { additionalProperties: false, description: 'A page of conversations.' },
);

export const ListConversationsQuery = Type.Object({
  since: Type.Optional(epochMs('Only with a message from then on. Default: seven days before `until`.')),
  until: Type.Optional(epochMs('Only with a latest message before. Default: now. At most 90 days after `since`.')),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'Conversations per page. Default 50.' })),
  cursor: Type.Optional(Type.String({ format: 'uuid', description: '`nextCursor` or `prevCursor` of a page.' })),
  direction: Type.Optional(Type.Enum(['next', 'prev'], { description: '`next` (default): older; `prev`: newer.' })),
  agentId: Type.Optional(Type.String({ description: 'Only of this bot.' })),
  source: Type.Optional(Type.String({ description: 'Only with this source.' })),
  channel: Type.Optional(Type.String({ description: 'Only of this channel.' })),
});

export const DeleteConversations = Type.Object(
  {
    ids: Type.Array(Type.String(), {
      minItems: 1,
      maxItems: 50,
      uniqueItems: true,
      description: 'Which conversations to delete.',
    }),
  },
  { description: 'Up to fifty conversations.' },
);

export const JudgeEvent = Type.Object(
  {
    feedback: Type.Optional(nullable(Type.String({ maxLength: 5_000 }), 'What you say about it; null takes it back.')),
    csatRating: Type.Optional(nullable(Type.Integer({ minimum: 1, maximum: 5 }), '1 to 5; null takes it back.')),
    approved: Type.Optional(nullable(Type.Boolean(), 'Whether it was right; null: undecided again.')),
    resolved: Type.Optional(nullable(Type.Boolean(), 'Whether it solved the problem; null: undecided again.')),
  },
  { description: 'Fields that are left out stay.' },
);

export const Deleted = Type.Object(
  { success: Type.Boolean({ description: 'True.' }) },
  { additionalProperties: false, description: 'It is gone.' },
);

export const SomeOutOfReach = Type.Object(
  {
    statusCode: Type.Literal(406, { description: 'The status again.' }),
    message: Type.String({ description: 'What happened, for people.' }),
    error: Type.String({ description: 'Name of the status.' }),
    code: Type.Literal('some_out_of_reach', { description: 'Stable code.' }),
    requestId: nullable(Type.String(), 'The request, as the log knows it.'),
    deletedIds: Type.Array(Type.String(), { description: 'Conversations that were deleted.' }),
    missingIds: Type.Array(Type.String(), { description: 'Ids that do not exist in this workspace.' }),
  },
  { additionalProperties: false, description: 'Some were deleted, others were out of reach.' },
);

export const Handover = Type.Object(
  {
    conversationId: Type.String({ format: 'uuid', description: 'The conversation.' }),
    eventId: Type.String({ format: 'uuid', description: 'The reply that handed over.' }),
    createdAt: Type.Integer({ description: 'When, in Unix epoch milliseconds.' }),
    status: nullable(Type.String(), 'Where the conversation stands now.'),
    reason: Type.String({ description: 'Why, in a few words.' }),
    summary: Type.String({
      description:
        'What the customer wanted and said, what they were answered, and what was done, in the customer’s language.',
    }),
    attributes: Type.Array(
      Type.Object(
        {
          name: Type.String({ description: 'The field of the attribute.' }),
          value: Type.Union([Type.String(), Type.Number(), Type.Boolean()], { description: 'Its value then.' }),
        },
        { additionalProperties: false, description: 'A fact about the customer.' },
      ),
      { description: 'What was known about the customer then.' },
    ),
    userAttributes: Type.Record(Type.String(), Type.Unknown(), {
      description: 'What your server has said about the customer.',
    }),
    trace: nullable(Type.Record(Type.String(), Type.Unknown()), 'How the reply came about that handed over.'),
  },
  { additionalProperties: false, description: 'What a person is told who takes a conversation over.' },
);

export const Trace = Type.Object(
  {
    eventId: Type.String({ format: 'uuid', description: 'The message.' }),
    trace: nullable(
      Type.Record(Type.String(), Type.Unknown()),
      'Candidates with scores, decision, timings; null for what the bot did not write.',
    ),
  },
  { additionalProperties: false, description: 'How an answer came about.' },
);

export const ConversationSettings = Type.Object(
  {
    keepAnonymousDays: Type.Union([Type.Integer({ minimum: 1, maximum: 3_650 }), Type.Null()], {
      description:
        'How many days after its latest message a conversation goes that belongs to no user; null: it stays until somebody deletes it. Conversations of users stay as long as their user.',
    }),
  },
  { additionalProperties: false, description: 'How long conversations stay.' },
);
