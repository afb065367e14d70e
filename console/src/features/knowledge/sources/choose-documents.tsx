import { useState } from 'react';
import type { ResourceList } from '../../../app/api.gen.ts';
import { useChange, useRead } from '../../../app/api.ts';
import { useTexts } from '../../../app/language.ts';
import { navigate } from '../../../app/router.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Check, Field } from '../../../ui/form.tsx';
import { Await, ErrorNotice } from '../../../ui/states.tsx';
import { SOURCES_TEXTS, SYSTEMS_TEXTS } from './sources-texts.ts';

/** Shown at once; as many as one call takes. */
const MOST = 500;

type Resource = ResourceList['resources'][number];

interface Props {
  provider: 'notion' | 'zendesk' | 'confluence';
  onClose: () => void;
}

/** What the token sees at the provider, to choose from. */
export function ChooseDocumentsDialog({ provider, onClose }: Props) {
  const texts = useTexts(SYSTEMS_TEXTS);
  const offered = useRead('GET /v2/documents/public/resources/{provider}', { params: { provider } });
  return (
    <Dialog title={texts.offers(texts.names[provider])} onClose={onClose}>
      <Await read={offered}>
        {({ resources }) => <Choice provider={provider} resources={resources} onClose={onClose} />}
      </Await>
    </Dialog>
  );
}

function Choice({ provider, resources, onClose }: Props & { resources: Resource[] }) {
  const texts = useTexts(SYSTEMS_TEXTS);
  const frame = useTexts(SOURCES_TEXTS);
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const register = useChange('POST /v2/documents/public/resources/{provider}', ['GET /v2/documents/public']);
  const fitting = resources.filter(({ title }) => title.toLowerCase().includes(filter.trim().toLowerCase()));
  const shown = fitting.slice(0, MOST);
  const isAll = shown.length > 0 && shown.every(({ externalId }) => chosen.has(externalId));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const go = () => {
    const wanted = resources.filter(({ externalId }) => chosen.has(externalId)).slice(0, MOST);
    const done = () => {
      onClose();
      navigate(`/sources?source=${provider}`);
    };
    register.mutate({ params: { provider }, body: { resources: wanted } }, { onSuccess: done });
  };
  if (resources.length === 0) return <p>{texts.noOffers}</p>;
  return (
    <>
      <ErrorNotice error={register.error} />
      <Field label={texts.filter} type="search" value={filter} onChange={(event) => setFilter(event.target.value)} />
      {shown.length === 0 ? (
        <p className="quiet-text">{texts.noMatch}</p>
      ) : (
        <Check
          label={texts.all}
          checked={isAll}
          onChange={() => setChosen(new Set(isAll ? [] : shown.map(({ externalId }) => externalId)))}
        />
      )}
      <div className="stack tight scrolls">
        {shown.map(({ externalId, title }) => (
          <Check key={externalId} label={title} checked={chosen.has(externalId)} onChange={() => toggle(externalId)} />
        ))}
      </div>
      {fitting.length > MOST && <p className="quiet-text">{texts.shownFirst(MOST, fitting.length)}</p>}
      <div className="actions">
        <button type="button" className="main" disabled={chosen.size === 0 || register.isPending} onClick={go}>
          {texts.read(chosen.size)}
        </button>
        <button type="button" onClick={onClose}>
          {frame.cancel}
        </button>
      </div>
    </>
  );
}
