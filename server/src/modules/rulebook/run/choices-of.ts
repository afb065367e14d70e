import type { CollectStep, ConfirmStep, InputDefinition } from '../flow/flow.types.ts';
import { wordingFor } from '../flow/templates.ts';
import { walkSteps } from '../flow/walk-steps.ts';
import { readChoices } from '../slots/read-choice.ts';
import type { RunnableRule, RunState } from './run.types.ts';

const YES_NO = { en: ['Yes', 'No'], de: ['Ja', 'Nein'] } as const;

/**
 * What the customer can answer with by a click, in their language, where the run waits for one of a few answers; else empty.
 * Each text is understood as what it says when it is sent as it stands. Pure.
 */
export function choicesOf(rule: RunnableRule, state: RunState): string[] {
  if (state.waitsFor !== 'customer') return [];
  const step = walkSteps(rule.flow.steps).find((place) => place.step.id === state.step)?.step;
  if (step?.kind !== 'collect' && step?.kind !== 'confirm') return [];
  const definition = definitionOf(rule, step);
  if (!definition || definition.type === 'boolean') return [...YES_NO[state.language]];
  const choices = definition.choices ?? [];
  const texts = choices.flatMap((choice) => {
    const names = [...(choice.label ? [wordingFor(choice.label, state.language)] : []), ...choice.names, choice.value];
    const clear = names.find((name) => {
      const read = readChoices(name, choices);
      return read.length === 1 && read[0] === choice.value;
    });
    return clear === undefined ? [] : [clear];
  });
  // Half of the answers as buttons would hide the others.
  return texts.length === choices.length ? texts : [];
}

/** Null: a yes or a no is asked for. */
const definitionOf = ({ inputSchema }: RunnableRule, step: CollectStep | ConfirmStep): InputDefinition | null =>
  step.kind === 'confirm' ? null : (inputSchema[step.input] ?? null);
