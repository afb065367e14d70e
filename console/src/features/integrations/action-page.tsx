import { type FormEvent, useState } from 'react';
import type { Action, Endpoint } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { useReversible } from '../../app/reversible.ts';
import { Link, navigate } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { ChangedElsewhere } from '../../ui/changed-elsewhere.tsx';
import { Field, problemOf } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { Removal } from '../../ui/removal.tsx';
import { ErrorNotice, Loading } from '../../ui/states.tsx';
import { ActionTrial } from './action-trial.tsx';
import type { FieldDraft } from './endpoint-draft.ts';
import { ExpressionField } from './expression-field.tsx';
import { ACTIONS_TEXTS, STEPS_TEXTS } from './facts-texts.ts';
import { FieldRows } from './field-rows.tsx';
import { type CallStep, readableAt, StepsForm } from './steps-form.tsx';

interface OutputDraft extends FieldDraft {
  value: string;
}

interface Draft {
  name: string;
  description: string;
  inputs: FieldDraft[];
  steps: CallStep[];
  outputs: OutputDraft[];
}

const NEW: Draft = { name: '', description: '', inputs: [], steps: [], outputs: [] };

const draftOf = ({ name, description, inputs, steps, outputs }: Action): Draft => ({
  name,
  description,
  inputs,
  steps: steps as CallStep[],
  outputs: outputs.map(({ description: meaning = '', ...output }) => ({ ...output, description: meaning })),
});

/** One action: inputs, calls, outputs, and a try. Two reads; `new`: none of it is there yet. */
export function ActionPage({ actionId }: { actionId: string }) {
  const texts = useTexts(ACTIONS_TEXTS);
  const isNew = actionId === 'new';
  const action = useRead('GET /v2/actions/{action-id}', { params: { 'action-id': actionId } }, !isNew);
  const endpoints = useRead('GET /v2/integrations/endpoints', {});
  const failed = [action, endpoints].find(({ error }) => error !== null);
  if (!endpoints.data || (!isNew && !action.data)) {
    return (
      <Page title={texts.title}>
        {failed ? <ErrorNotice error={failed.error} onRetry={() => failed.refetch()} /> : <Loading />}
      </Page>
    );
  }
  return <ActionEditor action={action.data ?? null} endpoints={endpoints.data.endpoints} />;
}

const STALE = ['GET /v2/actions', 'GET /v2/actions/{action-id}'] as const;

function ActionEditor({ action, endpoints }: { action: Action | null; endpoints: Endpoint[] }) {
  const texts = useTexts(ACTIONS_TEXTS);
  const words = useTexts(STEPS_TEXTS);
  const { can } = useSession();
  const canEdit = can('write');
  const { draft, setDraft, isOutdated, load, saved } = useDraft(action, draftOf, NEW);
  const [isRemoving, setIsRemoving] = useState(false);
  const create = useChange('POST /v2/actions', [...STALE]);
  const save = useReversible('PUT /v2/actions/{action-id}', [...STALE]);
  const error = create.error ?? save.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (action) {
      const params = { 'action-id': action.id };
      const before = { params, body: draftOf(action) };
      save.go({ name: action.name, now: { params, body: draft }, before, onDone: saved });
    } else create.mutate({ body: draft }, { onSuccess: ({ id }) => navigate(`/actions/${id}`, { replace: true }) });
  };
  return (
    <Page
      title={action?.name ?? texts.create}
      actions={
        action &&
        canEdit && (
          <button type="button" className="danger" onClick={() => setIsRemoving(true)}>
            {words.remove}
          </button>
        )
      }
    >
      <p className="line">
        <Link to="/actions">{texts.title}</Link>
      </p>
      {isOutdated && <ChangedElsewhere onLoad={load} />}
      <form className="card" onSubmit={submit}>
        <ActionFields {...{ draft, setDraft, endpoints, canEdit, error }} />
        <ErrorNotice error={error} />
        {canEdit && (
          <div>
            <button type="submit" className="main" disabled={save.isPending || create.isPending}>
              {action ? words.save : words.create}
            </button>
          </div>
        )}
      </form>
      {action && canEdit && <ActionTrial action={action} />}
      {isRemoving && action && <RemoveDialog action={action} onClose={() => setIsRemoving(false)} />}
    </Page>
  );
}

interface FieldsProps {
  draft: Draft;
  setDraft: (draft: Draft) => void;
  endpoints: Endpoint[];
  canEdit: boolean;
  error: unknown;
}

function ActionFields({ draft, setDraft, endpoints, canEdit, error }: FieldsProps) {
  const texts = useTexts(ACTIONS_TEXTS);
  const words = useTexts(STEPS_TEXTS);
  const put = (next: Partial<Draft>) => setDraft({ ...draft, ...next });
  const given = draft.inputs.map(({ name }) => `inputs.${name}`);
  const suggestions = readableAt(draft.steps, endpoints, given);
  return (
    <>
      <div className="grid">
        <Field
          label={texts.name}
          required
          value={draft.name}
          disabled={!canEdit}
          problem={problemOf(error, '/name')}
          onChange={(event) => put({ name: event.target.value })}
        />
        <Field
          label={texts.description}
          value={draft.description}
          disabled={!canEdit}
          onChange={(event) => put({ description: event.target.value })}
        />
      </div>
      <FieldRows
        legend={texts.inputs}
        rows={draft.inputs}
        canEdit={canEdit}
        make={() => ({ name: '', type: 'string', required: true, description: '' })}
        onChange={(inputs) => put({ inputs })}
      />
      <StepsForm
        steps={draft.steps}
        onChange={(steps) => put({ steps })}
        endpoints={endpoints}
        given={given}
        canEdit={canEdit}
        error={error}
        path="/steps"
      />
      <FieldRows<OutputDraft>
        legend={texts.outputs}
        rows={draft.outputs}
        canEdit={canEdit}
        make={() => ({ name: '', type: 'string', description: '', value: '' })}
        onChange={(outputs) => put({ outputs })}
        more={(row, change) => (
          <ExpressionField
            label={words.value}
            value={row.value}
            suggestions={suggestions}
            disabled={!canEdit}
            problem={problemOf(error, `/outputs/${draft.outputs.indexOf(row)}/value`)}
            onChange={(value) => change({ value })}
          />
        )}
      />
    </>
  );
}

function RemoveDialog({ action, onClose }: { action: Action; onClose: () => void }) {
  const texts = useTexts(ACTIONS_TEXTS);
  const words = useTexts(STEPS_TEXTS);
  return (
    <Removal
      title={words.removeQuestion(action.name)}
      go={words.removeGo}
      operation="DELETE /v2/actions/{action-id}"
      input={{ params: { 'action-id': action.id } }}
      to="/actions"
      stale={['GET /v2/actions']}
      onClose={onClose}
    >
      <p>{texts.removeText}</p>
    </Removal>
  );
}
