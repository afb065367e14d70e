import { type FormEvent, useState } from 'react';
import type { Integration } from '../../app/api.gen.ts';
import { useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Check, Field, problemOf, TextArea } from '../../ui/form.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import type { EnvironmentName } from './health.tsx';
import { INTEGRATIONS_TEXTS } from './integrations-texts.ts';

const STALE = ['GET /v2/integrations', 'GET /v2/integrations/{integration-id}'] as const;

interface Props {
  system: Integration;
  name: EnvironmentName;
  onClose: () => void;
}

/** Where the system is reached, and with which key. The key goes in and never comes out. */
export function EnvironmentDialog({ system, name, onClose }: Props) {
  const texts = useTexts(INTEGRATIONS_TEXTS);
  const found = system.environments.find(({ environment }) => environment === name);
  const [baseUrl, setBaseUrl] = useState(found?.baseUrl ?? 'https://');
  const [key, setKey] = useState('');
  const [certificate, setCertificate] = useState('');
  const [isPublic, setIsPublic] = useState(false);
  const params = { 'integration-id': system.id, environment: name };
  const save = useChange('PUT /v2/integrations/{integration-id}/environments/{environment}', [...STALE]);
  const remove = useChange('DELETE /v2/integrations/{integration-id}/environments/{environment}', [...STALE]);
  const [isRemoving, setIsRemoving] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const pem = certificate.trim();
    const authority = isPublic ? { caCertificate: null } : pem === '' ? {} : { caCertificate: pem };
    const body = { baseUrl, ...(key && { key }), ...authority };
    save.mutate({ params, body }, { onSuccess: onClose });
  };
  return (
    <Dialog title={`${system.name}: ${texts.environmentNames[name]}`} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Field
          label={texts.baseUrl}
          hint={texts.baseUrlHint}
          type="url"
          required
          value={baseUrl}
          problem={problemOf(save.error, '/baseUrl')}
          onChange={(event) => setBaseUrl(event.target.value)}
        />
        <Field
          label={texts.key}
          hint={found ? texts.keyKept : texts.keyHint}
          type="password"
          autoComplete="off"
          required={!found}
          minLength={8}
          value={key}
          problem={problemOf(save.error, '/key')}
          onChange={(event) => setKey(event.target.value)}
        />
        {found?.hasOwnAuthority && (
          <Check label={texts.usePublic} checked={isPublic} onChange={() => setIsPublic(!isPublic)} />
        )}
        <TextArea
          label={texts.certificate}
          hint={found?.hasOwnAuthority ? texts.certificateKept : texts.certificateHint}
          disabled={isPublic}
          rows={3}
          value={certificate}
          problem={problemOf(save.error, '/caCertificate')}
          onChange={(event) => setCertificate(event.target.value)}
        />
        <ErrorNotice error={save.error ?? remove.error} />
        {isRemoving && <p className="notice warn">{texts.removeEnvironment}</p>}
        <div className="actions">
          <button type="submit" className="main" disabled={save.isPending}>
            {texts.save}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
          {found && (
            <button
              type="button"
              className="danger"
              disabled={remove.isPending}
              onClick={() => (isRemoving ? remove.mutate({ params }, { onSuccess: onClose }) : setIsRemoving(true))}
            >
              {isRemoving ? texts.removeGo : texts.remove}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
