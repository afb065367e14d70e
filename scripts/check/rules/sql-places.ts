import type { Facts } from '../facts.ts';
import { isTest, MIGRATIONS, SERVER_SOURCE } from '../layout.ts';
import { looksLikeSql } from '../sql.ts';
import type { SourceFile } from '../tree.ts';
import type { Violation } from '../violation.ts';

const BUILDER_STARTS = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']);

/** One place of the program that talks to the database. */
export type SqlUse = { path: string; line: number; what: string };

/** Every statement in the server's production code, wherever it stands. */
export function sqlUses(facts: readonly Facts[]): SqlUse[] {
  const production = facts.filter(({ path }) => path.startsWith(SERVER_SOURCE) && !isTest(path));
  return production.flatMap(({ path, texts, namingCalls }) => [
    ...texts
      .filter(({ text, tagged }) => tagged || looksLikeSql(text))
      .map(({ line, tagged }) => ({ path, line, what: tagged ? 'sql`…`' : 'a statement of SQL' })),
    ...namingCalls
      .filter(({ method }) => BUILDER_STARTS.has(method))
      .map(({ method, line }) => ({ path, line, what: `.${method}()` })),
  ]);
}

/** SQL stands in `*.queries.ts`, in `platform/db/` and in the migrations: whoever changes a table finds all of it. */
export function sqlPlaces(uses: readonly SqlUse[]): Violation[] {
  return uses
    .filter(({ path }) => !path.endsWith('.queries.ts') && !path.startsWith(`${SERVER_SOURCE}platform/db/`))
    .map(({ path, line, what }) => ({
      rule: 'sql',
      path,
      line,
      message: `${what}: move it to the module's *.queries.ts`,
    }));
}

/** Files of SQL are migrations; the one at the root is the schema that they lead to. */
export function sqlFiles(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(
      ({ path }) => path.endsWith('.sql') && path !== 'schema.sql' && !path.startsWith(MIGRATIONS) && !isTest(path),
    )
    .map(({ path }) => ({ rule: 'sql', path, line: 1, message: `files of SQL belong into ${MIGRATIONS}` }));
}
