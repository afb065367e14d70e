import { type Node, parseSync, Visitor } from 'oxc-parser';
import type { SourceFile } from './tree.ts';

type Import = {
  /** As written; null for an import by an expression, which nobody can follow. */
  specifier: string | null;
  line: number;
  /** True for `import type`, `export type … from` and `import('…').T`: gone before the program runs. */
  typeOnly: boolean;
};

/** A string literal or a template; a template's holes read ` $0 `. `tagged` is true for Kysely's `` sql`…` ``. */
type Text = { text: string; line: number; tagged: boolean };

/** A call of a method whose first argument names something: `selectFrom('accounts as a')`. */
type NamingCall = { method: string; names: string[]; line: number };

/** What the rules need to know of one source file, taken from its syntax tree. */
export type Facts = {
  path: string;
  lines: number;
  headComment: string;
  imports: Import[];
  /** Lines that read the process's environment. */
  environmentReads: number[];
  texts: Text[];
  namingCalls: NamingCall[];
  /** Length in lines of every function that has a body. */
  functionLengths: number[];
  /** What the parser could not read; such a file proves nothing. */
  parseErrors: string[];
};

/** Parses one TypeScript or JavaScript file. Never throws: errors of the syntax are part of the result. */
export function readFacts(file: SourceFile): Facts {
  const { program, comments, errors } = parseSync(file.path, file.text);
  const lineAt = lineFinder(file.text);
  const firstStatement = program.body[0]?.start ?? file.text.length;
  const facts: Facts = {
    path: file.path,
    lines: file.text.split('\n').length - (file.text.endsWith('\n') ? 1 : 0),
    headComment: comments.flatMap((comment) => (comment.end <= firstStatement ? [comment.value] : [])).join('\n'),
    imports: [],
    environmentReads: [],
    texts: [],
    namingCalls: [],
    functionLengths: [],
    parseErrors: errors.map((error) => error.message),
  };
  const collectors = [importCollector, environmentCollector, textCollector, functionCollector];
  for (const collector of collectors) new Visitor(collector(facts, lineAt)).visit(program);
  return facts;
}

type LineAt = (offset: number) => number;
type Handlers = ConstructorParameters<typeof Visitor>[0];

function importCollector({ imports }: Facts, lineAt: LineAt): Handlers {
  const add = (node: Node, specifier: string | null, typeOnly: boolean) =>
    imports.push({ specifier, line: lineAt(node.start), typeOnly });
  return {
    ImportDeclaration: (node) => add(node, node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node, node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node, node.source.value, node.exportKind === 'type');
    },
    ImportExpression: (node) => add(node, literalText(node.source), false),
    TSImportType: (node) => add(node, node.source.value, true),
  };
}

function environmentCollector({ environmentReads }: Facts, lineAt: LineAt): Handlers {
  const found = (node: Node) => environmentReads.push(lineAt(node.start));
  return {
    MemberExpression: (node) => {
      if (isProcess(node.object) && ENVIRONMENT.has(propertyName(node) ?? '')) found(node);
    },
    VariableDeclarator: (node) => {
      if (node.id.type !== 'ObjectPattern' || !node.init || !isProcess(node.init)) return;
      const names = node.id.properties.map((each) => (each.type === 'Property' ? keyName(each.key) : null));
      if (names.some((name) => ENVIRONMENT.has(name ?? ''))) found(node);
    },
    ImportDeclaration: (node) => {
      if (!['process', 'node:process'].includes(node.source.value)) return;
      const names = node.specifiers.map((each) => (each.type === 'ImportSpecifier' ? keyName(each.imported) : null));
      if (names.some((name) => ENVIRONMENT.has(name ?? ''))) found(node);
    },
  };
}

const ENVIRONMENT = new Set(['env', 'loadEnvFile']);

/** `process`, `globalThis.process` and `global.process`. */
function isProcess(node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'process';
  return node.type === 'MemberExpression' && propertyName(node) === 'process';
}

function textCollector({ texts, namingCalls }: Facts, lineAt: LineAt): Handlers {
  const tagged = new Set<Node>();
  return {
    Literal: (node) => {
      if (typeof node.value === 'string') texts.push({ text: node.value, line: lineAt(node.start), tagged: false });
    },
    TaggedTemplateExpression: (node) => {
      if (rootName(node.tag) === 'sql') tagged.add(node.quasi);
    },
    TemplateLiteral: (node) => {
      const text = node.quasis.map((quasi) => quasi.value.cooked ?? quasi.value.raw).join(' $0 ');
      texts.push({ text, line: lineAt(node.start), tagged: tagged.has(node) });
    },
    CallExpression: (node) => {
      if (node.callee.type !== 'MemberExpression') return;
      const method = propertyName(node.callee);
      const [first] = node.arguments;
      if (method !== null && first) namingCalls.push({ method, names: namesIn(first), line: lineAt(node.start) });
    },
  };
}

function functionCollector({ functionLengths }: Facts, lineAt: LineAt): Handlers {
  const add = (node: Node) => functionLengths.push(lineAt(node.end) - lineAt(node.start) + 1);
  return { FunctionDeclaration: add, FunctionExpression: add, ArrowFunctionExpression: add };
}

function namesIn(node: Node): string[] {
  if (node.type !== 'ArrayExpression') return [literalText(node)].filter((name) => name !== null);
  return node.elements.flatMap((element) => (element ? namesIn(element) : []));
}

/** The text of a string literal or of a template without holes. */
function literalText(node: Node): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.quasis.length === 1) return node.quasis[0]?.value.cooked ?? null;
  return null;
}

function propertyName(node: Node): string | null {
  return node.type === 'MemberExpression' ? keyName(node.property) : null;
}

function keyName(node: Node): string | null {
  return node.type === 'Identifier' ? node.name : literalText(node);
}

function rootName(node: Node): string | null {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? rootName(node.object) : null;
}

/** Offset → line, both as the parser counts them (UTF-16 units; the first line is 1). */
export function lineFinder(text: string): LineAt {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
