import type { CaseOutcome, CaseResult, SuiteCase } from './suite.types.ts';

/** Whether the bot did what was expected: answered from the article, among others; or left it to a person. */
export function isExpected({ expectedArticleId }: SuiteCase, { articleIds, escalates }: CaseOutcome): boolean {
  return expectedArticleId === null ? escalates : articleIds.includes(expectedArticleId);
}

/** A case with what came of it now and before. `before` may have been judged by another expectation: it is judged anew. */
export function compareOutcome(asked: SuiteCase, now: CaseOutcome, before: CaseOutcome | null): CaseResult {
  const passed = isExpected(asked, now);
  const passedBefore = before !== null && isExpected(asked, before);
  return {
    ...asked,
    ...now,
    passed,
    change: before === null ? 'new' : changeOf(now, before, passed, passedBefore),
    before: before && {
      decision: before.decision,
      escalates: before.escalates,
      articleIds: before.articleIds,
      confidence: before.confidence,
      passed: passedBefore,
    },
  };
}

function changeOf(now: CaseOutcome, before: CaseOutcome, passed: boolean, passedBefore: boolean) {
  if (passed !== passedBefore) return passed ? 'fixed' : 'broken';
  const isSame =
    now.decision === before.decision &&
    now.escalates === before.escalates &&
    now.articleIds.join() === before.articleIds.join();
  return isSame ? 'same' : 'different';
}
