import type { FormEvent } from 'react';
import { useTexts } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { Check, Field, problemOf, Select, TextArea } from '../../ui/form.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { type EndpointDraft, isObjectOrNothing } from './endpoint-draft.ts';
import { FieldRows } from './field-rows.tsx';
import { ENDPOINT_TEXTS, INTEGRATIONS_TEXTS } from './integrations-texts.ts';

interface Props {
  draft: EndpointDraft;
  onChange: (draft: EndpointDraft) => void;
  go: string;
  onGo: () => void;
  isBusy: boolean;
  error: unknown;
}

/** How a call is made and what it answers. */
export function EndpointForm({ draft, onChange, go, onGo, isBusy, error }: Props) {
  const texts = useTexts(ENDPOINT_TEXTS);
  const words = useTexts(INTEGRATIONS_TEXTS);
  const { can } = useSession();
  const canEdit = can('write');
  const put = (next: Partial<EndpointDraft>) => onChange({ ...draft, ...next });
  const isWrite = draft.kind === 'write';
  const isReadable = isObjectOrNothing(draft.sample) && isObjectOrNothing(draft.body);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReadable) onGo();
  };
  return (
    <form className="card" onSubmit={submit}>
      <div className="grid">
        <Field
          label={words.name}
          required
          value={draft.name}
          disabled={!canEdit}
          problem={problemOf(error, '/name')}
          onChange={(event) => put({ name: event.target.value })}
        />
        <Select
          label={texts.kind}
          value={draft.kind}
          disabled={!canEdit}
          onChange={({ target }) =>
            put(target.value === 'write' ? { kind: 'write', method: 'POST' } : { kind: 'read', method: 'GET' })
          }
          options={[
            ['read', texts.reads],
            ['write', texts.writes],
          ]}
        />
      </div>
      <Field
        label={words.description}
        value={draft.description}
        disabled={!canEdit}
        onChange={(event) => put({ description: event.target.value })}
      />
      <div className="method-path">
        <Select
          label={texts.method}
          value={draft.method}
          disabled={!canEdit || !isWrite}
          problem={problemOf(error, '/method')}
          onChange={(event) => put({ method: event.target.value as EndpointDraft['method'] })}
          options={(isWrite ? ['POST', 'PUT', 'DELETE'] : ['GET']).map((method) => [method, method])}
        />
        <Field
          label={texts.path}
          hint={texts.pathHint}
          required
          value={draft.path}
          disabled={!canEdit}
          problem={problemOf(error, '/path') ?? problemOf(error, '/path, /query or /body')}
          onChange={(event) => put({ path: event.target.value })}
        />
      </div>
      <TextArea
        label={texts.query}
        hint={texts.queryHint}
        rows={2}
        value={draft.query}
        disabled={!canEdit}
        problem={problemOf(error, '/query')}
        onChange={(event) => put({ query: event.target.value })}
      />
      {isWrite && (
        <TextArea
          label={texts.body}
          hint={texts.bodyHint}
          rows={4}
          spellCheck={false}
          value={draft.body}
          disabled={!canEdit}
          problem={isObjectOrNothing(draft.body) ? problemOf(error, '/body') : texts.noJson}
          onChange={(event) => put({ body: event.target.value })}
        />
      )}
      <FieldRows
        legend={texts.inputs}
        rows={draft.inputs}
        canEdit={canEdit}
        make={() => ({ name: '', type: 'string', required: true, description: '' })}
        onChange={(inputs) => put({ inputs })}
      />
      {problemOf(error, '/inputs') && <p className="problem">{problemOf(error, '/inputs')}</p>}
      <FieldRows
        legend={texts.outputs}
        rows={draft.outputs}
        canEdit={canEdit}
        make={() => ({ name: '', type: 'string', description: '' })}
        onChange={(outputs) => put({ outputs })}
      />
      <TextArea
        label={texts.sample}
        hint={texts.sampleHint}
        rows={4}
        spellCheck={false}
        value={draft.sample}
        disabled={!canEdit}
        problem={isObjectOrNothing(draft.sample) ? problemOf(error, '/sample') : texts.noJson}
        onChange={(event) => put({ sample: event.target.value })}
      />
      <div className="grid">
        <Field
          label={texts.rateLimit}
          type="number"
          min={1}
          value={draft.rateLimitPerMinute}
          disabled={!canEdit}
          onChange={(event) => put({ rateLimitPerMinute: event.target.value })}
        />
        <Field
          label={texts.expectedP95}
          type="number"
          min={1}
          value={draft.expectedP95Ms}
          disabled={!canEdit}
          onChange={(event) => put({ expectedP95Ms: event.target.value })}
        />
      </div>
      {isWrite && (
        <fieldset>
          <Check
            label={texts.demandsYes}
            checked={draft.requiresConfirmation}
            disabled={!canEdit}
            onChange={() => put({ requiresConfirmation: !draft.requiresConfirmation })}
          />
          <Check
            label={texts.idempotent}
            checked={draft.honoursIdempotencyKey}
            disabled={!canEdit}
            onChange={() => put({ honoursIdempotencyKey: !draft.honoursIdempotencyKey })}
          />
        </fieldset>
      )}
      <ErrorNotice error={error} />
      {canEdit && (
        <div>
          <button type="submit" className="main" disabled={isBusy || !isReadable}>
            {go}
          </button>
        </div>
      )}
    </form>
  );
}
