import { type TSchema, Type } from 'typebox';
import { ConversationEventSchema } from '#modules/conversations/index.ts';

const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });

export const GenerateAnswer = Type.Object(
  {
    content: Type.String({ maxLength: 20_000, description: 'What was said.' }),
    role: Type.Optional(
      Type.Enum(['user', 'agent', 'finibot', 'otherbot'], {
        description: 'Who said it. Default `user`. Only a customer’s message makes the bot answer.',
      }),
    ),
    interactionId: Type.Optional(Type.String({ maxLength: 100, description: 'The conversation that goes on.' })),
    botId: Type.Optional(Type.String({ maxLength: 100, description: 'The bot to begin a conversation with.' })),
    metadata: Type.Optional(
      Type.Object(
        {
          user_attributes: Type.Optional(
            Type.Record(Type.String(), Type.Unknown(), {
              description:
                'What your server knows about the customer. `externalId` or `email` of a user of this workspace name the customer; nothing that is typed does.',
            }),
          ),
          customerToken: Type.Optional(
            nullable(
              Type.String({ maxLength: 10_000 }),
              'A token that your server has signed for your page: HS256 with the workspace’s secret, `sub` or `email`, `exp` within a day.',
            ),
          ),
          channel: Type.Optional(
            Type.String({ maxLength: 100, description: 'How the customer writes. Default `chat`.' }),
          ),
          source: Type.Optional(Type.String({ maxLength: 100, description: 'Where it came in. Default `api`.' })),
          externalId: Type.Optional(nullable(Type.String({ maxLength: 200 }), 'Your own id of the conversation.')),
          url: Type.Optional(nullable(Type.String({ maxLength: 2_000 }), 'Where it can be seen in your system.')),
        },
        { description: 'Facts around the message; further fields are ignored.' },
      ),
    ),
  },
  { description: 'A message, in a conversation or at the beginning of one.' },
);

export const CreatedEvents = Type.Array(ConversationEventSchema, {
  description: 'The message that came in, and the answer if there is one.',
});

export const GenerateAnswerQuery = Type.Object(
  { stream: Type.Optional(Type.Boolean({ description: 'True: the answer as server-sent events. Default false.' })) },
  { additionalProperties: false },
);

export const AnswerStream = Type.String({
  description: 'Server-sent events; the data of each is JSON, of `message` and `reply` an event of the conversation.',
});
