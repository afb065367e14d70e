import type { SuiteRun } from '../../../app/api.gen.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { navigate, useAddress } from '../../../app/router.tsx';
import { Select } from '../../../ui/form.tsx';
import { Badge } from '../../../ui/page.tsx';
import { Empty } from '../../../ui/states.tsx';
import { TRACE_TEXTS } from '../trace/trace-texts.ts';
import { wordFor } from '../trace/word-for.ts';
import type { NamedArticle } from './cases-editor.tsx';
import { SUITES_TEXTS } from './suites-texts.ts';

type Result = SuiteRun['results'][number];
type Show = 'changes' | 'wrong' | 'every';

const IS_SHOWN: Record<Show, (result: Result) => boolean> = {
  changes: ({ change }) => change !== 'same' && change !== 'new',
  wrong: ({ passed }) => !passed,
  every: () => true,
};
const TONES = { fixed: 'good', broken: 'bad', different: 'warn', new: 'plain', same: 'plain' } as const;
/** More are not drawn at once; the filter finds the others. */
const MOST = 200;

export function SuiteResults({ run, articles }: { run: SuiteRun; articles: NamedArticle[] }) {
  const texts = useTexts(SUITES_TEXTS);
  const { path, query } = useAddress();
  const asked = query.get('show');
  const isFirst = run.results.every(({ change }) => change === 'new');
  const show: Show =
    asked === 'every' || asked === 'wrong' || asked === 'changes' ? asked : isFirst ? 'wrong' : 'changes';
  const shown = run.results.filter(IS_SHOWN[show]);
  const choose = (chosen: string) => {
    const next = new URLSearchParams(query);
    next.set('show', chosen);
    navigate(`${path}?${next}`, { replace: true });
  };
  return (
    <>
      <RunFigures run={run} />
      <p className="quiet-text">{run.draftId === null ? texts.against : texts.againstLive}</p>
      <div className="narrow">
        <Select
          label={texts.show}
          value={show}
          options={Object.entries(texts.shows)}
          onChange={({ target }) => choose(target.value)}
        />
      </div>
      {shown.length === 0 && <Empty title={show === 'changes' ? texts.nothingChanged : texts.nothing} />}
      {shown.length > 0 && (
        <ul className="list results">
          {shown.slice(0, MOST).map((result) => (
            <OneResult key={result.question} result={result} articles={articles} />
          ))}
        </ul>
      )}
      {shown.length > MOST && <p className="quiet-text">… (+{shown.length - MOST})</p>}
    </>
  );
}

function RunFigures({ run }: { run: SuiteRun }) {
  const texts = useTexts(SUITES_TEXTS);
  const formats = useFormats();
  return (
    <dl className="numbers">
      {(['passed', 'failed', 'fixed', 'broken', 'different'] as const).map((name) => (
        <div key={name}>
          <dt>{texts.figures[name]}</dt>
          <dd>{formats.count(run[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

function OneResult({ result, articles }: { result: Result; articles: NamedArticle[] }) {
  const texts = useTexts(SUITES_TEXTS);
  const titleOf = (articleId: string | null) =>
    articleId === null ? texts.person : (articles.find(({ id }) => id === articleId)?.title ?? texts.gone);
  const rows = [
    [texts.expected, titleOf(result.expectedArticleId)],
    [texts.got, <Outcome key="now" outcome={result} titleOf={titleOf} />],
    ...(result.before && result.change !== 'same'
      ? [[texts.before, <Outcome key="before" outcome={result.before} titleOf={titleOf} />] as const]
      : []),
  ] as const;
  return (
    <li>
      <span>
        <span className="strong">{result.question}</span>
        <dl className="facts">
          {rows.map(([name, value]) => (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </span>
      <span className="line">
        <Badge tone={result.passed ? 'good' : 'bad'}>{result.passed ? texts.right : texts.wrong}</Badge>
        <Badge tone={TONES[result.change]}>{texts.changes[result.change]}</Badge>
      </span>
    </li>
  );
}

interface OutcomeProps {
  outcome: Pick<Result, 'decision' | 'articleIds' | 'confidence'>;
  titleOf(articleId: string): string;
}

function Outcome({ outcome: { decision, articleIds, confidence }, titleOf }: OutcomeProps) {
  const { decisions } = useTexts(TRACE_TEXTS);
  const { percent } = useFormats();
  const titles = articleIds.map(titleOf).join(', ');
  return `${wordFor(decisions, decision)}${titles && `: ${titles}`} (${percent(confidence)})`;
}
