import { Type } from 'typebox';
import { definePublicEvent } from '#platform/events/public-event.ts';
import { processFields } from '../process-fields.ts';

const nullable = (schema: Parameters<typeof Type.Union>[0][number], description: string) =>
  Type.Union([schema, Type.Null()], { description });

const bank = Type.Object(
  {
    name: Type.String({ description: 'Its name.' }),
    bic: nullable(Type.String(), 'Its BIC, if it is known.'),
    bankCode: nullable(Type.String(), 'Its Bankleitzahl, if it has one.'),
  },
  { additionalProperties: false, description: 'A bank.' },
);

const sessionFields = {
  ...processFields,
  sessionId: Type.String({ format: 'uuid', description: 'The session of the hosted page.' }),
};

export const CONNECT_PROBLEMS = [
  'wrong_credentials',
  'login_locked',
  'wrong_code',
  'code_expired',
  'consent_refused',
  'bank_unavailable',
  'too_many_requests',
  'session_expired',
] as const;

export const connectionCompleted = definePublicEvent('connection.completed', {
  description: 'An end user has connected a bank, or renewed its consent; its data is being fetched.',
  data: Type.Object(
    {
      ...sessionFields,
      loginId: Type.String({ format: 'uuid', description: 'The bank login.' }),
      bank,
      renewed: Type.Boolean({ description: 'Whether the login was there before and has a new consent.' }),
    },
    { additionalProperties: false },
  ),
});

export const connectionCancelled = definePublicEvent('connection.cancelled', {
  description: 'An end user has cancelled the hosted page before a bank was connected; the session has ended.',
  data: Type.Object(
    {
      ...sessionFields,
      step: Type.String({ description: 'What the page showed, such as `find-bank` or `enter-code`.' }),
      bank: nullable(bank, 'The bank that was chosen, if one was.'),
      problem: nullable(Type.Enum(CONNECT_PROBLEMS), 'What had gone wrong just before, if something had.'),
    },
    { additionalProperties: false },
  ),
});

export const connectionFailed = definePublicEvent('connection.failed', {
  description:
    'An attempt to connect a bank has failed, or the session has expired before one was connected. While `sessionEnded` is false the end user may still try again or choose another bank.',
  data: Type.Object(
    {
      ...sessionFields,
      reason: Type.Enum(CONNECT_PROBLEMS, { description: 'Why.' }),
      bank: nullable(bank, 'The bank that was chosen, if one was.'),
      sessionEnded: Type.Boolean({ description: 'Whether the session is over.' }),
    },
    { additionalProperties: false },
  ),
});
