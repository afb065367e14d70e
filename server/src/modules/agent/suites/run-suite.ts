import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Article as LiveArticle, visibleArticles, visibleWithDraft } from '#modules/knowledge/index.ts';
import { articlesOf, intentsOf, type Rule } from '#modules/rulebook/index.ts';
import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import { selectIndex } from '../agent.queries.ts';
import { chooseRule } from '../choose-rule.ts';
import { composeReply } from '../compose-reply.ts';
import { answerQuestion } from '../retrieval/answer-question.ts';
import { buildIndex } from '../retrieval/build-index.ts';
import type { RetrievalIndex } from '../retrieval/retrieval.types.ts';
import { decodeIndex } from '../retrieval/store-index.ts';
import { trainAside } from '../train-aside.ts';
import { ruleToIndexed, toIndexed, trainBot } from '../train-bot.ts';
import { compareOutcome } from './compare-outcomes.ts';
import type { CaseOutcome, CaseResult, SuiteCase } from './suite.types.ts';
import {
  endRun,
  type SuiteRow,
  type SuiteRunRow,
  selectRun,
  selectRunBefore,
  selectSuite,
  updateProgress,
} from './suites.queries.ts';

/** What a bot answers from. */
interface Knowledge {
  index: RetrievalIndex;
  articles: LiveArticle[];
  rules: Rule[];
}

/** A run that can not be done, with the reason for people. */
class RunImpossible extends Error {}

/**
 * Asks the bot all questions of a suite and stores what came of them beside what came of them before: in the last run, or,
 * with a draft, at the same moment without it. No conversation is touched. The same knowledge gives the same results.
 */
export async function runSuite(services: Services, workspaceId: string, suiteRunId: string, signal: AbortSignal) {
  const inWorkspace = <T>(work: (ctx: Context) => Promise<T>) => withWorkspace(services, workspaceId, work);
  const work = await inWorkspace((ctx) => readRun(ctx, suiteRunId));
  if (!work) return;
  const { run, suite } = work;
  try {
    const told = createProgress(suite.cases.length * (run.draftId === null ? 1 : 2), (asked, toAsk) =>
      inWorkspace((ctx) => updateProgress(ctx.session, suiteRunId, asked, toAsk)),
    );
    await told(0);
    await trainBot(services, workspaceId, suite.botId);
    const { stored, ...live } = await inWorkspace((ctx) => readKnowledge(ctx, suite.botId));
    const { rules } = live;
    const outcomes = await askAll(live, suite.cases, told, signal);
    let results: CaseResult[];
    if (run.draftId === null) {
      const known = new Map(work.previous?.results.map((result) => [result.question, result]));
      results = compare(suite.cases, outcomes, (asked) => known.get(asked.question));
    } else {
      const draftId = run.draftId;
      const articles = await inWorkspace((ctx) => readWithDraft(ctx, suite.botId, draftId));
      const taught = [...articles.map(toIndexed), ...rules.map(ruleToIndexed)];
      const index = indexFrom(await trainAside(taught, stored));
      const afterwards = await askAll({ index, articles, rules }, suite.cases, told, signal);
      results = compare(suite.cases, afterwards, (_, at) => outcomes[at]);
    }
    await inWorkspace((ctx) => endRun(ctx.session, suiteRunId, { status: 'COMPLETED', results, error: null }));
  } catch (error) {
    if (!(error instanceof RunImpossible)) throw error;
    const { message } = error;
    await inWorkspace((ctx) => endRun(ctx.session, suiteRunId, { status: 'FAILED', results: [], error: message }));
  }
}

async function readRun(ctx: Context, suiteRunId: string) {
  const run: SuiteRunRow | undefined = await selectRun(ctx.session, ctx.workspaceId, suiteRunId);
  if (run?.status !== 'PENDING') return null;
  const suite: SuiteRow | undefined = await selectSuite(ctx.session, ctx.workspaceId, run.suiteId);
  return suite ? { run, suite, previous: await selectRunBefore(ctx.session, run) } : null;
}

async function readKnowledge(ctx: Context, botId: string) {
  const stored = (await selectIndex(ctx.session, botId, 0))?.content ?? null;
  const articles = await visibleArticles(ctx, botId);
  return { index: indexFrom(stored), articles, rules: await intentsOf(ctx, botId), stored };
}

const indexFrom = (stored: Uint8Array | null): RetrievalIndex => (stored && decodeIndex(stored)) ?? buildIndex([]);

async function readWithDraft(ctx: Context, botId: string, draftId: string): Promise<LiveArticle[]> {
  const articles = await visibleWithDraft(ctx, botId, draftId);
  if (articles) return articles;
  throw new RunImpossible(
    'Publishing the draft would change nothing for this bot: it is not a draft any more, or stands in a folder that is not assigned to the bot.',
  );
}

/** People look at it about so often. */
const TELL_EVERY_MS = 250;

/** Counts on, and says how far it is, at once and then now and then. */
function createProgress(toAsk: number, tell: (asked: number, toAsk: number) => Promise<void>) {
  let [asked, toldMs] = [0, Number.NEGATIVE_INFINITY];
  return async (more: number) => {
    asked += more;
    if (performance.now() - toldMs < TELL_EVERY_MS && asked < toAsk) return;
    toldMs = performance.now();
    await tell(asked, toAsk);
  };
}

/** Between so many questions the worker beats. */
const AT_A_TIME = 20;

async function askAll(
  { index, articles, rules }: Knowledge,
  cases: SuiteCase[],
  told: (more: number) => Promise<void>,
  signal: AbortSignal,
): Promise<CaseOutcome[]> {
  const visible = new Map(articles.map((article) => [article.articleId, toVisible(article)]));
  const live = new Set([...visible.keys(), ...rules.map(({ ruleId }) => ruleId)]);
  const known = index.articles.map((article) => ({ ...article, live: article.live && live.has(article.id) }));
  const outcomes: CaseOutcome[] = [];
  for (const { question } of cases) {
    const found = answerQuestion({ ...index, articles: known }, { message: question });
    const { rule, reply } = chooseRule(found, rules, index, question);
    const { type, used } = composeReply(reply, visible);
    outcomes.push({
      decision: rule ? 'rule' : reply.kind,
      escalates: type === 'escalation',
      // A rule stands for the articles that it shows.
      articleIds: [...new Set([...used.map(({ articleId }) => articleId), ...(rule ? articlesOf(rule) : [])])],
      confidence: Math.max(0, ...reply.trace.map(({ decision }) => decision.confidence)),
    });
    if (outcomes.length % AT_A_TIME !== 0) continue;
    await told(AT_A_TIME);
    await nextTurn(undefined, { signal });
  }
  await told(outcomes.length % AT_A_TIME);
  return outcomes;
}

const toVisible = ({ articleId, title, version, escalation, public: isPublic, folderId }: LiveArticle) => ({
  articleId,
  title,
  version,
  escalation,
  public: isPublic,
  folderId: folderId ?? '',
  folderTitle: '',
  documentUrl: null,
});

function compare(
  cases: SuiteCase[],
  outcomes: CaseOutcome[],
  before: (asked: SuiteCase, at: number) => CaseOutcome | undefined,
): CaseResult[] {
  return cases.map((asked, at) => compareOutcome(asked, outcomes[at] as CaseOutcome, before(asked, at) ?? null));
}
