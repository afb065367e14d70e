import type pg from 'pg';
import { quoted } from './backup-catalog.ts';
import type { Partition, TableHeader } from './backup-format.ts';

// The bound comes from a file and goes into SQL: only literals in the forms that PostgreSQL prints are let through.
const LITERAL = `(?:'(?:[^'\\\\]|'')*'|-?\\d+(?:\\.\\d+)?|MINVALUE|MAXVALUE|NULL|true|false)`;
const LIST = `\\(${LITERAL}(?:, ${LITERAL})*\\)`;
const BOUND = new RegExp(
  `^(?:DEFAULT|FOR VALUES (?:IN ${LIST}|FROM ${LIST} TO ${LIST}|WITH \\(modulus \\d+, remainder \\d+\\)))$`,
);

/** Partitions come and go as time passes; those that the rows of the backup need are created. */
export async function createMissingPartitions(
  client: pg.ClientBase,
  table: TableHeader,
  present: TableHeader,
): Promise<void> {
  const existing = new Set(present.partitions.map(quoted));
  for (const partition of table.partitions.filter((each) => !existing.has(quoted(each)))) {
    await createPartition(client, partition);
  }
}

async function createPartition(client: pg.ClientBase, partition: Partition): Promise<void> {
  const parent = { schema: partition.parentSchema, name: partition.parentName };
  if (partition.special || !BOUND.test(partition.bound)) {
    throw new Error(
      `The backup holds the partition ${quoted(partition)}, which the database lacks and which has indexes or partitions ` +
        `of its own. Create it as in the database the backup was made of, then restore again. Nothing was changed.`,
    );
  }
  await client.query(`create table ${quoted(partition)} partition of ${quoted(parent)} ${partition.bound}`);
}
