/** What makes a rule impossible to play, found when it is saved and not when a customer is in it. */
import type { FieldError } from '#platform/http/errors.ts';
import type { Catalogue } from './catalogue.ts';
import type { CheckedFlow } from './checked-flow.ts';
import { findDeadBranches } from './find-dead-branches.ts';
import type { ConditionStep, InputSchema, RuleFlow } from './flow.types.ts';
import { reachable, stepsAfterUnasked } from './flow-paths.ts';
import { referenceTypes } from './reference-types.ts';
import { wordingsOf } from './templates.ts';
import { validateCondition } from './validate-condition.ts';
import { validateText, wordsMissing } from './validate-text.ts';
import { validateTool } from './validate-tool.ts';
import { type PlacedStep, walkSteps } from './walk-steps.ts';

/** Steps of a whole rule. */
const MOST_STEPS = 300;

export interface FlowToValidate {
  flow: RuleFlow;
  inputSchema: InputSchema;
}

/** Every mistake with its place as a JSON pointer from the rule (`/flowConfig/steps/0/…`); an empty list is a rule that can be played. */
export function validateFlow({ flow, inputSchema }: FlowToValidate, catalogue: Catalogue): FieldError[] {
  const places = walkSteps(flow.steps);
  if (places.length > MOST_STEPS) {
    return [{ path: '/flowConfig/steps', message: `has ${places.length} steps; ${MOST_STEPS} are the most` }];
  }
  const typeOf = referenceTypes(places, inputSchema, catalogue);
  const typeOfSaid = referenceTypes(places, inputSchema, { ...catalogue, attributes: catalogue.sayable });
  const checked: CheckedFlow = { inputSchema, catalogue, places, typeOf, typeOfSaid };
  return [
    ...validateInputs(inputSchema),
    ...[
      ...twins(places),
      ...unreachable(places),
      ...circles(checked),
      ...places.flatMap((place) => validateStep(place, checked)),
    ].map(({ path, message }) => ({ path: `/flowConfig${path}`, message })),
  ];
}

function validateInputs(inputSchema: InputSchema): FieldError[] {
  return Object.entries(inputSchema).flatMap(([name, definition]) =>
    (definition.type === 'choice') === (definition.choices !== undefined)
      ? []
      : [{ path: `/inputSchema/${name}/choices`, message: 'is needed for a choice, and only there' }],
  );
}

function twins(places: readonly PlacedStep[]): FieldError[] {
  const seen = new Set<string>();
  return places.flatMap(({ step, pointer }) => {
    if (seen.has(step.id))
      return [{ path: `${pointer}/id`, message: `is the id of another step; ids are unique in a rule` }];
    seen.add(step.id);
    return [];
  });
}

/** The first step of each list that no way leads to. */
function unreachable(places: readonly PlacedStep[]): FieldError[] {
  const reached = reachable(places);
  const lists = Map.groupBy(places, ({ pointer }) => pointer.slice(0, pointer.lastIndexOf('/')));
  return [...lists.values()].flatMap((list) =>
    list.flatMap(({ step, pointer }, index) => {
      const before = list[index - 1]?.step;
      return before && reached.has(before.id) && !reached.has(step.id)
        ? [{ path: pointer, message: `is never reached: nothing goes on after ${before.id}` }]
        : [];
    }),
  );
}

/** Steps that lead to each other without ever waiting for anybody. */
function circles({ places }: CheckedFlow): FieldError[] {
  const byId = new Map(places.map((place) => [place.step.id, place]));
  const done = new Set<string>();
  const found: FieldError[] = [];
  const visit = (id: string, way: readonly string[]) => {
    const place = byId.get(id);
    if (!place || done.has(id)) return;
    if (way.includes(id)) {
      found.push({
        path: place.pointer,
        message: `is reached from itself without a question in between: ${[...way, id].join(' → ')}`,
      });
      return;
    }
    for (const target of stepsAfterUnasked(place, (other) => byId.get(other))) visit(target, [...way, id]);
    done.add(id);
  };
  for (const { step } of places) visit(step.id, []);
  return found;
}

/** What decides nothing is looked for where everything that is asked can be asked. */
function validateBranches(step: ConditionStep, checked: CheckedFlow): FieldError[] {
  const mistakes = step.branches.flatMap(({ when }, index) =>
    validateCondition(when, checked).map(({ path, message }) => ({ path: `/branches/${index}/when${path}`, message })),
  );
  return mistakes.length > 0 ? mistakes : findDeadBranches(step, checked);
}

function validateStep({ step, pointer, holders }: PlacedStep, checked: CheckedFlow): FieldError[] {
  const at = (path: string, messages: readonly string[]) =>
    messages.map((message) => ({ path: `${pointer}${path}`, message }));
  const { catalogue, inputSchema, places } = checked;
  switch (step.kind) {
    case 'condition':
      return validateBranches(step, checked).map(({ path, message }) => ({ path: `${pointer}${path}`, message }));
    case 'collect':
      return [
        ...at('/input', Object.hasOwn(inputSchema, step.input) ? [] : [`is not in inputSchema: ${step.input}`]),
        ...at('/question', validateText(step.question, checked)),
        ...at(
          '/failure',
          step.failure?.length === 0 ? ['is empty: say what happens, or leave it out for a person'] : [],
        ),
      ];
    case 'confirm':
      return at('/text', [...validateText(step.text, checked), ...wordsMissing(step)]);
    case 'reply':
      return at('/text', validateText(step.text, checked));
    case 'escalate':
      return at('/text', step.text ? validateText(step.text, checked) : []);
    case 'article':
      return wordingsOf(step.articleId).every((articleId) => catalogue.articles.has(articleId))
        ? []
        : at('/articleId', ['is no live article of this workspace']);
    case 'tag':
      return at('/tag', catalogue.tags.has(step.tag) ? [] : [`is no tag of this workspace: ${step.tag}`]);
    case 'goto':
      return at(
        '/step',
        places.some((place) => place.step.id === step.step) ? [] : [`is no step of this rule: ${step.step}`],
      );
    default:
      return validateTool(step, holders, checked).map(({ path, message }) => ({ path: `${pointer}${path}`, message }));
  }
}
