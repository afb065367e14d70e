import { useState } from 'react';
import type { BotRule } from '../../app/api.gen.ts';
import { call, useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { navigate } from '../../app/router.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/form.tsx';
import { Removal } from '../../ui/removal.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { BotChoice } from './bot-choice.tsx';
import { bodyOf, type RuleContent } from './rule-content.ts';
import { EDITOR_TEXTS } from './rulebook-texts.ts';
import type { useHistory } from './use-history.ts';

const STALE = ['GET /v2/hc-rules/public', 'GET /v2/hc-rules/{hc-rule-id}/versions'] as const;

interface Props {
  rule: BotRule;
  content: RuleContent;
  history: ReturnType<typeof useHistory<RuleContent>>;
  isDirty: boolean;
  isValid: boolean;
  /** Whether the server takes it as a draft. */
  isStorable: boolean;
  /** What is stored now is this. */
  onSaved: (rule: BotRule) => void;
  /** The editor goes on with this. */
  onReplaced: (rule: BotRule) => void;
}

type Open = 'publish' | 'delete' | 'refine' | null;

/** Undo, save, publish, and what is needed less often. */
export function RuleActions(props: Props) {
  const { rule, content, history, isDirty, isValid, isStorable, onSaved } = props;
  const texts = useTexts(EDITOR_TEXTS);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const save = useChange('PATCH /v2/hc-rules/{hc-rule-id}/public', [...STALE]);
  const copy = useChange('POST /v2/hc-rules/{hc-rule-id}/duplicate/public', [...STALE]);
  const params = { 'hc-rule-id': rule.id };
  const store = async () => {
    const next = await save.mutateAsync({ params, body: { ...bodyOf(content), version: rule.version } });
    onSaved(next);
    return next;
  };
  const [kept, setKept] = useState<unknown>(null);
  const keepAsDraft = async () => {
    try {
      const draft = await call('POST /v2/hc-rules/{hc-rule-id}/draft/public', { params });
      await call('PATCH /v2/hc-rules/{hc-rule-id}/public', {
        params: { 'hc-rule-id': draft.id },
        body: bodyOf(content),
      });
      navigate(`/rulebook/${draft.id}`);
    } catch (error) {
      setKept(error);
    }
  };
  return (
    <>
      <button type="button" disabled={!history.undo} onClick={history.undo ?? undefined}>
        {texts.undo}
      </button>
      <button type="button" disabled={!history.redo} onClick={history.redo ?? undefined}>
        {texts.redo}
      </button>
      {rule.isDraft ? (
        <button
          type="button"
          disabled={!isDirty || !isStorable || save.isPending}
          onClick={() => void store().catch(() => undefined)}
        >
          {isDirty ? texts.save : texts.saved}
        </button>
      ) : (
        isDirty && (
          <button type="button" disabled={!isStorable} onClick={() => void keepAsDraft()}>
            {texts.keepAsDraft}
          </button>
        )
      )}
      <button
        type="button"
        className="main"
        disabled={!isValid || (!rule.isDraft && !isDirty)}
        onClick={() => setOpen('publish')}
      >
        {rule.isDraft ? texts.publish : texts.publishChanges}
      </button>
      <details className="menu">
        <summary>{texts.more}</summary>
        <div className="menu-items">
          <button type="button" onClick={() => setOpen('refine')}>
            {texts.refine}
          </button>
          <button
            type="button"
            onClick={() => copy.mutate({ params }, { onSuccess: ({ id }) => navigate(`/rulebook/${id}`) })}
          >
            {texts.copy}
          </button>
          <button type="button" className="danger" onClick={() => setOpen('delete')}>
            {texts.remove}
          </button>
        </div>
      </details>
      <ErrorNotice error={open === null ? (save.error ?? copy.error ?? kept) : null} />
      {open === 'publish' && <PublishDialog {...props} store={store} onClose={close} />}
      {open === 'refine' && <RefineDialog {...props} store={store} onClose={close} />}
      {open === 'delete' && <DeleteDialog rule={rule} onClose={close} />}
    </>
  );
}

interface DialogProps extends Props {
  store: () => Promise<BotRule>;
  onClose: () => void;
}

/** For whom it becomes live; a live rule gets its changes as a new version. */
function PublishDialog({ rule, content, isDirty, store, onReplaced, onClose }: DialogProps) {
  const texts = useTexts(EDITOR_TEXTS);
  const [chosen, setChosen] = useState(content.botIds);
  const publish = useChange('POST /v2/hc-rules/{hc-rule-id}/publish/public', [
    ...STALE,
    'GET /v2/hc-rules/{hc-rule-id}/public',
  ]);
  const change = useChange('PATCH /v2/hc-rules/{hc-rule-id}/public', [...STALE]);
  const [failure, setFailure] = useState<unknown>(null);
  const params = { 'hc-rule-id': rule.id };
  const go = async () => {
    try {
      if (!rule.isDraft) {
        onReplaced(
          await change.mutateAsync({ params, body: { ...bodyOf(content), botIds: chosen, version: rule.version } }),
        );
        return onClose();
      }
      if (isDirty) await store();
      const live = await publish.mutateAsync({ params, body: { botIds: chosen } });
      onClose();
      if (live.id === rule.id) onReplaced(live);
      else navigate(`/rulebook/${live.id}`);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Dialog title={texts.publishQuestion(content.name)} onClose={onClose}>
      <p>{texts.publishText}</p>
      {rule.originalRuleId !== null && <p className="notice warn">{texts.publishUpdates}</p>}
      <BotChoice chosen={chosen} onChange={setChosen} canEdit />
      <ErrorNotice error={failure} />
      <div className="actions">
        <button
          type="button"
          className="main"
          disabled={chosen.length === 0 || publish.isPending || change.isPending}
          onClick={() => void go()}
        >
          {texts.go}
        </button>
        <button type="button" onClick={onClose}>
          {texts.cancel}
        </button>
      </div>
    </Dialog>
  );
}

/** A change in words; of a live rule a draft is made, which opens. */
function RefineDialog({ rule, isDirty, store, onReplaced, onClose }: DialogProps) {
  const texts = useTexts(EDITOR_TEXTS);
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const refine = useChange('POST /v2/hc-rules/{hc-rule-id}/refine/public', [...STALE]);
  const go = async () => {
    try {
      if (isDirty && rule.isDraft) await store();
      const refined = await refine.mutateAsync({
        params: { 'hc-rule-id': rule.id },
        body: { refinementInstructions: words },
      });
      onClose();
      if (refined.id === rule.id) onReplaced(refined);
      else navigate(`/rulebook/${refined.id}`);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Dialog title={texts.refineTitle} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <TextArea
          label={texts.refineTitle}
          hint={texts.refineHint}
          required
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {isDirty && rule.isDraft && <p className="hint">{texts.refineSaves}</p>}
        <ErrorNotice error={failure} />
        <div className="actions">
          <button type="submit" className="main" disabled={refine.isPending}>
            {texts.refineGo}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function DeleteDialog({ rule, onClose }: { rule: BotRule; onClose: () => void }) {
  const texts = useTexts(EDITOR_TEXTS);
  return (
    <Removal
      title={texts.deleteQuestion(rule.name)}
      go={texts.deleteGo}
      operation="DELETE /v2/hc-rules/{hc-rule-id}/public"
      input={{ params: { 'hc-rule-id': rule.id } }}
      to="/rulebook"
      stale={[...STALE]}
      onClose={onClose}
    >
      <p>{texts.deleteText}</p>
    </Removal>
  );
}
