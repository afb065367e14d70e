import type { CheckedFlow } from './checked-flow.ts';
import type { ConfirmStep, FlowText } from './flow.types.ts';
import { holesOf, wordingsOf } from './templates.ts';
import { walkSteps } from './walk-steps.ts';

/** Mistakes of a text: placeholders that can not be read, refer to nothing, or may stay empty. */
export function validateText(text: FlowText, checked: CheckedFlow): string[] {
  const collected = new Set(
    checked.places.flatMap(({ step }) => (step.kind === 'collect' ? [`inputs.${step.input}`] : [])),
  );
  const mistakes = wordingsOf(text).flatMap((wording) => {
    try {
      return holesOf(wording).flatMap(({ reference, fallback }) => {
        const found = checked.typeOfSaid(reference);
        if ('mistake' in found) return [found.mistake];
        return fallback !== null || collected.has(reference)
          ? []
          : [`${reference} may be missing: give it a fallback, {{${reference} ?? "…"}}`];
      });
    } catch (error) {
      return [(error as Error).message];
    }
  });
  return [...new Set(mistakes)];
}

/** Inputs that an action behind the yes is given and the question does not show: a yes covers what was shown. */
export function wordsMissing(step: ConfirmStep): string[] {
  const given = walkSteps(step.yes).flatMap(({ step: tool }) =>
    tool.kind === 'tool'
      ? Object.values(tool.inputs).flatMap((value) =>
          typeof value === 'object' && value?.ref.startsWith('inputs.') ? [{ tool: tool.id, ref: value.ref }] : [],
        )
      : [],
  );
  return given.flatMap(({ tool, ref }) =>
    wordingsOf(step.text).every((wording) => shows(wording, ref))
      ? []
      : [`does not show ${ref}, which ${tool} sends: a yes covers only what was shown`],
  );
}

const shows = (wording: string, reference: string) => {
  try {
    return holesOf(wording).some((hole) => hole.reference === reference);
  } catch {
    return true;
  }
};
