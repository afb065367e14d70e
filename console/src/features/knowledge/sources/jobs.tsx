import type { JobDetails } from '../../../app/api.gen.ts';
import { useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { Link, useAddress } from '../../../app/router.tsx';
import { said } from '../../../app/said.ts';
import { Badge } from '../../../ui/page.tsx';
import { Await, Empty } from '../../../ui/states.tsx';
import { DOCUMENTS_TEXTS, JOBS_TEXTS, SOURCES_TEXTS } from './sources-texts.ts';

const PAGE = 25;
const TONES = { PENDING: 'plain', IN_PROGRESS: 'warn', COMPLETED: 'good', FAILED: 'bad' } as const;

const isOpen = ({ jobStatus }: JobDetails) => jobStatus === 'PENDING' || jobStatus === 'IN_PROGRESS';

/** What was asked to be drafted, how far it is, and what was decided part by part. */
export function Jobs() {
  const texts = useTexts(JOBS_TEXTS);
  const frame = useTexts(SOURCES_TEXTS);
  const { query } = useAddress();
  const cursor = query.get('cursor') ?? undefined;
  const jobs = useRead('GET /v2/knowledge/jobs', { query: { limit: PAGE, cursor } });
  return (
    <Await read={jobs}>
      {(page) => (
        <>
          {page.jobs.length === 0 && (
            <Empty title={texts.none}>
              <p>{texts.noneHint}</p>
            </Empty>
          )}
          {page.jobs.map((job) => (
            <JobCard key={job.id} job={job} />
          ))}
          <div className="actions">
            {cursor && <Link to="/sources?tab=jobs">{frame.newest}</Link>}
            {page.nextCursor && <Link to={`/sources?tab=jobs&cursor=${page.nextCursor}`}>{frame.older}</Link>}
          </div>
        </>
      )}
    </Await>
  );
}

function JobCard({ job }: { job: JobDetails }) {
  const texts = useTexts(JOBS_TEXTS);
  const formats = useFormats();
  return (
    <section className="card" aria-label={`${texts.states[job.jobStatus]}, ${formats.moment(job.createdAt)}`}>
      <div className="line">
        <Badge tone={TONES[job.jobStatus]}>{texts.states[job.jobStatus]}</Badge>
        <span>{job.kind === 'magic' ? texts.kinds.magic : texts.origins[job.origin]}</span>
        <small>{formats.moment(job.createdAt)}</small>
        {job.documentId && <Link to={`/sources/${job.documentId}`}>{texts.document}</Link>}
      </div>
      <Outcomes job={job} />
    </section>
  );
}

/** Part by part what was decided and why, with the way to what came of it. */
export function Outcomes({ job }: { job: JobDetails }) {
  const texts = useTexts(JOBS_TEXTS);
  const { decisions } = useTexts(DOCUMENTS_TEXTS);
  if (job.error) return <p className="notice bad">{said(job.error)}</p>;
  if (isOpen(job)) return <p className="quiet-text">{texts.states[job.jobStatus]}</p>;
  if (job.outcomes.length === 0) return <p className="quiet-text">{texts.nothing}</p>;
  return (
    <ul className="list">
      {job.outcomes.map((outcome) => (
        <li key={`${outcome.operation} ${outcome.title} ${outcome.articleId}`}>
          <div>
            <span className="line">
              <span className="strong">{outcome.title}</span>
              <Badge>{decisions[outcome.operation]}</Badge>
            </span>
            <small>{said(outcome.reason)}</small>
          </div>
          {outcome.reviewId && (
            <Link to={`/reviews/${outcome.reviewId}`} aria-label={`${texts.review}: ${outcome.title}`}>
              {texts.review}
            </Link>
          )}
          {!outcome.reviewId && outcome.articleId && (
            <Link to={`/articles/${outcome.articleId}`} aria-label={`${texts.article}: ${outcome.title}`}>
              {texts.article}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
