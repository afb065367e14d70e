import { type TSchema, Type } from 'typebox';
import { EventRole, EventTag, Holder } from '../conversations.schemas.ts';

const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const epochMs = (description: string) => Type.Integer({ description: `${description} Unix epoch in milliseconds.` });
const moment = (description: string) =>
  Type.Optional(Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000, description }));
const text = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 200, description }));

const Status = Type.Enum(['Resolved', 'Escalated to Human Agent', 'Waiting for Customer'], {
  description: 'Where a conversation stands: a tag of the group Conversation Status.',
});

export const InboxQuery = Type.Object({
  status: Type.Optional(Status),
  escalated: Type.Optional(Type.Boolean({ description: 'Whether the bot has ever handed it over to people.' })),
  resolved: Type.Optional(Type.Boolean({ description: 'Whether the problem is solved.' })),
  agentId: text('Only of this bot.'),
  tag: text('Only with a message that has this tag, by its id.'),
  channel: text('Only of this channel.'),
  source: text('Only with this source.'),
  exceptSource: text('Not with this source: `playground` leaves out what was only tried.'),
  taken: Type.Optional(
    Type.Enum(['nobody', 'anybody', 'me'], { description: 'By whom it has been taken over; `me`: by the caller.' }),
  ),
  feedback: Type.Optional(
    Type.Enum(['any', 'good', 'bad'], {
      description:
        'With any judgement; `good`: rated 4 or 5, approved, or said to be solved; `bad`: rated 1 or 2, disapproved, or said not to be solved.',
    }),
  ),
  search: text('A part of a message, of your id of the conversation, or of the customer’s e-mail address or id.'),
  since: moment('With the latest message from then on, Unix epoch milliseconds.'),
  until: moment('With the latest message before then.'),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'Conversations per page. Default 50.' })),
  cursor: Type.Optional(
    Type.String({
      pattern: '^\\d{1,16}_[0-9a-f-]{36}$',
      description: 'The `nextCursor` of the page before. What is written meanwhile moves up and is not shown twice.',
    }),
  ),
});

export const InboxConversation = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The conversation.' }),
    createdAt: epochMs('When it began.'),
    latestEventAt: epochMs('When its latest message was written.'),
    agentId: nullable(Type.String({ format: 'uuid' }), 'The bot that answers in it.'),
    source: Type.String({ description: 'Where it came in.' }),
    channel: Type.String({ description: 'How the customer writes.' }),
    status: nullable(Type.String(), 'Tag of the mandatory group Conversation Status.'),
    resolved: Type.Boolean({ description: 'Whether the customer’s problem is solved.' }),
    escalated: Type.Boolean({ description: 'Whether the bot has ever handed it over to people.' }),
    subjectPreview: Type.String({ description: 'The beginning of the first message.' }),
    latestMessage: nullable(
      Type.Object(
        { role: EventRole, text: Type.String({ description: 'Its beginning.' }) },
        { additionalProperties: false },
      ),
      'The latest message.',
    ),
    customer: nullable(
      Type.Object(
        {
          externalId: nullable(Type.String(), 'Your own id of them.'),
          email: nullable(Type.String(), 'Their e-mail address.'),
        },
        { additionalProperties: false },
      ),
      'The customer, as they were proven first; null: nobody known.',
    ),
    hasFeedback: Type.Boolean({ description: 'Whether somebody said something about one of its messages.' }),
    csatRating: nullable(Type.Integer(), 'The customer’s latest rating, 1 to 5.'),
    takenOver: nullable(Holder, 'The person who writes in it; null: the bot answers.'),
    tags: Type.Array(EventTag, { description: 'Those of the newest exchange, but for where it stands.' }),
  },
  { additionalProperties: false, description: 'A conversation in a few lines.' },
);

export const InboxPage = Type.Object(
  {
    conversations: Type.Array(InboxConversation, { description: 'By their latest message, newest first.' }),
    nextCursor: nullable(Type.String(), 'Pass it as `cursor` for older ones; null at the end.'),
  },
  { additionalProperties: false, description: 'A page of conversations.' },
);

export const TakeOver = Type.Object(
  {
    name: Type.Optional(
      Type.String({
        maxLength: 200,
        description: 'What the person is called, when your own system takes it over for them; operators have a name.',
      }),
    ),
    force: Type.Optional(
      Type.Boolean({ description: 'True: also from somebody else who has it. This is audited. Default false.' }),
    ),
  },
  { description: 'Who takes it over.' },
);

export const HandBack = Type.Object(
  {
    force: Type.Optional(Type.Boolean({ description: 'True: also when somebody else has it. Default false.' })),
  },
  { description: 'Whether to hand back what a colleague has.' },
);

export const ChangeConversation = Type.Object({ status: Status }, { description: 'Where the conversation stands.' });

export const ChangeTags = Type.Object(
  {
    tagIds: Type.Array(Type.String({ maxLength: 100 }), {
      maxItems: 100,
      uniqueItems: true,
      description: 'All tags that the message shall have, but for where the conversation stands.',
    }),
  },
  { description: 'The tags of a message.' },
);
