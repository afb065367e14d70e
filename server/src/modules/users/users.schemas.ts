import { Type } from 'typebox';

const ISO_DURATION =
  '^P(?=\\d|T\\d)(\\d{1,3}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?(T(?=\\d)(\\d{1,6}H)?(\\d{1,8}M)?(\\d{1,9}S)?)?$';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });

export const UserType = Type.Enum(['person', 'company'], {
  description: 'What the user is; decides which analyses exist. It can not change.',
});

export const AutomaticAnalysis = Type.Enum(['active', 'suspended'], {
  description:
    '`active`: connections, uploads and imports start an analysis by themselves. `suspended`: only `trigger-analysis` does.',
});

export const Company = Type.Object(
  {
    name: Type.Optional(Type.String({ maxLength: 300, description: 'Name in the register.' })),
    legalForm: Type.Optional(Type.String({ maxLength: 100, description: 'Such as `GmbH`, `AG`, `e.K.`, `Ltd`.' })),
    registerNumber: Type.Optional(Type.String({ maxLength: 100, description: 'Such as `HRB 12345`.' })),
    registerCourt: Type.Optional(Type.String({ maxLength: 200, description: 'Where the register is kept.' })),
    vatId: Type.Optional(Type.String({ maxLength: 50, description: 'VAT identification number.' })),
    industry: Type.Optional(Type.String({ maxLength: 200, description: 'Line of business, or a NACE code.' })),
    foundedOn: Type.Optional(Type.String({ format: 'date', description: 'Date of foundation.' })),
    address: Type.Optional(
      Type.Object(
        {
          street: Type.Optional(Type.String({ maxLength: 300, description: 'Street and number.' })),
          postalCode: Type.Optional(Type.String({ maxLength: 20, description: 'Postal code.' })),
          city: Type.Optional(Type.String({ maxLength: 200, description: 'City.' })),
          country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2.' })),
        },
        { description: 'Seat of the company.' },
      ),
    ),
  },
  { description: 'Register data of a company, as its owner of the record knows it.' },
);

const ExternalId = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'Your own id of the user; unique in the workspace.',
});
const Email = Type.String({
  pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$',
  maxLength: 320,
  description: 'Unique in the workspace, whatever its case; the agent finds the same customer by it.',
});
const ExpiresIn = Type.String({
  pattern: ISO_DURATION,
  description: 'ISO 8601 duration from now, such as `P7D` or `PT12H`; then the user and all of its data are deleted.',
});

export const CreateUser = Type.Object(
  {
    type: UserType,
    automaticAnalysis: Type.Optional(AutomaticAnalysis),
    expiresIn: Type.Optional(ExpiresIn),
    externalId: Type.Optional(ExternalId),
    email: Type.Optional(Email),
    company: Type.Optional(Company),
  },
  { description: 'A new user.' },
);

export const UpdateUser = Type.Object(
  {
    automaticAnalysis: Type.Optional(AutomaticAnalysis),
    expiresIn: Type.Optional(nullable(ExpiresIn, 'A new term from now, or null: the user no longer expires.')),
    externalId: Type.Optional(nullable(ExternalId, 'A new external id, or null for none.')),
    email: Type.Optional(nullable(Email, 'A new address, or null for none.')),
    company: Type.Optional(nullable(Company, 'Replaces the register data, or null for none.')),
    type: Type.Optional(UserType),
    userId: Type.Optional(Type.String({ description: 'Must be the id of the user, if given: it can not change.' })),
  },
  { description: 'What to change; fields that are left out stay.' },
);

export const User = Type.Object(
  {
    userId: Type.String({ description: 'The user, in every path.' }),
    type: UserType,
    automaticAnalysis: AutomaticAnalysis,
    externalId: nullable(Type.String(), 'Your own id of the user.'),
    email: nullable(Type.String(), 'E-mail address.'),
    company: nullable(Type.Record(Type.String(), Type.Unknown()), 'Register data, for companies.'),
    expiresAt: nullable(
      Type.String({ format: 'date-time' }),
      'When the user and everything of theirs is deleted; null: never.',
    ),
    createdAt: Type.String({ format: 'date-time', description: 'When it was created.' }),
    updatedAt: Type.String({ format: 'date-time', description: 'When it was last changed.' }),
  },
  { additionalProperties: false, description: 'A person or a company whose bank data is analysed.' },
);

export const UserList = Type.Object(
  {
    users: Type.Array(User, { description: 'Newest first.' }),
    nextCursor: nullable(Type.String(), 'Pass it as `cursor` for older users; null at the end.'),
  },
  { additionalProperties: false, description: 'A page of users.' },
);

export const ListUsersQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Users per page. Default 100.' })),
  cursor: Type.Optional(Type.String({ format: 'uuid', description: 'The `nextCursor` of the page before.' })),
  externalId: Type.Optional(Type.String({ description: 'Only the user with this external id.' })),
  email: Type.Optional(Type.String({ description: 'Only the user with this address.' })),
  search: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'A part of the address, of your id, or of a company’s name in the register; capitals do not matter.',
    }),
  ),
  type: Type.Optional(UserType),
});

export const ErasedUser = Type.Object(
  {
    userId: Type.String({ description: 'The user that is gone.' }),
    erased: Type.Record(Type.String(), Type.Integer(), { description: 'How many rows of each kind were deleted.' }),
  },
  { additionalProperties: false, description: 'What was erased.' },
);

export const UserExport = Type.Object(
  {
    exportedAt: Type.String({ format: 'date-time', description: 'The moment that the document shows.' }),
    userId: Type.String({ description: 'The user.' }),
    data: Type.Record(Type.String(), Type.Array(Type.Record(Type.String(), Type.Unknown())), {
      description: 'Every stored row about the user, by table.',
    }),
  },
  { additionalProperties: false, description: 'Everything that is stored about a user.' },
);

export const UserParams = Type.Object({
  userId: Type.String({ minLength: 1, maxLength: 200, description: 'The user.' }),
});
