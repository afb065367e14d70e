import type { CrawlDetails } from '../../../app/api.gen.ts';
import { useChange, useRead } from '../../../app/api.ts';
import { useTexts } from '../../../app/language.ts';
import { Link, navigate } from '../../../app/router.tsx';
import { said } from '../../../app/said.ts';
import { useSession } from '../../../app/session.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Await, ErrorNotice } from '../../../ui/states.tsx';
import { SOURCES_TEXTS, WEBSITES_TEXTS } from './sources-texts.ts';
import { CrawlProgress, CrawlState } from './websites.tsx';

/** As many addresses as one call adds. */
const AT_ONCE = 500;

/** One walk over a site: how far it is, what it found, and what could not be read and why. */
export function WebsitePage({ crawlId }: { crawlId: string }) {
  const texts = useTexts(WEBSITES_TEXTS);
  const frame = useTexts(SOURCES_TEXTS);
  const params = { 'crawl-id': crawlId };
  const crawl = useRead('GET /v2/crawls/{crawl-id}', { params });
  return (
    <Page title={crawl.data?.links[0] ?? texts.title}>
      <p>
        <Link to="/sources?tab=websites">← {frame.back}</Link>
      </p>
      <Await read={crawl}>{(data) => <CrawlBody crawl={data} />}</Await>
    </Page>
  );
}

function CrawlBody({ crawl }: { crawl: CrawlDetails }) {
  const texts = useTexts(WEBSITES_TEXTS);
  const { can } = useSession();
  const problems = crawl.pages.filter(({ error }) => error !== null);
  const found = crawl.pages.filter(({ error }) => error === null);
  return (
    <>
      <div className="card">
        <div>
          <CrawlState crawl={crawl} />
        </div>
        <CrawlProgress crawl={crawl} />
        {crawl.addDocuments && <Link to="/sources">{texts.toDocuments}</Link>}
        {!crawl.addDocuments && can('write') && found.length > 0 && (
          <ReadPages addresses={found.map(({ address }) => address)} />
        )}
      </div>
      {problems.length > 0 && (
        <Section title={texts.problems}>
          <ul className="list">
            {problems.map(({ address, error }) => (
              <li key={address}>
                <div>
                  <span>{address}</span>
                  <span className="problem">{said(error ?? '')}</span>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={texts.pages}>
        {found.length === 0 ? (
          <p className="quiet-text">{texts.noPages}</p>
        ) : (
          <ul className="list">
            {found.map(({ address }) => (
              <li key={address}>
                <a href={address} rel="noreferrer" target="_blank">
                  {address}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function ReadPages({ addresses }: { addresses: string[] }) {
  const texts = useTexts(WEBSITES_TEXTS);
  const add = useChange('POST /v2/documents/public', ['GET /v2/documents/public']);
  const go = async () => {
    for (let at = 0; at < addresses.length; at += AT_ONCE) {
      await add.mutateAsync({ body: { source: 'web', documentIdsToAdd: addresses.slice(at, at + AT_ONCE) } });
    }
    navigate('/sources');
  };
  return (
    <div className="stack">
      <ErrorNotice error={add.error} />
      <div>
        <button
          type="button"
          className="main"
          disabled={add.isPending}
          onClick={() => void go().catch(() => undefined)}
        >
          {texts.readThem}
        </button>
      </div>
    </div>
  );
}
