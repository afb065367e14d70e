import { useEffect, useMemo, useState } from 'react';
import type { BotRule } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useLanguage, useTexts } from '../../app/language.ts';
import { Link, navigate, useAddress } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { ChangedElsewhere } from '../../ui/changed-elsewhere.tsx';
import { Badge, Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { ArticleChoice } from './catalogue.ts';
import type { Described } from './describe.ts';
import { type Catalogue, type Editor, EditorContext, useEditor } from './editor-context.ts';
import { FLOW_TEXTS } from './editor-texts.ts';
import type { Flow } from './flow.types.ts';
import { FlowPicture } from './flow-picture.tsx';
import { PICTURE_TEXTS } from './form-texts.ts';
import { JsonView } from './json-view.tsx';
import { RuleAbout } from './rule-about.tsx';
import { RuleActions } from './rule-actions.tsx';
import { contentOf, isSame } from './rule-content.ts';
import { RuleVersions } from './rule-versions.tsx';
import { EDITOR_TEXTS, RULEBOOK_TEXTS } from './rulebook-texts.ts';
import { NO_TRIAL, Simulator, useTrial } from './simulator.tsx';
import { headOf } from './step-card.tsx';
import { walk } from './tree.ts';
import { useCheck } from './use-check.ts';
import { useHistory } from './use-history.ts';

interface Props {
  rule: BotRule;
  catalogue: Omit<Catalogue, 'articles'>;
}

const TABS = ['steps', 'json', 'about', 'versions'] as const;

/** One rule in its views: the picture and the JSON are of one state, which can be undone, tried, saved and published. */
export function RuleEditor({ rule, catalogue: known }: Props) {
  const texts = useTexts(EDITOR_TEXTS);
  const { can } = useSession();
  const { query, path } = useAddress();
  /** The rule as it is stored, and what of it was in the editor then: the server keeps names in another order. */
  const [{ rule: saved, content: stored }, setSaved] = useState(() => ({ rule, content: contentOf(rule) }));
  const history = useHistory(stored);
  const content = history.value;
  const canEdit = can('write');
  const tab = TABS.find((each) => each === query.get('tab')) ?? 'steps';
  const [trial, setTrial] = useState(NO_TRIAL);
  const check = useCheck(content.flow, rule.isDraft ? rule.problems : null);
  const isValid = content.flow.steps.length > 0 && check.problems.length === 0;
  const state = useTrial(content.flow, trial, isValid);
  const [focus, setFocus] = useState<string | null>(null);
  useEffect(() => {
    if (focus === null) return;
    document.getElementById(headOf(focus))?.focus();
    setFocus(null);
  }, [focus]);
  const isDirty = !isSame(content, stored);
  useLeaveWarning(isDirty);
  useUndoKeys(history.undo, history.redo);
  const catalogue = { ...known, articles: useArticles(content.flow) };
  const described = useDescribed(content.flow, catalogue);
  const open = query.get('step');
  const now = trial.turns.length > 0 ? state.data : undefined;
  const editor: Editor = {
    flow: content.flow,
    change: (flow, { about, focus: next } = {}) => {
      history.set({ ...content, flow }, about ?? null);
      if (next !== undefined) setFocus(next);
    },
    canEdit,
    problems: check.problems,
    catalogue,
    described,
    open,
    setOpen: (id) => navigate(id === null ? path : `${path}?step=${encodeURIComponent(id)}`, { replace: true }),
    passed: new Set(now?.turns.flatMap((turn) => turn.path)),
    waitsAt: now?.step ?? null,
  };
  const take = (next: BotRule) => {
    setSaved({ rule: next, content: contentOf(next) });
    history.reset(contentOf(next));
  };
  return (
    <EditorContext value={editor}>
      <Page
        title={content.name || texts.about}
        actions={
          canEdit && (
            <RuleActions
              {...{
                rule: saved,
                content,
                history,
                isDirty,
                isValid: isValid && check.isFresh,
                isStorable: check.isStorable,
                onSaved: (next: BotRule) => setSaved({ rule: next, content }),
                onReplaced: take,
              }}
            />
          )
        }
      >
        {rule.version > saved.version && rule.id === saved.id && <ChangedElsewhere onLoad={() => take(rule)} />}
        <State rule={saved} isDirty={isDirty} check={check} />
        <Tabs
          label={texts.tabs}
          here={tab === 'steps' ? path : `${path}?tab=${tab}`}
          entries={TABS.map((each) => [each === 'steps' ? path : `${path}?tab=${each}`, texts[each]] as const)}
        />
        {tab === 'versions' && <RuleVersions rule={saved} onRestored={take} />}
        {tab === 'about' && <RuleAbout content={content} set={(next, about) => history.set(next, about ?? null)} />}
        {(tab === 'steps' || tab === 'json') && (
          <div className="editor">
            {tab === 'steps' ? <Picture isOnEscalation={content.type === 'business'} /> : <JsonView />}
            <Simulator {...{ trial, setTrial, state, isValid }} />
          </div>
        )}
      </Page>
    </EditorContext>
  );
}

function Picture({ isOnEscalation }: { isOnEscalation: boolean }) {
  const texts = useTexts(PICTURE_TEXTS);
  return (
    <div className="stack tight">
      <p className="hint keys">{texts.keys}</p>
      <FlowPicture isOnEscalation={isOnEscalation} />
    </div>
  );
}

/** Live or a draft, saved or not, and whether it could be published. */
function State({ rule, isDirty, check }: { rule: BotRule; isDirty: boolean; check: ReturnType<typeof useCheck> }) {
  const texts = useTexts(EDITOR_TEXTS);
  const words = useTexts(RULEBOOK_TEXTS);
  const { flow, canEdit } = useEditor();
  const count = check.problems.length;
  const isEmpty = flow.steps.length === 0;
  return (
    <div className="stack tight">
      <p className="line">
        <Link to="/rulebook">{words.title}</Link>
        <Badge tone={rule.isDraft ? 'warn' : 'good'}>{rule.isDraft ? words.draft : words.live}</Badge>
        {rule.originalRuleId !== null && <Link to={`/rulebook/${rule.originalRuleId}`}>{words.changesLive}</Link>}
        <small>{words.version(rule.version)}</small>
        {isDirty && <Badge>{texts.unsaved}</Badge>}
      </p>
      {!canEdit && <p className="notice">{texts.readsOnly}</p>}
      <p role="status" className={count > 0 ? 'problem' : 'quiet-text'}>
        {isEmpty ? texts.emptyRule : count > 0 ? texts.mistakes(count) : check.isFresh ? texts.valid : texts.checking}
      </p>
      <FarProblems problems={check.problems} />
    </div>
  );
}

/** Mistakes that belong to no step. */
function FarProblems({ problems }: { problems: { path: string; message: string }[] }) {
  const far = problems.filter(({ path }) => !/^\/flowConfig\/steps\/\d/.test(path));
  if (far.length === 0) return null;
  return (
    <ul className="step-problems">
      {far.map(({ path, message }) => (
        <li key={path + message} className="problem">
          <code>{path}</code> {message}
        </li>
      ))}
    </ul>
  );
}

const NO_ARTICLES: ArticleChoice[] = [];

/** Live articles, once a step shows one. */
function useArticles({ steps }: Flow): ArticleChoice[] {
  const isWanted = walk(steps).some(({ step }) => step.kind === 'article');
  return useRead('GET /v2/hc-articles/public', { query: { type: 'live', limit: 500 } }, isWanted).data ?? NO_ARTICLES;
}

function useDescribed(flow: Flow, { articles }: Catalogue): Described {
  const texts = useTexts(FLOW_TEXTS);
  const { language } = useLanguage();
  return useMemo(() => {
    const titles = new Map(articles.map(({ id, title }) => [id, title]));
    return { flow, texts, language, titleOf: (id) => titles.get(id) };
  }, [flow, texts, language, articles]);
}

/** The browser asks before what is not saved is left. */
function useLeaveWarning(isDirty: boolean) {
  useEffect(() => {
    if (!isDirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isDirty]);
}

/** Ctrl+Z and Ctrl+Shift+Z, but for fields, which undo what was typed in them themselves. */
function useUndoKeys(undo: (() => void) | null, redo: (() => void) | null) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (isField || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      const move = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : null;
      if (!move) return;
      event.preventDefault();
      move();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [undo, redo]);
}
