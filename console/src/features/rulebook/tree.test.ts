/** What becomes of the steps of a rule when they are added, moved, copied and renamed. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Flow, Step } from './flow.types.ts';
import { copyOf, freeName, newStep, renameIn, whyNotDrawable } from './steps.ts';
import {
  branchesOf,
  getAt,
  insertStep,
  moveStep,
  nudgeStep,
  problemsAt,
  removeStep,
  splitPlace,
  walk,
} from './tree.ts';
import { unfinishedOf } from './unfinished.ts';

const reply = (id: string): Step => ({ id, kind: 'reply', text: id });
const flow: Flow = {
  inputSchema: {},
  steps: [
    reply('hello'),
    {
      id: 'sure',
      kind: 'confirm',
      text: '{{outputs.cancel.number ?? "–"}}?',
      yes: [
        {
          id: 'cancel',
          kind: 'tool',
          action: 'Cancel',
          inputs: { name: 'cancel' },
          success: [reply('done')],
          errors: { 'NOT/YET': [reply('later')] },
          failure: [{ id: 'again', kind: 'goto', step: 'cancel' }],
        },
      ],
      no: [],
    },
    reply('bye'),
  ],
};
const idsOf = ({ steps }: Flow) => walk(steps).map(({ step }) => step.id);
const pointers = walk(flow.steps).map(({ pointer }) => pointer);
const lists = [
  '/steps',
  ...walk(flow.steps).flatMap(({ step, pointer }) => branchesOf(step, pointer).map((branch) => branch.pointer)),
];

test('places are the JSON pointers of the server', () => {
  expect(pointers).toContain('/steps/1/yes/0/errors/NOT~1YET/0');
  for (const { step, pointer } of walk(flow.steps)) expect(getAt(flow, pointer)).toBe(step);
  const problems = ['/flowConfig/steps/1/text', '/flowConfig/steps/1/yes/0/action'].map((path) => ({
    path,
    message: '',
  }));
  expect(problemsAt(problems, flow.steps[1] as Step, '/steps/1')).toEqual([problems[0]]);
});

describe('a step', () => {
  test('is taken out and put back without a trace, and nothing is changed in place', () => {
    const before = structuredClone(flow);
    for (const pointer of pointers) {
      const { list, index } = splitPlace(pointer);
      expect(insertStep(removeStep(flow, pointer), list, index, getAt(flow, pointer) as Step)).toEqual(flow);
    }
    expect(flow).toEqual(before);
  });

  test('goes down and up again to where it was, through every place of the picture', () => {
    for (const pointer of pointers) {
      const down = nudgeStep(flow, pointer, 1);
      if (down) expect(nudgeStep(down.flow, down.pointer, -1)).toEqual({ flow, pointer });
    }
    expect(nudgeStep(flow, '/steps/0', -1)).toBeNull();
    expect(nudgeStep(flow, '/steps/2', 1)).toBeNull();
    // Out of the branch and into the one before.
    expect(nudgeStep(flow, '/steps/2', -1)?.pointer).toBe('/steps/1/no/0');
  });

  test('is moved anywhere but into itself; no step is lost or doubled', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pointers), fc.constantFrom(...lists), fc.nat(3), (pointer, list, at) => {
        const index = Math.min(at, (getAt(flow, list) as Step[]).length);
        const moved = moveStep(flow, pointer, { list, index });
        if (!moved) return `${list}/`.startsWith(`${pointer}/`) || splitPlace(pointer).list === list;
        expect(getAt(moved.flow, moved.pointer)).toEqual(getAt(flow, pointer));
        return idsOf(moved.flow).toSorted().join() === idsOf(flow).toSorted().join();
      }),
    );
  });

  test('is renamed wherever it is spoken of, and nowhere else', () => {
    const [, sure] = renameIn(flow.steps, 'cancel', 'end');
    expect(sure).toMatchObject({
      text: '{{outputs.end.number ?? "–"}}?',
      yes: [{ id: 'end', inputs: { name: 'cancel' }, failure: [{ step: 'end' }] }],
    });
  });

  test('is copied with names of its own', () => {
    const copy = copyOf(flow, flow.steps[1] as Step);
    const both = insertStep(flow, '/steps', 2, copy);
    expect(new Set(idsOf(both)).size).toBe(idsOf(flow).length + walk([copy]).length);
    expect(walk([copy]).find(({ step }) => step.kind === 'goto')?.step).toMatchObject({ step: 'cancel-2' });
    expect(freeName(flow, 'hello')).toBe('hello-2');
  });
});

test('what can not be drawn is named by its place', () => {
  expect(whyNotDrawable(flow.steps)).toBeNull();
  for (const kind of [
    'condition',
    'collect',
    'confirm',
    'tool',
    'reply',
    'article',
    'tag',
    'escalate',
    'goto',
  ] as const) {
    expect(whyNotDrawable([newStep(flow, kind)]), kind).toBeNull();
  }
  expect(whyNotDrawable({})).toContain('/steps');
  expect(whyNotDrawable([{ id: 'a', kind: 'dance' }])).toContain('/steps/0/kind');
  expect(whyNotDrawable([{ ...flow.steps[1], yes: [{ id: 'x', kind: 'reply' }] }])).toContain('/steps/0/yes/0/text');
  const when = { op: 'all', of: 'nothing' };
  const branches = [{ when, steps: [] }];
  expect(whyNotDrawable([{ id: 'a', kind: 'condition', branches, otherwise: [] }])).toContain('/branches/0/when');
});

test('what is not filled in yet is named by its place', () => {
  const words = {
    text: 't',
    question: 'q',
    input: 'i',
    action: 'a',
    article: 'r',
    tag: 'g',
    step: 's',
    condition: 'c',
  };
  const placesOf = (kind: Parameters<typeof newStep>[1]) =>
    unfinishedOf({ steps: [newStep(flow, kind)], inputSchema: {} }, words).map(({ path }) =>
      path.slice('/flowConfig/steps/0'.length),
    );
  expect(placesOf('collect')).toEqual(['/input', '/question']);
  expect(placesOf('condition')).toEqual(['/branches/0/when/ref']);
  expect(['reply', 'confirm', 'tool', 'article', 'tag', 'goto'].map((kind) => placesOf(kind as 'reply'))).toEqual([
    ['/text'],
    ['/text'],
    ['/action'],
    ['/articleId'],
    ['/tag'],
    ['/step'],
  ]);
  expect(placesOf('escalate')).toEqual([]);
  expect(unfinishedOf(flow, words)).toEqual([]);
});
