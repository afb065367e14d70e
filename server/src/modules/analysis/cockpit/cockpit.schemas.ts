import { Type } from 'typebox';
import { strict } from '../figures.schemas.ts';

const CockpitLanguage = Type.Enum(['en', 'de'], { description: 'Language of the page. Default `en`.' });

export const CreateCockpit = Type.Object(
  {
    expiresIn: Type.Optional(
      Type.String({
        maxLength: 40,
        description:
          'ISO 8601 duration from now in weeks, days, hours, minutes and seconds, such as `P7D` or `PT12H`. Default `P1D`, at most `P30D`.',
      }),
    ),
    language: Type.Optional(CockpitLanguage),
  },
  { additionalProperties: false, description: 'How long the link works, and the language of the page.' },
);

export const Cockpit = strict(
  {
    cockpitId: Type.String({ format: 'uuid', description: 'Revokes the link.' }),
    url: Type.String({
      description: 'The link. Whoever has it sees the page; it is shown only in this answer.',
    }),
    expiresAt: Type.String({ format: 'date-time', description: 'When the link stops working.' }),
  },
  'A link to a read-only page of the results.',
);

export const CockpitParams = Type.Object({
  userId: Type.String({ minLength: 1, maxLength: 200, description: 'The user.' }),
  cockpitId: Type.String({ minLength: 1, maxLength: 100, description: 'The cockpit.' }),
});
