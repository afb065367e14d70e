/** Consolidation: from a text, a source or a conversation by a job to drafts, their review, and what customers hear. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from './harness/api-client.ts';
import { adminQuery } from './harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const upload = async ({ v2 }: TestWorkspace, name: string, text: string): Promise<string> => {
  const form = new FormData();
  form.append('file', new Blob([text]), name);
  const { body } = await v2.send('POST', '/documents/public/files', { body: form });
  return [...body.addedDocumentIds, ...body.updatedDocumentIds][0];
};

const folder = async (v2: ApiClient, title: string, description = '', parentFolderId = '') =>
  (await v2.post('/hc-folders/public', { title, description, parentFolderId })).body.id as string;

async function botFor(v2: ApiClient, folderId: string): Promise<string> {
  const { body } = await v2.post('/agents', { name: 'Help' });
  await v2.post('/hc-bot-folder-junctions/public', { junctions: [{ folderId, botId: body.id, action: 'ADD' }] });
  return body.id;
}

const publish = async (v2: ApiClient, article: object) =>
  (
    await v2.post('/hc-articles/public', {
      agentInstruction: '',
      keywords: ['x'],
      escalation: false,
      parentFolderId: '',
      ...article,
    })
  ).body;

const FEES = {
  title: 'Replacement card',
  mainKnowledge:
    'Order a new card in the app under Cards. A replacement card costs 9 EUR. It arrives within five days.',
  questions: ['How do I get a new card?', 'What does a replacement card cost?'],
};

async function done({ v2 }: TestWorkspace, jobId: string) {
  await expect
    .poll(async () => (await v2.post('/knowledge/public/jobs/status', { jobIds: [jobId] })).body.jobs[0].jobStatus)
    .toMatch(/COMPLETED|FAILED/);
  return (await v2.get(`/knowledge/jobs/${jobId}`)).body;
}

async function draft(workspace: TestWorkspace, body: object) {
  const {
    status,
    body: answer,
    text,
  } = await workspace.v2.post('/knowledge/public', {
    candidateKnowledge: '',
    origin: 'sources',
    ...body,
  });
  expect(status, text).toBe(201);
  return done(workspace, answer.backgroundJobId);
}

const reviewOf = async (v2: ApiClient, outcome: { reviewId: string }) =>
  (await v2.get(`/reviews/${outcome.reviewId}`)).body;

describe('a source', () => {
  test('becomes drafts, is reviewed, published, and answers', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const cards = await folder(v2, 'Cards', 'Debit and credit cards');
    await folder(v2, 'Loans', 'Credits and mortgages');
    const botId = await botFor(v2, cards);
    const documentId = await upload(
      workspace,
      'cards.md',
      '# Cards\n\n## How do I block my card?\n\nBlock your card in the app under Cards, at once.\n\n## Loan rates\n\nA mortgage loan has a rate of 3.5 %.',
    );
    // Right after the upload: the job waits until the document has been read.
    const { body, status } = await v2.post('/knowledge/public/bulk', { documentIds: [documentId, documentId] });
    expect([status, body.jobs.length, body.jobs[0].documentId]).toEqual([201, 1, documentId]);
    const job = await done(workspace, body.jobs[0].backgroundJobId);
    expect(job).toMatchObject({ jobStatus: 'COMPLETED', error: null, documentId });
    expect(job.outcomes.map(({ operation, title }: Record<string, string>) => [operation, title])).toEqual([
      ['ADD_ARTICLE_TO_FOLDER', 'How do I block my card?'],
      ['ADD_ARTICLE_TO_FOLDER', 'Loan rates'],
    ]);
    const review = await reviewOf(v2, job.outcomes[0]);
    expect(review).toMatchObject({
      status: 'pending',
      operation: 'ADD_ARTICLE_TO_FOLDER',
      origin: 'sources',
      evidence: [{ documentId, paragraph: 2, text: 'Block your card in the app under Cards, at once.' }],
      duplicates: [],
      conflicts: [],
      draft: { parentFolderId: cards, questions: ['How do I block my card?'], keywords: expect.any(Array) },
    });
    expect(review.reason).toContain('"Cards"');
    const ask = async () =>
      (await v2.post('/hc-interactions/events/public', { botId, content: 'How can I block my card?' })).body[1];
    expect((await ask()).usedArticles).toEqual([]);
    expect((await v2.post(`/reviews/${review.id}/approve`, { version: 1 })).status).toBe(200);
    await expect.poll(async () => (await ask()).message).toContain('in the app under Cards');
    const read = (await v2.get(`/documents/public/${documentId}`)).body;
    expect(read).toMatchObject({
      linkedJobId: job.id,
      linkedJobStatus: 'COMPLETED',
      linkedOperation: 'ADD_ARTICLE_TO_FOLDER',
      linkedKnowledgeId: review.draft.id,
      changed: false,
    });
    // The same source again: everything is live or waits already.
    const again = await draft(workspace, { documentId });
    expect(again.outcomes.map(({ operation }: { operation: string }) => operation)).toEqual([
      'DO_NOTHING',
      'DO_NOTHING',
    ]);
    expect([again.hcArticleId, again.outcomes[0].articleId]).toEqual([null, review.draft.id]);
  });

  test('that has changed changes the article that came of it', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const text = (fee: string) => `## What does a new card cost?\n\nA new card costs ${fee}. It comes by mail.`;
    const documentId = await upload(workspace, 'fees.md', text('10 EUR'));
    const first = await draft(workspace, { documentId, isDraft: false });
    expect((await v2.get('/reviews')).body.reviews).toEqual([]);
    const [live] = (await v2.get('/hc-articles/public')).body;
    expect([live.id, live.mainKnowledge]).toEqual([first.hcArticleId, 'A new card costs 10 EUR. It comes by mail.']);
    await upload(workspace, 'fees.md', text('12 EUR'));
    const second = await draft(workspace, { documentId });
    const review = await reviewOf(v2, second.outcomes[0]);
    expect(review).toMatchObject({ operation: 'UPDATE_ARTICLE', originalArticleId: live.id });
    expect(review.conflicts).toEqual([
      {
        articleId: live.id,
        title: live.title,
        kind: 'number',
        draftText: 'A new card costs 12 EUR.',
        liveText: 'A new card costs 10 EUR.',
      },
    ]);
    expect(review.diff[0].field).toBe('mainKnowledge');
    await v2.post(`/reviews/${review.id}/approve`, { version: 1 });
    // The draft has become part of its original: that is what the job wrote.
    expect((await v2.post('/knowledge/public/jobs/status', { jobIds: [second.id] })).body.jobs[0].hcArticleId).toBe(
      live.id,
    );
    expect((await v2.get(`/documents/public/${documentId}`)).body.linkedKnowledgeId).toBe(live.id);
  });

  test('that can not be read fails its job with the reason, and the next one runs', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const added = await v2.post('/documents/public', { source: 'web', documentIdsToAdd: ['http://127.0.0.1:9/x'] });
    const failed = await draft(workspace, { documentId: added.body.addedDocumentIds[0] });
    expect(failed).toMatchObject({
      jobStatus: 'FAILED',
      hcArticleId: null,
      error: expect.stringContaining('could not be read'),
    });
    expect((await draft(workspace, { candidateKnowledge: '## Fees\n\nEverything is free of charge.' })).jobStatus).toBe(
      'COMPLETED',
    );
  });
});

describe('a text', () => {
  test('that contradicts a live article changes it, and never past a reviewer', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const live = await publish(v2, FEES);
    const candidateKnowledge = '## What does a replacement card cost?\n\nA replacement card costs 12 EUR.';
    const job = await draft(workspace, { candidateKnowledge, isDraft: false });
    const review = await reviewOf(v2, job.outcomes[0]);
    expect([review.operation, review.live.version, review.conflicts[0].kind]).toEqual(['UPDATE_ARTICLE', 1, 'number']);
    expect(review.reason).toContain('contradicts a live article');
    expect(review.draft.mainKnowledge).toBe(live.mainKnowledge.replace('9 EUR', '12 EUR'));
    expect((await v2.get('/hc-articles/public')).body[0].mainKnowledge).toBe(live.mainKnowledge);
  });

  test('that says what is live leads to nothing; near-duplicates are named', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const live = await publish(v2, FEES);
    const same = await draft(workspace, { candidateKnowledge: `## ${FEES.title}\n\n${FEES.mainKnowledge}` });
    expect(same.outcomes).toMatchObject([{ operation: 'DO_NOTHING', articleId: live.id, reviewId: null }]);
    const added = await draft(workspace, {
      candidateKnowledge: `## ${FEES.title}\n\n${FEES.mainKnowledge}`,
      restrictedOps: ['ADD_ARTICLE_TO_FOLDER'],
    });
    expect(added.outcomes[0]).toMatchObject({
      operation: 'DO_NOTHING',
      reason: expect.stringContaining('not allowed'),
    });
  });

  test('is restricted to the operations that were named', async () => {
    const workspace = await kontor.createWorkspace();
    const live = await publish(workspace.v2, FEES);
    const candidateKnowledge = '## What does a replacement card cost?\n\nA replacement card costs 12 EUR.';
    const added = await draft(workspace, { candidateKnowledge, restrictedOps: ['ADD_ARTICLE_TO_FOLDER'] });
    expect(added.outcomes[0].operation).toBe('ADD_ARTICLE_TO_FOLDER');
    const review = await reviewOf(workspace.v2, added.outcomes[0]);
    expect([review.originalArticleId, review.conflicts[0].articleId]).toEqual([null, live.id]);
    const none = await draft(workspace, {
      candidateKnowledge: '## Loans\n\nA loan takes three weeks.',
      restrictedOps: ['DO_NOTHING'],
    });
    expect(none.outcomes[0]).toMatchObject({ operation: 'DO_NOTHING', articleId: null });
  });

  test('in an empty tree stands at its top, and the review says so', async () => {
    const workspace = await kontor.createWorkspace();
    const job = await draft(workspace, { candidateKnowledge: '## Fees\n\nA transfer abroad costs 5 EUR.' });
    const review = await reviewOf(workspace.v2, job.outcomes[0]);
    expect([review.draft.parentFolderId, review.reason]).toEqual([
      null,
      expect.stringContaining('There is no folder yet'),
    ]);
  });

  test('without anything to say ends without a draft', async () => {
    const workspace = await kontor.createWorkspace();
    const job = await draft(workspace, { candidateKnowledge: '## \n\n***' });
    expect([job.jobStatus, job.hcArticleId, job.outcomes[0].operation]).toEqual(['COMPLETED', null, 'DO_NOTHING']);
  });

  test('is not published directly where the workspace forbids it', async () => {
    const { v2 } = await kontor.createWorkspace();
    await v2.send('PUT', '/knowledge/settings', {
      body: JSON.stringify({ reviewRequired: true }),
      headers: { 'content-type': 'application/json' },
    });
    const answer = await v2.post('/knowledge/public', { candidateKnowledge: 'x', origin: 'sources', isDraft: false });
    expect([answer.status, answer.body.code]).toEqual([409, 'review_required']);
    expect((await v2.get('/knowledge/jobs')).body.jobs).toEqual([]);
  });
});

test('what was to be published directly waits for review when the workspace has forbidden it since', async () => {
  const workspace = await kontor.createWorkspace();
  const { v2 } = workspace;
  const documentId = await upload(workspace, 'a.md', '## Safe\n\nA spare key for the safe costs 35 EUR.');
  await expect.poll(async () => (await v2.get(`/documents/public/${documentId}`)).body.success).toBe(true);
  const setState = (state: string) =>
    adminQuery(kontor.adminUrl, 'update documents set state = $2 where document_id = $1', [documentId, state]);
  await setState('reading');
  const request = { candidateKnowledge: '', origin: 'sources', documentId, isDraft: false };
  const jobId = (await v2.post('/knowledge/public', request)).body.backgroundJobId;
  // Meanwhile others go on.
  expect((await draft(workspace, { candidateKnowledge: '## Loans\n\nA loan takes three weeks.' })).jobStatus).toBe(
    'COMPLETED',
  );
  await v2.send('PUT', '/knowledge/settings', {
    body: JSON.stringify({ reviewRequired: true }),
    headers: { 'content-type': 'application/json' },
  });
  await setState('ready');
  const job = await done(workspace, jobId);
  expect(job.outcomes[0].reason).toContain('the workspace has forbidden that since');
  expect((await v2.get('/hc-articles/public')).body).toEqual([]);
});

describe('an answer that a person gave', () => {
  test('becomes a draft under the customer’s question, without personal data', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const botId = await botFor(v2, await folder(v2, 'All'));
    const say = async (body: object) => (await v2.post('/hc-interactions/events/public', body)).body;
    const [asked] = await say({ botId, content: 'Can I pay my IBAN DE89370400440532013000 abroad?' });
    const nothing = await draft(workspace, { hcEventId: asked.id, origin: 'inbox' });
    expect(nothing.outcomes[0]).toMatchObject({
      operation: 'DO_NOTHING',
      reason: expect.stringContaining('No person'),
    });
    await say({
      interactionId: asked.interactionId,
      role: 'agent',
      content: 'Hello Anna,\n\nYes, you can pay abroad in 20 countries.\n\nKind regards',
    });
    const job = await draft(workspace, { hcEventId: asked.id, origin: 'inbox' });
    const review = await reviewOf(v2, job.outcomes[0]);
    expect(review.draft).toMatchObject({
      questions: ['Can I pay my IBAN [iban] abroad?'],
      mainKnowledge: 'Yes, you can pay abroad in 20 countries.',
      origin: 'inbox',
    });
  });
});

describe('what customers asked in vain', () => {
  test('is drafted from the sources that answer it', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const botId = await botFor(v2, await folder(v2, 'All'));
    await publish(v2, FEES);
    await upload(
      workspace,
      'help.md',
      '## Joint accounts\n\nYou can open a joint account with your partner in the app.\n\n## Loans\n\nA loan takes three weeks.',
    );
    for (const content of [
      'Can I open a joint account?',
      'open a joint account with my wife',
      'Do you sell elephants?',
      'Do you sell elephants?',
    ]) {
      const [, reply] = (await v2.post('/hc-interactions/events/public', { botId, content })).body;
      expect(reply.type).toBe('escalation');
    }
    const { matters } = (await v2.get('/knowledge/unanswered')).body;
    expect(matters.map(({ count }: { count: number }) => count)).toEqual([2, 2]);
    const { body } = await v2.post('/knowledge/magic-articles', {});
    const job = await done(workspace, body.backgroundJobId);
    const byOperation = Object.fromEntries(
      job.outcomes.map((outcome: { operation: string }) => [outcome.operation, outcome]),
    );
    expect(job.outcomes).toHaveLength(2);
    expect(byOperation.DO_NOTHING.reason).toContain('no source answers it');
    const review = await reviewOf(v2, byOperation.ADD_ARTICLE_TO_FOLDER);
    expect(review.draft).toMatchObject({
      title: 'Joint accounts',
      origin: 'generated',
      questions: ['Can I open a joint account?', 'open a joint account with my wife'],
    });
    expect(review.evidence.map(({ paragraph }: { paragraph: number | null }) => paragraph)).toEqual([null, 1]);
    const one = await v2.post('/knowledge/magic-articles', { question: 'Do you sell elephants?' });
    expect((await done(workspace, one.body.backgroundJobId)).outcomes).toMatchObject([{ operation: 'DO_NOTHING' }]);
  });
});

describe('a draft that a person writes', () => {
  test('is compared with what is live, and again when it changes', async () => {
    const { v2 } = await kontor.createWorkspace();
    const live = await publish(v2, FEES);
    const write = { ...FEES, title: 'New card', mainKnowledge: 'A replacement card costs 12 EUR.', isDraft: true };
    const { id } = await publish(v2, write);
    const review = async () => reviewOf(v2, { reviewId: (await v2.get('/reviews')).body.reviews[0].id });
    await expect.poll(async () => (await review()).conflicts).toHaveLength(1);
    expect((await review()).conflicts[0]).toMatchObject({ articleId: live.id, kind: 'number' });
    const change = { title: FEES.title, mainKnowledge: FEES.mainKnowledge };
    await v2.send('PUT', `/hc-articles/${id}/public`, {
      body: JSON.stringify(change),
      headers: { 'content-type': 'application/json' },
    });
    await expect.poll(async () => (await review()).duplicates).toHaveLength(1);
    expect(await review()).toMatchObject({ conflicts: [], duplicates: [{ articleId: live.id, similarity: 1 }] });
  });
});

describe('jobs of a workspace', () => {
  test('run one after the other in the order of their requests, so that none drafts twice', async () => {
    const workspace = await kontor.createWorkspace();
    const { v2 } = workspace;
    const text = { candidateKnowledge: '## Overdraft\n\nAn overdraft costs 9 % a year.', origin: 'sources' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => v2.post('/knowledge/public', text)));
    const jobIds = answers.map(({ body }) => body.backgroundJobId);
    for (const jobId of jobIds) await done(workspace, jobId);
    const { rows } = await adminQuery(
      kontor.adminUrl,
      `select count(*)::int as overlaps from drafting_jobs a join drafting_jobs b using (workspace_id)
       where workspace_id = $1 and a.job_id <> b.job_id and a.started_at > b.started_at and a.started_at < b.completed_at`,
      [workspace.workspaceId],
    );
    expect(rows[0].overlaps).toBe(0);
    expect((await v2.get('/hc-articles/public?type=draft')).body).toHaveLength(1);
    const page = (await v2.get('/knowledge/jobs?limit=4')).body;
    const rest = (await v2.get(`/knowledge/jobs?limit=4&cursor=${page.nextCursor}`)).body;
    expect([page.jobs.length, rest.jobs.length, rest.nextCursor]).toEqual([4, 2, null]);
  });

  test('with a wrong request are refused with the place', async () => {
    const { v2 } = await kontor.createWorkspace();
    const refused = async (path: string, body: object) => {
      const answer = await v2.post(path, body);
      return [answer.status, answer.body.errors?.[0]?.path ?? answer.body.code];
    };
    const text = { candidateKnowledge: 'x', origin: 'sources' };
    expect(await refused('/knowledge/public', { origin: 'sources' })).toEqual([400, '/candidateKnowledge']);
    expect(await refused('/knowledge/public', { ...text, candidateKnowledge: ' ' })).toEqual([
      400,
      '/candidateKnowledge',
    ]);
    expect(await refused('/knowledge/public', { ...text, origin: 'web' })).toEqual([400, '/origin']);
    expect(await refused('/knowledge/public', { ...text, restrictedOps: [] })).toEqual([400, '/restrictedOps']);
    expect(await refused('/knowledge/public', { ...text, documentId: 'x' })).toEqual([404, 'document_not_found']);
    expect(await refused('/knowledge/public', { ...text, hcEventId: 'x' })).toEqual([404, 'event_not_found']);
    expect(await refused('/knowledge/public', { ...text, botId: 'x' })).toEqual([404, 'bot_not_found']);
    expect(await refused('/knowledge/public/bulk', { documentIds: [] })).toEqual([400, '/documentIds']);
    expect(await refused('/knowledge/public/bulk', { documentIds: ['x'] })).toEqual([404, 'document_not_found']);
    expect(await refused('/knowledge/public/jobs/status', { jobIds: ['x'] })).toEqual([404, 'job_not_found']);
    expect(await refused('/knowledge/magic-articles', { since: 5, until: 5 })).toEqual([400, '/since']);
    expect((await v2.get('/knowledge/jobs/x')).body.code).toBe('job_not_found');
  });
});
