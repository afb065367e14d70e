// Long because it is the table that parser, help, completion, docs/cli.md and the table of operations are made of.
import { ANALYSES } from './analyses.ts';
import type { Argument, Command, Option } from './command.types.ts';

/** What the first word of several commands stands for. */
export const GROUPS: Readonly<Record<string, string>> = {
  users: 'The people and companies whose bank data is analysed.',
  webhooks: 'What Kontor tells your systems.',
  knowledge: 'Articles: from sources to drafts, through review, to what is live.',
  rules: 'Rules, articles, prompts, tags, attributes and actions as files in git.',
  'test-suite': 'Golden sets of questions, for people and for CI.',
  contract: 'The endpoints that an agent calls in your systems.',
};

const user: Argument = { name: 'user-id', summary: 'The user, as “kontor users list” shows it.' };
const yes: Option = { summary: 'Does not ask; for scripts.' };
const folder: Option = { summary: 'The folder with the files. Default: kontor.', value: 'DIR' };
const KINDS = ['rules', 'articles', 'prompts', 'tags', 'attributes', 'actions'] as const;
const only: Option = { summary: 'Only these kinds, separated by commas.', value: 'KINDS', many: true, choices: KINDS };
const bot: Option = { summary: 'The bot; not needed where there is only one.', value: 'ID' };

export const COMMANDS: readonly Command[] = [
  {
    words: 'login',
    summary: 'Keeps a key or client for the commands that follow.',
    details:
      'Asks for an API key (opens /v2) and a client (opens /api) without showing them, tries them, and keeps them in a file that only you can read. Where nobody can be asked it reads the credentials.json of a server, or a key alone, from the standard input. Secrets are never taken as arguments: others on the machine could see them.',
    example: 'login --url https://kontor.example.com',
    operations: ['getWorkspace', 'issueToken'],
  },
  {
    words: 'logout',
    summary: 'Forgets the credentials of a profile.',
    example: 'logout --profile staging',
  },
  {
    words: 'profiles',
    summary: 'Lists the profiles, or makes one the current one.',
    arguments: [{ name: 'name', summary: 'The profile that commands use from now on.', optional: true }],
    example: 'profiles staging',
  },
  {
    words: 'doctor',
    summary: 'Looks whether everything is well, and says what to do where it is not.',
    details:
      'Address, version, database and worker, clock, key and client with their scopes, webhooks that fail, endpoints that were cut off, calls of unknown outcome. Ends with 1 when something is broken.',
    example: 'doctor',
    operations: [
      'getReadiness',
      'getLiveness',
      'getStatus',
      'getWorkspace',
      'issueToken',
      'listWebhooks',
      'listActionRuns',
      'getHealthOverview',
    ],
  },
  {
    words: 'users list',
    summary: 'Lists users, newest first.',
    options: {
      type: { summary: 'Only these.', value: 'TYPE', choices: ['person', 'company'] },
      search: { summary: 'A part of the address, of your own id, or of a company’s name.', value: 'TEXT' },
      'external-id': { summary: 'Only the user with this id of yours.', value: 'ID' },
      limit: { summary: 'At most so many. Default: 100; 0: all.', value: 'N' },
    },
    example: 'users list --search example.com',
    operations: ['listUsers'],
  },
  {
    words: 'users show',
    summary: 'Shows a user.',
    arguments: [user],
    example: 'users show 0199a0de-0000-7000-8000-000000000000',
    operations: ['getUser'],
  },
  {
    words: 'users create',
    summary: 'Creates a user and prints their id.',
    options: {
      type: {
        summary: 'Decides which analyses there are. Default: person.',
        value: 'TYPE',
        choices: ['person', 'company'],
      },
      'external-id': { summary: 'Your own id of the user.', value: 'ID' },
      email: { summary: 'The address that the agent finds the same customer by.', value: 'ADDRESS' },
      'expires-in': { summary: 'Deletes the user after this ISO 8601 duration: P7D, PT12H.', value: 'DURATION' },
      suspended: { summary: 'Uploads and imports start no analysis by themselves.' },
    },
    example: 'users create --external-id crm-4711 --expires-in P1D',
    operations: ['createUser'],
  },
  {
    words: 'users delete',
    summary: 'Erases a user with everything that is known of them.',
    details: 'For good: bank data, analyses, conversations. Says how many rows of each kind are gone.',
    arguments: [user],
    options: { yes },
    example: 'users delete 0199a0de-0000-7000-8000-000000000000 --yes',
    operations: ['getUser', 'deleteUser'],
  },
  {
    words: 'users export',
    summary: 'Writes all that is stored about a user as JSON.',
    arguments: [user],
    options: {
      output: { summary: 'Into this file, readable by you only; default: the standard output.', value: 'FILE' },
    },
    example: 'users export 0199a0de-0000-7000-8000-000000000000 --output user.json',
    operations: ['exportUser'],
  },
  {
    words: 'upload',
    summary: 'Uploads accounts with their transactions (JSON) to a user.',
    details: 'The file is the body of the call, {"accounts": […]}, or the list alone. Everything is stored or nothing.',
    arguments: [user, { name: 'file', summary: 'A JSON file; - is the standard input.' }],
    example: 'upload 0199a0de-0000-7000-8000-000000000000 accounts.json',
    operations: ['uploadAccounts'],
  },
  {
    words: 'import',
    summary: 'Imports files of banks: CAMT, MT940, CSV, OFX, QIF and others.',
    arguments: [user, { name: 'file', summary: 'Files as the bank gives them, archives too.', many: true }],
    options: {
      account: { summary: 'The account of a file that names none.', value: 'ID' },
      mapping: { summary: 'Which column of a CSV means what (JSON, see docs/import.md).', value: 'FILE' },
      strict: { summary: 'Refuses everything when a single row can not be read.' },
      'dry-run': { summary: 'Says what would be stored, and stores nothing.' },
    },
    example: 'import 0199a0de-0000-7000-8000-000000000000 statement.xml january.csv',
    operations: ['importFiles'],
  },
  {
    words: 'analyze',
    summary: 'Starts the analysis of a user’s bank data.',
    arguments: [user],
    options: {
      wait: { summary: 'Waits until it is done, and shows how far it is.' },
      timeout: { summary: 'How long to wait at most, in seconds. Default: 600.', value: 'SECONDS' },
    },
    example: 'analyze 0199a0de-0000-7000-8000-000000000000 --wait',
    operations: ['triggerAnalysis', 'pollAnalysis'],
  },
  {
    words: 'analysis',
    summary: 'Shows a result: income, spending, risk, contracts, transactions …',
    arguments: [{ name: 'result', summary: 'What to show.', choices: Object.keys(ANALYSES) }, user],
    example: 'analysis income 0199a0de-0000-7000-8000-000000000000 --json',
    operations: Object.values(ANALYSES),
  },
  {
    words: 'webhooks list',
    summary: 'Lists the webhooks and how their endpoints do.',
    example: 'webhooks list',
    operations: ['listWebhooks'],
  },
  {
    words: 'webhooks listen',
    summary: 'Prints events as they happen, and forwards them to your machine.',
    details:
      'Needs no address that Kontor can reach: it asks Kontor for the events and sends them to your receiver itself, signed like a webhook by a secret of this machine, which it prints at the start. Ends with Ctrl+C.',
    options: {
      'forward-to': { summary: 'Your receiver: a port, or an address.', value: 'URL' },
      events: { summary: 'Only these types, separated by commas.', value: 'TYPES', many: true },
      since: { summary: 'Begins with what has happened since then (ISO 8601). Default: now.', value: 'TIME' },
      count: { summary: 'Ends after so many events.', value: 'N' },
    },
    example: 'webhooks listen --forward-to 3000/hooks/kontor --events analysis.completed',
    operations: ['listEvents'],
  },
  {
    words: 'webhooks trigger',
    summary: 'Sends a test event to a webhook, or an example to your machine.',
    details:
      'With --webhook Kontor sends webhook.test and the command says what the endpoint answered. With --forward-to an example of the event is made from the reference and sent to your receiver, signed by the secret of “webhooks listen”.',
    arguments: [{ name: 'event', summary: 'The event of the example. Default: webhook.test.', optional: true }],
    options: {
      webhook: { summary: 'The webhook that is tested.', value: 'ID' },
      'forward-to': { summary: 'Your receiver: a port, or an address.', value: 'URL' },
    },
    example: 'webhooks trigger analysis.completed --forward-to 3000/hooks/kontor',
    operations: ['testWebhook', 'getWebhookDelivery', 'listWebhookEvents'],
  },
  {
    words: 'bots',
    summary: 'Lists the bots that answer.',
    example: 'bots',
    operations: ['listBots'],
  },
  {
    words: 'ask',
    summary: 'Asks a bot as a customer would, and shows what the answer stands on.',
    arguments: [{ name: 'message', summary: 'What the customer writes.' }],
    options: {
      bot,
      conversation: { summary: 'Goes on with this conversation.', value: 'ID' },
      email: { summary: 'The customer: as your server would name them.', value: 'ADDRESS' },
      'external-id': { summary: 'The customer, by your own id.', value: 'ID' },
      trace: { summary: 'Shows how the answer came about.' },
    },
    example: 'ask "I lost my card"',
    operations: ['generateAnswer', 'listBots', 'getTrace'],
  },
  {
    words: 'knowledge import',
    summary: 'Reads files and pages and drafts articles from them.',
    details:
      'Waits until each source was read and each job has decided, and says what became of every part. Drafts wait for review.',
    arguments: [
      { name: 'source', summary: 'Files (Markdown, HTML, text, PDF, DOCX) or addresses of pages.', many: true },
    ],
    options: {
      bot: { summary: 'Files new articles into folders that this bot answers from.', value: 'ID' },
      instructions: { summary: 'How drafts shall be written; followed only with a language model.', value: 'TEXT' },
      'read-only': { summary: 'Reads the sources, and drafts nothing yet.' },
    },
    example: 'knowledge import cards.md https://example.com/help/cards',
    operations: ['uploadFiles', 'addDocuments', 'getDocument', 'draftFromDocuments', 'getJob'],
  },
  {
    words: 'knowledge review',
    summary: 'Lists what waits for review, shows one, and decides about it.',
    details:
      'Without an id: the queue. With one: the draft beside what is live, its evidence, twins and contradictions. Approving publishes the draft.',
    arguments: [{ name: 'review-id', summary: 'The review, as the list shows it.', optional: true }],
    options: {
      approve: { summary: 'Publishes the draft, after a question.' },
      reject: { summary: 'Drops the draft, and says why.', value: 'REASON' },
      'request-changes': { summary: 'Gives it back to its author, and says why.', value: 'REASON' },
      status: {
        summary: 'Which ones the list shows. Default: pending.',
        value: 'STATUS',
        choices: ['pending', 'changes_requested', 'approved', 'rejected'],
      },
      yes,
    },
    example: 'knowledge review 0199a0de-0000-7000-8000-000000000000 --approve',
    operations: ['listReviews', 'getReview', 'approveReview', 'rejectReview', 'requestChanges'],
  },
  {
    words: 'knowledge publish',
    summary: 'Publishes drafts past the queue, after a question.',
    details:
      'The audit log keeps that it was past the review, and a workspace can forbid it. The usual way is “knowledge review”.',
    arguments: [{ name: 'article-id', summary: 'Drafts of articles.', many: true }],
    options: { yes },
    example: 'knowledge publish 0199a0de-0000-7000-8000-000000000000',
    operations: ['getArticles', 'publishArticle'],
  },
  {
    words: 'rules pull',
    summary: 'Writes what is live into files that git can compare.',
    details:
      'Rules, prompts, tags, attributes and actions as YAML, articles as Markdown, and kontor.lock.json, which says what they were when they were pulled: commit all of it. Files that you have changed stay as they are.',
    options: {
      dir: folder,
      only,
      force: { summary: 'Overwrites files that were changed here: what you have in git stays in git.' },
    },
    example: 'rules pull --dir kontor',
    operations: [
      'listRules',
      'listArticles',
      'getFolderTree',
      'listBots',
      'getPrompt',
      'listTagGroups',
      'listTags',
      'listAttributes',
      'listActions',
    ],
  },
  {
    words: 'rules diff',
    summary: 'Shows what a push would change, and what has changed on the server.',
    details: 'Ends with 0 when nothing differs, and with 1 when something does.',
    options: { dir: folder, only },
    example: 'rules diff',
    operations: [],
  },
  {
    words: 'rules push',
    summary: 'Makes drafts of what was changed here; asks before anything goes live.',
    details:
      'Rules and articles become drafts, which somebody publishes. Prompts, tags, attributes and actions have no drafts: they are listed and asked about. Nothing at all is pushed when the server has changed what you have changed (5).',
    options: {
      dir: folder,
      only,
      publish: { summary: 'Makes drafts of rules and articles live at once, after a question.' },
      delete: { summary: 'Deletes on the server what was deleted here, after a question.' },
      'drafts-only': { summary: 'Leaves out what has no drafts.' },
      yes: { summary: 'Agrees to all of it in advance; for CI.' },
    },
    example: 'rules push --yes',
    operations: [
      'createRule',
      'createRuleDraft',
      'updateRule',
      'publishRule',
      'deleteRule',
      'checkRule',
      'createArticle',
      'forkDraft',
      'updateArticle',
      'publishArticle',
      'moveArticle',
      'deleteArticle',
      'savePromptPublic',
      'listPromptVersions',
      'createTagGroup',
      'updateTagGroup',
      'deleteTagGroup',
      'createTag',
      'updateTag',
      'deleteTag',
      'createAttribute',
      'saveAttribute',
      'deleteAttribute',
      'createAction',
      'saveAction',
      'deleteAction',
    ],
  },
  {
    words: 'rules validate',
    summary: 'Checks the files: shapes and references here, rules also by the server.',
    details: 'Names file, line and path of every mistake. Ends with 1 when there is one.',
    options: { dir: folder, only, offline: { summary: 'Asks no server.' } },
    example: 'rules validate --offline',
    operations: ['checkRule'],
  },
  {
    words: 'test-suite list',
    summary: 'Lists the test suites.',
    example: 'test-suite list',
    operations: ['listTestSuites'],
  },
  {
    words: 'test-suite run',
    summary: 'Asks a bot all questions of a suite; ends with 1 when one is answered wrongly.',
    arguments: [
      {
        name: 'suite-id',
        summary: 'The suite, as “test-suite list” shows it; not needed where there is only one.',
        optional: true,
      },
    ],
    options: {
      cases: { summary: 'Replaces the suite’s cases first: [{"question", "expectedArticleId"}].', value: 'FILE' },
      draft: { summary: 'Shows what publishing this draft of an article would change.', value: 'ID' },
      junit: { summary: 'Writes a report for CI.', value: 'FILE' },
    },
    example: 'test-suite run --junit suite.xml',
    operations: ['listTestSuites', 'getTestSuite', 'updateTestSuite', 'runTestSuite', 'getTestSuiteRun'],
  },
  {
    words: 'contract check',
    summary: 'Checks your endpoints against the endpoint contract.',
    details: 'The checker of kontor-contract, with its options: see docs/contract-check.md. It calls no Kontor.',
    example: 'contract check --plan contract.yaml --write',
    isRaw: true,
  },
  {
    words: 'call',
    summary: 'Calls any operation of the reference.',
    details:
      'For all that has no command of its own. Parameters of the path and of the query are given by their names.',
    arguments: [{ name: 'operation', summary: 'Its operationId, as “kontor operations” lists it.' }],
    options: {
      param: { summary: 'A parameter of the path or of the query.', value: 'NAME=VALUE', many: true },
      'json-body': { summary: 'The body, @FILE, or - for the standard input.', value: 'JSON' },
      file: {
        summary: 'A field of a form with a file: file=@x.xml; without @ a text.',
        value: 'NAME=@FILE',
        many: true,
      },
      'idempotency-key': { summary: 'So that a repeated write is done once.', value: 'KEY' },
      all: { summary: 'All pages of a list.' },
      output: { summary: 'Writes the answer into this file; needed for a PDF.', value: 'FILE' },
    },
    example: `call listTransactions --param userId=USER --param limit=5`,
  },
  {
    words: 'operations',
    summary: 'Lists all operations, and which command calls them.',
    arguments: [{ name: 'search', summary: 'A part of the name or of the path.', optional: true }],
    example: 'operations webhook',
  },
  {
    words: 'completion',
    summary: 'Prints the completion of a shell.',
    arguments: [{ name: 'shell', summary: 'Your shell.', choices: ['bash', 'zsh', 'fish'] }],
    example: 'completion bash > ~/.local/share/bash-completion/completions/kontor',
  },
];
