import type { Facts } from '../facts.ts';
import { isTest, levelOf, ownerOf } from '../layout.ts';
import type { Relation, Schema } from '../schema.ts';
import { looksLikeSql, tablesIn } from '../sql.ts';
import type { Violation } from '../violation.ts';

const RULE = 'table-owner';

/** Every table and view says in its comment which module owns it. */
export function ownedTables({ relations }: Schema): Violation[] {
  return [...relations].flatMap(([name, { kind, owner, path, line }]) => {
    if (owner !== null && levelOf(owner) !== undefined) return [];
    const message =
      owner === null
        ? `nobody owns ${name}: write comment on ${kind} ${name} is '<module>: what a row is'`
        : `the comment of ${name} names '${owner}' as its owner, which is neither a module nor the platform`;
    return [{ rule: RULE, path, line, message }];
  });
}

/** Foreign keys and views point like imports: to tables of the same module, or of a lower one. */
export function schemaDirection({ relations, references }: Schema): Violation[] {
  return references.flatMap(({ from, to, path, line }) => {
    const [above, below] = [relations.get(from)?.owner ?? null, relations.get(to)?.owner ?? null];
    if (above === null || below === null || above === below) return [];
    if ((levelOf(below) ?? 0) < (levelOf(above) ?? 0)) return [];
    return [
      { rule: RULE, path, line, message: `${from} (${above}) refers to ${to} (${below}), which is not below it` },
    ];
  });
}

/** Methods of Kysely whose first argument names a table. */
const TABLE_METHODS = new Set(
  [
    'selectFrom',
    'insertInto',
    'updateTable',
    'deleteFrom',
    'mergeInto',
    'replaceInto',
    'from',
    'using',
    'table',
  ].concat(
    ['innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin'],
    ['innerJoinLateral', 'leftJoinLateral', 'crossJoinLateral'],
  ),
);
const CTE_METHODS = new Set(['with', 'withRecursive']);

/** A module's code touches the tables of its own module; for others it asks their front door. */
export function ownTablesOnly(facts: readonly Facts[], schema: Schema): Violation[] {
  return facts.flatMap((file) => {
    const owner = ownerOf(file.path);
    if (owner === null || isTest(file.path)) return [];
    return touchesOf(file).flatMap(({ table, line }) => {
      const other = foreignOwner(schema.relations.get(table), owner);
      if (other === null) return [];
      const message = `${table} belongs to ${other}: ask ${other}'s front door, or hear its events`;
      return [{ rule: RULE, path: file.path, line, message }];
    });
  });
}

/** A view is a front door in SQL: modules above may read it, so that a read across modules can be one statement. */
function foreignOwner(relation: Relation | undefined, owner: string): string | null {
  if (!relation?.owner || relation.owner === owner) return null;
  const isBelow = (levelOf(relation.owner) ?? 0) < (levelOf(owner) ?? 0);
  return relation.kind === 'view' && isBelow ? null : relation.owner;
}

/** The tables that one file names in SQL and in calls of the query builder, each with its line. */
function touchesOf({ texts, namingCalls }: Facts): { table: string; line: number }[] {
  const ctes = new Set(
    namingCalls.filter(({ method }) => CTE_METHODS.has(method)).flatMap(({ names }) => names.map(firstWord)),
  );
  const inText = texts
    .filter(({ text, tagged }) => tagged || looksLikeSql(text))
    .flatMap(({ text, line }) => [...tablesIn(text)].map((table) => ({ table, line })));
  const inCalls = namingCalls
    .filter(({ method }) => TABLE_METHODS.has(method))
    .flatMap(({ names, line }) => names.map((name) => ({ table: firstWord(name), line })));
  return [...inText, ...inCalls].filter(({ table }) => !ctes.has(table));
}

/** `public.accounts as a` → `accounts`; `recent(id, amount)` → `recent`. */
function firstWord(name: string): string {
  return name.trim().split(/[\s(]/)[0]?.split('.').at(-1)?.toLowerCase() ?? '';
}
