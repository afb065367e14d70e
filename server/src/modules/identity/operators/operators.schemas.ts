import { Type } from 'typebox';
import { ROLES } from '../roles.ts';

const Role = Type.Enum([...ROLES], {
  description:
    '`owner`: everything; `editor`: what bots say, no bank data; `reviewer`: decides about drafts; `analyst`: works with bank data; `viewer`: looks at everything, changes nothing.',
});
const Email = Type.String({ minLength: 3, maxLength: 254, pattern: '^[^@\\s]+@[^@\\s]+$', description: 'The email.' });
const Password = (description: string) => Type.String({ minLength: 1, maxLength: 500, description });
const Code = (description: string) => Type.String({ minLength: 6, maxLength: 20, description });
const Name = Type.String({ maxLength: 200, description: 'How the person is called; may be empty.' });
const time = (description: string) => Type.String({ format: 'date-time', description });

export const SignIn = Type.Object(
  {
    email: Email,
    password: Password('The password.'),
    code: Type.Optional(Code('The code of the authenticator app, where there is one.')),
  },
  { description: 'Who signs in.' },
);

const SignedInOperator = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The operator.' }),
    email: Type.String({ description: 'What they sign in with.' }),
    name: Name,
    role: Role,
    hasSecondFactor: Type.Boolean({ description: 'Whether signing in takes a code too.' }),
  },
  { additionalProperties: false, description: 'Whose session it is.' },
);

export const ConsoleToken = Type.Object(
  {
    accessToken: Type.String({ description: 'Opens `/api` and `/v2` as far as the role goes.' }),
    expiresIn: Type.Integer({ description: 'Seconds until it expires.' }),
    issuedAt: time('When it was issued; what is read with it is as new as that, or newer.'),
    operator: SignedInOperator,
    workspace: Type.Object(
      {
        id: Type.String({ format: 'uuid', description: 'The workspace.' }),
        name: Type.String({ description: 'How it is called.' }),
      },
      { additionalProperties: false, description: 'Where the operator works.' },
    ),
    scopes: Type.Array(Type.String(), { description: 'What the role may do.' }),
    readsOnly: Type.Boolean({ description: 'Whether bank data may only be looked at.' }),
  },
  { additionalProperties: false, description: 'What the console needs to work for somebody.' },
);

export const SecondFactorSecret = Type.Object(
  {
    secret: Type.String({ description: 'In base32, for typing it in.' }),
    uri: Type.String({ description: 'The same as a key URI, for a picture or a link.' }),
  },
  { additionalProperties: false, description: 'For the authenticator app; it counts once it is confirmed.' },
);

export const ConfirmSecondFactor = Type.Object(
  { code: Code('A code that the app shows now.') },
  { description: 'Shows that the secret has arrived in the app.' },
);

export const RemoveSecondFactor = Type.Object(
  { password: Password('The password.') },
  { description: 'Who removes it.' },
);

export const ChangePassword = Type.Object(
  {
    password: Password('The present one.'),
    newPassword: Password('The next one: at least 12 characters.'),
  },
  { description: 'Another password.' },
);

export const InvitationSecret = Type.Object(
  { secret: Type.String({ minLength: 1, maxLength: 100, description: 'What stands behind the `#` of the link.' }) },
  { description: 'An invitation.' },
);

export const InvitationView = Type.Object(
  {
    email: Type.String({ description: 'Who is invited.' }),
    role: Role,
    workspace: Type.String({ description: 'Where to.' }),
  },
  { additionalProperties: false, description: 'What an invitation says.' },
);

export const AcceptInvitation = Type.Object(
  {
    secret: Type.String({ minLength: 1, maxLength: 100, description: 'What stands behind the `#` of the link.' }),
    name: Name,
    password: Password('The password that they will sign in with: at least 12 characters.'),
  },
  { description: 'Becomes an operator.' },
);

export const OperatorParams = Type.Object({
  operatorId: Type.String({ format: 'uuid', description: 'The operator.' }),
});

export const Operator = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The operator.' }),
    email: Type.String({ description: 'What they sign in with.' }),
    name: Name,
    role: Role,
    hasSecondFactor: Type.Boolean({ description: 'Whether signing in takes a code too.' }),
    createdAt: time('Since when.'),
    lastSeenAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
      description: 'When they last had the console open, to about five minutes; null: never.',
    }),
  },
  { additionalProperties: false, description: 'Somebody who works in the console.' },
);

export const OperatorList = Type.Object(
  { operators: Type.Array(Operator, { description: 'Oldest first.' }) },
  { additionalProperties: false, description: 'The people of the workspace.' },
);

export const UpdateOperator = Type.Object({ role: Role }, { description: 'Another role.' });

export const InvitationParams = Type.Object({
  invitationId: Type.String({ format: 'uuid', description: 'The invitation.' }),
});

const invitation = {
  id: Type.String({ format: 'uuid', description: 'The invitation.' }),
  email: Type.String({ description: 'Who is invited.' }),
  role: Role,
  createdAt: time('When it was made.'),
  expiresAt: time('When its link ends: three days later.'),
};

const Invitation = Type.Object(invitation, {
  additionalProperties: false,
  description: 'An invitation that is open or has expired.',
});

export const InvitationList = Type.Object(
  { invitations: Type.Array(Invitation, { description: 'Newest first.' }) },
  { additionalProperties: false, description: 'The invitations of the workspace.' },
);

export const CreateInvitation = Type.Object({ email: Email, role: Role }, { description: 'Who is invited to what.' });

export const CreatedInvitation = Type.Object(
  {
    ...invitation,
    url: Type.String({ description: 'The link, shown this once. Send it by a way that you trust.' }),
  },
  { additionalProperties: false, description: 'An invitation with its link.' },
);
