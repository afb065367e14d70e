import { type ChangeEvent, useState } from 'react';
import type { EndpointProposals, SaveEndpoint } from '../../app/api.gen.ts';
import { call, useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Link, navigate, useAddress } from '../../app/router.tsx';
import { said } from '../../app/said.ts';
import { Check, problemOf, TextArea } from '../../ui/form.tsx';
import { Badge, Page, Section } from '../../ui/page.tsx';
import { Empty, ErrorNotice } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { bodyOfDraft, draftOf, type EndpointDraft, isObjectOrNothing, NEW_ENDPOINT } from './endpoint-draft.ts';
import { EndpointForm } from './endpoint-form.tsx';
import { ADD_TEXTS, ENDPOINT_TEXTS, INTEGRATIONS_TEXTS } from './integrations-texts.ts';

const WAYS = ['hand', 'curl', 'openapi', 'contract'] as const;
const STALE = ['GET /v2/integrations/health', 'GET /v2/integrations/endpoints'] as const;

/** Makes endpoints by hand, or from what describes them already. */
export function AddEndpointsPage({ integrationId }: { integrationId: string }) {
  const texts = useTexts(ADD_TEXTS);
  const words = useTexts(INTEGRATIONS_TEXTS);
  const { query, path } = useAddress();
  const way = WAYS.find((each) => each === query.get('from')) ?? 'hand';
  const [draft, setDraft] = useState(NEW_ENDPOINT);
  const addressOf = (each: (typeof WAYS)[number]) => (each === 'hand' ? path : `${path}?from=${each}`);
  return (
    <Page title={texts.title}>
      <p className="line">
        <Link to={`/integrations/${integrationId}`}>{words.endpoints}</Link>
      </p>
      <Tabs
        label={texts.ways}
        here={addressOf(way)}
        entries={WAYS.map((each) => [addressOf(each), texts[each]] as const)}
      />
      {way === 'hand' ? (
        <ByHand integrationId={integrationId} draft={draft} setDraft={setDraft} />
      ) : (
        <FromDescription
          key={way}
          way={way}
          integrationId={integrationId}
          onLook={(found) => {
            setDraft(draftOf(found));
            navigate(path);
          }}
        />
      )}
    </Page>
  );
}

interface ByHandProps {
  integrationId: string;
  draft: EndpointDraft;
  setDraft: (draft: EndpointDraft) => void;
}

function ByHand({ integrationId, draft, setDraft }: ByHandProps) {
  const texts = useTexts(ENDPOINT_TEXTS);
  const create = useChange('POST /v2/integrations/{integration-id}/endpoints', [...STALE]);
  return (
    <EndpointForm
      draft={draft}
      onChange={setDraft}
      go={texts.create}
      isBusy={create.isPending}
      error={create.error}
      onGo={() =>
        create.mutate(
          { params: { 'integration-id': integrationId }, body: bodyOfDraft(draft) },
          { onSuccess: ({ id }) => navigate(`/integrations/${integrationId}/endpoints/${id}?tab=attempt`) },
        )
      }
    />
  );
}

interface FromProps {
  way: 'curl' | 'openapi' | 'contract';
  integrationId: string;
  onLook: (endpoint: SaveEndpoint) => void;
}

function FromDescription({ way, integrationId, onLook }: FromProps) {
  const texts = useTexts(ADD_TEXTS);
  const endpointTexts = useTexts(ENDPOINT_TEXTS);
  const [text, setText] = useState('');
  const [sample, setSample] = useState('');
  const propose = useChange('POST /v2/integrations/endpoint-proposals');
  const readFile = ({ target }: ChangeEvent<HTMLInputElement>) => {
    void target.files?.[0]?.text().then(setText);
  };
  const isReadable = isObjectOrNothing(sample) && (way !== 'contract' || (text !== '' && isObjectOrNothing(text)));
  const bodyOf = () => {
    if (way === 'openapi') return { openapi: text };
    if (way === 'contract') return { contractCheck: JSON.parse(text) as Record<string, unknown> };
    return { curl: text, ...(sample.trim() && { sample: JSON.parse(sample) as Record<string, unknown> }) };
  };
  const labels = { curl: texts.curlLabel, openapi: texts.openapiLabel, contract: texts.contractLabel };
  const hints = { curl: texts.curlHint, openapi: undefined, contract: texts.contractHint };
  return (
    <>
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReadable) propose.mutate({ body: bodyOf() });
        }}
      >
        <TextArea
          label={labels[way]}
          hint={hints[way]}
          required
          rows={6}
          spellCheck={false}
          value={text}
          problem={problemOf(propose.error, `/${way === 'contract' ? 'contractCheck' : way}`)}
          onChange={(event) => setText(event.target.value)}
        />
        {way !== 'curl' && (
          <label className="field">
            {texts.file}
            <input type="file" accept=".json,.yaml,.yml" onChange={readFile} />
          </label>
        )}
        {way === 'curl' && (
          <TextArea
            label={texts.sample}
            rows={4}
            spellCheck={false}
            value={sample}
            problem={isObjectOrNothing(sample) ? undefined : endpointTexts.noJson}
            onChange={(event) => setSample(event.target.value)}
          />
        )}
        <ErrorNotice error={propose.error} />
        <div>
          <button type="submit" className="main" disabled={propose.isPending || !isReadable}>
            {texts.read}
          </button>
        </div>
      </form>
      {propose.data && (
        <Proposals key={propose.submittedAt} proposals={propose.data} integrationId={integrationId} onLook={onLook} />
      )}
    </>
  );
}

interface ProposalsProps {
  proposals: EndpointProposals;
  integrationId: string;
  onLook: (endpoint: SaveEndpoint) => void;
}

/** What was found: chosen and created as it is, or looked at first. */
function Proposals({ proposals, integrationId, onLook }: ProposalsProps) {
  const texts = useTexts(ADD_TEXTS);
  const words = useTexts(INTEGRATIONS_TEXTS);
  const { endpoints, notes, baseUrl } = proposals;
  const [chosen, setChosen] = useState(() => new Set(endpoints.map((_, index) => index)));
  const [made, setMade] = useState<ReadonlySet<number>>(new Set());
  const [failure, setFailure] = useState<unknown>(null);
  const open = [...chosen].filter((index) => !made.has(index)).toSorted((one, other) => one - other);
  const toggle = (index: number) => {
    const next = new Set(chosen);
    if (!next.delete(index)) next.add(index);
    setChosen(next);
  };
  const create = async () => {
    setFailure(null);
    const done = new Set(made);
    try {
      for (const index of open) {
        const body = endpoints[index];
        if (!body) continue;
        await call('POST /v2/integrations/{integration-id}/endpoints', {
          params: { 'integration-id': integrationId },
          body,
        });
        done.add(index);
        setMade(new Set(done));
      }
      navigate(`/integrations/${integrationId}`);
    } catch (error) {
      setFailure(error);
    }
  };
  if (endpoints.length === 0) {
    return (
      <Empty title={texts.nothing}>
        {notes.map((note) => (
          <p key={note}>{said(note)}</p>
        ))}
      </Empty>
    );
  }
  return (
    <Section title={texts.found}>
      {baseUrl !== null && <p>{texts.address(baseUrl)}</p>}
      {notes.map((note) => (
        <p key={note} className="quiet-text">
          {said(note)}
        </p>
      ))}
      <ul className="list">
        {endpoints.map((endpoint, index) => (
          <li key={`${endpoint.method} ${endpoint.path} ${endpoint.name}`}>
            <div>
              <Check
                label={
                  <span className="line">
                    {endpoint.name} <Badge>{words.kinds[endpoint.kind]}</Badge>
                  </span>
                }
                checked={chosen.has(index)}
                disabled={made.has(index)}
                onChange={() => toggle(index)}
              />
              <small>
                <code>
                  {endpoint.method} {endpoint.path}
                </code>{' '}
                · {texts.fields(endpoint.inputs.length, endpoint.outputs.length)}
              </small>
            </div>
            <button type="button" onClick={() => onLook(endpoint)}>
              {texts.look}
            </button>
          </li>
        ))}
      </ul>
      <ErrorNotice error={failure} />
      <div>
        <button type="button" className="main" disabled={open.length === 0} onClick={() => void create()}>
          {texts.create(open.length)}
        </button>
      </div>
    </Section>
  );
}
