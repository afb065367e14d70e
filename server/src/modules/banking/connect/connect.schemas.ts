import { Type } from 'typebox';
import { CONNECT_PROBLEMS } from './connect.events.ts';

const flag = (description: string) => Type.Optional(Type.Boolean({ description }));

export const ConnectQuery = Type.Object({
  multiple: flag('Go on to the overview of linked banks after the first connection. Default false.'),
  recurring: flag('Synchronise periodically afterwards. Needs stored secrets. Default false.'),
  storeSecrets: flag("Keep what the bank's consent needs, so that data can be fetched again. Default true."),
});

export const ManageQuery = Type.Object({
  addBankLogin: flag('Go straight to adding a bank. Default false.'),
  recurring: flag('As for connecting: holds for banks that are added. Default false.'),
  storeSecrets: flag('As for connecting: holds for banks that are added. Default true.'),
});

const pageFields = {
  returnURL: Type.Optional(
    Type.String({
      maxLength: 2000,
      description:
        'Where the end user is sent back to: https, or http on a loopback host. `sessionId` and `status` are added to its query; ask for the session before you believe them. Without it the page says that it can be closed.',
    }),
  ),
  language: Type.Optional(
    Type.Enum(['en', 'de'], { description: 'Language of the page; the end user can switch. Default `en`.' }),
  ),
  origin: Type.Optional(
    Type.String({
      maxLength: 300,
      description:
        'Origin of the page that shows this one in an iframe, such as `https://app.example.com`. Nobody else can frame it, and its messages go there only. Without it the page can not be framed.',
    }),
  ),
  webhookData: Type.Optional(
    Type.Unknown({
      description:
        'Anything of at most 4096 characters as JSON; comes back in every event of the session and of what follows from it, up to the analysis.',
    }),
  ),
};

export const CreateConnectSession = Type.Object(
  {
    ...pageFields,
    type: Type.Optional(
      Type.Enum(['person', 'company'], {
        description: 'What a user is that this call creates. Default `person`; says nothing of a user that exists.',
      }),
    ),
  },
  { additionalProperties: false, description: 'How the hosted page is to be.' },
);

export const CreateManageSession = Type.Object(pageFields, {
  additionalProperties: false,
  description: 'How the hosted page is to be.',
});

export const CreatedConnectSession = Type.Object(
  {
    sessionId: Type.String({ format: 'uuid', description: 'The session.' }),
    userIdentifier: Type.String({ description: 'The user.' }),
    redirectURL: Type.String({
      description: 'Send the end user there within 15 minutes. It works for the first browser that goes on from it.',
    }),
  },
  { additionalProperties: false, description: 'Where the end user goes.' },
);

export const ConnectSessionState = Type.Object(
  {
    sessionId: Type.String({ format: 'uuid', description: 'The session.' }),
    correlationId: Type.String({
      format: 'uuid',
      description: 'Names the whole process, and the analysis that follows.',
    }),
    status: Type.Enum(['open', 'completed', 'cancelled', 'failed', 'expired'], {
      description: 'How the session is, or how it ended.',
    }),
    step: Type.String({ description: 'What the page shows, or showed at the end.' }),
    problem: Type.Union([Type.Enum(CONNECT_PROBLEMS), Type.Null()], {
      description: 'What went wrong last; null if nothing did, or if it was overcome.',
    }),
    loginIDs: Type.Array(Type.String({ format: 'uuid' }), { description: 'The bank logins that were connected.' }),
    createdAt: Type.String({ format: 'date-time', description: 'When it was created.' }),
    expiresAt: Type.String({ format: 'date-time', description: 'When it ends by itself.' }),
  },
  { additionalProperties: false, description: 'A visit of the end user to the hosted page.' },
);

export const ConnectSessionParams = Type.Object({
  userId: Type.String({ minLength: 1, maxLength: 200, description: 'The user.' }),
  sessionId: Type.String({ minLength: 1, maxLength: 100, description: 'The session.' }),
});
