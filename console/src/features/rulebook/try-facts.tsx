import { useState } from 'react';
import { call } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { Check, Field, Select } from '../../ui/form.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { humanize } from './describe.ts';
import { useEditor } from './editor-context.ts';
import type { Literal } from './flow.types.ts';
import { TRY_TEXTS } from './rulebook-texts.ts';
import type { Facts } from './simulator.tsx';
import { LiteralField } from './value-field.tsx';

type Environment = 'sandbox' | 'staging' | 'production';

/** Where dates and amounts are written otherwise than in Germany. */
const COUNTRIES = ['AT', 'CH', 'GB', 'IE', 'US', 'CA', 'AU', 'FR', 'NL', 'IT', 'PL'] as const;

interface Props {
  facts: Facts;
  onChange: (facts: Facts) => void;
}

/** What the rule is to know of the customer: only what it asks about, typed here or read as for a real one. */
export function TryFacts({ facts, onChange }: Props) {
  const texts = useTexts(TRY_TEXTS);
  const formats = useFormats();
  const { flow, catalogue } = useEditor();
  const text = JSON.stringify(flow.steps);
  const names = new Set([...text.matchAll(/\battributes\.(\w+)/g)].map(([, name = '']) => name));
  const fields = catalogue.fields.filter(({ name }) => names.has(name));
  const tags = catalogue.tags.filter((tag) => text.includes(`"tagged","tag":${JSON.stringify(tag)}`));
  const setAttribute = (name: string, value: Literal) =>
    onChange({ ...facts, attributes: { ...facts.attributes, [name]: value } });
  const toggle = (tag: string) =>
    facts.tags.includes(tag) ? facts.tags.filter((each) => each !== tag) : [...facts.tags, tag];
  return (
    <details open={fields.length > 0 || tags.length > 0}>
      <summary>{texts.attributes}</summary>
      <div className="stack tight">
        {fields.length > 0 && (
          <ReadFacts attributeIds={[...new Set(fields.map((field) => field.attributeId))]} {...{ facts, onChange }} />
        )}
        <div className="grid">
          {fields.map(({ name, type }) => (
            <LiteralField
              key={name}
              label={humanize(name)}
              type={type}
              value={facts.attributes[name] ?? null}
              onChange={(value) => setAttribute(name, value)}
            />
          ))}
          <Select
            label={texts.language}
            value={facts.language}
            onChange={(event) => onChange({ ...facts, language: event.target.value as Facts['language'] })}
            options={[
              ['', texts.byMessage],
              ['en', texts.english],
              ['de', texts.german],
            ]}
          />
          <Select
            label={texts.country}
            value={facts.country}
            onChange={(event) => onChange({ ...facts, country: event.target.value })}
            options={[
              ['', texts.byDefault],
              ...COUNTRIES.map((code): [string, string] => [code, formats.country(code)]),
            ]}
          />
        </div>
        {tags.length > 0 && (
          <fieldset>
            <legend>{texts.tags}</legend>
            {tags.map((tag) => (
              <Check
                key={tag}
                label={tag}
                checked={facts.tags.includes(tag)}
                onChange={() => onChange({ ...facts, tags: toggle(tag) })}
              />
            ))}
          </fieldset>
        )}
      </div>
    </details>
  );
}

/** Reads the attributes as they are for a customer now; who sees no bank data can name nobody. */
function ReadFacts({ facts, onChange, attributeIds }: Props & { attributeIds: string[] }) {
  const texts = useTexts(TRY_TEXTS);
  const { can } = useSession();
  const [environment, setEnvironment] = useState<Environment>('sandbox');
  const [state, setState] = useState<{ isBusy: boolean; error: unknown }>({ isBusy: false, error: null });
  if (!can('write') || !can('banking')) return null;
  const read = async () => {
    setState({ isBusy: true, error: null });
    try {
      const customer = { email: facts.email };
      const answers = await Promise.all(
        attributeIds.map((id) =>
          call('POST /v2/attributes/{attribute-id}/try', {
            params: { 'attribute-id': id },
            body: { customer, environment },
          }),
        ),
      );
      const values = answers.map((answer) => answer.values as Record<string, Literal>);
      onChange({ ...facts, attributes: Object.assign({}, facts.attributes, ...values) as Record<string, Literal> });
      setState({ isBusy: false, error: null });
    } catch (error) {
      setState({ isBusy: false, error });
    }
  };
  return (
    <div className="stack tight">
      <div className="grid">
        <Field
          label={texts.customer}
          type="email"
          value={facts.email}
          onChange={(event) => onChange({ ...facts, email: event.target.value })}
        />
        <Select
          label={texts.environment}
          value={environment}
          onChange={(event) => setEnvironment(event.target.value as Environment)}
          options={(['sandbox', 'staging', 'production'] as const).map((name) => [name, texts.environments[name]])}
        />
      </div>
      <div>
        <button type="button" disabled={facts.email === '' || state.isBusy} onClick={() => void read()}>
          {texts.read}
        </button>
      </div>
      <ErrorNotice error={state.error} />
    </div>
  );
}
