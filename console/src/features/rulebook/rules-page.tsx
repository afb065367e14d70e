import { useState } from 'react';
import type { BotRule } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Link, navigate, useAddress } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { Field, Select } from '../../ui/form.tsx';
import { Badge, Page } from '../../ui/page.tsx';
import { Empty, ErrorNotice, Loading } from '../../ui/states.tsx';
import { NewRuleDialog } from './new-rule-dialog.tsx';
import { RULEBOOK_TEXTS } from './rulebook-texts.ts';

/** Every rule, live and in drafts, by what begins it. Five reads. */
export function RulesPage() {
  const texts = useTexts(RULEBOOK_TEXTS);
  const { can } = useSession();
  const [isCreating, setIsCreating] = useState(false);
  const list = (type: 'intent' | 'business', isDraft: boolean) => ({ query: { type, isDraft, limit: 500 } });
  const lists = [
    useRead('GET /v2/hc-rules/public', list('intent', true)),
    useRead('GET /v2/hc-rules/public', list('business', true)),
    useRead('GET /v2/hc-rules/public', list('intent', false)),
    useRead('GET /v2/hc-rules/public', list('business', false)),
  ];
  const agents = useRead('GET /v2/agents', {});
  const failed = [...lists, agents].find(({ error }) => error !== null);
  const rules = lists.every(({ data }) => data) ? lists.flatMap(({ data }) => data ?? []) : null;
  const names = new Map(agents.data?.agents.map(({ id, name }) => [id, name]));
  const create = can('write') && (
    <button type="button" className="main" onClick={() => setIsCreating(true)}>
      {texts.create}
    </button>
  );
  return (
    <Page title={texts.title} actions={rules && rules.length > 0 && create}>
      {!rules && !failed && <Loading />}
      {failed && <ErrorNotice error={failed.error} onRetry={() => failed.refetch()} />}
      {rules?.length === 0 && (
        <Empty title={texts.none}>
          <p>{texts.noneHint}</p>
          <div>{create}</div>
        </Empty>
      )}
      {rules && rules.length > 0 && <RuleList rules={rules} names={names} />}
      {isCreating && <NewRuleDialog onClose={() => setIsCreating(false)} />}
    </Page>
  );
}

function RuleList({ rules, names }: { rules: BotRule[]; names: Map<string, string> }) {
  const texts = useTexts(RULEBOOK_TEXTS);
  const { query } = useAddress();
  const [state, kind, wanted] = [query.get('state') ?? '', query.get('kind') ?? '', query.get('q') ?? ''];
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(query);
    if (value === '') next.delete(name);
    else next.set(name, value);
    navigate(`/rulebook${next.size > 0 ? `?${next}` : ''}`, { replace: true });
  };
  const found = rules.filter(
    ({ isDraft, type, name, description }) =>
      (state === '' || (state === 'draft') === isDraft) &&
      (kind === '' || kind === type) &&
      `${name} ${description}`.toLowerCase().includes(wanted.toLowerCase()),
  );
  return (
    <>
      <div className="grid">
        <Field label={texts.search} type="search" value={wanted} onChange={(event) => set('q', event.target.value)} />
        <Select
          label={texts.show}
          value={state}
          onChange={(event) => set('state', event.target.value)}
          options={[
            ['', texts.all],
            ['live', texts.live],
            ['draft', texts.drafts],
          ]}
        />
        <Select
          label={texts.kind}
          value={kind}
          onChange={(event) => set('kind', event.target.value)}
          options={[
            ['', texts.all],
            ['intent', texts.intent],
            ['business', texts.business],
          ]}
        />
      </div>
      {found.length === 0 ? (
        <Empty title={texts.noneFound} />
      ) : (
        <ul className="list">
          {found.map((rule) => (
            <RuleRow key={rule.id} rule={rule} names={names} />
          ))}
        </ul>
      )}
    </>
  );
}

function RuleRow({ rule, names }: { rule: BotRule; names: Map<string, string> }) {
  const texts = useTexts(RULEBOOK_TEXTS);
  const formats = useFormats();
  const bots = rule.botIds.map((id) => names.get(id) ?? id).join(', ');
  const facts = [
    rule.type === 'business' ? texts.onEscalation : texts.byIntent,
    bots === '' ? texts.playedByNobody : texts.playedBy(bots),
    texts.changed(formats.moment(rule.updatedAt)),
  ];
  return (
    <li>
      <div>
        <span className="line">
          <Link to={`/rulebook/${rule.id}`}>{rule.name}</Link>
          <Badge tone={rule.isDraft ? 'warn' : 'good'}>{rule.isDraft ? texts.draft : texts.live}</Badge>
          {rule.originalRuleId !== null && <Badge>{texts.changesLive}</Badge>}
          {rule.problems.length > 0 && <Badge tone="bad">{texts.problems(rule.problems.length)}</Badge>}
        </span>
        <span className="quiet-text">{rule.description}</span>
        <small>{facts.join(' · ')}</small>
      </div>
    </li>
  );
}
