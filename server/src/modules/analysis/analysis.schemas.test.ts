import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { labelledHistories } from '../../../test/histories/index.ts';
import { RESULT_SCHEMAS } from './analysis.schemas.ts';
import { Contract } from './contracts.schemas.ts';
import { anyInput } from './engine/arbitrary-input.testing.ts';
import { type AnalysisInput, analyze } from './engine/index.ts';

const validators = new Map(Object.entries(RESULT_SCHEMAS).map(([name, schema]) => [name, Compile(schema)]));
const contractValidator = Compile(Contract);

/** What is wrong with the outputs, as readable lines. JSON is what clients see, so JSON is what is checked. */
function faultsOf(input: AnalysisInput): string[] {
  const { contracts, results } = analyze(input);
  const faults: string[] = [];
  for (const [name, result] of results) {
    const validator = validators.get(name);
    const value: unknown = JSON.parse(JSON.stringify(result));
    if (!validator) faults.push(`${name}: no schema`);
    else if (!validator.Check(value)) faults.push(`${name}: ${JSON.stringify(validator.Errors(value).slice(0, 2))}`);
  }
  for (const contract of contracts) {
    const value: unknown = JSON.parse(JSON.stringify(contract));
    if (!contractValidator.Check(value))
      faults.push(`contract: ${JSON.stringify(contractValidator.Errors(value).slice(0, 2))}`);
  }
  return faults;
}

/** Objects inside a schema that allow unknown fields, and fields without a description. */
function* gapsOf(schema: unknown, path: string): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return;
  if (Array.isArray(schema)) {
    for (const [index, item] of schema.entries()) yield* gapsOf(item, `${path}/${index}`);
    return;
  }
  const { type, properties, additionalProperties, items, anyOf } = schema as Record<string, unknown>;
  if (type === 'object' && additionalProperties !== false) yield `${path} allows unknown fields`;
  for (const [name, field] of Object.entries((properties ?? {}) as Record<string, { description?: string }>)) {
    if (!field.description) yield `${path}/${name} has no description`;
    yield* gapsOf(field, `${path}/${name}`);
  }
  yield* gapsOf(items, `${path}[]`);
  yield* gapsOf(anyOf, path);
}

describe('schemas', () => {
  it.each(labelledHistories().map((history) => [history.name, history.input] as const))(
    'hold for all results of %s',
    (_, input) => {
      expect(faultsOf(input)).toEqual([]);
      const userType = input.userType === 'person' ? 'company' : 'person';
      expect(faultsOf({ ...input, userType })).toEqual([]);
    },
  );

  it.each(['person', 'company'] as const)('hold for random data of a %s', (userType) => {
    fc.assert(
      fc.property(anyInput(userType), (input) => {
        expect(faultsOf(input)).toEqual([]);
      }),
    );
  });

  it('hold without any data', () => {
    for (const userType of ['person', 'company'] as const) {
      expect(faultsOf({ userType, asOf: '2025-01-01', accounts: [], transactions: [] })).toEqual([]);
    }
  });

  it('name exactly the results that the engine gives', () => {
    const names = (['person', 'company'] as const).flatMap((userType) =>
      Array.from(analyze({ userType, asOf: '2025-01-01', accounts: [], transactions: [] }).results, ([name]) => name),
    );
    expect(names.sort()).toEqual(Object.keys(RESULT_SCHEMAS).sort());
  });

  it('describe every field and allow no other', () => {
    const gaps = Object.entries({ ...RESULT_SCHEMAS, contract: Contract }).flatMap(([name, schema]) => [
      ...gapsOf(schema, name),
    ]);
    expect(gaps).toEqual([]);
  });
});
