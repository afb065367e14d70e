import { useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { Field, Select, TextArea } from '../../ui/form.tsx';
import { useEditor } from './editor-context.ts';
import { type Choice, INPUT_TYPES, type InputDefinition, type InputType } from './flow.types.ts';
import { FORM_TEXTS } from './form-texts.ts';

/** What is asked for: its kind, its limits, and how customers call what they may choose. */
export function InputForm({ name, definition }: { name: string; definition: InputDefinition }) {
  const texts = useTexts(FORM_TEXTS);
  const { flow, change, canEdit, problems } = useEditor();
  const put = (next: Partial<InputDefinition>, about?: string) =>
    change(
      { ...flow, inputSchema: { ...flow.inputSchema, [name]: { ...definition, ...next } } },
      about === undefined ? {} : { about: `input ${name} ${about}` },
    );
  const setType = (type: InputType) => {
    const { description } = definition;
    const choices = type === 'choice' ? { choices: definition.choices ?? readChoices('a\nb', []) } : {};
    change({ ...flow, inputSchema: { ...flow.inputSchema, [name]: { type, description, ...choices } } });
  };
  const own = problems.filter(({ path }) => path.startsWith(`/inputSchema/${name}`));
  const isMeasured = definition.type === 'number' || definition.type === 'amount';
  return (
    <div className="stack tight">
      <div className="grid">
        <Field
          label={texts.inputDescription}
          value={definition.description}
          disabled={!canEdit}
          onChange={(event) => put({ description: event.target.value }, 'description')}
        />
        <Select
          label={texts.inputType}
          value={definition.type}
          disabled={!canEdit}
          onChange={(event) => setType(event.target.value as InputType)}
          options={INPUT_TYPES.map((type) => [type, texts.inputTypes[type]])}
        />
      </div>
      {isMeasured && <Limits names={['minimum', 'maximum']} definition={definition} put={put} />}
      {definition.type === 'date' && (
        <Limits names={['earliestInDays', 'latestInDays']} definition={definition} put={put} />
      )}
      {definition.type === 'choice' && (
        <ChoicesField
          key={name}
          choices={definition.choices ?? []}
          onChange={(choices) => put({ choices }, 'choices')}
        />
      )}
      {own.map(({ path, message }) => (
        <p key={path + message} className="problem">
          {message}
        </p>
      ))}
    </div>
  );
}

type Limit = 'minimum' | 'maximum' | 'earliestInDays' | 'latestInDays';

function Limits({
  names,
  definition,
  put,
}: {
  names: [Limit, Limit];
  definition: InputDefinition;
  put: (next: Partial<InputDefinition>, about?: string) => void;
}) {
  const texts = useTexts(FORM_TEXTS);
  const { canEdit } = useEditor();
  const labels = {
    minimum: texts.minimum,
    maximum: texts.maximum,
    earliestInDays: texts.earliest,
    latestInDays: texts.latest,
  };
  return (
    <div className="grid">
      {names.map((name) => (
        <Field
          key={name}
          label={labels[name]}
          type="number"
          step={name.endsWith('Days') ? 1 : 'any'}
          value={definition[name] ?? ''}
          disabled={!canEdit}
          onChange={({ target }) => put({ [name]: target.value === '' ? undefined : Number(target.value) }, name)}
        />
      ))}
    </div>
  );
}

/** `gold = gold card, golden one` per line; the labels that somebody gave by JSON stay with their values. */
function ChoicesField({ choices, onChange }: { choices: Choice[]; onChange: (choices: Choice[]) => void }) {
  const texts = useTexts(FORM_TEXTS);
  const { canEdit } = useEditor();
  const [typed, setTyped] = useState(() => writeChoices(choices));
  // Undone or changed as JSON meanwhile.
  const isSame = JSON.stringify(readChoices(typed, choices)) === JSON.stringify(choices);
  return (
    <TextArea
      label={texts.choices}
      hint={texts.choicesHint}
      value={isSame ? typed : writeChoices(choices)}
      readOnly={!canEdit}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(readChoices(target.value, choices));
      }}
    />
  );
}

const writeChoices = (choices: readonly Choice[]) =>
  choices
    .map(({ value, names }) => (names.length === 1 && names[0] === value ? value : `${value} = ${names.join(', ')}`))
    .join('\n');

function readChoices(text: string, before: readonly Choice[]): Choice[] {
  return text.split('\n').flatMap((line) => {
    const [value = '', rest = ''] = line.split('=').map((part) => part.trim());
    if (value === '') return [];
    const names = rest.split(',').flatMap((name) => name.trim() || []);
    const label = before.find((choice) => choice.value === value)?.label;
    return [{ value, names: names.length > 0 ? names : [value], ...(label !== undefined && { label }) }];
  });
}
