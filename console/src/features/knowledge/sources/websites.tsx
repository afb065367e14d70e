import type { Crawl } from '../../../app/api.gen.ts';
import { useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { Link } from '../../../app/router.tsx';
import { said } from '../../../app/said.ts';
import { Badge } from '../../../ui/page.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Await, Empty } from '../../../ui/states.tsx';
import { WEBSITES_TEXTS } from './sources-texts.ts';

const TONES = { running: 'warn', completed: 'good', failed: 'bad' } as const;

const isRunning = ({ state }: Crawl) => state === 'running';

const useCrawls = () => useRead('GET /v2/crawls', {});

/** Every walk over a site, newest first. */
export function Websites() {
  const texts = useTexts(WEBSITES_TEXTS);
  const crawls = useCrawls();
  return (
    <Await read={crawls}>
      {(data) =>
        data.crawls.length === 0 ? (
          <Empty title={texts.none}>
            <p>{texts.noneHint}</p>
          </Empty>
        ) : (
          <CrawlList crawls={data.crawls} />
        )
      }
    </Await>
  );
}

/** Those that run now. */
export const useRunningCrawls = (): Crawl[] => useCrawls().data?.crawls.filter(isRunning) ?? [];

export const CrawlList = ({ crawls }: { crawls: Crawl[] }) => (
  <ul className="list">
    {crawls.map((crawl) => (
      <CrawlRow key={crawl.id} crawl={crawl} />
    ))}
  </ul>
);

function CrawlRow({ crawl }: { crawl: Crawl }) {
  const formats = useFormats();
  return (
    <li>
      <div>
        <Link to={`/sources/websites/${crawl.id}`} className="strong">
          {crawl.links.join(', ')}
        </Link>
        <small>{formats.moment(crawl.createdAt)}</small>
        <CrawlProgress crawl={crawl} />
      </div>
      <CrawlState crawl={crawl} />
    </li>
  );
}

export function CrawlState({ crawl }: { crawl: Crawl }) {
  const texts = useTexts(WEBSITES_TEXTS);
  return <Badge tone={TONES[crawl.state]}>{texts.states[crawl.state]}</Badge>;
}

/** A bar while it walks; afterwards what came of it. */
export function CrawlProgress({ crawl }: { crawl: Crawl }) {
  const texts = useTexts(WEBSITES_TEXTS);
  const formats = useFormats();
  const [found, limit, waiting] = [crawl.found, crawl.limit, crawl.waiting].map(formats.count) as [
    string,
    string,
    string,
  ];
  if (isRunning(crawl)) {
    return (
      <Progress
        label={crawl.links.join(', ')}
        value={crawl.found}
        max={Math.min(crawl.limit, crawl.found + crawl.waiting)}
        text={texts.progress(found, limit, waiting)}
      />
    );
  }
  const facts = [texts.found(found), crawl.unreadable > 0 && texts.unreadable(formats.count(crawl.unreadable))];
  return (
    <>
      <small>{facts.filter(Boolean).join(' · ')}</small>
      {crawl.isPartial && <small>{texts.partial}</small>}
      {crawl.error && <span className="problem">{said(crawl.error)}</span>}
    </>
  );
}
