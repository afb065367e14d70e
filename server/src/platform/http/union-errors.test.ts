import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { createValidator } from './validation.ts';

const Shape = Type.Cyclic(
  {
    Shape: Type.Union([
      Type.Object({ kind: Type.Literal('dot'), name: Type.String() }, { additionalProperties: false }),
      Type.Object({ kind: Type.Literal('group'), of: Type.Array(Type.Ref('Shape')) }, { additionalProperties: false }),
      Type.Object({
        kind: Type.Enum(['line', 'arc']),
        to: Type.Union([Type.Number(), Type.Object({ ref: Type.String() })]),
      }),
    ]),
  },
  'Shape',
);
const validator = createValidator(Type.Object({ shapes: Type.Array(Shape) }));
const mistakes = (...shapes: unknown[]) =>
  validator.errors({ shapes }).map(({ path, message }) => `${path} ${message}`);

test.each([
  [{ kind: 'dot', name: 3 }, '/shapes/0/name must be of type string'],
  [{ kind: 'dot', name: 'a', of: [] }, '/shapes/0/of is not a field of this object'],
  [{ kind: 'group', of: [{ kind: 'group', of: [{ kind: 'dot' }] }] }, '/shapes/0/of/0/of/0/name is required'],
  [{ kind: 'circle' }, '/shapes/0/kind must be one of dot, group, line, arc'],
  [{ kind: 'line', to: { ref: 4 } }, '/shapes/0/to/ref must be of type string'],
  [{ kind: 'arc', to: true }, '/shapes/0/to must be of type number or object'],
  ['dot', '/shapes/0 must be of type object'],
])('%j', (shape, mistake) => {
  expect(mistakes(shape)).toEqual([mistake]);
});

test('each of several values for itself', () => {
  expect(mistakes({ kind: 'dot' }, { kind: 'dot', name: 'a' }, { kind: 'group', of: 1 })).toEqual([
    '/shapes/0/name is required',
    '/shapes/2/of must be of type array',
  ]);
});
