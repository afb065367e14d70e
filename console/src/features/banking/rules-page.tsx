import { useState } from 'react';
import type { CategorizationRule } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Link, navigate, useAddress } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { Badge, Page } from '../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { RULES_TEXTS } from './rules-texts.ts';
import { useCategories } from './use-categories.ts';

const RULES = 'GET /api/categorization-rules';
const NEW = 'new';

/** The rules of the workspace, and the one that is being written. */
export function RulesPage() {
  const texts = useTexts(RULES_TEXTS);
  const { query } = useAddress();
  const { readsOnly } = useSession();
  const rules = useRead(RULES, {});
  const partner = query.get('partner');
  const asked = query.get('rule') ?? (partner === null ? null : NEW);
  return (
    <Page
      title={texts.title}
      actions={
        !readsOnly && (
          <button type="button" onClick={() => navigate(`/rules?rule=${NEW}`)}>
            {texts.create}
          </button>
        )
      }
    >
      <p className="quiet-text">{texts.intro}</p>
      <Await read={rules}>
        {({ rules: stored }) => {
          const rule = stored.find(({ ruleId }) => ruleId === asked);
          const start = { partner: partner ?? '', categoryId: query.get('category') ?? '', name: partner ?? '' };
          return (
            <>
              {!readsOnly && (rule || asked === NEW) && (
                <RuleEditor
                  key={`${asked} ${partner}`}
                  rule={rule ?? null}
                  start={start}
                  onDone={() => navigate('/rules')}
                />
              )}
              {stored.length === 0 && asked !== NEW && (
                <Empty title={texts.none}>
                  <p>{texts.noneHint}</p>
                </Empty>
              )}
              {stored.length > 0 && (
                <ul className="list">
                  {stored.map((each) => (
                    <RuleRow key={each.ruleId} rule={each} />
                  ))}
                </ul>
              )}
            </>
          );
        }}
      </Await>
    </Page>
  );
}

function RuleRow({ rule }: { rule: CategorizationRule }) {
  const texts = useTexts(RULES_TEXTS);
  const names = useCategories();
  const { readsOnly } = useSession();
  const [isAsking, setIsAsking] = useState(false);
  const remove = useChange('DELETE /api/categorization-rules/{rule-id}', [RULES]);
  const conditions = (['partner', 'purpose', 'creditorId', 'iban', 'amountFrom', 'amountTo'] as const)
    .filter((name) => rule[name] !== null)
    .map((name) => `${texts[name]}: ${rule[name]}`);
  return (
    <li>
      <div>
        <span className="line">
          {readsOnly ? (
            <span className="strong">{rule.name}</span>
          ) : (
            <Link className="strong" to={`/rules?rule=${rule.ruleId}`}>
              {rule.name}
            </Link>
          )}
          <Badge>{names.get(rule.categoryId) ?? rule.categoryId}</Badge>
        </span>
        <small>{conditions.join(' · ')}</small>
        <ErrorNotice error={remove.error} />
      </div>
      {!readsOnly && (
        <button type="button" aria-label={`${texts.delete}: ${rule.name}`} onClick={() => setIsAsking(true)}>
          {texts.delete}
        </button>
      )}
      {isAsking && (
        <Confirm
          title={texts.deleteOf(rule.name)}
          go={texts.delete}
          isBusy={remove.isPending}
          onClose={() => setIsAsking(false)}
          onGo={() => remove.mutate({ params: { 'rule-id': rule.ruleId } }, { onSettled: () => setIsAsking(false) })}
        >
          <p>{texts.deleteText}</p>
        </Confirm>
      )}
    </li>
  );
}
