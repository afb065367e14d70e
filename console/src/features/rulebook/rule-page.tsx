import { useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Page } from '../../ui/page.tsx';
import { ErrorNotice, Loading } from '../../ui/states.tsx';
import type { AttributeField } from './catalogue.ts';
import { RuleEditor } from './rule-editor.tsx';
import { RULEBOOK_TEXTS } from './rulebook-texts.ts';

/** Brings the rule and what it may speak of: four reads; its check and the titles of articles make six. */
export function RulePage({ ruleId }: { ruleId: string }) {
  const texts = useTexts(RULEBOOK_TEXTS);
  const rule = useRead('GET /v2/hc-rules/{hc-rule-id}/public', { params: { 'hc-rule-id': ruleId } });
  const attributes = useRead('GET /v2/attributes', {});
  const actions = useRead('GET /v2/actions', {});
  const tags = useRead('GET /v2/tag-groups/tags/public', {});
  const reads = [rule, attributes, actions, tags];
  if (!rule.data || !attributes.data || !actions.data || !tags.data) {
    const failed = reads.find(({ error }) => error !== null);
    return (
      <Page title={texts.title}>
        {failed ? (
          <ErrorNotice error={failed.error} onRetry={() => Promise.all(reads.map(({ refetch }) => refetch()))} />
        ) : (
          <Loading />
        )}
      </Page>
    );
  }
  const fields = attributes.data.attributes.flatMap(({ id, name, fields: own }): AttributeField[] =>
    own.map((field) => ({ ...field, attributeId: id, attribute: name })),
  );
  return (
    <RuleEditor
      key={rule.data.id}
      rule={rule.data}
      catalogue={{
        fields,
        actions: actions.data.actions,
        tags: tags.data.map(({ tagName }) => tagName),
      }}
    />
  );
}
