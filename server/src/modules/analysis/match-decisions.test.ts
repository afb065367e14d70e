import { describe, expect, it } from 'vitest';
import { matchDecisions } from './match-decisions.ts';

const contract = (contractId: string, ...transactionIDs: string[]) => ({ contractId, transactionIDs });
const dismissed = (contractId: string, ...transactionIds: string[]) =>
  ({ contractId, decision: 'dismissed', transactionIds }) as const;

describe('a decision about a contract', () => {
  it('follows its bookings when the contract gets another id', () => {
    const found = matchDecisions([contract('new', 'a', 'b', 'c', 'd', 'e')], [dismissed('old', 'a', 'b', 'c')]);
    expect(Object.fromEntries(found)).toEqual({ new: 'dismissed' });
  });

  it('does not stay with an id that now means other bookings', () => {
    const contracts = [contract('first', 'x', 'y', 'z'), contract('second', 'a', 'b', 'c')];
    expect(Object.fromEntries(matchDecisions(contracts, [dismissed('first', 'a', 'b', 'c')]))).toEqual({
      second: 'dismissed',
    });
  });

  it('holds for both halves of a contract that was taken apart', () => {
    const contracts = [contract('one', 'a', 'c', 'e'), contract('two', 'b', 'd')];
    expect([...matchDecisions(contracts, [dismissed('old', 'a', 'b', 'c', 'd', 'e')]).keys()]).toEqual(['one', 'two']);
  });

  it('does not reach a contract that shares a single stray booking', () => {
    const contracts = [contract('old', 'a', 'b', 'c'), contract('other', 'd', 'x', 'y', 'z')];
    expect([...matchDecisions(contracts, [dismissed('old', 'a', 'b', 'c', 'd')]).keys()]).toEqual(['old']);
  });

  it('goes by the id when its bookings are gone, and by the newest word', () => {
    expect(matchDecisions([contract('old', 'n')], [dismissed('old', 'a')]).get('old')).toBe('dismissed');
    const decisions = [
      dismissed('old', 'a', 'b'),
      { ...dismissed('new', 'a', 'b', 'c'), decision: 'confirmed' as const },
    ];
    expect(matchDecisions([contract('new', 'a', 'b', 'c')], decisions).get('new')).toBe('confirmed');
  });
});
