import { useState } from 'react';
import type { BotRule, RuleVersionList } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Link, useAddress } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { compareLines } from '../../ui/compare-lines.ts';
import { Confirm } from '../../ui/dialog.tsx';
import { Lines } from '../../ui/lines.tsx';
import { Section } from '../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { outlineOf } from './describe.ts';
import { useEditor } from './editor-context.ts';
import type { Flow } from './flow.types.ts';
import { flowOf } from './rule-content.ts';
import { EDITOR_TEXTS, RULEBOOK_TEXTS } from './rulebook-texts.ts';
import { branchesOf } from './tree.ts';

type Version = RuleVersionList['versions'][number];

interface Props {
  rule: BotRule;
  onRestored: (rule: BotRule) => void;
}

/** What the rule said each time it was published, against what it says here. */
export function RuleVersions({ rule, onRestored }: Props) {
  const texts = useTexts(EDITOR_TEXTS);
  const words = useTexts(RULEBOOK_TEXTS);
  const formats = useFormats();
  const { query, path } = useAddress();
  const { operator } = useSession();
  const nameOf = (actor: string) => {
    const [kind, id] = actor.split(':');
    if (kind === 'operator') return id === operator.id ? texts.byYou : texts.byColleague;
    return kind === 'api_key' ? texts.byKey : actor;
  };
  const ruleId = rule.originalRuleId ?? rule.id;
  const read = useRead('GET /v2/hc-rules/{hc-rule-id}/versions', { params: { 'hc-rule-id': ruleId } });
  return (
    <Await read={read}>
      {({ versions }) => {
        if (versions.length === 0) {
          return (
            <Empty title={texts.versionsNone}>
              <p>{texts.versionsHint}</p>
            </Empty>
          );
        }
        const chosen = versions.find(({ version }) => String(version) === query.get('version')) ?? versions[0];
        return (
          <div className="split">
            <ul className="list">
              {versions.map(({ version, createdAt, createdBy }) => (
                <li key={version}>
                  <div>
                    <Link
                      to={`${path}?tab=versions&version=${version}`}
                      aria-current={version === chosen?.version ? 'true' : undefined}
                    >
                      {words.version(version)}
                    </Link>
                    <small>
                      {formats.moment(createdAt)} · {nameOf(createdBy)}
                    </small>
                  </div>
                </li>
              ))}
            </ul>
            {chosen && <Compared key={chosen.version} version={chosen} rule={rule} onRestored={onRestored} />}
          </div>
        );
      }}
    </Await>
  );
}

function Compared({ version, rule, onRestored }: Props & { version: Version }) {
  const texts = useTexts(EDITOR_TEXTS);
  const { flow, described, change, canEdit } = useEditor();
  const [isAsking, setIsAsking] = useState(false);
  const restore = useChange('POST /v2/hc-rules/{hc-rule-id}/versions/{version-number}/restore', [
    'GET /v2/hc-rules/public',
    'GET /v2/hc-rules/{hc-rule-id}/public',
    'GET /v2/hc-rules/{hc-rule-id}/versions',
  ]);
  const before = flowOf(version);
  const outline = (each: Flow) => outlineOf(each.steps, { ...described, flow: each }, (step) => branchesOf(step, ''));
  const lines = compareLines(outline(before), outline(flow));
  const isChanged = lines.some(({ kind }) => kind !== 'same');
  return (
    <Section title={texts.compared(version.version)}>
      <ErrorNotice error={restore.error} />
      {isChanged ? <Lines lines={lines} /> : <p className="quiet-text">{texts.same}</p>}
      {canEdit && isChanged && (
        <div className="actions">
          <button type="button" onClick={() => change(before)}>
            {texts.takeOver}
          </button>
          {!rule.isDraft && (
            <button type="button" className="danger" onClick={() => setIsAsking(true)}>
              {texts.restore}
            </button>
          )}
        </div>
      )}
      {isAsking && (
        <Confirm
          title={texts.restoreQuestion(version.version)}
          go={texts.restoreGo}
          isBusy={restore.isPending}
          onClose={() => setIsAsking(false)}
          onGo={() =>
            restore.mutate(
              { params: { 'hc-rule-id': rule.id, 'version-number': String(version.version) } },
              { onSuccess: onRestored, onSettled: () => setIsAsking(false) },
            )
          }
        >
          <p>{texts.restoreText}</p>
        </Confirm>
      )}
    </Section>
  );
}
