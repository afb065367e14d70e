import { type ASTNode, Environment, type ParseResult } from '@marcbachmann/cel-js';
import type { Scalar } from '../integrations.types.ts';

/** What an expression may read: two levels, `inputs.amount` or three, `steps.lookup.plan`. */
export interface ExpressionScope {
  customer: Record<string, Scalar>;
  inputs: Record<string, Scalar>;
  steps: Record<string, Record<string, Scalar>>;
}

/** The names that exist when an expression is saved. */
export interface ExpressionNames {
  inputs: ReadonlySet<string>;
  /** Fields by step, of the steps that come before. */
  steps: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Expression {
  /** Reads nothing but the scope. Throws an `ExpressionError` when types do not fit. */
  evaluate(scope: ExpressionScope): Scalar;
  /** What is wrong with the names it reads; null: nothing. */
  findUnknown(names: ExpressionNames): string | null;
}

/** Its message may be shown: it quotes the expression, never a value. */
export class ExpressionError extends Error {
  override name = 'ExpressionError';
}

export const CUSTOMER_FIELDS: ReadonlySet<string> = new Set(['external_id', 'email']);
const MAX_CHARACTERS = 1_000;
const MAX_RESULT_CHARACTERS = 10_000;

/**
 * All that may be called. None of them takes an expression (`map`, `exists`, `cel.bind` could multiply work with every
 * level) or a regular expression: an evaluation costs what the length of the expression allows and no more.
 */
const FUNCTIONS = new Set(
  'size string int double bool has contains startsWith endsWith lowerAscii upperAscii trim substring'.split(' '),
);

type Comparison = '<' | '<=' | '>' | '>=';
const COMPARISONS: Comparison[] = ['<', '<=', '>', '>='];
const CALCULATIONS = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
  '%': (a: number, b: number) => a % b,
};

const environment = createEnvironment();

/**
 * CEL, with two additions: whole and decimal numbers calculate with each other, since JSON does not tell them apart, and a
 * comparison with null is false, since the contract has companies send null for what is empty.
 */
function createEnvironment(): Environment {
  const cel = new Environment({
    limits: { maxAstNodes: 200, maxDepth: 30, maxListElements: 50, maxMapEntries: 0, maxCallArguments: 4 },
  })
    .registerVariable('customer', 'map<string, dyn>')
    .registerVariable('inputs', 'map<string, dyn>')
    .registerVariable('steps', 'map<string, map<string, dyn>>');
  for (const [operator, calculate] of Object.entries(CALCULATIONS)) {
    cel.registerOperator(`double ${operator} int`, (a: number, b: bigint) => calculate(a, Number(b)));
    cel.registerOperator(`int ${operator} double`, (a: bigint, b: number) => calculate(Number(a), b));
  }
  cel.registerOperator('double % double', CALCULATIONS['%']);
  for (const operator of COMPARISONS) {
    cel.registerOperator(`null ${operator} null`, () => false);
    for (const type of ['int', 'double', 'string']) {
      cel.registerOperator(`null ${operator} ${type}`, () => false);
      cel.registerOperator(`${type} ${operator} null`, () => false);
    }
  }
  return cel;
}

/** Compiled expressions of this process; the oldest goes. */
const compiled = new Map<string, Expression>();
const MOST_COMPILED = 2_000;

/** Reads an expression once. Throws an `ExpressionError` that says what is wrong with it. */
export function compileExpression(text: string): Expression {
  const known = compiled.get(text);
  if (known) return known;
  const expression = compile(text);
  compiled.set(text, expression);
  const [oldest] = compiled.keys();
  if (compiled.size > MOST_COMPILED && oldest !== undefined) compiled.delete(oldest);
  return expression;
}

function compile(text: string): Expression {
  if (text.length > MAX_CHARACTERS) throw new ExpressionError(`is longer than ${MAX_CHARACTERS} characters`);
  const parsed = parse(text);
  const paths: string[][] = [];
  inspect(parsed.ast, paths);
  return {
    findUnknown: (names) => paths.map((path) => unknownIn(path, names)).find((message) => message !== null) ?? null,
    evaluate(scope) {
      try {
        return plain(parsed(scope));
      } catch (error) {
        throw new ExpressionError(`${text}: ${firstLine(error)}`, { cause: error });
      }
    },
  };
}

function parse(text: string): ParseResult {
  try {
    return environment.parse(text);
  } catch (error) {
    throw new ExpressionError(`is not an expression: ${firstLine(error)}`, { cause: error });
  }
}

const firstLine = (error: unknown) => (error as Error).message.split('\n')[0] ?? '';

/** Refuses everything that is not on the lists, and collects the paths that are read. */
function inspect(node: ASTNode, paths: string[][]): void {
  switch (node.op) {
    case 'value':
      return;
    case 'id':
    case '.':
      paths.push(pathOf(node));
      return;
    case 'call':
      return inspectCall(node.args[0], node.args[1], paths);
    case 'rcall':
      return inspectCall(node.args[0], [node.args[1], ...node.args[2]], paths);
    case 'list':
      return node.args.forEach((inner) => inspect(inner, paths));
    case '!_':
    case '-_':
      return inspect(node.args, paths);
    case '[]':
    case '[?]':
    case '.?':
    case 'map':
      throw new ExpressionError('may read fields by their names only, such as steps.lookup.plan');
    default:
      node.args.forEach((inner) => inspect(inner, paths));
  }
}

function inspectCall(name: string, args: ASTNode[], paths: string[][]): void {
  if (!FUNCTIONS.has(name)) {
    throw new ExpressionError(`calls ${name}(), which does not exist here; there are ${[...FUNCTIONS].join(', ')}`);
  }
  for (const argument of args) inspect(argument, paths);
}

function pathOf(node: ASTNode): string[] {
  if (node.op === 'id') return [node.args];
  if (node.op === '.') return [...pathOf(node.args[0]), node.args[1]];
  throw new ExpressionError('may read fields by their names only, such as steps.lookup.plan');
}

function unknownIn(path: string[], { inputs, steps }: ExpressionNames): string | null {
  const [root, first = '', second = '', ...more] = path;
  const text = path.join('.');
  const missing = (what: string) => `reads ${text}, but ${what}`;
  if (root === 'customer' && CUSTOMER_FIELDS.has(first) && path.length === 2) return null;
  if (root === 'customer') return missing('a customer has the fields customer.email and customer.external_id');
  if (root === 'inputs') {
    return inputs.has(first) && path.length === 2 ? null : missing(`the inputs are: ${list(inputs)}`);
  }
  if (root !== 'steps') return missing('there are customer, inputs and steps');
  const fields = steps.get(first);
  if (!fields) return missing(`the steps before are: ${list(steps.keys())}`);
  return fields.has(second) && more.length === 0 ? null : missing(`the fields of that step are: ${list(fields)}`);
}

const list = (names: Iterable<string>) => [...names].join(', ') || 'none';

function plain(value: unknown): Scalar {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return Number(value);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' && value.length <= MAX_RESULT_CHARACTERS) return value;
  throw new Error('its value is no text of reasonable length, number, yes or no, or null');
}
