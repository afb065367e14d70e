import { useState } from 'react';
import type { Endpoint } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { useReversible } from '../../app/reversible.ts';
import { Link, useAddress } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { ChangedElsewhere } from '../../ui/changed-elsewhere.tsx';
import { Badge, Page } from '../../ui/page.tsx';
import { Removal } from '../../ui/removal.tsx';
import { Await } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { bodyOfDraft, draftOf, NEW_ENDPOINT } from './endpoint-draft.ts';
import { EndpointForm } from './endpoint-form.tsx';
import { EndpointHealthView } from './endpoint-health.tsx';
import { EndpointTrial } from './endpoint-trial.tsx';
import { ENDPOINT_TEXTS, INTEGRATIONS_TEXTS } from './integrations-texts.ts';

const TABS = ['health', 'form', 'attempt'] as const;

interface Props {
  integrationId: string;
  endpointId: string;
}

/** One call of a system: how it is doing, how it is made, and a try. Three reads. */
export function EndpointPage({ integrationId, endpointId }: Props) {
  const texts = useTexts(ENDPOINT_TEXTS);
  const words = useTexts(INTEGRATIONS_TEXTS);
  const { can } = useSession();
  const { query, path } = useAddress();
  const params = { 'integration-id': integrationId, 'endpoint-id': endpointId };
  const endpoint = useRead('GET /v2/integrations/{integration-id}/endpoints/{endpoint-id}', { params });
  const system = useRead('GET /v2/integrations/{integration-id}', { params: { 'integration-id': integrationId } });
  const [isRemoving, setIsRemoving] = useState(false);
  const tab = TABS.find((each) => each === query.get('tab')) ?? 'health';
  return (
    <Page
      title={endpoint.data?.name ?? words.endpoints}
      actions={
        endpoint.data &&
        can('write') && (
          <button type="button" className="danger" onClick={() => setIsRemoving(true)}>
            {words.remove}
          </button>
        )
      }
    >
      <p className="line">
        <Link to="/integrations">{words.title}</Link>
        {system.data && <Link to={`/integrations/${integrationId}`}>{system.data.name}</Link>}
        {endpoint.data && <Badge>{words.kinds[endpoint.data.kind]}</Badge>}
        {endpoint.data && (
          <code>
            {endpoint.data.method} {endpoint.data.path}
          </code>
        )}
      </p>
      <Tabs
        label={texts.tabs}
        here={tab === 'health' ? path : `${path}?tab=${tab}`}
        entries={TABS.map((each) => [each === 'health' ? path : `${path}?tab=${each}`, texts[each]] as const)}
      />
      <Await read={endpoint}>
        {(found) => (
          <>
            {tab === 'health' && <EndpointHealthView params={params} endpoint={found} />}
            {tab === 'form' && <Description params={params} endpoint={found} />}
            {tab === 'attempt' && <EndpointTrial params={params} endpoint={found} />}
            {isRemoving && <RemoveDialog params={params} endpoint={found} onClose={() => setIsRemoving(false)} />}
          </>
        )}
      </Await>
    </Page>
  );
}

export interface EndpointParams {
  'integration-id': string;
  'endpoint-id': string;
}

const STALE = [
  'GET /v2/integrations/{integration-id}/endpoints/{endpoint-id}',
  'GET /v2/integrations/health',
  'GET /v2/integrations/endpoints',
] as const;

function Description({ params, endpoint }: { params: EndpointParams; endpoint: Endpoint }) {
  const words = useTexts(INTEGRATIONS_TEXTS);
  const { draft, setDraft, isOutdated, load, saved } = useDraft(endpoint, draftOf, NEW_ENDPOINT);
  const save = useReversible('PUT /v2/integrations/{integration-id}/endpoints/{endpoint-id}', [...STALE]);
  return (
    <>
      {isOutdated && <ChangedElsewhere onLoad={load} />}
      <EndpointForm
        draft={draft}
        onChange={setDraft}
        go={words.save}
        isBusy={save.isPending}
        error={save.error}
        onGo={() =>
          save.go({
            name: endpoint.name,
            now: { params, body: bodyOfDraft(draft) },
            before: { params, body: bodyOfDraft(draftOf(endpoint)) },
            onDone: saved,
          })
        }
      />
    </>
  );
}

function RemoveDialog({
  params,
  endpoint,
  onClose,
}: {
  params: EndpointParams;
  endpoint: Endpoint;
  onClose: () => void;
}) {
  const words = useTexts(INTEGRATIONS_TEXTS);
  return (
    <Removal
      title={words.removeQuestion(endpoint.name)}
      go={words.removeGo}
      operation="DELETE /v2/integrations/{integration-id}/endpoints/{endpoint-id}"
      input={{ params }}
      to={`/integrations/${params['integration-id']}`}
      stale={['GET /v2/integrations/health', 'GET /v2/integrations/endpoints']}
      onClose={onClose}
    >
      <p>{words.removeEndpoint}</p>
    </Removal>
  );
}
