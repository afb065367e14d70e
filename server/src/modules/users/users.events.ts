import { defineEvent } from '#platform/events/events.ts';

export const userCreated = defineEvent<{ userId: string }>('user.created');
export const userDeleted = defineEvent<{ userId: string }>('user.deleted');
export const userExpired = defineEvent<{ userId: string }>('user.expired');

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
