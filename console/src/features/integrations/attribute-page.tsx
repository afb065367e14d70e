import { type FormEvent, useState } from 'react';
import type { Agent, Attribute, Endpoint } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { useReversible } from '../../app/reversible.ts';
import { Link, navigate } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { ChangedElsewhere } from '../../ui/changed-elsewhere.tsx';
import { Check, Field, problemOf, Select } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { Removal } from '../../ui/removal.tsx';
import { ErrorNotice, Loading } from '../../ui/states.tsx';
import { AttributeTrial } from './attribute-trial.tsx';
import type { FieldDraft } from './endpoint-draft.ts';
import { ExpressionField } from './expression-field.tsx';
import { ATTRIBUTES_TEXTS, STEPS_TEXTS } from './facts-texts.ts';
import { FieldRows } from './field-rows.tsx';
import { type CallStep, readableAt, StepsForm } from './steps-form.tsx';

const SWITCHES = ['visibleToModel', 'usableInRules', 'usableInReplies'] as const;
const SOURCES = ['steps', 'bank', 'customer', 'user_attributes', 'customer_token'] as const;
type Source = (typeof SOURCES)[number];

interface FactDraft extends FieldDraft {
  value: string;
  visibleToModel: boolean;
  usableInRules: boolean;
  usableInReplies: boolean;
}

interface Draft {
  name: string;
  description: string;
  source: Source;
  steps: CallStep[];
  fields: FactDraft[];
  botIds: string[];
}

const NEW: Draft = { name: '', description: '', source: 'steps', steps: [], fields: [], botIds: [] };

const draftOf = ({ name, description, source, fields, botIds }: Attribute): Draft => ({
  name,
  description,
  source: source.kind,
  steps: source.kind === 'steps' ? (source.steps as CallStep[]) : [],
  fields,
  botIds,
});

const bodyOf = ({ source, steps, fields, ...rest }: Draft) => ({
  ...rest,
  source: source === 'steps' ? { kind: source, steps } : { kind: source },
  fields: fields.map(({ value, ...field }) => ({ ...field, ...(value !== '' && { value }) })),
});

/** One attribute with its source, its facts and their switches, and a try. Three reads; `new`: none of it is there yet. */
export function AttributePage({ attributeId }: { attributeId: string }) {
  const texts = useTexts(ATTRIBUTES_TEXTS);
  const isNew = attributeId === 'new';
  const params = { 'attribute-id': attributeId };
  const attribute = useRead('GET /v2/attributes/{attribute-id}', { params }, !isNew);
  const endpoints = useRead('GET /v2/integrations/endpoints', {});
  const agents = useRead('GET /v2/agents', {});
  const failed = [attribute, endpoints, agents].find(({ error }) => error !== null);
  if (!endpoints.data || !agents.data || (!isNew && !attribute.data)) {
    return (
      <Page title={texts.title}>
        {failed ? <ErrorNotice error={failed.error} onRetry={() => failed.refetch()} /> : <Loading />}
      </Page>
    );
  }
  return (
    <AttributeEditor
      attribute={attribute.data ?? null}
      // An attribute only reads.
      endpoints={endpoints.data.endpoints.filter(({ kind }) => kind === 'read')}
      bots={agents.data.agents.filter(({ archivedAt }) => archivedAt === null)}
    />
  );
}

const STALE = ['GET /v2/attributes', 'GET /v2/attributes/{attribute-id}'] as const;

interface EditorProps {
  attribute: Attribute | null;
  endpoints: Endpoint[];
  bots: Agent[];
}

function AttributeEditor({ attribute, endpoints, bots }: EditorProps) {
  const texts = useTexts(ATTRIBUTES_TEXTS);
  const words = useTexts(STEPS_TEXTS);
  const { can } = useSession();
  const canEdit = can('write');
  const { draft, setDraft, isOutdated, load, saved } = useDraft(attribute, draftOf, NEW);
  const [isRemoving, setIsRemoving] = useState(false);
  const create = useChange('POST /v2/attributes', [...STALE]);
  const save = useReversible('PUT /v2/attributes/{attribute-id}', [...STALE]);
  const error = create.error ?? save.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = bodyOf(draft);
    if (attribute) {
      const params = { 'attribute-id': attribute.id };
      const before = { params, body: bodyOf(draftOf(attribute)) };
      save.go({ name: attribute.name, now: { params, body }, before, onDone: saved });
    } else create.mutate({ body }, { onSuccess: ({ id }) => navigate(`/attributes/${id}`, { replace: true }) });
  };
  return (
    <Page
      title={attribute?.name ?? texts.create}
      actions={
        attribute &&
        canEdit && (
          <button type="button" className="danger" onClick={() => setIsRemoving(true)}>
            {words.remove}
          </button>
        )
      }
    >
      <p className="line">
        <Link to="/attributes">{texts.title}</Link>
      </p>
      {isOutdated && <ChangedElsewhere onLoad={load} />}
      <form className="card" onSubmit={submit}>
        <AttributeFields {...{ draft, setDraft, endpoints, bots, canEdit, error }} />
        <ErrorNotice error={error} />
        {canEdit && (
          <div>
            <button type="submit" className="main" disabled={save.isPending || create.isPending}>
              {attribute ? words.save : words.create}
            </button>
          </div>
        )}
      </form>
      {attribute && canEdit && <AttributeTrial attribute={attribute} />}
      {isRemoving && attribute && <RemoveDialog attribute={attribute} onClose={() => setIsRemoving(false)} />}
    </Page>
  );
}

interface FieldsProps extends Omit<EditorProps, 'attribute'> {
  draft: Draft;
  setDraft: (draft: Draft) => void;
  canEdit: boolean;
  error: unknown;
}

function AttributeFields({ draft, setDraft, endpoints, bots, canEdit, error }: FieldsProps) {
  const texts = useTexts(ATTRIBUTES_TEXTS);
  const put = (next: Partial<Draft>) => setDraft({ ...draft, ...next });
  const toggle = (id: string) =>
    put({ botIds: draft.botIds.includes(id) ? draft.botIds.filter((each) => each !== id) : [...draft.botIds, id] });
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
        <Select
          label={texts.source}
          value={draft.source}
          disabled={!canEdit}
          onChange={(event) => put({ source: event.target.value as Source })}
          options={SOURCES.map((kind) => [kind, texts.sources[kind]])}
        />
      </div>
      <Field
        label={texts.description}
        value={draft.description}
        disabled={!canEdit}
        onChange={(event) => put({ description: event.target.value })}
      />
      {draft.source === 'steps' && (
        <StepsForm
          steps={draft.steps}
          onChange={(steps) => put({ steps })}
          endpoints={endpoints}
          given={[]}
          canEdit={canEdit}
          error={error}
          path="/source/steps"
        />
      )}
      <Facts {...{ draft, put, endpoints, canEdit, error }} />
      <fieldset>
        <legend>{texts.bots}</legend>
        {bots.length === 0 && <p className="hint">{texts.noBots}</p>}
        {bots.map(({ id, name }) => (
          <Check
            key={id}
            label={name}
            checked={draft.botIds.includes(id)}
            disabled={!canEdit}
            onChange={() => toggle(id)}
          />
        ))}
      </fieldset>
    </>
  );
}

interface FactsProps extends Pick<FieldsProps, 'draft' | 'endpoints' | 'canEdit' | 'error'> {
  put: (next: Partial<Draft>) => void;
}

/** What becomes known, each with its three switches. */
function Facts({ draft, put, endpoints, canEdit, error }: FactsProps) {
  const texts = useTexts(ATTRIBUTES_TEXTS);
  const words = useTexts(STEPS_TEXTS);
  const isSteps = draft.source === 'steps';
  const suggestions = isSteps ? readableAt(draft.steps, endpoints, []) : [];
  return (
    <FieldRows<FactDraft>
      legend={texts.fields}
      rows={draft.fields}
      canEdit={canEdit}
      onChange={(fields) => put({ fields })}
      make={() => ({
        name: '',
        type: 'string',
        description: '',
        value: '',
        visibleToModel: false,
        usableInRules: true,
        usableInReplies: false,
      })}
      more={(row, change) => (
        <div className="stack tight">
          <ExpressionField
            label={isSteps ? words.value : texts.field}
            value={row.value}
            suggestions={suggestions}
            disabled={!canEdit}
            problem={problemOf(error, `/fields/${draft.fields.indexOf(row)}/value`)}
            onChange={(value) => change({ value })}
          />
          <div className="switches">
            {SWITCHES.map((name) => (
              <Check
                key={name}
                label={texts.switches[name]}
                checked={row[name]}
                disabled={!canEdit}
                onChange={() => change({ [name]: !row[name] })}
              />
            ))}
          </div>
        </div>
      )}
    />
  );
}

function RemoveDialog({ attribute, onClose }: { attribute: Attribute; onClose: () => void }) {
  const texts = useTexts(ATTRIBUTES_TEXTS);
  const words = useTexts(STEPS_TEXTS);
  return (
    <Removal
      title={words.removeQuestion(attribute.name)}
      go={words.removeGo}
      operation="DELETE /v2/attributes/{attribute-id}"
      input={{ params: { 'attribute-id': attribute.id } }}
      to="/attributes"
      stale={['GET /v2/attributes']}
      onClose={onClose}
    >
      <p>{texts.removeText}</p>
    </Removal>
  );
}
