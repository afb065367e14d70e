import { type FormEvent, useState } from 'react';
import { useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Check, Field } from '../../ui/form.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { API_KEYS_TEXTS } from './api-keys-texts.ts';
import { firstCall } from './key-calls.ts';

const SCOPES = ['read', 'write', 'contract'] as const;
type Scope = (typeof SCOPES)[number];

interface CreateProps {
  /** What is chosen at first. */
  first?: Scope[];
  onClose: () => void;
  onCreated: (apiKey: string, scopes: Scope[]) => void;
}

export function CreateKeyDialog({ first = ['read', 'write'], onClose, onCreated }: CreateProps) {
  const texts = useTexts(API_KEYS_TEXTS);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(first);
  const [until, setUntil] = useState('');
  const create = useChange('POST /v2/api-keys', ['GET /v2/api-keys']);
  const toggle = (scope: Scope) =>
    setScopes(scopes.includes(scope) ? scopes.filter((each) => each !== scope) : [...scopes, scope]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // To the end of that day, where the person sits.
    const expiresAt = until ? new Date(`${until}T23:59:59`).toISOString() : null;
    create.mutate({ body: { name, scopes, expiresAt } }, { onSuccess: ({ apiKey }) => onCreated(apiKey, scopes) });
  };
  return (
    <Dialog title={texts.create} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <ErrorNotice error={create.error} />
        <Field label={texts.name} autoFocus required value={name} onChange={(event) => setName(event.target.value)} />
        <fieldset>
          <legend>{texts.scopes}</legend>
          {SCOPES.map((scope) => (
            <Check
              key={scope}
              label={texts.scopeNames[scope]}
              checked={scopes.includes(scope)}
              onChange={() => toggle(scope)}
            />
          ))}
        </fieldset>
        <Field
          label={texts.expiry}
          hint={texts.expiryHint}
          type="date"
          min={new Date().toISOString().slice(0, 10)}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        <div className="actions">
          <button className="main" type="submit" disabled={create.isPending || scopes.length === 0}>
            {texts.create}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface ShowProps {
  apiKey: string;
  scopes: readonly string[];
  isNew: boolean;
  onClose: () => void;
}

export function ShowKeyDialog({ apiKey, scopes, isNew, onClose }: ShowProps) {
  const texts = useTexts(API_KEYS_TEXTS);
  const [isCopied, setIsCopied] = useState(false);
  const call = firstCall(apiKey, scopes);
  const copy = () => navigator.clipboard.writeText(apiKey).then(() => setIsCopied(true));
  return (
    <Dialog title={isNew ? texts.created : texts.title} onClose={onClose}>
      <p>{texts.keep}</p>
      <code className="secret" data-testid="api-key">
        {apiKey}
      </code>
      {call && (
        <div>
          <p className="quiet-text">{texts.tryIt}</p>
          <code className="secret" data-testid="first-call">
            {call}
          </code>
        </div>
      )}
      <div className="actions">
        <button type="button" className="main" onClick={onClose}>
          {texts.done}
        </button>
        <button type="button" onClick={() => void copy()}>
          {isCopied ? texts.copied : texts.copy}
        </button>
      </div>
    </Dialog>
  );
}
