// Just enough SQL to say "this text is SQL" and "it touches these tables". Not a parser: it looks for the keywords that
// precede a table's name, and callers compare the names they get with the tables that the migrations create.

// Prose begins with "Select a bank from …", SQL is all lower or all upper case here; so the case must be uniform.
const STATEMENTS = [
  String.raw`select\s[\s\S]*\sfrom\s+[\w"$(]`,
  String.raw`select\s+(\d|'|\w+\s*\(|\$\d)`,
  String.raw`with\s+(recursive\s+)?"?\w+"?\s*(\([^)]*\)\s*)?as\s+(not\s+)?(materialized\s+)?\(`,
  String.raw`insert\s+into\s`,
  String.raw`update\s+(only\s+)?\S+\s+([a-z]\w*\s+)?set\s+\S+\s*=`,
  String.raw`delete\s+from\s+[\w"$]`,
  String.raw`merge\s+into\s`,
  String.raw`truncate\s+(table\s+)?[\w"$]+\s*(,|;|$|cascade|restart)`,
  String.raw`copy\s+[\w"$(][\s\S]*\s(from|to)\s+(stdin|stdout|program|')`,
  String.raw`(create|alter|drop)\s+(or\s+replace\s+)?(unlogged\s+|temp\s+|temporary\s+|materialized\s+|unique\s+)*`.concat(
    String.raw`(table|view|index|function|trigger|policy|role|schema|database|extension|type|sequence)\s+[\w"$]`,
  ),
  String.raw`lock\s+table\s`,
  String.raw`set\s+(local\s+)?[\w.]+\s*(=|\sto\s)`,
];
const BEGINS = STATEMENTS.flatMap((one) => [new RegExp(`^${one}`), new RegExp(`^${upperKeywords(one)}`)]);

/** Whether a string of the program is a statement of SQL. */
export function looksLikeSql(text: string): boolean {
  const start = text.trimStart();
  return BEGINS.some((statement) => statement.test(start));
}

/** Upper-cases the words of a pattern but not its escapes (`\s`) and classes (`[a-z]`). */
function upperKeywords(pattern: string): string {
  return pattern.replace(/\\.|\[[^\]]*\]|[a-z]+/g, (part) => (/^[a-z]/.test(part) ? part.toUpperCase() : part));
}

const BEFORE_TABLE = new Set(['from', 'join', 'into', 'update', 'using', 'table', 'truncate', 'copy', 'references']);
const LISTS = new Set(['from', 'using', 'table', 'truncate']);
const FILLERS = new Set(['only', 'lateral', 'table', 'if', 'not', 'exists', 'as']);

/**
 * The names that stand where a table's name stands, lower case, without schema, without the statement's own CTEs. Some
 * of them are not tables (`extract(epoch from created_at)`): keep those that the schema knows.
 */
export function tablesIn(sql: string): Set<string> {
  const tokens = tokensOf(sql);
  const found = new Set<string>();
  for (let at = 0; at < tokens.length; at++) {
    const keyword = tokens[at] ?? '';
    if (!BEFORE_TABLE.has(keyword)) continue;
    let next = at + 1;
    do {
      while (FILLERS.has(tokens[next] ?? '')) next++;
      if (isName(tokens[next])) found.add(unqualified(tokens[next] ?? ''));
      next = afterAlias(tokens, next + 1);
    } while (LISTS.has(keyword) && tokens[next++] === ',');
  }
  for (const cte of namesOfCtes(tokens)) found.delete(cte);
  return found;
}

/** Words (lower case, quotes dropped, `schema.name` in one) and single signs; strings and comments are left out. */
function tokensOf(sql: string): string[] {
  const bare = sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, ' ');
  const words = bare.match(/"?[a-z_][\w$]*"?(?:\s*\.\s*"?[a-z_][\w$]*"?)*|\S/gi) ?? [];
  return words.map((word) => word.replaceAll(/["\s]/g, '').toLowerCase());
}

function isName(token: string | undefined): boolean {
  return token !== undefined && /^[a-z_]/.test(token);
}

function unqualified(name: string): string {
  return name.split('.').at(-1) ?? name;
}

function afterAlias(tokens: string[], start: number): number {
  let at = start;
  if (tokens[at] === 'as') at++;
  return isName(tokens[at]) && tokens[at + 1] === ',' ? at + 1 : at;
}

/** `name as (`, `name as materialized (` and `name (columns) as (`. */
function namesOfCtes(tokens: string[]): string[] {
  const text = tokens.join(' ');
  const ctes = text.matchAll(/(?:with|recursive|,) ([a-z_][\w$]*) (?:\( [^()]* \) )?as (?:not )?(?:materialized )?\(/g);
  return [...ctes].map((cte) => cte[1] ?? '');
}
