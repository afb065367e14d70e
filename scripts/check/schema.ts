import { lineFinder } from './facts.ts';
import { MIGRATIONS } from './layout.ts';
import { tablesIn } from './sql.ts';
import type { SourceFile } from './tree.ts';

export type Relation = {
  kind: 'table' | 'view';
  /** The module (or `platform`) that its comment names, null when there is no such comment. */
  owner: string | null;
  path: string;
  line: number;
};

/** A foreign key, or a view that reads a table. */
type Reference = { from: string; to: string; path: string; line: number };

export type Schema = { relations: Map<string, Relation>; references: Reference[] };

/**
 * What the migrations, run in order, leave behind: the tables and views, and who owns each. The owner is data in the
 * database: `comment on table accounts is 'banking: …'`. Partitions and temporary tables have no owner of their own.
 */
export function readSchema(files: readonly SourceFile[]): Schema {
  const schema: Schema = { relations: new Map(), references: [] };
  const migrations = files.filter(({ path }) => path.startsWith(MIGRATIONS) && path.endsWith('.sql'));
  for (const { path, text } of migrations.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const lineAt = lineFinder(text);
    for (const { sql, start } of statementsOf(text)) applyStatement(schema, sql, { path, line: lineAt(start) });
  }
  return schema;
}

type Place = { path: string; line: number };

const NAME = String.raw`((?:"?\w+"?\.)?"?\w+"?)`;
const CREATE_TABLE = new RegExp(String.raw`^create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?${NAME}`, 'i');
const CREATE_VIEW = new RegExp(
  String.raw`^create\s+(?:or\s+replace\s+)?(?:materialized\s+|recursive\s+)?view\s+(?:if\s+not\s+exists\s+)?${NAME}`,
  'i',
);
const ALTER_TABLE = new RegExp(String.raw`^alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?${NAME}`, 'i');
const RENAME = new RegExp(
  String.raw`^alter\s+(?:table|(?:materialized\s+)?view)\s+${NAME}\s+rename\s+to\s+${NAME}`,
  'i',
);
const DROP =
  /^drop\s+(?:table|(?:materialized\s+)?view)\s+(?:if\s+exists\s+)?([^;]+?)(?:\s+(?:cascade|restrict))?\s*$/i;
const COMMENT = new RegExp(
  String.raw`^comment\s+on\s+(?:table|(?:materialized\s+)?view)\s+${NAME}\s+is\s+e?'([a-z][a-z-]*):\s*\S`,
  'i',
);

function applyStatement({ relations, references }: Schema, sql: string, place: Place): void {
  const refer = (from: string, tables: Iterable<string>) => {
    for (const to of tables) if (to !== from) references.push({ from, to, ...place });
  };
  const table = nameIn(CREATE_TABLE, sql);
  const view = nameIn(CREATE_VIEW, sql);
  const altered = nameIn(ALTER_TABLE, sql);
  const renamed = RENAME.exec(sql);
  const commented = COMMENT.exec(sql);
  if (table && !/\bpartition\s+of\b/i.test(sql)) relations.set(table, { kind: 'table', owner: null, ...place });
  if (view) relations.set(view, { kind: 'view', owner: relations.get(view)?.owner ?? null, ...place });
  if (table || altered) refer(table ?? altered ?? '', foreignKeysIn(sql));
  if (view) refer(view, tablesIn(sql));
  if (renamed) rename(relations, bare(renamed[1] ?? ''), bare(renamed[2] ?? ''));
  for (const name of DROP.exec(sql)?.[1]?.split(',') ?? []) relations.delete(bare(name));
  const relation = commented && relations.get(bare(commented[1] ?? ''));
  if (relation) relation.owner = commented[2] ?? null;
}

function rename(relations: Map<string, Relation>, from: string, to: string): void {
  const relation = relations.get(from);
  if (!relation) return;
  relations.delete(from);
  relations.set(to, relation);
}

function foreignKeysIn(sql: string): string[] {
  return [...sql.matchAll(new RegExp(String.raw`\breferences\s+${NAME}`, 'gi'))].map((match) => bare(match[1] ?? ''));
}

function nameIn(pattern: RegExp, sql: string): string | null {
  const name = pattern.exec(sql)?.[1];
  return name === undefined ? null : bare(name);
}

function bare(name: string): string {
  return name.trim().replaceAll('"', '').split('.').at(-1)?.toLowerCase() ?? '';
}

/** Splits a script at the semicolons outside strings, dollar quotes and comments; comments become spaces. */
function statementsOf(script: string): { sql: string; start: number }[] {
  const part = /'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\/|;|[^'"$;/-]+|[\s\S]/g;
  const statements: { sql: string; start: number }[] = [];
  let sql = '';
  let start = 0;
  const finish = () => {
    const leading = sql.length - sql.trimStart().length;
    if (sql.trim() !== '') statements.push({ sql: sql.trim(), start: start + leading });
    sql = '';
  };
  for (const match of script.matchAll(part)) {
    const [text] = match;
    if (sql === '') start = match.index;
    if (text === ';') finish();
    else sql += /^(--|\/\*)/.test(text) ? ' '.repeat(text.length) : text;
  }
  finish();
  return statements;
}
