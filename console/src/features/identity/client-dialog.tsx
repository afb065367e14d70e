import { type FormEvent, useState } from 'react';
import type { Client, ClientList } from '../../app/api.gen.ts';
import { type Input, useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { said } from '../../app/said.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Check, Field, problemOf } from '../../ui/form.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { CLIENTS_TEXTS } from './clients-texts.ts';

type Scopes = Input<'POST /v2/clients'>['body']['scopes'];
type Known = ClientList['scopes'];

/** What a backend needs that reads bank data and has it analysed. */
const FIRST = ['users', 'banking', 'analysis'];
const GROUPS = ['general', 'person', 'company'] as const;
type Group = (typeof GROUPS)[number];
const groupOf = (scope: string): Group =>
  scope.startsWith('person-') ? 'person' : scope.startsWith('company-') ? 'company' : 'general';

interface Props {
  /** Null: a new one. */
  client: Client | null;
  /** All scopes that there are. */
  known: Known;
  onClose: () => void;
  onCreated: (secret: { clientId: string; clientSecret: string }) => void;
}

export function ClientDialog({ client, known, onClose, onCreated }: Props) {
  const texts = useTexts(CLIENTS_TEXTS);
  const [name, setName] = useState(client?.name ?? '');
  const [scopes, setScopes] = useState<string[]>(client?.scopes ?? FIRST);
  const create = useChange('POST /v2/clients', ['GET /v2/clients']);
  const update = useChange('PATCH /v2/clients/{client-id}', ['GET /v2/clients']);
  const error = create.error ?? update.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The server has named those that there are.
    const body = { name, scopes: scopes as Scopes };
    if (client) update.mutate({ params: { 'client-id': client.clientId }, body }, { onSuccess: onClose });
    else create.mutate({ body }, { onSuccess: onCreated });
  };
  return (
    <Dialog title={client ? texts.edit : texts.create} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Field
          label={texts.name}
          autoFocus
          required
          maxLength={200}
          value={name}
          problem={problemOf(error, '/name')}
          onChange={(event) => setName(event.target.value)}
        />
        <fieldset>
          <legend>{texts.scopes}</legend>
          {GROUPS.map((group) => (
            <ScopeGroup
              key={group}
              group={group}
              known={known.filter(({ scope }) => groupOf(scope) === group)}
              chosen={scopes}
              onChange={setScopes}
            />
          ))}
        </fieldset>
        <ErrorNotice error={error} />
        <div className="actions">
          <button className="main" type="submit" disabled={create.isPending || update.isPending || scopes.length === 0}>
            {client ? texts.save : texts.create}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface GroupProps {
  group: Group;
  known: Known;
  chosen: string[];
  onChange: (scopes: string[]) => void;
}

/** Scopes by what they are about; the many of analyses are folded. */
function ScopeGroup({ group, known, chosen, onChange }: GroupProps) {
  const texts = useTexts(CLIENTS_TEXTS);
  const count = known.filter(({ scope }) => chosen.includes(scope)).length;
  const others = chosen.filter((scope) => groupOf(scope) !== group);
  const toggle = (scope: string) =>
    onChange(chosen.includes(scope) ? chosen.filter((each) => each !== scope) : [...chosen, scope]);
  return (
    <details open={group === 'general'}>
      <summary>{texts.chosen(texts.groups[group], count, known.length)}</summary>
      <div className="stack tight indent-1">
        <div className="actions">
          <button
            type="button"
            className="quiet"
            aria-label={`${texts.takeAll}: ${texts.groups[group]}`}
            onClick={() => onChange([...others, ...known.map(({ scope }) => scope)])}
          >
            {texts.takeAll}
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={`${texts.takeNone}: ${texts.groups[group]}`}
            onClick={() => onChange(others)}
          >
            {texts.takeNone}
          </button>
        </div>
        {known.map(({ scope, description }) => (
          <Check
            key={scope}
            checked={chosen.includes(scope)}
            onChange={() => toggle(scope)}
            label={
              <>
                <code>{scope}</code> <small>{said(description)}</small>
              </>
            }
          />
        ))}
      </div>
    </details>
  );
}
