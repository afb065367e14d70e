import { ACTION_OUTPUTS, type Catalogue } from './catalogue.ts';
import { parseReference } from './facts.ts';
import { type InputSchema, type Reference, VALUE_TYPES, type ValueType } from './flow.types.ts';
import type { PlacedStep } from './walk-steps.ts';

/** The type of what is referred to, or what is wrong with the reference. */
export type TypeOf = (reference: Reference) => { type: ValueType } | { mistake: string };

const own = <T>(fields: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

/** What references mean in one rule. */
export function referenceTypes(
  places: readonly PlacedStep[],
  inputSchema: InputSchema,
  { attributes, actions }: Pick<Catalogue, 'attributes' | 'actions'>,
): TypeOf {
  return (reference) => {
    const parsed = parseReference(reference);
    if (!parsed)
      return { mistake: `${reference} is no reference; write attributes.NAME, inputs.NAME or outputs.STEP.FIELD` };
    if (parsed.root === 'attributes') {
      const type = own(attributes, parsed.name);
      return type ? { type } : { mistake: `there is no attribute ${parsed.name} that may be used here` };
    }
    if (parsed.root === 'inputs') {
      const definition = own(inputSchema, parsed.name);
      return definition ? { type: VALUE_TYPES[definition.type] } : { mistake: `inputSchema has no ${parsed.name}` };
    }
    const tool = places.find(({ step }) => step.id === parsed.step)?.step;
    if (tool?.kind !== 'tool') return { mistake: `there is no tool step ${parsed.step}` };
    const action = own(actions, tool.action);
    // An unknown action is a mistake of the tool step; its outputs are not one more.
    if (!action) return { type: 'string' };
    const type = own(ACTION_OUTPUTS, parsed.name) ?? own(action.outputs, parsed.name);
    return type ? { type } : { mistake: `the action ${tool.action} answers no ${parsed.name}` };
  };
}
