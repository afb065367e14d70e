import type { Endpoint } from '../../app/api.gen.ts';
import { useTexts } from '../../app/language.ts';
import { Link } from '../../app/router.tsx';
import { Field, problemOf, Select } from '../../ui/form.tsx';
import { ExpressionField } from './expression-field.tsx';
import { STEPS_TEXTS } from './facts-texts.ts';

export interface CallStep {
  id: string;
  endpointId: string;
  when?: string | null;
  inputs: Record<string, string>;
}

interface Props {
  steps: CallStep[];
  onChange: (steps: CallStep[]) => void;
  /** Those that may be called here. */
  endpoints: Endpoint[];
  /** Names of what is given from outside: `inputs.reason`. */
  given: string[];
  canEdit: boolean;
  error: unknown;
  /** Where the steps stand in what is sent, for the mistakes. */
  path: string;
}

/** What can be read at a step, and behind them all: who the customer is, what is given, what the calls before answered. */
export function readableAt(
  steps: readonly CallStep[],
  endpoints: readonly Endpoint[],
  given: readonly string[],
): string[] {
  const answered = steps.flatMap(({ id, endpointId }) =>
    (endpoints.find((endpoint) => endpoint.id === endpointId)?.outputs ?? []).map(({ name }) => `steps.${id}.${name}`),
  );
  return ['customer.email', 'customer.external_id', ...given, ...answered];
}

/** Calls one after the other, each filled with what is known by then. */
export function StepsForm({ steps, onChange, endpoints, given, canEdit, error, path }: Props) {
  const texts = useTexts(STEPS_TEXTS);
  const put = (index: number, next: Partial<CallStep>) =>
    onChange(steps.map((step, at) => (at === index ? { ...step, ...next } : step)));
  const add = () => {
    const names = new Set(steps.map(({ id }) => id));
    let n = steps.length + 1;
    while (names.has(`step_${n}`)) n += 1;
    onChange([...steps, { id: steps.length === 0 ? 'lookup' : `step_${n}`, endpointId: '', inputs: {} }]);
  };
  return (
    <fieldset className="stack calls">
      <legend>{texts.steps}</legend>
      <p className="hint">{texts.expressionHint}</p>
      {endpoints.length === 0 && (
        <p className="notice">
          {texts.noEndpoints} <Link to="/integrations">{texts.makeEndpoint}</Link>
        </p>
      )}
      {steps.map((step, index) => (
        // Names change while they are typed; calls are told apart by where they stand.
        <div key={index} className="card call" role="group" aria-label={step.id}>
          <StepFields
            step={step}
            put={(next) => put(index, next)}
            endpoints={endpoints}
            suggestions={readableAt(steps.slice(0, index), endpoints, given)}
            canEdit={canEdit}
            error={error}
            path={`${path}/${index}`}
          />
          {canEdit && (
            <div>
              <button type="button" className="quiet" onClick={() => onChange(steps.toSpliced(index, 1))}>
                {texts.removeStep}
              </button>
            </div>
          )}
        </div>
      ))}
      {canEdit && (
        <div>
          <button type="button" onClick={add}>
            + {texts.addStep}
          </button>
        </div>
      )}
    </fieldset>
  );
}

interface StepProps extends Pick<Props, 'endpoints' | 'canEdit' | 'error' | 'path'> {
  step: CallStep;
  put: (next: Partial<CallStep>) => void;
  suggestions: string[];
}

function StepFields({ step, put, endpoints, suggestions, canEdit, error, path }: StepProps) {
  const texts = useTexts(STEPS_TEXTS);
  const endpoint = endpoints.find(({ id }) => id === step.endpointId);
  const setInput = (name: string, value: string) => {
    const { [name]: _, ...others } = step.inputs;
    put({ inputs: value === '' ? others : { ...others, [name]: value } });
  };
  const choose = (endpointId: string) => {
    const inputs = endpoints.find(({ id }) => id === endpointId)?.inputs ?? [];
    // What is called alike is most often meant.
    const same = inputs.flatMap(({ name }) => {
      const found = suggestions.find((suggestion) => suggestion.split('.').at(-1) === name);
      return found ? [[name, found]] : [];
    });
    put({ endpointId, inputs: Object.fromEntries(same) });
  };
  return (
    <>
      <div className="grid">
        <Select
          label={texts.endpoint}
          required
          value={step.endpointId}
          disabled={!canEdit}
          problem={problemOf(error, `${path}/endpointId`)}
          onChange={(event) => choose(event.target.value)}
          options={[['', texts.pick], ...endpoints.map(({ id, name }): [string, string] => [id, name])]}
        />
        <Field
          label={texts.stepName}
          hint={texts.stepNameHint}
          required
          pattern="[a-z][a-z0-9_]*"
          value={step.id}
          disabled={!canEdit}
          problem={problemOf(error, `${path}/id`)}
          onChange={(event) => put({ id: event.target.value })}
        />
      </div>
      <div className="grid">
        {endpoint?.inputs.map(({ name, required }) => (
          <ExpressionField
            key={name}
            label={texts.input(required ? `${name} *` : name)}
            value={step.inputs[name] ?? ''}
            suggestions={suggestions}
            disabled={!canEdit}
            problem={problemOf(error, `${path}/inputs/${name}`)}
            onChange={(value) => setInput(name, value)}
          />
        ))}
      </div>
      <ExpressionField
        label={texts.when}
        value={step.when ?? ''}
        suggestions={suggestions}
        disabled={!canEdit}
        problem={problemOf(error, `${path}/when`)}
        onChange={(value) => put({ when: value === '' ? null : value })}
      />
    </>
  );
}
