import { failure, type Tool, type ToolCall } from '../tool.ts';
import type { Pick } from '../tools.ts';
import { answerOf, compose } from './compose.ts';
import { followUntil } from './follow.ts';
import { searchKnowledge } from './search-knowledge.ts';

interface Reply {
  id: string;
  interactionId: string;
  role: string;
  type: string;
  message: string;
  choices?: unknown;
  usedArticles?: { id: string; title: string }[];
}

const askBot: Tool = {
  name: 'ask_bot',
  title: 'Ask a bot as a customer would',
  description:
    'Sends a message to a bot and answers what it replies, with the articles that it used. Begins a conversation with botId (list_bots), or goes on with conversationId. It is stored like any conversation; explain_answer tells how a reply came about.',
  input: {
    type: 'object',
    properties: {
      message: { type: 'string', maxLength: 20_000, description: 'What the customer says.' },
      botId: { type: 'string', description: 'The bot to begin a conversation with.' },
      conversationId: { type: 'string', description: 'The conversation that goes on.' },
      customer: {
        type: 'object',
        properties: {
          externalId: { type: 'string', description: 'Your id of a user of this workspace.' },
          email: { type: 'string', description: 'Or their address.' },
        },
        additionalProperties: false,
        description: 'Who asks, if the answer depends on it. Default: somebody unknown.',
      },
    },
    required: ['message'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      conversationId: { type: 'string', description: 'To go on with.' },
      replies: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            messageId: { type: 'string', description: 'For explain_answer.' },
            kind: { type: 'string', description: '`message`, or `escalation`: it hands over to a person.' },
            text: { type: 'string', description: 'What the bot says.' },
            choices: { description: 'What it lets the customer choose from.' },
            articles: { type: 'array', items: { type: 'object' }, description: 'What it answered from.' },
          },
          required: ['messageId', 'kind', 'text'],
          description: 'A reply.',
        },
        description: 'Empty while a person has taken the conversation over.',
      },
    },
    required: ['conversationId', 'replies'],
    description: 'What the bot replied.',
  },
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  operations: ['generateAnswer'],
  async run(call, { message, botId, conversationId, customer }) {
    if ((botId === undefined) === (conversationId === undefined)) {
      return failure('invalid_arguments', 'Send either botId or conversationId.', [
        { path: '/botId', message: 'or conversationId is required, not both' },
      ]);
    }
    const metadata = { source: 'mcp', ...(customer !== undefined && { user_attributes: customer }) };
    const body = {
      content: message,
      ...(botId === undefined ? { interactionId: conversationId } : { botId }),
      metadata,
    };
    const names = {
      '/content': '/message',
      '/interactionId': '/conversationId',
      '/metadata/user_attributes': '/customer',
    };
    return compose(await call.invoke('generateAnswer', { body }), names, (answer) => {
      const events = answer as Reply[];
      const replies = events.filter(({ role }) => role === 'finibot').map(describeReply);
      return { conversationId: events[0]?.interactionId ?? conversationId, replies };
    });
  },
};

const describeReply = ({ id, type, message, choices, usedArticles }: Reply) => ({
  messageId: id,
  kind: type,
  text: message,
  ...(choices !== null && choices !== undefined && { choices }),
  ...(usedArticles && { articles: usedArticles }),
});

const runTestSuite: Tool = {
  name: 'run_test_suite',
  title: 'Run a test suite and wait',
  description:
    'Asks the bot all questions of a suite and tells which answers are not what was expected; with draftId, what publishing that draft would change. Waits up to 20 seconds; call again with runId if it is not done. Suites: call_operation listTestSuites.',
  input: {
    type: 'object',
    properties: {
      suiteId: { type: 'string', description: 'The suite.' },
      draftId: { type: 'string', description: 'A draft to try, as if it were live.' },
      runId: { type: 'string', description: 'A run that was begun before: only waits for it.' },
    },
    required: ['suiteId'],
    additionalProperties: false,
  },
  output: { type: 'object', description: 'The run: its status, and what the bot did with each question.' },
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  operations: ['runTestSuite', 'getTestSuiteRun'],
  isRepeatable: ({ runId }) => runId !== undefined,
  async run(call, { suiteId, draftId, runId }) {
    const suiteRunId = (runId as string | undefined) ?? (await beginSuite(call, suiteId, draftId));
    if (typeof suiteRunId !== 'string') return suiteRunId;
    return followUntil(
      () => call.invoke('getTestSuiteRun', { params: { suiteId, suiteRunId } }),
      (run) => !['queued', 'running'].includes((run as { status: string }).status),
      { '/suiteRunId': '/runId' },
    );
  },
};

async function beginSuite(call: ToolCall, suiteId: unknown, draftId: unknown) {
  const begun = await call.invoke('runTestSuite', {
    params: { suiteId },
    body: draftId === undefined ? {} : { draftId },
  });
  return answerOf(begun, {}, (run) => (run as { id: string }).id);
}

/** For keys of the workspace. */
export const agentTools: readonly Pick[] = [
  {
    operationId: 'getOverview',
    name: 'get_overview',
    title: 'What needs a person now',
    description: 'Drafts that wait for review, conversations that wait for a person, jobs that failed: where to begin.',
  },
  {
    operationId: 'listBots',
    name: 'list_bots',
    title: 'List the bots',
    description: 'The support bots of the workspace with their ids.',
  },
  askBot,
  {
    operationId: 'getTrace',
    name: 'explain_answer',
    title: 'Explain a bot’s answer',
    description:
      'How a reply of a bot came about: the articles that it considered, their scores, the decision. eventId is the messageId of the reply.',
  },
  {
    operationId: 'listInbox',
    name: 'find_conversations',
    title: 'Find conversations',
    description:
      'Conversations of customers by words, status, tag, bot or time, the latest first, in a few lines each. read_conversation has their messages.',
  },
  {
    operationId: 'getConversation',
    name: 'read_conversation',
    title: 'Read a conversation',
    description: 'All messages of one conversation.',
  },
  searchKnowledge,
  {
    operationId: 'getArticles',
    name: 'read_articles',
    title: 'Read articles',
    description: 'Articles as a whole, by the ids that search_knowledge found.',
  },
  {
    operationId: 'createArticle',
    name: 'write_article',
    title: 'Write an article',
    description:
      'A new article for bots to answer from. Send isDraft: true, so that it waits in Review and Approvals; without it, it is live at once. Search first: a change of what is there is better than a second article.',
  },
  {
    operationId: 'listReviews',
    name: 'list_reviews',
    title: 'List drafts in review',
    description: 'Drafts that wait to be approved, with what approving each does. get_review has the whole of one.',
  },
  {
    operationId: 'getReview',
    name: 'get_review',
    title: 'Read a draft in review',
    description:
      'The draft, what is live now, the difference, what it is based on, and which live articles it contradicts or repeats.',
  },
  {
    operationId: 'approveReview',
    name: 'approve_review',
    title: 'Approve a draft: it goes live',
    description: 'Publishes a draft. Read it with get_review first and send the version that you read.',
  },
  runTestSuite,
];
