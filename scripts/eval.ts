/**
 * `npm run eval`: how right the categorization is on the labelled bookings in `server/test/fixtures`.
 * `--misses` prints every wrong one. Accuracy is counted after mapping to PFC v2, as the outside measure does.
 */
import type { Category, ConfidenceLevel, Decision } from '../server/src/modules/categorization/categorization.types.ts';
import { createCategorizer } from '../server/src/modules/categorization/categorizer.ts';
import { categoryOf } from '../server/src/modules/categorization/taxonomy/categories.ts';
import { type LabelledTransaction, readLabelled } from '../server/test/fixtures/labelled-transactions.ts';
import { printConfusion } from './eval/confusion.ts';
import { percent, print } from './eval/table.ts';

interface Outcome {
  labelled: LabelledTransaction;
  decision: Decision;
  expected: Category;
  actual: Category;
  primaryRight: boolean;
  detailedRight: boolean;
}

/** Decisions that no evidence stands behind. */
const guesses: ReadonlySet<string> = new Set(['statistical', 'fallback']);
const levels: readonly ConfidenceLevel[] = ['VERY_HIGH', 'HIGH', 'MEDIUM', 'LOW'];

const evaluate = (rows: readonly LabelledTransaction[]): Outcome[] => {
  const categorizer = createCategorizer();
  const contexts = {
    person: { userType: 'person', accounts: [] },
    company: { userType: 'company', accounts: [] },
  } as const;
  return rows.map((labelled) => {
    const decision = categorizer.categorize(labelled.transaction, contexts[labelled.userType]);
    const expected = categoryOf(labelled.expected);
    const actual = categoryOf(decision.categoryId);
    const detailedRight = expected.pfc.detailed === actual.pfc.detailed;
    return {
      labelled,
      decision,
      expected,
      actual,
      detailedRight,
      primaryRight: expected.pfc.primary === actual.pfc.primary,
    };
  });
};

/** Mean over the classes of the harmonic mean of precision and recall. */
const macroF1 = (outcomes: readonly Outcome[], classOf: (category: Category) => string): number => {
  const classes = [...new Set(outcomes.map((outcome) => classOf(outcome.expected)))];
  const scores = classes.map((name) => {
    const hits = outcomes.filter(
      (outcome) => classOf(outcome.expected) === name && classOf(outcome.actual) === name,
    ).length;
    const expected = outcomes.filter((outcome) => classOf(outcome.expected) === name).length;
    const actual = outcomes.filter((outcome) => classOf(outcome.actual) === name).length;
    return hits === 0 ? 0 : (2 * hits) / (expected + actual);
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
};

const report = (title: string, outcomes: readonly Outcome[]): void => {
  const count = outcomes.length;
  const right = (test: (outcome: Outcome) => boolean): string => percent(outcomes.filter(test).length, count);
  print(`## ${title} (${count})`);
  print('| measure | value |\n|---|---|');
  print(`| PFC primary right | ${right((outcome) => outcome.primaryRight)} |`);
  print(`| PFC detailed right | ${right((outcome) => outcome.detailedRight)} |`);
  print(`| own category right | ${right((outcome) => outcome.expected.id === outcome.actual.id)} |`);
  print(
    `| macro-F1 primary / detailed | ${macroF1(outcomes, (category) => category.pfc.primary).toFixed(3)} / ${macroF1(outcomes, (category) => category.pfc.detailed).toFixed(3)} |`,
  );
  print(`| decided by evidence | ${right(({ decision }) => !guesses.has(decision.evidence))} |`);
  print(`| by the statistical guess | ${right(({ decision }) => decision.evidence === 'statistical')} |`);
  print(`| by the fallback | ${right(({ decision }) => decision.evidence === 'fallback')} |`);
  print();
  print('| level | given to | PFC detailed right | PFC primary right |\n|---|---|---|---|');
  for (const level of levels) {
    const given = outcomes.filter((outcome) => outcome.decision.level === level);
    const detailed = percent(given.filter((outcome) => outcome.detailedRight).length, given.length);
    const primary = percent(given.filter((outcome) => outcome.primaryRight).length, given.length);
    print(`| ${level} | ${percent(given.length, count)} | ${detailed} | ${primary} |`);
  }
  print();
};

const printMisses = (outcomes: readonly Outcome[]): void => {
  for (const { labelled, decision, expected, primaryRight, detailedRight } of outcomes) {
    if (detailedRight) continue;
    const { transaction } = labelled;
    const text = [transaction.bookingText, transaction.paymentPartner?.name, transaction.purpose]
      .filter(Boolean)
      .join(' / ');
    print(
      `${primaryRight ? ' ' : '!'} ${transaction.amountMinor / 100} ${text}\n     want ${expected.id}, got ${decision.categoryId} ${decision.confidence} ${decision.evidence}: ${decision.reason}`,
    );
  }
};

const SETS = [
  'labelled-de.txt',
  'labelled-en.txt',
  'fresh-de.txt',
  'fresh-en.txt',
  'fresh-hard-de.txt',
  'fresh-hard-en.txt',
  'unseen-short-de.txt',
  'unseen-short-en.txt',
  'unseen-rare-de.txt',
  'unseen-rare-en.txt',
  'unseen-last-de.txt',
  'unseen-last-en.txt',
];

const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const all: Outcome[] = [];
for (const file of files.length > 0 ? files : SETS) {
  const outcomes = evaluate(readLabelled(file));
  report(file, outcomes);
  if (process.argv.includes('--misses')) printMisses(outcomes);
  all.push(...outcomes);
}
report('all sets', all);
const classesBy = (classOf: (category: Category) => string) =>
  all.map(({ expected, actual }) => ({ expected: classOf(expected), actual: classOf(actual) }));
printConfusion(
  'PFC primary',
  classesBy(({ pfc }) => pfc.primary),
  false,
);
printConfusion(
  'PFC detailed',
  classesBy(({ pfc }) => pfc.detailed),
  true,
);
printConfusion(
  'own categories',
  classesBy(({ id }) => id),
  true,
);
