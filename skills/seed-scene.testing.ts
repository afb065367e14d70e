/** A workspace with one of everything that the skills' commands speak of, by the names that they use. */
import type { Kontor } from 'kontor-sdk';

const article = (title: string, answer: string, question: string, parentFolderId: string) => ({
  ...{ title, mainKnowledge: answer, questions: [question], keywords: [title], parentFolderId },
  ...{ agentInstruction: '', escalation: false },
});

export async function seedScene(kontor: Kontor): Promise<Record<string, string>> {
  const known = await seedKnowledge(kontor);
  const { BOT_ID: botId, DOCUMENT_ID: documentId } = known;
  const [user, talk, old] = await Promise.all([
    kontor.createUser({ body: { type: 'person', externalId: 'crm-4711', automaticAnalysis: 'suspended' } }),
    kontor.generateAnswer({ body: { botId, content: 'Can I get a mortgage?' } }),
    kontor.generateAnswer({ body: { botId, content: 'Hello' } }),
  ]);
  const accounts = [{ accountId: 'old', accountNumber: '1', balance: 1, currency: 'EUR', transactions: [] }];
  await kontor.uploadAccounts({ userId: user.userId, body: { accounts } });
  const { correlationId } = await kontor.triggerAnalysis({ userId: user.userId });
  await kontor.waitForAnalysis({ userId: user.userId, correlationId });
  const { jobs } = await kontor.draftFromDocuments({ body: { documentIds: [documentId] } });
  const magic = await kontor.draftMagicArticles({ body: {} });
  return {
    ...known,
    ...(await seedConfiguration(kontor, botId)),
    USER_ID: user.userId,
    CONVERSATION_ID: talk[0]?.interactionId ?? '',
    EVENT_ID: talk.at(-1)?.id ?? '',
    OLD_CONVERSATION_ID: old[0]?.interactionId ?? '',
    JOB_ID: jobs[0]?.backgroundJobId ?? '',
    MAGIC_JOB_ID: magic.backgroundJobId,
  };
}

async function seedKnowledge(kontor: Kontor) {
  const { id: botId } = await kontor.createAgent({ body: { name: 'Robin' } });
  const folder = (title: string) => kontor.createFolder({ body: { title, description: title, parentFolderId: '' } });
  const { id: folderId } = await folder('Cards');
  await kontor.assignFolders({ body: { junctions: [{ folderId, botId, action: 'ADD' }] } });
  const create = (body: ReturnType<typeof article> & { isDraft?: boolean }) => kontor.createArticle({ body });
  const live = await create(
    article('Block a card', 'Block your card in the app.', 'How do I block my card?', folderId),
  );
  const other = await create(article('Card fees', 'A card costs 5 EUR a year.', 'What does a card cost?', folderId));
  const draft = article('Card abroad', 'Your card works abroad.', 'Does my card work abroad?', folderId);
  await create({ ...draft, isDraft: true });
  const { reviews } = await kontor.listReviews({ query: { status: 'pending' } });
  const { id: draftId } = await kontor.forkDraft({ articleId: live.id });
  const form = new FormData();
  form.append('file', new Blob(['# Safe\n\n## What does a safe cost?\n\nA safe costs 40 EUR a year.\n']), 'safe.md');
  const { addedDocumentIds } = await kontor.uploadFiles({ body: form });
  const cases = [{ question: 'Can I get a mortgage?', expectedArticleId: null }];
  const suite = await kontor.createTestSuite({ body: { botId, name: 'Golden', cases } });
  return {
    ...{ BOT_ID: botId, FOLDER_ID: folderId, ARTICLE_ID: live.id, OTHER_ARTICLE_ID: other.id, DRAFT_ID: draftId },
    ...{ REVIEW_ID: reviews[0]?.id ?? '', DOCUMENT_ID: addedDocumentIds[0] ?? '', SUITE_ID: suite.id },
  };
}

async function seedConfiguration(kontor: Kontor, botId: string) {
  const steps = [{ id: 'over', kind: 'escalate' as const, reason: 'A wish', text: 'A colleague takes over.' }];
  const rule = { name: 'Wish', description: 'The customer has a wish about the branch.', flowConfig: { steps } };
  const live = await kontor.createRule({ body: { ...rule, botIds: [botId] } });
  const draft = await kontor.createRule({ body: { ...rule, name: 'Another', isDraft: true } });
  const { id: tagGroupId } = await kontor.createTagGroup({ body: { title: 'Topic' } });
  const tag = await kontor.createTag({ tagGroupId, body: { tagName: 'Loan' } });
  const { id: integrationId } = await kontor.createIntegration({ body: { name: 'Customers' } });
  const body = { baseUrl: 'https://sandbox.example.com', key: 'a-key-of-the-sandbox' };
  await kontor.saveEnvironment({ integrationId, environment: 'sandbox', body });
  const endpoint = await kontor.createEndpoint({
    integrationId,
    body: {
      ...{ name: 'find', kind: 'read', method: 'GET', path: '/customer', query: { email: '{email}' } },
      inputs: [{ name: 'email', type: 'string', required: true }],
      outputs: [{ name: 'plan', type: 'string' }],
    },
  });
  return {
    ...{ RULE_ID: live.id, RULE_DRAFT_ID: draft.id, TAG_ID: tag.id },
    ...{ INTEGRATION_ID: integrationId, ENDPOINT_ID: endpoint.id },
  };
}
