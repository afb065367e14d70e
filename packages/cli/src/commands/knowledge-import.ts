import { setTimeout as sleep } from 'node:timers/promises';
import type { Document, JobDetails, Kontor } from 'kontor-sdk';
import type { Call } from '../command.types.ts';
import { openFile } from '../open-file.ts';

const LOOK_EVERY_MS = 300;

export async function run(call: Call): Promise<number> {
  const { terminal, text, flag } = call;
  const kontor = await call.connect();
  const documentIds = await addSources(kontor, call);
  const documents = await waitUntilRead(kontor, call, documentIds);
  const read = documents.filter(({ success }) => success);
  if (flag('read-only') || read.length === 0) {
    terminal.result({ documents }, () => documents.map(describeDocument).join('\n'));
    return read.length === documents.length ? 0 : 1;
  }
  const body = { documentIds: read.map(({ id }) => id), botId: text('bot'), instructions: text('instructions') };
  const { jobs } = await kontor.draftFromDocuments({ body });
  const done: JobDetails[] = [];
  for (const { backgroundJobId } of jobs) done.push(await waitForJob(kontor, call, backgroundJobId));
  terminal.result({ documents, jobs: done }, () =>
    [...documents.filter(({ success }) => !success).map(describeDocument), ...done.flatMap(describeJob)].join('\n'),
  );
  if (done.some(({ outcomes }) => outcomes.some(({ reviewId }) => reviewId)))
    terminal.note('Next: kontor knowledge review');
  const isWhole = read.length === documents.length && done.every(({ jobStatus }) => jobStatus === 'COMPLETED');
  return isWhole ? 0 : 1;
}

async function addSources(kontor: Kontor, call: Call): Promise<string[]> {
  const sources = call.all('source');
  const pages = sources.filter((source) => /^https?:\/\//.test(source));
  const files = sources.filter((source) => !pages.includes(source));
  const ids: string[] = [];
  if (files.length > 0) {
    const form = new FormData();
    for (const file of files) {
      const { blob, name } = await openFile(call.world.cwd, file);
      form.append('file', blob, name);
    }
    const added = await kontor.uploadFiles({ body: form });
    ids.push(...added.addedDocumentIds, ...added.updatedDocumentIds);
  }
  if (pages.length > 0) {
    const added = await kontor.addDocuments({ body: { source: 'web', documentIdsToAdd: pages } });
    ids.push(...added.addedDocumentIds, ...added.updatedDocumentIds);
  }
  return [...new Set(ids)];
}

async function waitUntilRead(kontor: Kontor, { world, terminal }: Call, documentIds: string[]): Promise<Document[]> {
  const bar = terminal.progress('Reading');
  const documents: Document[] = [];
  for (const documentId of documentIds) {
    bar.show(documents.length / documentIds.length);
    let document = await kontor.getDocument({ documentId });
    while (document.success === null) {
      await sleep(LOOK_EVERY_MS, undefined, { signal: world.signal });
      document = await kontor.getDocument({ documentId });
    }
    documents.push(document);
  }
  bar.show(1);
  bar.end();
  return documents;
}

async function waitForJob(kontor: Kontor, { world }: Call, jobId: string): Promise<JobDetails> {
  for (;;) {
    const job = await kontor.getJob({ jobId });
    if (job.jobStatus === 'COMPLETED' || job.jobStatus === 'FAILED') return job;
    await sleep(LOOK_EVERY_MS, undefined, { signal: world.signal });
  }
}

const describeDocument = ({ title, externalId, success, error }: Document) =>
  `${success ? 'Read' : 'Not read'}: ${title || externalId}${error ? `: ${error}` : ''}`;

const DECISIONS = {
  ADD_ARTICLE_TO_FOLDER: 'new article',
  UPDATE_ARTICLE: 'change of an article',
  DO_NOTHING: 'nothing to do',
} as const;

const describeJob = ({ jobStatus, error, outcomes, id }: JobDetails): string[] =>
  jobStatus === 'FAILED'
    ? [`Job ${id} failed: ${error ?? 'no reason was given'}`]
    : outcomes.map(({ operation, title, reason, reviewId }) => {
        const waits = reviewId ? ` (review ${reviewId})` : '';
        return `${DECISIONS[operation]}: ${title}${waits}\n  ${reason}`;
      });
