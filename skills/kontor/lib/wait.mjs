// Waits for what takes longer, and reads what came of it: started is not done, and done is not what was wanted.
import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT, Stop } from './exit.mjs';

const LONGEST_MS = 10 * 60_000;

/** Kind → how to look once. Answers null while it runs, else `{isGood, says, result}`. */
const KINDS = {
  job: async (kontor, jobId) => {
    const job = await kontor.getJob({ jobId });
    if (job.jobStatus === 'PENDING' || job.jobStatus === 'IN_PROGRESS') return null;
    const written = job.outcomes.filter(({ operation }) => operation !== 'DO_NOTHING').length;
    const says =
      job.jobStatus === 'FAILED'
        ? `failed: ${job.error}`
        : `completed: ${written} of ${job.outcomes.length} parts became drafts or changes${written === 0 ? ', so NOTHING was written' : ''}`;
    return { isGood: job.jobStatus === 'COMPLETED', says, result: job };
  },
  crawl: async (kontor, crawlId) => {
    const crawl = await kontor.getCrawl({ crawlId });
    if (crawl.state === 'running') return null;
    const says = `${crawl.state}: ${crawl.found} pages found, ${crawl.unreadable} unreadable${crawl.isPartial ? ', cut off' : ''}`;
    return { isGood: crawl.state === 'completed' && crawl.found > 0, says, result: crawl };
  },
  document: async (kontor, documentId) => {
    const document = await kontor.getDocument({ documentId });
    if (!document.success && !document.error) return null;
    const { id, title, success, error, changed } = document;
    return {
      isGood: success === true,
      says: success ? `read: ${title}` : `not read: ${error}`,
      result: { id, title, success, error, changed },
    };
  },
  'suite-run': async (kontor, ids) => {
    const [suiteId, suiteRunId] = ids.split('/');
    const run = await kontor.getTestSuiteRun({ suiteId, suiteRunId });
    if (run.status === 'PENDING') return null;
    const says = `${run.status.toLowerCase()}: ${run.passed} passed, ${run.failed} failed, ${run.fixed} fixed, ${run.broken} broken`;
    return { isGood: run.status === 'COMPLETED' && run.failed === 0, says, result: run };
  },
};

export const WAIT_KINDS = Object.keys(KINDS);

/** Looks with growing pauses until each has ended. @returns one line and one result for each */
export async function waitFor(kontor, kind, ids) {
  const look = KINDS[kind];
  if (!look || ids.length === 0) throw new Stop(EXIT.usage, `Say what to wait for: wait ${WAIT_KINDS.join('|')} ID…`);
  const ended = [];
  for (const id of ids) ended.push({ id, ...(await waitForOne(() => look(kontor, id), `${kind} ${id}`)) });
  return ended;
}

async function waitForOne(look, what) {
  const endMs = Date.now() + LONGEST_MS;
  for (let pauseMs = 250; Date.now() < endMs; pauseMs = Math.min(pauseMs * 1.5, 10_000)) {
    const found = await look();
    if (found) return found;
    await sleep(pauseMs);
  }
  throw new Stop(
    EXIT.failed,
    `${what} has not ended within ten minutes. It may still run: do not say that it is done.`,
  );
}
