import { Type } from 'typebox';
import { definePublicEvent } from '#platform/events/public-event.ts';
import { processFields } from './process-fields.ts';

const accountIDs = Type.Array(Type.String(), { description: 'The accounts.' });
const count = (description: string) => Type.Integer({ minimum: 0, description });

export const accountsChanged = definePublicEvent('accounts.changed', {
  description: 'Accounts of a user were created, replaced, changed or deleted.',
  data: Type.Object(
    {
      ...processFields,
      accountIDs,
      change: Type.Enum(['uploaded', 'imported', 'updated', 'deleted'], {
        description: 'What happened to them; `imported`: a file or a bank brought new ones.',
      }),
    },
    { additionalProperties: false },
  ),
});

export const transactionsChanged = definePublicEvent('transactions.changed', {
  description: 'Transactions of a user came, changed or went.',
  data: Type.Object(
    {
      ...processFields,
      accountIDs,
      added: count('How many are new.'),
      updated: count('How many were there and are different now.'),
      removed: count('How many are gone.'),
    },
    { additionalProperties: false },
  ),
});
