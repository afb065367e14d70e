import { pair } from '../../app/language.ts';

export const IMPACT_TEXTS = {
  suite: pair('Test suite', 'Testsuite'),
  which: pair('Which questions?', 'Welche Fragen?'),
  noSuites: pair(
    'There is no test suite yet. With one, see here which questions would be answered otherwise.',
    'Es gibt noch keine Testsuite. Mit einer sehen Sie hier, welche Fragen anders beantwortet würden.',
  ),
  questions: pair(
    (count: string) => (count === '1' ? '1 question' : `${count} questions`),
    (count: string) => (count === '1' ? '1 Frage' : `${count} Fragen`),
  ),
  notYet: pair('Not tried with this draft yet.', 'Mit diesem Entwurf noch nicht versucht.'),
  start: pair('Try it', 'Ausprobieren'),
  again: pair('Try it again', 'Erneut ausprobieren'),
  running: pair('The questions are being asked …', 'Die Fragen werden gestellt …'),
  nothing: pair('Every question is answered as before.', 'Jede Frage wird beantwortet wie zuvor.'),
  counts: {
    broken: pair(
      (count: number) => `${count} would break`,
      (count: number) => `${count} gingen verloren`,
    ),
    fixed: pair(
      (count: number) => `${count} would be right`,
      (count: number) => `${count} würden richtig`,
    ),
    different: pair(
      (count: number) => `${count} would be answered otherwise`,
      (count: number) => `${count} würden anders beantwortet`,
    ),
  },
  changes: {
    broken: pair('breaks', 'geht verloren'),
    fixed: pair('becomes right', 'wird richtig'),
    different: pair('otherwise', 'anders'),
  },
  decisions: {
    rule: pair('a rule acts', 'eine Regel handelt'),
    answer: pair('an article answers', 'ein Artikel antwortet'),
    clarify: pair('the bot asks back', 'der Bot fragt zurück'),
    abstain: pair('the bot says that it does not know', 'der Bot sagt, dass er es nicht weiß'),
    person: pair('a person takes over', 'ein Mensch übernimmt'),
    courtesy: pair('the bot is polite', 'der Bot ist höflich'),
  },
};
