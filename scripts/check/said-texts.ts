// Finds the sentences that the server says to people: by the places that such sentences stand at, which are few and named
// alike everywhere (an error, the `reason` of a decision, the `message` of a fault).
import { type CallExpression, type Node, parseSync, type VariableDeclarator } from 'oxc-parser';
import { lineFinder } from './facts.ts';
import { isTest, SERVER_SOURCE } from './layout.ts';
import type { SourceFile } from './tree.ts';

/** One sentence as the sources have it; its holes read `{}`. */
export type SaidText = { text: string; path: string; line: number };

/** What is thrown with words for whoever has to mend something. `new Error` is for those who mend the program. */
const THROWN =
  /^(?!Error$|Range|Type|Config|Migration|Restore|Backup|SecretBox|JWT)\w*(Error|Failure|Impossible|UnreadableDocument|Fault|RowProblem)$/;
/** Functions that take a sentence. */
const CALLED = new Set(
  'invalidField add problem note nothing update limited keep reject rejected takeAside fail failJob refuse refused missing invalid at end leaveRun endCrawl endRun takenName considerCode decide'.split(
    ' ',
  ),
);
/** Fields and variables that hold one. */
const NAMED = new Set(
  'message reason problem mistake why said note error state mend rest left beside saying statement'.split(' '),
);

const TABLES = new Set(['SCOPE_DESCRIPTIONS', 'CONNECTION_MESSAGES']);

/** What speaks another way: to programs alone, to operators at a terminal, or by pages that have both languages already. */
const ELSEWHERE = [
  'config.ts',
  'kontor.ts',
  'main.ts',
  'platform/db/',
  'platform/log/',
  'platform/docs/',
  'modules/demo/',
  'modules/personas/',
  'modules/agent/answer-from-facts.ts',
  'modules/agent/summarize-handover.ts',
  'modules/agent/phrasing/',
  'modules/agent/reply-texts.ts',
  'modules/analysis/cockpit/page/',
  'modules/analysis/customer/',
  'modules/banking/account-summary-',
  'modules/banking/render-account-summary.ts',
  'modules/analysis/report/',
  'modules/banking/connect/page/',
  'modules/banking/providers/sandbox/',
  'modules/banking/upload/',
  'modules/categorization/evidence/lexicon',
  'modules/identity/issue-token.ts',
  'modules/mcp/',
  'modules/rulebook/drafting/',
  'modules/rulebook/run/run-texts.ts',
  'modules/widget/',
].map((place) => `${SERVER_SOURCE}${place}`);

/** All of them. A sentence that a function only returns is not seen: it needs its twin all the same. */
export function saidTexts(files: readonly SourceFile[]): SaidText[] {
  return files.filter(({ path }) => isSpoken(path)).flatMap(textsOf);
}

const isSpoken = (path: string) =>
  path.startsWith(SERVER_SOURCE) &&
  path.endsWith('.ts') &&
  !isTest(path) &&
  !/(\.(schemas|routes|queries|fixture)\.ts|\/testing\/.*)$/.test(path) &&
  !ELSEWHERE.some((place) => path.startsWith(place));

function textsOf(file: SourceFile): SaidText[] {
  const lineAt = lineFinder(file.text);
  const found: SaidText[] = [];
  const walk = (node: Node, isSaid: boolean) => {
    const text = isSaid ? textOf(node) : null;
    if (text !== null && isSentence(text)) found.push({ text: text.trim(), path: file.path, line: lineAt(node.start) });
    if (isEventDefinition(node)) return walk(descriptionOf(node), true);
    if (isTable(node)) return valuesOf(node).forEach((value) => walk(value, true));
    for (const [key, child] of childrenOf(node))
      walk(child, isSaid ? passesOn(node, key) || opens(node, key) : opens(node, key));
  };
  walk(parseSync(file.path, file.text).program, false);
  return found;
}

/** A child of `node` at `key` is said when `node` takes sentences there. */
function opens(node: Node, key: string): boolean {
  switch (node.type) {
    case 'NewExpression':
      return key === 'arguments' && THROWN.test(lastName(node.callee));
    case 'CallExpression':
      return key === 'arguments' && CALLED.has(lastName(node.callee));
    case 'Property':
      return key === 'value' && NAMED.has(lastName(node.key));
    case 'VariableDeclarator':
      return key === 'init' && NAMED.has(lastName(node.id));
    case 'AssignmentExpression':
      return key === 'right' && NAMED.has(lastName(node.left));
    default:
      return false;
  }
}

/** `a ? 'one' : 'other'` where a sentence is taken: each of the two is one. */
function passesOn({ type }: Node, key: string): boolean {
  return (
    type === 'LogicalExpression' || type === 'ArrayExpression' || (type === 'ConditionalExpression' && key !== 'test')
  );
}

/** Of an event of webhooks only what it is about is said; the fields of its data belong to the reference. */
function isEventDefinition(node: Node): node is CallExpression {
  return node.type === 'CallExpression' && lastName(node.callee) === 'definePublicEvent';
}

function descriptionOf({ arguments: [, definition] }: CallExpression): Node {
  const fields = definition?.type === 'ObjectExpression' ? definition.properties : [];
  const found = fields.find((each) => each.type === 'Property' && lastName(each.key) === 'description');
  if (found?.type !== 'Property') throw new Error('definePublicEvent takes a name and an object with a description');
  return found.value;
}

/** A table whose every value is said. */
function isTable(node: Node): node is VariableDeclarator {
  return node.type === 'VariableDeclarator' && TABLES.has(lastName(node.id));
}

function valuesOf({ init }: VariableDeclarator): Node[] {
  const fields = init?.type === 'ObjectExpression' ? init.properties : [];
  return fields.flatMap((each) => (each.type === 'Property' ? [each.value] : []));
}

function lastName(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? lastName(node.property) : '';
}

function* childrenOf(node: Node): Generator<[string, Node]> {
  for (const [key, value] of Object.entries(node)) {
    for (const child of [value].flat()) {
      if (typeof child === 'object' && child !== null && 'type' in child) yield [key, child as Node];
    }
  }
}

function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  return node.quasis.map((quasi) => quasi.value.cooked ?? quasi.value.raw).join('{}');
}

/** Names, codes and punctuation around a hole are none. */
const isSentence = (text: string) =>
  /\p{L}{2}\S* |\S \p{L}{2}/u.test(text.replaceAll('{}', '…')) && !/^[\w-]+$/.test(text);
