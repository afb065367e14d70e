import { describe, expect, test } from 'vitest';
import type { Step } from './connect.types.ts';
import { ACTIONS, allows, firstStep, hasOverview, statusWhenOver } from './session-machine.ts';

const STEPS: Step[] = [
  'find-bank',
  'account-type',
  'consent',
  'credentials',
  'choose-method',
  'enter-code',
  'approve-in-app',
  'redirect',
  'choose-accounts',
  'problem',
  'overview',
  'remove-login',
];

const facts = {
  kind: 'connect' as const,
  multiple: false,
  addsBank: false,
  connectedLoginIds: [] as string[],
  problem: null,
  step: 'find-bank' as Step,
};

describe('every step', () => {
  test.each(STEPS)('%s has a way out', (step) => {
    expect(['cancel', 'leave', 'finish', 'back'].some((action) => allows(step, action as 'cancel'))).toBe(true);
  });

  test('of the way has something to do, and every action a step to do it at', () => {
    for (const action of ACTIONS)
      expect(
        STEPS.some((step) => allows(step, action)),
        action,
      ).toBe(true);
    expect(ACTIONS.filter((action) => allows('welcome', action))).toEqual([]);
  });
});

test('a visit begins with a bank, unless linked ones are to be managed', () => {
  expect(firstStep(facts)).toBe('find-bank');
  expect(firstStep({ ...facts, kind: 'manage' })).toBe('overview');
  expect(firstStep({ ...facts, kind: 'manage', addsBank: true })).toBe('find-bank');
});

test('there is an overview to go back to once there is something to see', () => {
  expect(hasOverview({ ...facts, multiple: true })).toBe(false);
  expect(hasOverview({ ...facts, multiple: true, connectedLoginIds: ['a'] })).toBe(true);
  expect(hasOverview({ ...facts, kind: 'manage' })).toBe(true);
});

test('what nobody ends is judged by what was reached', () => {
  expect(statusWhenOver(facts)).toBe('expired');
  expect(statusWhenOver({ ...facts, step: 'problem', problem: 'login_locked' })).toBe('failed');
  expect(statusWhenOver({ ...facts, step: 'problem', connectedLoginIds: ['a'] })).toBe('completed');
});
