import { type FormEvent, useState } from 'react';
import type { LanguageModel, SaveLanguageModel } from '../../app/api.gen.ts';
import { useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { Check, Field, problemOf, Select } from '../../ui/form.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { MODEL_TEXTS } from './model-texts.ts';

type Provider = SaveLanguageModel['provider'];

/** Each with what the API takes, and what it takes where nothing is said. */
const LIMITS = [
  { name: 'timeoutMs', min: 1_000, max: 45_000, step: 1, otherwise: 15_000 },
  { name: 'maxOutputTokens', min: 64, max: 8_192, step: 1, otherwise: 800 },
  { name: 'conversationTokens', min: 0, max: 10_000_000, step: 1, otherwise: 50_000 },
  { name: 'inputPrice', min: 0, max: 1_000_000, step: 'any', otherwise: 0 },
  { name: 'outputPrice', min: 0, max: 1_000_000, step: 'any', otherwise: 0 },
] as const;

/** The setting, new or as it is; viewers see it and change nothing. */
export function ModelForm({ model }: { model: LanguageModel | null }) {
  const texts = useTexts(MODEL_TEXTS);
  const { can } = useSession();
  const [provider, setProvider] = useState<Provider>(model?.provider ?? 'openai-compatible');
  const [baseUrl, setBaseUrl] = useState(model?.baseUrl ?? '');
  const [name, setName] = useState(model?.model ?? '');
  const [apiKey, setApiKey] = useState('');
  const [enabled, setEnabled] = useState(model?.enabled ?? true);
  const [limits, setLimits] = useState<Record<string, string>>(() =>
    Object.fromEntries(LIMITS.map(({ name: limit, otherwise }) => [limit, String(model?.[limit] ?? otherwise)])),
  );
  const save = useChange('PUT /v2/language-model', ['GET /v2/language-model']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const numbers = Object.fromEntries(LIMITS.map(({ name: limit }) => [limit, Number(limits[limit])]));
    save.mutate({
      body: { provider, model: name, enabled, ...numbers, ...(baseUrl && { baseUrl }), ...(apiKey && { apiKey }) },
    });
  };
  const problem = (field: string) => problemOf(save.error, `/${field}`);
  const isSaid = ['baseUrl', 'model', 'apiKey'].some(problem);
  return (
    <form className="card narrow" onSubmit={submit}>
      <fieldset disabled={!can('write')} className="stack">
        {!isSaid && <ErrorNotice error={save.error} />}
        <Select
          label={texts.provider}
          value={provider}
          onChange={(event) => setProvider(event.target.value as Provider)}
          options={Object.entries(texts.providers)}
        />
        <Field
          label={texts.baseUrl}
          hint={texts.baseUrlHint}
          type="url"
          required={provider === 'openai-compatible'}
          problem={problem('baseUrl')}
          value={baseUrl}
          onChange={(event) => setBaseUrl(event.target.value)}
        />
        <Field
          label={texts.model}
          required
          problem={problem('model')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={texts.apiKey}
          hint={model?.hasApiKey ? texts.keyKept : texts.keyHint}
          type="password"
          autoComplete="off"
          problem={problem('apiKey')}
          value={apiKey}
          onChange={(event) => setApiKey(event.target.value)}
        />
        <Check label={texts.enabled} checked={enabled} onChange={() => setEnabled(!enabled)} />
        <details>
          <summary>{texts.limits}</summary>
          <div className="stack">
            {LIMITS.map(({ name: limit, min, max, step }) => (
              <Field
                key={limit}
                label={texts[limit]}
                type="number"
                min={min}
                max={max}
                step={step}
                required
                problem={problem(limit)}
                value={limits[limit]}
                onChange={(event) => setLimits({ ...limits, [limit]: event.target.value })}
              />
            ))}
          </div>
        </details>
        {can('write') && (
          <div>
            <button className="main" type="submit" disabled={save.isPending}>
              {texts.save}
            </button>
          </div>
        )}
      </fieldset>
    </form>
  );
}
