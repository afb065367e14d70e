import { useState } from 'react';
import type { ApiKey } from '../../app/api.gen.ts';
import { SERVER_URL, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Link, navigate, useAddress } from '../../app/router.tsx';
import { Copyable } from '../../ui/copy.tsx';
import { Field, Select } from '../../ui/form.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { API_KEYS_TEXTS } from './api-keys-texts.ts';
import { CONTRACT_TEXTS } from './contract-texts.ts';
import { contractCall, FLOWS } from './key-calls.ts';
import { CreateKeyDialog, ShowKeyDialog } from './key-dialogs.tsx';

/** How the bank data of a customer is asked for by the endpoint contract, and who may. */
export function ContractPage() {
  const texts = useTexts(CONTRACT_TEXTS);
  const keys = useRead('GET /v2/api-keys', {});
  const [isCreating, setIsCreating] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const create = (
    <button type="button" className="main" onClick={() => setIsCreating(true)}>
      {texts.create}
    </button>
  );
  return (
    <Page title={texts.title} actions={create}>
      <p className="quiet-text">{texts.lead}</p>
      <Call />
      <Section title={texts.keys}>
        <Await read={keys}>
          {({ apiKeys }) => {
            const usable = apiKeys.filter(isUsable);
            if (usable.length === 0) return <Empty title={texts.none} />;
            return (
              <ul className="list">
                {usable.map((key) => (
                  <KeyRow key={key.id} apiKey={key} />
                ))}
              </ul>
            );
          }}
        </Await>
        <Link to="/api-keys">{texts.manage}</Link>
      </Section>
      {isCreating && (
        <CreateKeyDialog
          first={['contract']}
          onClose={() => setIsCreating(false)}
          onCreated={(apiKey) => {
            setIsCreating(false);
            setMade(apiKey);
          }}
        />
      )}
      {made && <ShowKeyDialog apiKey={made} scopes={['contract']} isNew onClose={() => setMade(null)} />}
    </Page>
  );
}

const isUsable = ({ scopes, revokedAt, expiresAt }: ApiKey) =>
  scopes.includes('contract') && !revokedAt && (!expiresAt || new Date(expiresAt) > new Date());

function Call() {
  const texts = useTexts(CONTRACT_TEXTS);
  const { query } = useAddress();
  const [email, setEmail] = useState('somebody@example.com');
  const flow = FLOWS.find((each) => each === query.get('flow')) ?? 'summary';
  return (
    <Section title={texts.call}>
      <div className="card">
        <div className="grid">
          <Field label={texts.customer} type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
          <Select
            label={texts.flow}
            options={FLOWS.map((each) => [each, texts.flows[each]])}
            value={flow}
            onChange={(event) => navigate(`/contract?flow=${event.target.value}`, { replace: true })}
          />
        </div>
        <Copyable label={texts.callLabel} text={contractCall('KEY', email, flow)} />
        <p className="quiet-text">{texts.keyHint}</p>
        <a href={`${SERVER_URL}/docs/api`}>{texts.fields}</a>
      </div>
    </Section>
  );
}

function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const texts = useTexts(API_KEYS_TEXTS);
  const formats = useFormats();
  const facts = [
    apiKey.expiresAt && texts.until(formats.day(apiKey.expiresAt)),
    apiKey.lastUsedAt ? texts.used(formats.moment(apiKey.lastUsedAt)) : texts.neverUsed,
  ];
  return (
    <li>
      <div>
        <span className="strong">{apiKey.name}</span>
        <small>
          <code>{apiKey.prefix}…</code> · {facts.filter(Boolean).join(' · ')}
        </small>
      </div>
    </li>
  );
}
