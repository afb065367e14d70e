/** What is not filled in yet, in words for those who do not read schemas. */
import type { InLanguage } from '../../app/language.ts';
import type { UNFINISHED_TEXTS } from './editor-texts.ts';
import type { Condition, Flow, FlowText, Problem, Step } from './flow.types.ts';
import { walk } from './tree.ts';

type Texts = InLanguage<typeof UNFINISHED_TEXTS>;

/** With the places that the server names them by. */
export const unfinishedOf = ({ steps }: Flow, texts: Texts): Problem[] =>
  walk(steps).flatMap(({ step, pointer }) =>
    fieldsOf(step, texts).map(({ path, message }) => ({ path: `/flowConfig${pointer}${path}`, message })),
  );

const isEmpty = (text: FlowText | undefined) =>
  typeof text === 'string' ? text === '' : !Object.values(text ?? {}).some((wording) => wording !== '');

function fieldsOf(step: Step, texts: Texts): Problem[] {
  const when = (isMissing: boolean, path: string, message: string) => (isMissing ? [{ path, message }] : []);
  switch (step.kind) {
    case 'reply':
    case 'confirm':
      return when(isEmpty(step.text), '/text', texts.text);
    case 'collect':
      return [
        ...when(step.input === '', '/input', texts.input),
        ...when(isEmpty(step.question), '/question', texts.question),
      ];
    case 'tool':
      return when(step.action === '', '/action', texts.action);
    case 'article':
      return when(isEmpty(step.articleId), '/articleId', texts.article);
    case 'tag':
      return when(step.tag === '', '/tag', texts.tag);
    case 'escalate':
      return when(step.text !== undefined && isEmpty(step.text), '/text', texts.text);
    case 'goto':
      return when(step.step === '', '/step', texts.step);
    default:
      return step.branches.flatMap((branch, index) =>
        openQuestions(branch.when).map((path) => ({
          path: `/branches/${index}/when${path}`,
          message: texts.condition,
        })),
      );
  }
}

/** Places of the questions that ask nothing yet. */
function openQuestions(condition: Condition): string[] {
  if (condition.op === 'all' || condition.op === 'any') {
    return condition.of.flatMap((part, index) => openQuestions(part).map((path) => `/of/${index}${path}`));
  }
  if (condition.op === 'not') return openQuestions(condition.of).map((path) => `/of${path}`);
  return 'ref' in condition && condition.ref === 'attributes.' ? ['/ref'] : [];
}
