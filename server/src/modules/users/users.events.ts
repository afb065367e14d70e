import { Type } from 'typebox';
import { defineEvent } from '#platform/events/events.ts';
import { definePublicEvent, eventFields } from '#platform/events/public-event.ts';

const aboutUser = Type.Object({ userId: eventFields.userId }, { additionalProperties: false });

export const userCreated = definePublicEvent('user.created', {
  description: 'A user was created.',
  data: aboutUser,
});
export const userDeleted = definePublicEvent('user.deleted', {
  description: 'A user was deleted, with everything stored about them.',
  data: aboutUser,
});
export const userExpired = definePublicEvent('user.expired', {
  description: 'The time that `expiresIn` gave a user is over; they were erased with everything stored about them.',
  data: aboutUser,
});

/** Which user is meant: the key of rows and the id on the wire. */
export interface UserReference {
  userKey: string;
  userId: string;
}

/**
 * Asked inside the transaction that erases a user: every module deletes its rows of the user and answers how many per
 * table. A test compares the tables answered with the live schema.
 */
export const userErasing = defineEvent<UserReference>('user.erasing');

/** Rows of one table that a module erased. */
export type ErasedRows = Record<string, number>;

/** Asked for the export: every module answers its tables' rows of the user, in batches, so that memory stays bounded. */
export const userExporting = defineEvent<UserReference>('user.exporting');

export interface ExportSection {
  /** The table it comes from. */
  table: string;
  batches(): AsyncIterable<object[]>;
}
