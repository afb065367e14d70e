/** What the skill pack knows of each operation: whose it is, and what has to come before it. */
import type { Document, Operation, Schema } from './schema-types.ts';

/**
 * `read`: changes nothing. `draft`: changes what no customer meets, and can be taken back. `live`: changes what customers
 * meet, or can not be taken back; somebody has to say yes to each.
 */
type Gate = 'read' | 'draft' | 'live';

export interface SkillOperation {
  skill: string;
  gate: Gate;
  method: string;
  path: string;
  /** Any one of them will do. */
  scopes: string[];
  /** Names; `*` behind those that are required. */
  query: string[];
  /** `{}` behind an empty list: any fields, or one value. */
  body: string[] | null;
  isForm: boolean;
  summary: string;
}

const SKILL_OF_TAG: Readonly<Record<string, string>> = {
  Users: 'bank-data',
  Accounts: 'bank-data',
  'Manual upload': 'bank-data',
  'Connecting a bank': 'bank-data',
  Categorization: 'bank-data',
  'Analysis runs': 'bank-data',
  'Analysis of a person': 'bank-data',
  'Analysis of a company': 'bank-data',
  Cockpits: 'bank-data',
  Webhooks: 'bank-data',
  Integrations: 'contract',
  Bots: 'agent-configuration',
  'Language model': 'agent-configuration',
  Rules: 'agent-configuration',
  Tags: 'agent-configuration',
  Attributes: 'agent-configuration',
  Actions: 'agent-configuration',
  Widget: 'agent-configuration',
  Conversations: 'conversations',
  Sources: 'sources',
  Articles: 'knowledge',
  Folders: 'knowledge',
  'Review and Approvals': 'knowledge',
  Drafting: 'knowledge',
  'Test suites': 'test-and-improve',
};
/** Where an operation serves another skill than its neighbours in the reference. */
const SKILL_OF_OPERATION: Readonly<Record<string, string>> = {
  generateAnswer: 'generate-answer',
  getTrace: 'generate-answer',
  getRegion: 'agent-configuration',
  setRegion: 'agent-configuration',
  listUnanswered: 'test-and-improve',
  draftMagicArticles: 'test-and-improve',
  judgeEvent: 'test-and-improve',
};

/** They are asked by POST, and store nothing. */
const READS_BY_POST = new Set([
  ...['getArticles', 'getJobStates', 'checkRule', 'simulateRule', 'proposeEndpoints', 'tryCategorizationRule'],
  ...['initializeTree', 'crawlLinks', 'tryEndpoint', 'tryAttribute', 'tryAction'],
]);
/** Everything else that writes is live: what is new here must be thought of before it is called harmless. */
const DRAFTS = new Set([
  ...['createUser', 'uploadAccounts', 'updateAccounts', 'updateTransactions', 'addTransactions', 'importFiles'],
  ...['triggerAnalysis', 'cancelAnalysis', 'correctCategory', 'correctCategories', 'decideContract', 'testWebhook'],
  ...['connectBank', 'manageBanks', 'syncLogin', 'revokeCockpit'],
  ...['createAgent', 'createIntegration', 'createEndpoint', 'changeEventTags'],
  ...['forkDraft', 'createFolder', 'persistTree', 'requestChanges', 'draftKnowledge', 'draftFromDocuments'],
  ...['draftMagicArticles', 'addDocuments', 'uploadFiles', 'refreshDocuments', 'registerResources', 'startCrawl'],
  ...['draftRule', 'refineRule', 'createRuleDraft', 'duplicateRule', 'createTestSuite', 'updateTestSuite'],
  ...['runTestSuite', 'judgeEvent', 'generateAnswer', 'checkLanguageModel'],
]);

/** Every operation that a key or a client of a workspace opens, by its id. */
export function skillOperations(document: Document): Record<string, SkillOperation> {
  const entries: [string, SkillOperation][] = [];
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const name = operation.operationId;
      const scopes = (operation.security ?? []).flatMap((way) => [...(way.token ?? []), ...(way.key ?? [])]);
      if (scopes.length > 0 || name === 'getStatus')
        entries.push([name, describe(document, path, method, operation, scopes)]);
    }
  }
  return Object.fromEntries(entries);
}

function describe(
  document: Document,
  path: string,
  method: string,
  operation: Operation & { tags?: string[] },
  scopes: string[],
): SkillOperation {
  const { operationId: name, parameters = [], requestBody, summary, tags = [] } = operation;
  const [media, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const isRead = method === 'get' || READS_BY_POST.has(name);
  return {
    skill: SKILL_OF_OPERATION[name] ?? SKILL_OF_TAG[tags[0] ?? ''] ?? 'coordinator',
    gate: isRead ? 'read' : DRAFTS.has(name) ? 'draft' : 'live',
    method: method.toUpperCase(),
    path,
    scopes,
    query: parameters.filter((one) => one.in === 'query').map((one) => one.name + (one.required ? '*' : '')),
    body: content ? fieldsOf(document, content.schema) : null,
    isForm: media === 'multipart/form-data',
    summary,
  };
}

function fieldsOf(document: Document, schema: Schema): string[] {
  const found = schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema;
  return Object.keys(found?.properties ?? {}).map((name) => name + (found?.required?.includes(name) ? '*' : ''));
}
