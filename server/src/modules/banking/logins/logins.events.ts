import { Type } from 'typebox';
import { definePublicEvent, eventFields } from '#platform/events/public-event.ts';
import { processFields } from '../process-fields.ts';

const loginId = Type.String({ format: 'uuid', description: 'The bank login.' });
const count = (description: string) => Type.Integer({ minimum: 0, description });

export const loginSyncCompleted = definePublicEvent('login.sync-completed', {
  description: 'The accounts of a bank login were read and stored; an analysis follows if anything changed.',
  data: Type.Object(
    {
      ...processFields,
      loginId,
      accountIDs: Type.Array(Type.String(), { description: 'The accounts that were read.' }),
      added: count('Transactions that are new.'),
      updated: count('Transactions that are different now, such as pending ones that were booked.'),
      removed: count('Pending transactions that vanished.'),
    },
    { additionalProperties: false },
  ),
});

export const loginSyncFailed = definePublicEvent('login.sync-failed', {
  description: 'A bank login could not be synchronised, and this synchronisation is given up.',
  data: Type.Object(
    {
      ...processFields,
      loginId,
      reason: Type.String({
        description:
          'Why: `bank_unavailable`, `too_many_requests`, `invalid_answer`, `consent_expired`, `consent_refused`, `internal_error` and the like.',
      }),
      consentEnded: Type.Boolean({
        description: 'Whether only the end user can mend it, by connecting the bank again.',
      }),
    },
    { additionalProperties: false },
  ),
});

export const consentExpiring = definePublicEvent('consent.expiring', {
  description: 'The consent of a bank login ends within seven days; the end user can renew it. Told once per consent.',
  data: Type.Object(
    {
      userId: eventFields.userId,
      correlationId: eventFields.correlationId,
      loginId,
      validUntil: Type.String({ format: 'date-time', description: 'When it ends.' }),
    },
    { additionalProperties: false },
  ),
});
