// Made by `npm run generate` from openapi.json: every operation that a program calls, and what it takes and answers.

export interface Operations {
/** Is the process alive? Answers as long as the event loop turns, whatever the database does: restart the process when it does not. Scope: none, this call needs no credential. */
getLiveness: {
result: Liveness;
};
/** Does the process take requests? Not while it starts, shuts down, or has no database: send it no traffic then. Scope: none, this call needs no credential. */
getReadiness: {
result: Liveness;
};
/** Figures for Prometheus. Requests by route and status, connections, event loop, memory; Prometheus text format. Keep it inside your network. Scope: none, this call needs no credential. */
getMetrics: {
result: string;
};
/** How the platform is. For status pages and monitors: the whole installation, while `/livez` and `/readyz` speak of one process. 200 also when something is wrong: the body says what. Scope: none, this call needs no credential. */
getStatus: {
result: {
/** `ok`: every component is. */
status: "ok" | "degraded";
/** Version of Kontor. */
version: string;
/** When it was looked; the answer is kept for 5 s. */
checkedAt: string;
/** Database, worker and queue, in this order. */
components: (unknown)[];
};
};
/** Exchange client credentials for an access token. The client-credentials grant of OAuth 2.0, form-encoded. The token lives five minutes; get the next one before it ends. Errors have the shape of RFC 6749 §5.2. Scope: none, this call needs no credential. */
issueToken: {
body: TokenForm;
result: TokenAnswer;
};
/** Public keys of the access tokens. Keys rotate; a key stays listed until every token it signed has expired. Scope: none, this call needs no credential. */
getSigningKeys: {
result: Jwks;
};
/** Metadata of the token endpoint. For OAuth clients that configure themselves (RFC 8414). Scope: none, this call needs no credential. */
getServerMetadata: {
result: ServerMetadata;
};
/** Metadata of the endpoint for agents. Where tokens for `/mcp` come from, for agents that configure themselves (RFC 9728). Scope: none, this call needs no credential. */
getMcpMetadata: {
result: ResourceMetadata;
};
/** The workspace of this key. Tells which workspace a key belongs to and what it may do: a way to test a key without side effects. Scope: `read`. */
getWorkspace: {
result: WorkspaceAnswer;
};
/** Changes of identities, keys, webhooks and secrets. Who did what when, newest first. Entries can be added by Kontor only, and neither changed nor deleted by it. Scope: `read`. */
listAuditEntries: {
query?: {
/** Entries per page. Default 100. */
limit?: number;
/** The `nextCursor` of the page before. */
cursor?: string;
};
result: AuditLogAnswer;
item: {
/** The entry; later entries have greater ids. */
id: string;
/** `client`, `api-key`, `operator`, or `system` for Kontor itself. */
actorKind: string;
/** Which one. */
actorId: string;
/** What was done, such as `api_key.revealed`. */
action: string;
/** To what kind of thing. */
targetKind: string;
/** To which one. */
targetId: string;
/** What else is worth knowing; never a secret. */
details: Record<string, unknown>;
/** The request it happened in, as in the log. */
requestId: string | null;
/** When. */
createdAt: string;
};
};
/** List the API keys. The keys of the agent API and of the endpoint contract, without their secrets. Scope: `console:keys`. */
listApiKeys: {
result: ApiKeyList;
};
/** Create an API key. The secret is in the answer. Owners can look at it again later, which is audited. Scope: `console:keys`. */
createApiKey: {
body: CreateApiKey;
result: ApiKeySecret;
};
/** Show the secret of an API key. That somebody looked stands in the audit log. Scope: `console:keys`. */
revealApiKey: {
params: {
/** The key. */
apiKeyId: string;
};
result: ApiKeySecret;
};
/** Revoke an API key. Refused from the next request on, for good. Revoking it again changes nothing. Scope: `console:keys`. */
revokeApiKey: {
params: {
/** The key. */
apiKeyId: string;
};
result: ApiKey;
};
/** List the clients. The backends that may ask `/api/auth` for tokens of the banking API, and what they can be allowed. Scope: `console:keys`. */
listClients: {
result: ClientList;
};
/** Make a client. Its secret is in the answer and nowhere else. Scope: `console:keys`. */
createClient: {
body: CreateClient;
result: ClientSecret;
};
/** Change a client. Other scopes hold for its next token, within five minutes. Scope: `console:keys`. */
updateClient: {
params: {
/** The client. */
clientId: string;
};
body: UpdateClient;
result: Client;
};
/** Rotate the secret of a client. The old secret gets no tokens from now on. To change without an interruption make a second client, and revoke the first. Scope: `console:keys`. */
rotateClientSecret: {
params: {
/** The client. */
clientId: string;
};
result: ClientSecret;
};
/** Revoke a client. It gets no more tokens, for good; those that it has end within five minutes. Scope: `console:keys`. */
revokeClient: {
params: {
/** The client. */
clientId: string;
};
result: Client;
};
/** List the operators. The people who work in the console. Scope: `console:people`. */
listOperators: {
result: OperatorList;
};
/** Change the role of an operator. Holds from their next access token on, within five minutes. Scope: `console:people`. */
updateOperator: {
params: {
/** The operator. */
operatorId: string;
};
body: UpdateOperator;
result: Operator;
};
/** Remove an operator. Signs them out everywhere; the audit log keeps what they did. Scope: `console:people`. */
removeOperator: {
params: {
/** The operator. */
operatorId: string;
};
result: undefined;
};
/** Remove the second factor of an operator. For somebody who has lost their phone: the password alone suffices until they set up another. Scope: `console:people`. */
resetSecondFactor: {
params: {
/** The operator. */
operatorId: string;
};
result: Operator;
};
/** List the invitations. Those that nobody has used yet; expired ones stay for a week. Scope: `console:people`. */
listInvitations: {
result: InvitationList;
};
/** Invite an operator. Answers a link that works once, for three days. Inviting an email again ends its earlier link. Scope: `console:people`. */
createInvitation: {
body: CreateInvitation;
result: CreatedInvitation;
};
/** Call off an invitation. Its link ends at once. Scope: `console:people`. */
callOffInvitation: {
params: {
/** The invitation. */
invitationId: string;
};
result: undefined;
};
/** Create a user. A person or a company whose bank data will be analysed. Store the `userId`: every other call of this user carries it. With `expiresIn` the user deletes itself. Scope: `users`. */
createUser: {
body: CreateUser;
result: User;
};
/** List users. Newest first. `externalId` and `email` find one of your own customers, `search` those of whom you know a part of the name. Scope: `users`. */
listUsers: {
query?: {
/** Users per page. Default 100. */
limit?: number;
/** The `nextCursor` of the page before. */
cursor?: string;
/** Only the user with this external id. */
externalId?: string;
/** Only the user with this address. */
email?: string;
/** A part of the address, of your id, or of a company’s name in the register; capitals do not matter. */
search?: string;
/** What the user is; decides which analyses exist. It can not change. */
type?: "person" | "company";
};
result: UserList;
item: User;
};
/** Get a user. The stored facts about the user itself; its bank data has calls of its own. Scope: `users`. */
getUser: {
params: {
/** The user. */
userId: string;
};
result: User;
};
/** Change a user. Fields that are left out stay as they are; null clears one. `type` and `userId` can not change. Scope: `users`. */
updateUser: {
params: {
/** The user. */
userId: string;
};
body: UpdateUser;
result: User;
};
/** Erase a user. Deletes the user with every row about it, at once and for good, and says what was erased. Scope: `users`. */
deleteUser: {
params: {
/** The user. */
userId: string;
};
result: ErasedUser;
};
/** Export everything about a user. All that is stored about the user as one JSON document: what the GDPR calls access and portability (articles 15 and 20). Scope: `users`. */
exportUser: {
params: {
/** The user. */
userId: string;
};
result: UserExport;
};
/** List the bots. The bots of the workspace that answer, newest first. Scope: `read`. */
listBots: {
result: (Bot)[];
};
/** The prompt that applies. The template of the workspace under the latest saved version of the bot. Scope: `read`. */
getPrompt: {
params: {
/** The bot. */
botId: string;
};
result: MergedPrompt;
};
/** Save a version of the prompt. Stores all three arrays as the next version of the bot’s prompt, which applies from the next message on. Scope: `write`. */
savePromptPublic: {
params: {
/** The bot. */
botId: string;
};
body: SavePrompt;
result: PromptVersion;
};
/** Saved versions of the prompt. The newest hundred versions, newest first. Scope: `read`. */
listPromptVersions: {
params: {
/** The bot. */
botId: string;
};
result: (PromptVersion)[];
};
/** Save a version of the prompt. Stores all three arrays as the next version of the bot’s prompt, which applies from the next message on. Scope: `write`. */
savePrompt: {
params: {
/** The bot. */
botId: string;
};
body: SavePrompt;
result: PromptVersion;
};
/** List all agents. Every agent of the workspace, archived ones too, newest first. An agent is what the older calls name a bot. Scope: `read`. */
listAgents: {
result: AgentList;
};
/** Create an agent. It answers from the folders that are assigned to it; a new one has none and knows nothing yet. Scope: `write`. */
createAgent: {
body: CreateAgent;
result: Bot;
};
/** Get an agent. One agent, archived or not. Scope: `read`. */
getAgent: {
params: {
/** The bot. */
botId: string;
};
result: Agent;
};
/** Rename or archive an agent. An archived agent answers nothing; its conversations, prompts and assignments stay. Scope: `write`. */
updateAgent: {
params: {
/** The bot. */
botId: string;
};
body: UpdateAgent;
result: Agent;
};
/** Get the language model. What phrases the answers of this workspace, without its key. Scope: `read`. */
getLanguageModel: {
result: LanguageModel;
};
/** Choose the language model. Any endpoint that speaks OpenAI’s chat completions, or Anthropic. Answers are then planned and phrased by it, from what was retrieved only, and checked before they are sent. Scope: `write`. */
saveLanguageModel: {
body: SaveLanguageModel;
result: LanguageModel;
};
/** Do without a language model. Deletes the setting and its key; answers come from the deterministic engine again. Scope: `write`. */
removeLanguageModel: {
result: LanguageModelRemoved;
};
/** Try the language model. Asks it one short question, and says what is wrong when no answer comes. Scope: `write`. */
checkLanguageModel: {
result: LanguageModelCheck;
};
/** List a user's accounts. Uploaded accounts and those fetched from banks, with or without their transactions. Scope: any one of `banking`, `banking-upload`. */
listAccounts: {
params: {
/** The user. */
userId: string;
};
query?: {
/** Whether each account comes with all of its transactions. Default false. */
withTransactions?: boolean;
/** Entries per page. Default 100. */
limit?: number;
/** The `nextCursor` of the page before. */
cursor?: string;
};
result: AccountList;
item: Account;
};
/** Upload accounts with their transactions. Stores accounts that you have the data of: all of them or nothing, up to 50 MB in one body, read while it arrives. An account whose `accountId` and `accountNumber` match an existing one replaces it, with its transactions if the body has a list of them. Scope: `banking-upload`. */
uploadAccounts: {
params: {
/** The user. */
userId: string;
};
body: AccountsUpload;
result: UploadAnswer;
};
/** Change accounts and their transactions. Partial: what is left out stays. Ids and `accountNumber` can not change. All of the body or nothing. Scope: `banking-upload`. */
updateAccounts: {
params: {
/** The user. */
userId: string;
};
body: UpdateAccounts;
result: UpdatedBankData;
};
/** Delete accounts. With their transactions, for good. Ids that do not exist are named in the answer. Scope: `banking-upload`. */
deleteAccounts: {
params: {
/** The user. */
userId: string;
};
body: IdList;
result: DeletedBankData;
};
/** Get an account. One account, with or without its transactions. Scope: any one of `banking`, `banking-upload`. */
getAccount: {
params: {
/** The user. */
userId: string;
/** The account. */
accountId: string;
};
query?: {
/** Whether it comes with all of its transactions. Default false. */
withTransactions?: boolean;
};
result: Account;
};
/** Change an account's transactions. Partial: what is left out stays. Only transactions that exist. All of the body or nothing. Scope: `banking-upload`. */
updateTransactions: {
params: {
/** The user. */
userId: string;
/** The account. */
accountId: string;
};
body: UpdateTransactions;
result: UpdatedBankData;
};
/** Delete an account. With its transactions and everything known about it, for good. Scope: `banking-upload`. */
deleteAccount: {
params: {
/** The user. */
userId: string;
/** The account. */
accountId: string;
};
result: DeletedBankData;
};
/** List an account's transactions. Newest first unless sorted otherwise; searched and filtered as asked. `total` counts all that the filter lets through. Scope: any one of `banking`, `banking-upload`. */
listAccountTransactions: {
params: {
/** The user. */
userId: string;
/** The account. */
accountId: string;
};
query?: {
/** Part of purpose, partner, booking text or id; case does not matter. */
q?: string;
/** First booking date. */
from?: string;
/** Last booking date. */
to?: string;
/** Id of a category, as the last completed analysis decided. */
category?: string;
/** Only those of this account. */
accountId?: string;
/** Least signed amount, in major units. */
min?: number;
/** Greatest signed amount, in major units. */
max?: number;
/** Order; `-` is descending. Default `-bookingDate`. */
sort?: "-bookingDate" | "bookingDate" | "-amount" | "amount";
/** Entries per page. Default 100. */
limit?: number;
/** The `nextCursor` of the page before. */
cursor?: string;
};
result: TransactionList;
item: Transaction;
};
/** Add transactions to an account. Transactions whose id the account has already are skipped, so that sending a batch again does no harm. Scope: `banking-upload`. */
addTransactions: {
params: {
/** The user. */
userId: string;
/** The account. */
accountId: string;
};
body: TransactionsUpload;
result: AddedTransactions;
};
/** Delete an account's transactions. For good. Ids that the account does not have are named in the answer. Scope: `banking-upload`. */
deleteTransactions: {
params: {
/** The user. */
userId: string;
/** The account. */
accountId: string;
};
body: IdList;
result: DeletedBankData;
};
/** List a user's transactions. Of all accounts together, or of one with `accountId`; searched, filtered and sorted as asked. Scope: any one of `banking`, `banking-upload`. */
listTransactions: {
params: {
/** The user. */
userId: string;
};
query?: {
/** Part of purpose, partner, booking text or id; case does not matter. */
q?: string;
/** First booking date. */
from?: string;
/** Last booking date. */
to?: string;
/** Id of a category, as the last completed analysis decided. */
category?: string;
/** Only those of this account. */
accountId?: string;
/** Least signed amount, in major units. */
min?: number;
/** Greatest signed amount, in major units. */
max?: number;
/** Order; `-` is descending. Default `-bookingDate`. */
sort?: "-bookingDate" | "bookingDate" | "-amount" | "amount";
/** Entries per page. Default 100. */
limit?: number;
/** The `nextCursor` of the page before. */
cursor?: string;
};
result: TransactionList;
item: Transaction;
};
/** Account summary as PDF. Owner, balance, monthly sums and the last transactions of an account, as a document for a file. Scope: any one of `banking`, `banking-upload`. */
getAccountSummary: {
params: {
/** The user. */
userId: string;
/** The account. */
accountId: string;
};
query?: {
/** Language of the document. Default `en`. */
language?: "en" | "de";
};
result: Uint8Array;
};
/** Import files of banks. Reads statements and exports as banks give them: CAMT.052 and .053, MT940, CSV, OFX, QIF, each also within a zip. Transactions that are known already, because the same file was imported before or two files overlap, are counted as duplicates. A row that can not be read is in `rejected` and everything else is stored; a file that is cut off, hostile or of another kind refuses the whole request. See [Import files](/docs/import.md). Scope: `banking-upload`. */
importFiles: {
params: {
/** The user. */
userId: string;
};
query?: {
/** Refuse everything when a single row can not be read. Default false. */
strict?: boolean;
/** Say what would be stored, and store nothing. Default false. */
dryRun?: boolean;
};
body: FormData;
result: ImportAnswer | ImportAnswer;
};
/** List a user's bank logins. The banks that the user has connected, each with its consent, its accounts and its last synchronisation. Scope: `banking`. */
listLogins: {
params: {
/** The user. */
userId: string;
};
query?: {
/** How many at most; 100 if absent. */
limit?: number;
/** The `nextCursor` of the page before. */
cursor?: string;
};
result: BankLoginList;
item: BankLogin;
};
/** Get a bank login. With its consent, its accounts and its last synchronisation. Scope: `banking`. */
getLogin: {
params: {
/** The user. */
userId: string;
/** The login. */
loginId: string;
};
result: BankLogin;
};
/** Remove a bank login. Ends the consent at the bank and forgets what was kept of it. The accounts stay as they were read last, unless `deleteAccounts=true`. Scope: `banking`. */
deleteLogin: {
params: {
/** The user. */
userId: string;
/** The login. */
loginId: string;
};
query?: {
/** Whether its accounts go too, with their transactions. They stay if absent. */
deleteAccounts?: boolean;
};
result: RemovedLogin;
};
/** Synchronise a bank login. Reads balances and transactions of its accounts anew; an analysis follows if anything changed. While one is under way, that one is answered. Without the end user (`psu`) a bank may be read four times within 24 hours. Scope: `banking`. */
syncLogin: {
params: {
/** The user. */
userId: string;
/** The login. */
loginId: string;
};
body: SyncRequest;
result: LoginSync;
};
/** The state of a synchronisation. Of the current or the last one of this login, as an explicit state machine. Scope: `banking`. */
getLoginSync: {
params: {
/** The user. */
userId: string;
/** The login. */
loginId: string;
};
result: LoginSync;
};
/** Let the end user connect a bank. Creates a session of the hosted page; send the end user to `redirectURL`, or show it in an iframe. A user that does not exist is created under this id. The session ends after 15 minutes. `connection.completed`, `connection.cancelled` and `connection.failed` tell how it went. Scope: `banking`. */
connectBank: {
params: {
/** The user. */
userId: string;
};
query?: {
/** Go on to the overview of linked banks after the first connection. Default false. */
multiple?: boolean;
/** Synchronise periodically afterwards. Needs stored secrets. Default false. */
recurring?: boolean;
/** Keep what the bank's consent needs, so that data can be fetched again. Default true. */
storeSecrets?: boolean;
};
body: CreateConnectSession;
result: CreatedConnectSession;
};
/** Let the end user manage linked banks. As connecting, but the page begins with the list of linked banks and the state of each consent: refresh, renew, remove, add. Scope: `banking`. */
manageBanks: {
params: {
/** The user. */
userId: string;
};
query?: {
/** Go straight to adding a bank. Default false. */
addBankLogin?: boolean;
/** As for connecting: holds for banks that are added. Default false. */
recurring?: boolean;
/** As for connecting: holds for banks that are added. Default true. */
storeSecrets?: boolean;
};
body: CreateManageSession;
result: CreatedConnectSession;
};
/** Get a session of the hosted page. How the visit is, or how it ended. Ask when the end user has come back: what stands in the query of `returnURL` anybody could have typed. Scope: `banking`. */
getConnectSession: {
params: {
/** The user. */
userId: string;
/** The session. */
sessionId: string;
};
result: ConnectSessionState;
};
/** List articles. Live articles or drafts, newest first. Scope: `read`. */
listArticles: {
query?: {
/** Which articles. Default `live`. */
type?: "live" | "draft";
/** At most so many. Default: 1,000. */
limit?: number;
/** The id of the last article you have: older ones follow. */
cursor?: string;
};
result: (Article)[];
item: Article;
};
/** Create an article. As a draft it waits in Review and Approvals. Otherwise it is live at once, and answers for the bots that its folder is assigned to. Scope: `write`. */
createArticle: {
body: CreateArticle;
result: Article;
};
/** Read articles by their ids. Those that exist, newest first; unknown ids are left out. Scope: `read`. */
getArticles: {
body: ArticlesByIds;
result: (Article)[];
};
/** Change an article. Of a draft, or directly of a live article where the workspace allows it. Each change is a new `version`. Scope: `write`. */
updateArticle: {
params: {
/** The article. */
articleId: string;
};
body: UpdateArticle;
result: Article;
};
/** Delete an article. For good, with its versions. Drafts that were forked from it stay, as drafts of new articles. Scope: `write`. */
deleteArticle: {
params: {
/** The article. */
articleId: string;
};
result: Done;
};
/** Fork a draft from a live article. The draft starts with what the article says now; publishing it updates the article, which keeps its id. Scope: `write`. */
forkDraft: {
params: {
/** The article. */
articleId: string;
};
result: Article;
};
/** Publish a draft past the review. An explicit choice, which is audited and can be forbidden by the workspace. A draft of a live article updates that article and is gone afterwards. Scope: `write`. */
publishArticle: {
params: {
/** The article. */
articleId: string;
};
result: Article;
};
/** Move an article into another folder. It answers for the bots of its new folder from then on. Its version stays. Scope: `write`. */
moveArticle: {
params: {
/** The article. */
articleId: string;
};
body: MoveInto;
result: Article;
};
/** Versions of an article. All versions that were live, newest first. Scope: `read`. */
listArticleVersions: {
params: {
/** The article. */
articleId: string;
};
result: ArticleVersionList;
};
/** One version, compared with now. What the article said in that version, and what has changed since. Scope: `read`. */
getArticleVersion: {
params: {
/** The article. */
articleId: string;
/** One of the versions of the article. */
versionNumber: string;
};
result: ArticleVersion;
};
/** Restore a version. What it said then becomes a new version; the ones between stay in the history. Scope: `write`. */
restoreArticleVersion: {
params: {
/** The article. */
articleId: string;
/** One of the versions of the article. */
versionNumber: string;
};
result: Article;
};
/** The tree of folders and live articles. Nested, as it is now. With `botId` only what that bot answers from. Scope: `read`. */
getFolderTree: {
query?: {
/** Only the folders that this bot answers from, and what is below them. */
botId?: string;
};
result: FolderTree;
};
/** Create a folder. Below another one, or at the top of the tree. Scope: `write`. */
createFolder: {
body: CreateFolder;
result: Folder;
};
/** Rename or describe a folder. The description says what belongs into it. Scope: `write`. */
updateFolder: {
params: {
/** The folder. */
folderId: string;
};
body: UpdateFolder;
result: Folder;
};
/** Delete an empty folder. A folder that holds folders or articles, drafts included, stays: 406. Scope: `write`. */
deleteFolder: {
params: {
/** The folder. */
folderId: string;
};
result: Done;
};
/** Move a folder. With all that is below it. A move under itself is a 406. Scope: `write`. */
moveFolder: {
params: {
/** The folder. */
folderId: string;
};
body: MoveInto;
result: Folder;
};
/** Assign folders to bots. A bot answers from the live articles of its folders and of the folders below them. Doing either action twice changes nothing. Scope: `write`. */
assignFolders: {
body: Junctions;
result: JunctionsDone;
};
/** List reviews. Drafts that wait, and those that were decided, newest first. Scope: `read`. */
listReviews: {
query?: {
/** `pending` waits for a reviewer, `changes_requested` for the author; the others are decided. */
status?: "pending" | "changes_requested" | "approved" | "rejected";
/** Reviews per page. Default 100. */
limit?: number;
/** The `nextCursor` of the page before. */
cursor?: string;
};
result: ReviewList;
item: Review;
};
/** Get a review. The draft beside the live article with what differs, the evidence, near-duplicates and contradictions. Scope: `read`. */
getReview: {
params: {
/** The review. */
reviewId: string;
};
result: ReviewDetails;
};
/** Approve a draft. Publishes it, with your last edits if you send any. If the draft has changed since you read it, or somebody else has decided, nothing happens: 409. Scope: any one of `write`, `console:review`. */
approveReview: {
params: {
/** The review. */
reviewId: string;
};
body: ApproveReview;
result: ReviewDetails;
};
/** Reject a draft. The draft is deleted; the review keeps what it said and your reason. Scope: any one of `write`, `console:review`. */
rejectReview: {
params: {
/** The review. */
reviewId: string;
};
body: DeclineReview;
result: ReviewDetails;
};
/** Ask for changes. The draft goes back to its author; when it is changed, it waits for a reviewer again. Scope: any one of `write`, `console:review`. */
requestChanges: {
params: {
/** The review. */
reviewId: string;
};
body: DeclineReview;
result: ReviewDetails;
};
/** How strictly the workspace reviews. Whether direct publishing is allowed. Scope: `read`. */
getKnowledgeSettings: {
result: KnowledgeSettings;
};
/** Set how strictly the workspace reviews. Says whether direct publishing is allowed from now on. The change is audited. Scope: `write`. */
updateKnowledgeSettings: {
body: KnowledgeSettings;
result: KnowledgeSettings;
};
/** List documents. Pages and files that articles are drafted from, by their last change, newest first. Scope: `read`. */
listDocuments: {
query?: {
/** Documents per page. Default 50. */
limit?: number;
/** The id of the last document you have. */
cursor?: string;
/** `next` (default): older; `prev`: newer. */
direction?: "next" | "prev";
/** Only from this source. */
source?: string;
/** Only those that say they are English. */
english?: boolean;
/** Only with this in the title. */
title?: string;
/** Only with this in the address. */
url?: string;
/** Only those that this article came of. */
linkedKnowledgeId?: string;
/** Only with this decision of the last job. */
linkedOperation?: string;
/** Only those that changed, or did not, since they were drafted from. */
changed?: boolean;
};
result: DocumentList;
item: Document;
};
/** Add documents. Registers pages by their addresses, or documents of a connected provider by their ids, and reads them after the answer: look at `success` and `error` of each. What stands there already is read again. Scope: `write`. */
addDocuments: {
body: AddDocuments;
result: AddedDocuments;
};
/** Delete documents. With `deleteArticles` also the articles that came of them. An unknown id refuses all. Scope: `write`. */
deleteDocuments: {
body: DeleteDocuments;
result: DeletedDocuments;
};
/** Upload files. Markdown, HTML, text, PDF, DOCX, or CSV with a column of questions and one of answers, as `file` of a form, repeatable. They are read after the answer. A file of the same name takes the place of the one before. Scope: `write`. */
uploadFiles: {
body: FormData;
result: AddedDocuments;
};
/** Find the pages of a site. Walks over the links within the sites you name, where their robots.txt allows it, and answers within 25 seconds. Nothing is stored: send the addresses you want to `addDocuments`. Scope: `write`. */
crawlLinks: {
body: CrawlLinks;
result: CrawledLinks;
};
/** Read documents again. After the answer; `changed` then tells which of them say something else, and `oldParagraphs` what they said. Scope: `write`. */
refreshDocuments: {
body: DocumentIds;
result: AcceptedIds;
};
/** What a provider offers. Asks the connected provider which documents its token may see. Scope: `read`. */
listResources: {
params: {
/** A system that documents live in. */
provider: "notion" | "zendesk" | "confluence";
};
result: ResourceList;
};
/** Add documents of a provider. Registers what `listResources` has shown, and reads it after the answer. Scope: `write`. */
registerResources: {
params: {
/** A system that documents live in. */
provider: "notion" | "zendesk" | "confluence";
};
body: RegisterResources;
result: AddedDocuments;
};
/** Get a document. With its text, and what it said before its last change. Scope: `read`. */
getDocument: {
params: {
/** The document. */
documentId: string;
};
result: Document;
};
/** Connected providers. Notion, Zendesk and Confluence, as far as they are connected. Tokens are never shown. Scope: `read`. */
listSources: {
result: SourceConnectionList;
};
/** Connect a provider. Stores its token encrypted; an older one is replaced. Audited. Scope: `write`. */
connectProvider: {
params: {
/** A system that documents live in. */
provider: "notion" | "zendesk" | "confluence";
};
body: ConnectProvider;
result: SourceConnection;
};
/** Disconnect a provider. Forgets its token. What was read from it stays. Audited. Scope: `write`. */
disconnectProvider: {
params: {
/** A system that documents live in. */
provider: "notion" | "zendesk" | "confluence";
};
result: Done;
};
/** Read a whole site. Walks after the answer over the links within the sites you name, where their robots.txt allows it, and has each page that it finds read as a document. It survives restarts: it goes on where it was. Scope: `write`. */
startCrawl: {
body: StartCrawl;
result: Crawl;
};
/** List crawls. With how far they are. Scope: `read`. */
listCrawls: {
result: CrawlList;
};
/** Get a crawl. How far it is, and what became of each address. Scope: `read`. */
getCrawl: {
params: {
/** The crawl. */
crawlId: string;
};
result: CrawlDetails;
};
/** The taxonomy. Every category with its names, the primary category above it, and its counterpart in Plaid’s PFC version 2. Ids are stable. Scope: `categorization`. */
listCategories: {
result: CategoryList;
};
/** Correct the category of a transaction. The correction holds for every later analysis of the user, and shows in the list of categorised transactions at once. Figures follow with the next run, which starts by itself with `automaticAnalysis: active`. Scope: `categorization`. */
correctCategory: {
params: {
/** The user. */
userId: string;
/** The transaction. */
transactionId: string;
};
body: CorrectCategory;
result: CorrectedCategory;
};
/** Correct the categories of several transactions. All or none; otherwise as for one: for instance all transactions with one merchant, with one analysis afterwards. Scope: `categorization`. */
correctCategories: {
params: {
/** The user. */
userId: string;
};
body: CorrectCategories;
result: CorrectedCategories;
};
/** Categorised transactions. Every transaction of the last completed run, newest first, with its category, how sure that is, and the reason in words that a person can check. Scope: `categorization`. */
listCategorizedTransactions: {
params: {
/** The user. */
userId: string;
};
query?: {
/** Entries per page. Default 100. */
limit?: number;
/** The `nextCursor` of the page before. */
cursor?: string;
};
result: CategorizedList;
item: CategorizedTransaction;
};
/** List the rules of the workspace. Oldest first: the first that matches a transaction decides. Corrections of single transactions come before them. Scope: `categorization`. */
listCategorizationRules: {
result: RuleList;
};
/** Create a rule. It decides for all users of the workspace, from the next analysis of each on. Try it first. Scope: `categorization`. */
createCategorizationRule: {
body: CreateCategorizationRuleBody;
result: CategorizationRule;
};
/** Try a rule on stored data. Says what a rule that is not saved, or another form of one that is, would match and change; changes nothing. Scope: `categorization`. */
tryCategorizationRule: {
body: TryRule;
result: RuleTrial;
};
/** Get a rule. One rule of the workspace. Scope: `categorization`. */
getCategorizationRule: {
params: {
/** The rule. */
ruleId: string;
};
result: CategorizationRule;
};
/** Change a rule. Fields that are left out stay; null takes a condition away. Scope: `categorization`. */
updateCategorizationRule: {
params: {
/** The rule. */
ruleId: string;
};
body: RuleChange;
result: CategorizationRule;
};
/** Delete a rule. It decides nothing from the next analysis on. Scope: `categorization`. */
deleteCategorizationRule: {
params: {
/** The rule. */
ruleId: string;
};
result: undefined;
};
/** List the integrations. The systems of your company that agents may call, with their environments. Scope: `read`. */
listIntegrations: {
result: IntegrationList;
};
/** Create an integration. A system of your company. Set up its environments next, then its endpoints. Scope: `write`. */
createIntegration: {
body: CreateIntegration;
result: Integration;
};
/** Get an integration. One system with its environments. Scope: `read`. */
getIntegration: {
params: {
/** The integration. */
integrationId: string;
};
result: Integration;
};
/** Change an integration. Its name and what it is for. Scope: `write`. */
updateIntegration: {
params: {
/** The integration. */
integrationId: string;
};
body: UpdateIntegration;
result: Integration;
};
/** Delete an integration. With its environments, keys and endpoints. Refused while an attribute or an action calls it. Scope: `write`. */
deleteIntegration: {
params: {
/** The integration. */
integrationId: string;
};
result: DeleteIntegrationAnswer;
};
/** Set up an environment. Where the system is reached, and with which key. Production must have an address and a key of its own, so that a try in the sandbox can not reach it. Scope: `write`. */
saveEnvironment: {
params: {
/** The integration. */
integrationId: string;
/** Which of the company’s environments. Real customers are in `production`. */
environment: "sandbox" | "staging" | "production";
};
body: SaveEnvironment;
result: Environment;
};
/** Delete an environment. With its key. Agents that talk to it read nothing from this system any more. Scope: `write`. */
deleteEnvironment: {
params: {
/** The integration. */
integrationId: string;
/** Which of the company’s environments. Real customers are in `production`. */
environment: "sandbox" | "staging" | "production";
};
result: DeleteIntegrationAnswer;
};
/** Change the key of an environment. From the next request on the new key goes out. Calls may run meanwhile: a read that the old key no longer opens is made again with the new one. Scope: `write`. */
rotateEnvironmentKey: {
params: {
/** The integration. */
integrationId: string;
/** Which of the company’s environments. Real customers are in `production`. */
environment: "sandbox" | "staging" | "production";
};
body: RotateKey;
result: Environment;
};
/** Which environment an agent talks to. One for all integrations. It is production until another is chosen. Scope: `read`. */
getAgentEnvironment: {
params: {
/** The bot. */
botId: string;
};
result: BotEnvironment;
};
/** Choose the environment of an agent. Moves an agent from sandbox over staging to production, for all integrations at once. Scope: `write`. */
setAgentEnvironment: {
params: {
/** The bot. */
botId: string;
};
body: BotEnvironment;
result: BotEnvironment;
};
/** Read endpoints from a curl line, an OpenAPI document or a contract check. Answers endpoints as they are described there, to be looked at and then created. Nothing is stored, run or fetched, and a key in the line is not kept. Scope: `write`. */
proposeEndpoints: {
body: ProposeEndpoints;
result: EndpointProposals;
};
/** List the endpoints of all integrations. Every call that a step of an attribute or an action can make. Scope: `read`. */
listAllEndpoints: {
result: EndpointList;
};
/** List the endpoints. The calls that a system answers. Scope: `read`. */
listEndpoints: {
params: {
/** The integration. */
integrationId: string;
};
result: EndpointList;
};
/** Create an endpoint. A call with its templates, inputs and the fields of its answer. Scope: `write`. */
createEndpoint: {
params: {
/** The integration. */
integrationId: string;
};
body: SaveEndpoint;
result: Endpoint;
};
/** Get an endpoint. One call with its templates. Scope: `read`. */
getEndpoint: {
params: {
/** The integration. */
integrationId: string;
/** The endpoint. */
endpointId: string;
};
result: Endpoint;
};
/** Replace an endpoint. Takes the place of the whole description, from the next call on. What is used stays a read or a write, as it was. Scope: `write`. */
saveEndpoint: {
params: {
/** The integration. */
integrationId: string;
/** The endpoint. */
endpointId: string;
};
body: SaveEndpoint;
result: Endpoint;
};
/** Delete an endpoint. Refused while an attribute or an action calls it. Scope: `write`. */
deleteEndpoint: {
params: {
/** The integration. */
integrationId: string;
/** The endpoint. */
endpointId: string;
};
result: DeleteIntegrationAnswer;
};
/** How all endpoints are doing. The figures of every endpoint of the workspace at a glance, also over time. Of production in the last 24 hours when nothing else is asked for. Scope: `read`. */
getHealthOverview: {
query?: {
/** Which of the company’s environments. Real customers are in `production`. */
environment?: "sandbox" | "staging" | "production";
/** How far back. Default 24. */
hours?: number;
};
result: HealthOverview;
};
/** Call an endpoint now, or see what would be sent. Nothing is sent unless `send` says so. Writes are sent to the sandbox only; reads elsewhere need the sight of customers. Scope: `write`. */
tryEndpoint: {
params: {
/** The integration. */
integrationId: string;
/** The endpoint. */
endpointId: string;
};
body: TryEndpoint;
result: TriedEndpoint;
};
/** How an endpoint is doing. Success rate, percentiles, failures by kind, its circuit, and fields that no longer come as declared. Of production in the last 24 hours when nothing else is asked for. Scope: `read`. */
getEndpointHealth: {
params: {
/** The integration. */
integrationId: string;
/** The endpoint. */
endpointId: string;
};
query?: {
/** Which of the company’s environments. Real customers are in `production`. */
environment?: "sandbox" | "staging" | "production";
/** How far back. Default 24. */
hours?: number;
};
result: EndpointHealth;
};
/** List the attributes. Facts about a customer that agents read fresh for every message. Scope: `read`. */
listAttributes: {
result: AttributeList;
};
/** Create an attribute. From calls of your systems, from Kontor’s own bank data, from `user_attributes`, or from the signed customer token. Scope: `write`. */
createAttribute: {
body: SaveAttribute;
result: Attribute;
};
/** Get an attribute. One attribute with its source and fields. Scope: `read`. */
getAttribute: {
params: {
/** The attribute. */
attributeId: string;
};
result: Attribute;
};
/** Replace an attribute. Takes the place of the whole attribute, from the next message on. Scope: `write`. */
saveAttribute: {
params: {
/** The attribute. */
attributeId: string;
};
body: SaveAttribute;
result: Attribute;
};
/** Delete an attribute. Agents no longer read it, and rules that need one of its facts take their other way. Scope: `write`. */
deleteAttribute: {
params: {
/** The attribute. */
attributeId: string;
};
result: DeleteIntegrationAnswer;
};
/** Read an attribute now. For a customer whom your server names, in the sandbox when no environment is named. Scope: `write`. */
tryAttribute: {
params: {
/** The attribute. */
attributeId: string;
};
body: TryAttribute;
result: TriedAttribute;
};
/** Make a secret for customer tokens. Your server signs with it (HS256) who the customer on your page is: `sub` is their `externalId`, `email` their address, `exp` at most a day ahead. Tokens of the secret before are taken for one more day. Owners make it, in the console; a key can not. Scope: `console:keys`. */
rotateCustomerTokenSecret: {
result: CustomerTokenSecret;
};
/** List the actions. What rules can do in your systems. Scope: `read`. */
listActions: {
result: ActionList;
};
/** Create an action. Typed inputs, calls one after the other of which at least one writes, typed outputs. Scope: `write`. */
createAction: {
body: SaveAction;
result: Action;
};
/** Get an action. One action with its steps. Scope: `read`. */
getAction: {
params: {
/** The action. */
actionId: string;
};
result: Action;
};
/** Replace an action. Takes the place of the whole action, from the next run on. Scope: `write`. */
saveAction: {
params: {
/** The action. */
actionId: string;
};
body: SaveAction;
result: Action;
};
/** Delete an action. What was done with it stays on record. Scope: `write`. */
deleteAction: {
params: {
/** The action. */
actionId: string;
};
result: DeleteIntegrationAnswer;
};
/** Try an action. Says what it would send, and with `send` sends it: to the sandbox, never anywhere else. The key is not shown. Scope: `write`. */
tryAction: {
params: {
/** The action. */
actionId: string;
};
body: TryAction;
result: TriedAction;
};
/** List what was done. Runs of actions, newest first; with `open` those of unknown outcome that wait for a person. Scope: `read`. */
listActionRuns: {
query?: {
/** True: only those of unknown outcome that wait for a person. */
open?: boolean;
/** Runs per page. Default 50. */
limit?: number;
/** The `nextCursor` of the page before. */
cursor?: string;
};
result: ActionRunList;
item: ActionRun;
};
/** Get a run. One run with its inputs and what came of it. Scope: `read`. */
getActionRun: {
params: {
/** The run. */
runId: string;
};
result: ActionRun;
};
/** Settle a run of unknown outcome. A person has looked in your system and says whether it was done. Once, and on record. Scope: `write`. */
settleActionRun: {
params: {
/** The run. */
runId: string;
};
body: SettleRun;
result: ActionRun;
};
/** Start an analysis. Of everything stored about the user now. While another run waits to start, this call joins it; while one runs, the next waits behind it: at most one of each, and the last result is of the newest data. Scope: `analysis`. */
triggerAnalysis: {
params: {
/** The user. */
userId: string;
};
result: TriggeredAnalysis;
};
/** Is the analysis done? 200 once it is completed, 404 before. Poll with growing intervals, at most twice a second at first; a 404 that carries `Retry-After` is worth asking again, one with `status` cancelled or failed is not. Scope: any one of `categorization`, `analysis`. */
pollAnalysis: {
params: {
/** The user. */
userId: string;
};
query?: {
/** The correlation id; or send it as header `Finoos-Correlation-Id`. */
correlationId?: string;
};
result: AnalysisRun;
};
/** List a user's runs. Newest first, each as an explicit state machine with its times, counts and error. Scope: `analysis`. */
listAnalyses: {
params: {
/** The user. */
userId: string;
};
query?: {
/** Entries per page. Default 100. */
limit?: number;
/** The `nextCursor` of the page before. */
cursor?: string;
};
result: AnalysisRunList;
item: AnalysisRun;
};
/** Get a run. How the run is, whatever its state. Scope: `analysis`. */
getAnalysis: {
params: {
/** The user. */
userId: string;
/** The run, by one of its correlation ids. */
correlationId: string;
};
result: AnalysisRun;
};
/** Cancel a run. One that is queued or running; its result is not stored, and results of earlier runs stay. It ends for every call that shares the run. Scope: `analysis`. */
cancelAnalysis: {
params: {
/** The user. */
userId: string;
/** The run, by one of its correlation ids. */
correlationId: string;
};
result: AnalysisRun;
};
/** All categorised transactions at once. Every transaction of the last completed run, newest first, as lines of JSON: the first line says of which run and how many they are, each other one is an array of up to 100 of them, of the shape that the pages have. Compressed as the client takes it. Scope: `categorization`. */
streamCategorizedTransactions: {
params: {
/** The user. */
userId: string;
};
result: AsyncGenerator<Record<string, unknown>>;
};
/** Recurring payments. Income and expenses that recur: salary, rent, insurance, subscriptions, instalments, with their cadence, their amounts, and what comes next. Scope: `contracts`. */
listContracts: {
params: {
/** The user. */
userId: string;
};
result: ContractList;
};
/** Income of a person. One module per kind of income, each with its sources and months. Only the modules whose scope the client holds appear. Scope: any one of `person-income-salary`, `person-income-pension`, `person-income-child-benefit`, `person-income-parental-allowance`, `person-income-rental`, `person-income-investment`, `person-income-loan`, `person-income-alimony`, `person-income-self-employment`, `person-income-other`. */
getPersonIncome: {
params: {
/** The user. */
userId: string;
};
result: IncomeAnalysis;
};
/** Spending of a person. One module per kind of spending, each with its sources and months; refunds lower the spending of their kind. Only the modules whose scope the client holds appear. Scope: any one of `person-spending-housing`, `person-spending-utilities`, `person-spending-groceries`, `person-spending-mobility`, `person-spending-insurance`, `person-spending-credit`, `person-spending-communication`, `person-spending-media`, `person-spending-leisure`, `person-spending-health`, `person-spending-savings`, `person-spending-children`, `person-spending-taxes`, `person-spending-other`. */
getPersonSpending: {
params: {
/** The user. */
userId: string;
};
result: SpendingAnalysis;
};
/** Risks of a person. Returned debits, garnishments, debt collection, gambling, and the days overdrawn. Only the modules whose scope the client holds appear. Scope: any one of `person-risk-backDebit`, `person-risk-garnishment`, `person-risk-collection`, `person-risk-gambling`, `person-risk-overdraft-amount`. */
getPersonRisk: {
params: {
/** The user. */
userId: string;
};
result: RiskAnalysis;
};
/** Household budget of a person. Income against spending by month. Scope: `person-household-budget`. */
getHouseholdBudget: {
params: {
/** The user. */
userId: string;
};
result: HouseholdBudget;
};
/** Liquidity of a person. End, lowest and highest balance of each account by month, as for companies. Scope: `person-household-budget`. */
getPersonLiquidity: {
params: {
/** The user. */
userId: string;
};
result: Liquidity;
};
/** Signs of full age. Whether the transactions show what only adults have, each sign with its transactions; `unknown` where there is none. Scope: `person-adult-check`. */
getAdultCheck: {
params: {
/** The user. */
userId: string;
};
result: AdultCheck;
};
/** Living situation of a person. Family, mobility, owning and renting, each statement with its transactions; `unknown` where there is none. Scope: `person-living-situation`. */
getLivingSituation: {
params: {
/** The user. */
userId: string;
};
result: LivingSituation;
};
/** Cash flow of a company. Inflow, outflow and balances by month, with a forecast of three months and how sure it is. Scope: `company-cashflow`. */
getCompanyCashflow: {
params: {
/** The user. */
userId: string;
};
result: Cashflow;
};
/** Cash deposits and withdrawals of a company. Only what was paid in or taken out as cash, in all and by month. Scope: `company-cash`. */
getCompanyCashTransactions: {
params: {
/** The user. */
userId: string;
};
result: CashTransactions;
};
/** Liquidity of a company. End, lowest and highest balance of each account by month. Scope: `company-liquidity`. */
getCompanyLiquidity: {
params: {
/** The user. */
userId: string;
};
result: Liquidity;
};
/** Foreign payments of a company. Payments from and to other countries, by the country of the other side. Scope: `company-foreign-payment`. */
getCompanyForeignPayments: {
params: {
/** The user. */
userId: string;
};
result: ForeignPayments;
};
/** Risks of a company. Returned debits, garnishments and days beyond the overdraft limit, by account and month. Scope: `company-risk`. */
getCompanyRisk: {
params: {
/** The user. */
userId: string;
};
result: CompanyRisk;
};
/** Credits of a company. Loan instalments, interest of credit lines, leasing, and loans paid out, net by month. Scope: `company-credit`. */
getCompanyCredits: {
params: {
/** The user. */
userId: string;
};
result: SharedStructure;
};
/** Insurances of a company. Premiums and refunds by month, recurring and single. Scope: `company-insurance`. */
getCompanyInsurances: {
params: {
/** The user. */
userId: string;
};
result: SharedStructure;
};
/** Investments of a company. Money put into and taken out of investments by month, recurring and single. Scope: `company-investment`. */
getCompanyInvestments: {
params: {
/** The user. */
userId: string;
};
result: SharedStructure;
};
/** Bookings between own accounts of a company. Movements between the accounts of the company itself, which are in no other figure. Scope: `company-internal-booking`. */
getCompanyInternalBookings: {
params: {
/** The user. */
userId: string;
};
result: InternalBookings;
};
/** All analyses as PDF. The results of the last completed run as a document for a file: figures, charts and tables of the last year, each part with the days of the transactions that it is made of. It shows what the scopes of the call let its client read. Scope: `analysis`. */
getAnalysisReport: {
params: {
/** The user. */
userId: string;
};
query?: {
/** Language of the document. Default `en`. */
language?: "en" | "de";
};
result: Uint8Array;
};
/** Confirm or dismiss a recurring payment. It shows at once and holds for every later analysis: a dismissed one stays dismissed, even when its counterparty gets to be known by another name, and expects no next payment. Scope: `contracts`. */
decideContract: {
params: {
/** The user. */
userId: string;
/** The recurring payment. */
contractId: string;
};
body: {
/** Null takes the last word back: the one before it holds again, or what the analysis found. */
decision: "confirmed" | "dismissed" | null;
};
result: Contract;
};
/** Make a link to a page of the results. An expiring link to a read-only page of the results of the last completed run, for people: a credit analyst, or the user. It shows what the scopes of this call let its client read; scopes that the client gets or loses later change nothing. Whoever has the link sees the page, so send it as you would send the data. Scope: `analysis`. */
createCockpit: {
params: {
/** The user. */
userId: string;
};
body: CreateCockpit;
result: Cockpit;
};
/** Revoke a link to a page of the results. It stops working at once. Scope: `analysis`. */
revokeCockpit: {
params: {
/** The user. */
userId: string;
/** The cockpit. */
cockpitId: string;
};
result: undefined;
};
/** A customer by the endpoint contract. Bank data for agents: one flat object whose fields are always the same. `flow` chooses which figures; ask by `email` or by `customer_id`, not by both. Scope: `contract`. */
getContractCustomer: {
query?: {
/** The e-mail address of the customer. */
email?: string;
/** The id of the customer: `userId` or `externalId`. */
customer_id?: string;
/** Which figures are asked for; default `summary`. */
flow?: "summary" | "income" | "spending" | "risk" | "accounts" | "cashflow" | "contracts";
};
result: CustomerSummary | CustomerIncome | CustomerSpending | CustomerRisk | CustomerAccounts | CustomerCashflow | CustomerContracts;
};
/** List rules. Live rules or drafts of one type, newest first. Scope: `read`. */
listRules: {
query?: {
/** `intent`: chosen by what the customer wants. `business`: runs on its trigger. */
type?: "intent" | "business";
/** True: drafts. Default: live rules. */
isDraft?: boolean;
/** At most so many. Default: 100. */
limit?: number;
/** The id of the last rule you have: older ones follow. */
cursor?: string;
};
result: (BotRule)[];
item: BotRule;
};
/** Create a rule. With a flow it is live at once for its `botIds`; without one, or with `isDraft`, it is a draft. A flow that can not be played is refused, every mistake with its place. Scope: `write`. */
createRule: {
body: CreateRule;
result: BotRule;
};
/** Get a rule. One rule, live or a draft. Scope: `read`. */
getRule: {
params: {
/** The rule. */
hcRuleId: string;
};
result: BotRule;
};
/** Change a rule. Each change is a new `version`. Customers who are in the middle of a rule are led through the old one. Scope: `write`. */
updateRule: {
params: {
/** The rule. */
hcRuleId: string;
};
body: UpdateRule;
result: BotRule;
};
/** Delete a rule. For good, with its versions. Customers who are in the middle of it are led to its end. Scope: `write`. */
deleteRule: {
params: {
/** The rule. */
hcRuleId: string;
};
result: Removed;
};
/** Publish a draft of a rule. A draft of a live rule updates that rule and is gone afterwards. `problems` have to be mended before. Scope: `write`. */
publishRule: {
params: {
/** The rule. */
hcRuleId: string;
};
body: PublishRule;
result: BotRule;
};
/** Make a draft of a live rule. It says what the rule says and can be changed without anybody noticing; publishing it updates the rule, unless that has moved on. Scope: `write`. */
createRuleDraft: {
params: {
/** The rule. */
hcRuleId: string;
};
result: BotRule;
};
/** Copy a rule. The copy is a draft. Scope: `write`. */
duplicateRule: {
params: {
/** The rule. */
hcRuleId: string;
};
result: BotRule;
};
/** Draft a rule from words. The workspace’s language model writes it where there is one, and what it writes is checked like any rule and against the words. Otherwise sentences in German or English are read by fixed patterns; one that fits none is refused and named. Actions and attributes that do not exist are among the `problems` of the draft. Scope: `write`. */
draftRule: {
body: DraftRule;
result: BotRule;
};
/** Change a rule by words. Changes a draft; of a live rule a draft is made, which updates it when it is published. Scope: `write`. */
refineRule: {
params: {
/** The rule. */
hcRuleId: string;
};
body: RefineRule;
result: BotRule;
};
/** Versions of a rule. What the rule said at each version that was live, newest first. Scope: `read`. */
listRuleVersions: {
params: {
/** The rule. */
hcRuleId: string;
};
result: RuleVersionList;
};
/** Restore a version of a rule. Makes it what the rule says, as a new version. Scope: `write`. */
restoreRuleVersion: {
params: {
/** The rule. */
hcRuleId: string;
/** One of the versions of the rule. */
versionNumber: string;
};
result: BotRule;
};
/** Check a rule without saving it. For those who write one: every mistake with its place, as publishing it would name them. Scope: `read`. */
checkRule: {
body: CheckRule;
result: CheckedRule;
};
/** Play a rule without saving it. Leads an imagined customer through it, as far as the turns go. Nothing is stored and no action called: the answer says what it would be given, and the next turn what comes of it. Scope: `read`. */
simulateRule: {
body: SimulateRule;
result: SimulatedRule;
};
/** List conversations. With a message between `since` and `until`, sorted by their latest message, newest first. Scope: `read`. */
listConversations: {
query?: {
/** Only with a message from then on. Default: seven days before `until`. Unix epoch in milliseconds. */
since?: number;
/** Only with a latest message before. Default: now. At most 90 days after `since`. Unix epoch in milliseconds. */
until?: number;
/** Conversations per page. Default 50. */
limit?: number;
/** `nextCursor` or `prevCursor` of a page. */
cursor?: string;
/** `next` (default): older; `prev`: newer. */
direction?: "next" | "prev";
/** Only of this bot. */
agentId?: string;
/** Only with this source. */
source?: string;
/** Only of this channel. */
channel?: string;
};
result: ConversationList;
item: Conversation;
};
/** Delete several conversations. Deletes those that exist here. If any id was out of reach, the others are gone all the same and the answer is 406. Scope: `write`. */
deleteConversations: {
body: DeleteConversations;
result: Removed;
};
/** Get a conversation. With all of its messages, oldest first. Scope: `read`. */
getConversation: {
params: {
/** The conversation. */
conversationId: string;
};
result: Conversation;
};
/** Delete a conversation. For good, with its messages, tags and traces. Scope: `write`. */
deleteConversation: {
params: {
/** The conversation. */
conversationId: string;
};
result: Removed;
};
/** What a person is told who takes over. Of the newest handover: why, a summary, what was known about the customer, and how the reply came about. What the person writes is sent to `POST /v2/hc-interactions/events/public` with the role `agent`. Scope: `read`. */
getHandover: {
params: {
/** The conversation. */
conversationId: string;
};
result: Handover;
};
/** Judge a message. Feedback, the customer’s rating, whether the answer was right, and whether it solved the problem. Scope: `write`. */
judgeEvent: {
params: {
/** The message. */
eventId: string;
};
body: JudgeEvent;
result: ConversationEvent;
};
/** How an answer came about. Articles that were considered with their scores, the decision, timings and versions. Scope: `read`. */
getTrace: {
params: {
/** The message. */
eventId: string;
};
result: Trace;
};
/** How long conversations stay. A year without a message for those that belong to no user, unless the workspace has said otherwise. Scope: `read`. */
getConversationSettings: {
result: ConversationSettings;
};
/** Set how long conversations stay. Holds for those that are there already, from the next hour on. The change is audited. Scope: `write`. */
updateConversationSettings: {
body: ConversationSettings;
result: ConversationSettings;
};
/** Find conversations. In a few lines each, without their messages, by their latest message, newest first. All filters together have to hold. Scope: `read`. */
listInbox: {
query?: {
/** Where a conversation stands: a tag of the group Conversation Status. */
status?: "Resolved" | "Escalated to Human Agent" | "Waiting for Customer";
/** Whether the bot has ever handed it over to people. */
escalated?: boolean;
/** Whether the problem is solved. */
resolved?: boolean;
/** Only of this bot. */
agentId?: string;
/** Only with a message that has this tag, by its id. */
tag?: string;
/** Only of this channel. */
channel?: string;
/** Only with this source. */
source?: string;
/** Not with this source: `playground` leaves out what was only tried. */
exceptSource?: string;
/** By whom it has been taken over; `me`: by the caller. */
taken?: "nobody" | "anybody" | "me";
/** With any judgement; `good`: rated 4 or 5, approved, or said to be solved; `bad`: rated 1 or 2, disapproved, or said not to be solved. */
feedback?: "any" | "good" | "bad";
/** A part of a message, of your id of the conversation, or of the customer’s e-mail address or id. */
search?: string;
/** With the latest message from then on, Unix epoch milliseconds. */
since?: number;
/** With the latest message before then. */
until?: number;
/** Conversations per page. Default 50. */
limit?: number;
/** The `nextCursor` of the page before. What is written meanwhile moves up and is not shown twice. */
cursor?: string;
};
result: InboxPage;
item: InboxConversation;
};
/** Say where a conversation stands. As a person sees it. `Resolved` also ends a takeover: the bot answers what the customer writes next. Operators can not change what a colleague has taken over. Scope: `write`. */
changeConversation: {
params: {
/** The conversation. */
conversationId: string;
};
body: ChangeConversation;
result: Conversation;
};
/** Take a conversation over from the bot. From then on the bot is silent: what the customer writes is stored and waits for you, and what you write is sent to `POST /v2/hc-interactions/events/public` with the role `agent`. An answer that the bot is giving comes first. Who has it already keeps it; what somebody else has is refused. Scope: `write`. */
takeOverConversation: {
params: {
/** The conversation. */
conversationId: string;
};
body: TakeOver;
result: Conversation;
};
/** Hand a conversation back to the bot. The bot answers again from the customer’s next message on. Does nothing when nobody has it. Scope: `write`. */
handBackConversation: {
params: {
/** The conversation. */
conversationId: string;
};
body: HandBack;
result: Conversation;
};
/** Change the tags of a message. Puts these in the place of all but the one that says where the conversation stands. Scope: `write`. */
changeEventTags: {
params: {
/** The message. */
eventId: string;
};
body: ChangeTags;
result: ConversationEvent;
};
/** What became of conversations. Answered, confirmed as solved, abandoned and escalated, as four numbers by period. None is a “resolution rate”: an answer is not yet a solved problem. Scope: `read`. */
getConversationFigures: {
query?: {
/** Conversations that began from then on, Unix epoch milliseconds. Default: thirty days before `until`. */
since?: number;
/** Conversations that began before then. Default: now. At most 400 days after `since`. */
until?: number;
/** How long a period is. Default `day`. */
by?: "day" | "week" | "month";
/** Whose days: an IANA name, such as `Europe/Berlin`. Default `UTC`. */
timeZone?: string;
/** Only of this bot. */
agentId?: string;
/** Only of this channel. */
channel?: string;
};
result: ConversationFigures;
};
/** List tag groups. The mandatory one, the default ones and your own, newest first. Scope: `read`. */
listTagGroups: {
result: (TagGroup)[];
};
/** Create a tag group. From the next exchange on one of its tags is set, or several with `multiselect`. Scope: `write`. */
createTagGroup: {
body: TagGroupInput;
result: TagGroup;
};
/** List tags of several groups. One flat list, newest first. Repeat `tagGroupIds`; without it, the tags of all groups. Scope: `read`. */
listTags: {
query?: {
/** Repeat it for several groups. Without it: the tags of all groups. */
tagGroupIds?: (string)[];
};
result: (Tag)[];
};
/** Get a tag group. One group of the workspace, without its tags. Scope: `read`. */
getTagGroup: {
params: {
/** The tag group. */
tagGroupId: string;
};
result: TagGroup;
};
/** Change a tag group. Your own ones only: mandatory and default groups can not change. Scope: `write`. */
updateTagGroup: {
params: {
/** The tag group. */
tagGroupId: string;
};
body: TagGroupChange;
result: TagGroup;
};
/** Delete a tag group. With its tags, and everywhere they were set. Mandatory and default groups stay. Scope: `write`. */
deleteTagGroup: {
params: {
/** The tag group. */
tagGroupId: string;
};
result: Removed;
};
/** List the tags of a group. All tags of one group, newest first. Scope: `read`. */
listTagsOfGroup: {
params: {
/** The tag group. */
tagGroupId: string;
};
result: (Tag)[];
};
/** Create a tag. Its description tells when it applies: the words and examples in it are looked for in the exchange. Scope: `write`. */
createTag: {
params: {
/** The tag group. */
tagGroupId: string;
};
body: TagInput;
result: Tag;
};
/** Change a tag. The id in the path is that of the tag, as in the original. Scope: `write`. */
updateTag: {
params: {
/** The tag. */
tagId: string;
};
body: TagChange;
result: Tag;
};
/** Delete a tag. The id in the path is that of the tag, as in the original. It goes wherever it was set. Scope: `write`. */
deleteTag: {
params: {
/** The tag. */
tagId: string;
};
result: Removed;
};
/** Get a tag. One tag, with the group it belongs to. Scope: `read`. */
getTag: {
params: {
/** The tag. */
tagId: string;
};
result: Tag;
};
/** Send a message and get the answer. Begins a conversation with `botId`, or goes on with `interactionId`. The bot answers a customer’s message from the live articles of its folders, asks back when two fit, and hands over to a person when none does. It is silent while a person has taken the conversation over. With `stream=true` the answer comes as server-sent events: `message` (what was sent), `delta` (a piece of the answer’s text), `reset` (the deltas so far are taken back), `reply` (the answer as it is stored), `done`. A repetition with the same `Idempotency-Key` gets the events as JSON. Scope: `write`. */
generateAnswer: {
body: GenerateAnswer;
result: (ConversationEvent)[];
};
/** Where customers are. As long as nothing is known of one of them. Scope: `read`. */
getRegion: {
result: WorkspaceRegion;
};
/** Say where customers are. A customer’s own `timezone`, `country` or `locale` in `user_attributes`, in the customer token or in an attribute that rules may use goes before. Scope: `write`. */
setRegion: {
body: WorkspaceRegion;
result: WorkspaceRegion;
};
/** List test suites. All golden sets of the workspace, newest first. Scope: `read`. */
listTestSuites: {
result: SuiteList;
};
/** Create a test suite. A golden set: questions to a bot, each with the article that should answer it, or nobody. Scope: `write`. */
createTestSuite: {
body: CreateSuite;
result: Suite;
};
/** Get a test suite. The test suite with its cases, in their order. Scope: `read`. */
getTestSuite: {
params: {
/** The test suite. */
suiteId: string;
};
result: Suite;
};
/** Replace the cases of a test suite. All of them at once. Runs of before stay, and the next one is compared with the last of them. Scope: `write`. */
updateTestSuite: {
params: {
/** The test suite. */
suiteId: string;
};
body: UpdateSuite;
result: Suite;
};
/** Delete a test suite. Deletes the test suite with all its runs. Scope: `write`. */
deleteTestSuite: {
params: {
/** The test suite. */
suiteId: string;
};
result: undefined;
};
/** Run a test suite. Asks the bot all questions, in the worker; customers’ conversations are not touched. With `draftId` it shows what publishing that draft would change. Scope: `write`. */
runTestSuite: {
params: {
/** The test suite. */
suiteId: string;
};
body: StartSuiteRun;
result: SuiteRun;
};
/** List runs of a test suite. The newest fifty with their figures. Scope: `read`. */
listTestSuiteRuns: {
params: {
/** The test suite. */
suiteId: string;
};
result: SuiteRunList;
};
/** Get a run of a test suite. What the bot did with each question, what it did before, and whether that is what was expected. Scope: `read`. */
getTestSuiteRun: {
params: {
/** The test suite. */
suiteId: string;
/** The run. */
suiteRunId: string;
};
result: SuiteRun;
};
/** Draft from a text, a document or a conversation. Queues a job that divides the text into what articles are made of, compares each part with what is live, and drafts a new article, a change of one, or nothing. Jobs of a workspace run one after the other, in the order of their requests. Scope: `write`. */
draftKnowledge: {
body: DraftKnowledge;
result: StartedJob;
};
/** Draft from documents. Queues a job for each of them. One that is still being read is drafted from when it has been. An unknown id refuses all. Scope: `write`. */
draftFromDocuments: {
body: DraftFromDocuments;
result: StartedJobs;
};
/** How far jobs are. An unknown id refuses all. What a job decided, and why, tells `getJob`. Scope: `read`. */
getJobStates: {
body: JobIds;
result: JobStates;
};
/** Propose folders. Answers a table of folders for what you describe, or for what the sources are about. Nothing is created: edit the table and send it to `persistTree`. Scope: `write`. */
initializeTree: {
body: InitializeTree;
result: string;
};
/** Create folders from a table. A CSV file with the columns `path` (`Cards > Limits`) and `description`, as `file` of a form. All of it or nothing takes effect; folders that stand there already stay. Scope: `write`. */
persistTree: {
body: FormData;
result: TreePersisted;
};
/** Draft what customers asked in vain. Queues a job that groups the questions to which bots had no answer, looks for each matter in the sources, and drafts an article where one of them answers it. Scope: `write`. */
draftMagicArticles: {
body: DraftMagicArticles;
result: StartedJob;
};
/** What customers asked in vain. Questions to which bots said that they do not know, by matter. Personal data in them is left out. Scope: `read`. */
listUnanswered: {
query?: {
/** Questions from then on, Unix epoch milliseconds. Default: thirty days before `until`. */
since?: number;
/** Questions before then. Default: now. */
until?: number;
/** Only questions to this bot. */
botId?: string;
};
result: UnansweredList;
};
/** List jobs. With what they decided, newest first. Scope: `read`. */
listJobs: {
query?: {
/** Jobs per page. Default 50. */
limit?: number;
/** The `nextCursor` of the page before. */
cursor?: string;
};
result: JobList;
item: JobDetails;
};
/** Get a job. How far it is, and part by part what it decided and why. Scope: `read`. */
getJob: {
params: {
/** The job. */
jobId: string;
};
result: JobDetails;
};
/** What is drafted by itself. Magic Articles once a week, unless the workspace has said otherwise. Scope: `read`. */
getDraftingSettings: {
result: DraftingSettings;
};
/** Set what is drafted by itself. Nothing reaches customers by it: drafts wait in Review and Approvals. The change is audited. Scope: `write`. */
updateDraftingSettings: {
body: DraftingSettings;
result: DraftingSettings;
};
/** List the widgets. The chats that pages may show, newest first. Scope: `read`. */
listWidgets: {
result: WidgetList;
};
/** Make a widget. Makes a chat of a bot for your pages: put `snippet` into them, and name their origins in `allowedOrigins`, for no other page can show it. Scope: `write`. */
createWidget: {
body: CreateWidget;
result: Widget;
};
/** Get a widget. One widget with the snippet for your pages. Scope: `read`. */
getWidget: {
params: {
/** The widget. */
widgetId: string;
};
result: Widget;
};
/** Change a widget. Changes what is given; it holds for the next page that shows the chat. Scope: `write`. */
updateWidget: {
params: {
/** The widget. */
widgetId: string;
};
body: UpdateWidget;
result: Widget;
};
/** Delete a widget. Pages that still name it show nothing. Conversations stay. Scope: `write`. */
deleteWidget: {
params: {
/** The widget. */
widgetId: string;
};
result: undefined;
};
/** The chat in its frame. What `widget.js` shows in an iframe; browsers show it in pages of `allowedOrigins` only. Scope: none, this call needs no credential. */
showWidget: {
params: {
/** The widget. */
widgetId: string;
};
query?: {
/** `de`: German; anything else: English. */
language?: string;
};
result: undefined;
};
/** Say something in the chat. For the browser of a visitor. Who they are only `customerToken` says, which your server has signed; a conversation of a customer is gone on with by that customer only. Scope: none, this call needs no credential. */
talkInWidget: {
params: {
/** The widget. */
widgetId: string;
};
body: WidgetMessage;
result: undefined;
};
/** Read the conversation of the chat. For the browser of a visitor: what has been said, by people too. Changes nothing. Scope: none, this call needs no credential. */
readWidgetConversation: {
params: {
/** The widget. */
widgetId: string;
};
body: WidgetSession;
result: WidgetConversation;
};
/** List the events. What a webhook can subscribe to. The shape of the `data` of each stands in `webhooks` of the OpenAPI document. Scope: `webhooks`. */
listWebhookEvents: {
result: WebhookEventList;
};
/** List what has happened. The same events that webhooks carry, for programs that Kontor can not reach, such as a developer’s machine. Events are kept for 30 days. One that happened while another was being written may appear a little later than its time says: ask again from a minute before the newest that you have, and leave out the ids that you know. Scope: `webhooks`. */
listEvents: {
query?: {
/** Events that happened from then on. Default: all that are kept. */
since?: string;
/** Only these; repeat it for several. Default: all. */
types?: (string)[];
/** Events per page. Default 100. */
limit?: number;
/** The `nextCursor` of the page before. */
cursor?: string;
};
result: EventPage;
item: {
/** The event: the `webhook-id` of its notifications. */
id: string;
/** What happened. */
type: string;
/** When it happened. */
timestamp: string;
/** What it is about; `webhooks` of the OpenAPI document has the shape of each. */
data: Record<string, unknown>;
};
};
/** List webhooks. Those of the workspace, which are never many. Scope: `webhooks`. */
listWebhooks: {
result: WebhookList;
};
/** Subscribe to events. Events of all users of the workspace that happen from now on are sent to the endpoint, at least once each. An answer of 2XX acknowledges; anything else is tried again, ten times over 75 hours. At most 20 webhooks. Scope: `webhooks`. */
createWebhook: {
body: {
/** Where events are sent: an https URL, or what the allow-list of the workspace names. */
endpoint: string;
/** What it hears of; `webhooks` of the OpenAPI document describes each. */
events: ("user.created" | "user.deleted" | "user.expired" | "accounts.changed" | "transactions.changed" | "login.sync-completed" | "login.sync-failed" | "consent.expiring" | "connection.completed" | "connection.cancelled" | "connection.failed" | "review.created" | "article.published" | "endpoint.drifted" | "endpoint.cut-off" | "action.outcome-unknown" | "analysis.completed" | "analysis.failed" | "conversation.escalated" | "conversation.taken_over" | "conversation.replied" | "conversation.handed_back" | "webhook.disabled" | "webhook.test")[];
/** How the endpoint is called. Default POST. */
method?: "POST" | "PUT" | "PATCH";
/** A text of your own that goes along in the body of every notification as `secret`; null: none. It is never shown again. Better proof of the sender is the signature. */
secret?: string | null;
/** Whether events are sent. Default true. */
active?: boolean;
/** What it is for, for people. */
description?: string | null;
};
result: CreatedWebhook;
};
/** Get a webhook. One webhook, and how its endpoint has done lately. Scope: `webhooks`. */
getWebhook: {
params: {
/** The webhook. */
webhookId: string;
};
result: Webhook;
};
/** Change a webhook. Also switches it off and on again. Events that happen while it is off are not sent by themselves. Scope: `webhooks`. */
updateWebhook: {
params: {
/** The webhook. */
webhookId: string;
};
body: {
/** Where events are sent: an https URL, or what the allow-list of the workspace names. */
endpoint?: string;
/** What it hears of; `webhooks` of the OpenAPI document describes each. */
events?: ("user.created" | "user.deleted" | "user.expired" | "accounts.changed" | "transactions.changed" | "login.sync-completed" | "login.sync-failed" | "consent.expiring" | "connection.completed" | "connection.cancelled" | "connection.failed" | "review.created" | "article.published" | "endpoint.drifted" | "endpoint.cut-off" | "action.outcome-unknown" | "analysis.completed" | "analysis.failed" | "conversation.escalated" | "conversation.taken_over" | "conversation.replied" | "conversation.handed_back" | "webhook.disabled" | "webhook.test")[];
/** How the endpoint is called. Default POST. */
method?: "POST" | "PUT" | "PATCH";
/** A text of your own that goes along in the body of every notification as `secret`; null: none. It is never shown again. Better proof of the sender is the signature. */
secret?: string | null;
/** Whether events are sent. Default true. */
active?: boolean;
/** What it is for, for people. */
description?: string | null;
};
result: Webhook;
};
/** Delete a webhook. Nothing more is sent to it, not even what waits; its log goes too. Scope: `webhooks`. */
deleteWebhook: {
params: {
/** The webhook. */
webhookId: string;
};
result: undefined;
};
/** Rotate the signing secret. For 24 hours every notification carries a signature by each of the two, so that receivers can change without losing any. Rotating again within that time ends the oldest at once. Scope: `webhooks`. */
rotateWebhookSecret: {
params: {
/** The webhook. */
webhookId: string;
};
result: RotatedSecret;
};
/** Send a test event. `webhook.test` is sent once to this webhook, signed like any other. Look at the delivery a moment later: it says what the endpoint answered. Scope: `webhooks`. */
testWebhook: {
params: {
/** The webhook. */
webhookId: string;
};
result: WebhookDelivery;
};
/** List deliveries. What was sent or waits to be, newest first, with the log of all attempts. Kept for 30 days. Scope: `webhooks`. */
listWebhookDeliveries: {
params: {
/** The webhook. */
webhookId: string;
};
query?: {
/** Deliveries per page. Default 100. */
limit?: number;
/** The `nextCursor` of the page before. */
cursor?: string;
/** `pending`: it waits for its first or next attempt. `delivered`: an answer of 2XX came. `failed`: given up; it can be sent again. */
status?: "pending" | "delivered" | "failed";
/** Only this event. */
type?: string;
/** Only events about this user. */
userId?: string;
};
result: WebhookDeliveryList;
item: WebhookDelivery;
};
/** Get a delivery. One delivery with what is sent and the log of its attempts. Scope: `webhooks`. */
getWebhookDelivery: {
params: {
/** The webhook. */
webhookId: string;
/** The delivery. */
deliveryId: string;
};
result: WebhookDeliveryDetail;
};
/** Send a delivery again. At once and with ten new attempts, whatever came of it before. Its `webhook-id` stays the same. Scope: `webhooks`. */
redeliverWebhookDelivery: {
params: {
/** The webhook. */
webhookId: string;
/** The delivery. */
deliveryId: string;
};
result: WebhookDelivery;
};
/** Send again since a time. After an outage: everything that was given up since then, and everything the webhook has missed because it was off. Events are kept for 30 days; those about an erased user are gone. Scope: `webhooks`. */
redeliverSince: {
params: {
/** The webhook. */
webhookId: string;
};
body: RedeliverBody;
result: Redelivery;
};
/** What needs a person now. How much waits, since when, and how large the workspace is. Bank data is counted for operators whose role shows them: others, and keys, get null. Scope: `read`. */
getOverview: {
result: Overview;
};
/** This reference as OpenAPI 3.1. Every operation with its input, answers, errors and scope. Generate clients from it. Scope: none, this call needs no credential. */
getOpenApiDocument: {
result: Record<string, unknown>;
};
/** Where a language model finds what. An index of guides and operations with instructions for agents, in the format of llmstxt.org. Scope: none, this call needs no credential. */
getLlmsIndex: {
result: string;
};
/** What an agent needs, in one text. The guides that matter most and every operation in one line, as Markdown: at most 40,000 tokens, for a context window. Every field stands in the chapters of `/docs/reference.md`. Scope: none, this call needs no credential. */
getLlmsText: {
result: string;
};
}

/** What webhooks tell. */
export type WebhookEvent = UserCreatedEvent | UserDeletedEvent | UserExpiredEvent | AccountsChangedEvent | TransactionsChangedEvent | LoginSyncCompletedEvent | LoginSyncFailedEvent | ConsentExpiringEvent | ConnectionCompletedEvent | ConnectionCancelledEvent | ConnectionFailedEvent | ReviewCreatedEvent | ArticlePublishedEvent | EndpointDriftedEvent | EndpointCutOffEvent | ActionOutcomeUnknownEvent | AnalysisCompletedEvent | AnalysisFailedEvent | ConversationEscalatedEvent | ConversationTaken_overEvent | ConversationRepliedEvent | ConversationHanded_backEvent | WebhookDisabledEvent | WebhookTestEvent;

export const OPERATIONS: Readonly<Record<keyof Operations, string>> = {
  getLiveness: 'GET /livez',
  getReadiness: 'GET /readyz',
  getMetrics: 'GET /metrics text',
  getStatus: 'GET /status',
  issueToken: 'POST /api/auth form',
  getSigningKeys: 'GET /.well-known/jwks.json',
  getServerMetadata: 'GET /.well-known/oauth-authorization-server',
  getMcpMetadata: 'GET /.well-known/oauth-protected-resource/mcp',
  getWorkspace: 'GET /v2/workspace',
  listAuditEntries: 'GET /v2/audit-log list=entries',
  listApiKeys: 'GET /v2/api-keys',
  createApiKey: 'POST /v2/api-keys key',
  revealApiKey: 'POST /v2/api-keys/{apiKeyId}/reveal',
  revokeApiKey: 'POST /v2/api-keys/{apiKeyId}/revoke key',
  listClients: 'GET /v2/clients',
  createClient: 'POST /v2/clients',
  updateClient: 'PATCH /v2/clients/{clientId}',
  rotateClientSecret: 'POST /v2/clients/{clientId}/secret',
  revokeClient: 'POST /v2/clients/{clientId}/revoke key',
  listOperators: 'GET /v2/operators',
  updateOperator: 'PATCH /v2/operators/{operatorId}',
  removeOperator: 'DELETE /v2/operators/{operatorId}',
  resetSecondFactor: 'DELETE /v2/operators/{operatorId}/second-factor',
  listInvitations: 'GET /v2/operator-invitations',
  createInvitation: 'POST /v2/operator-invitations key',
  callOffInvitation: 'DELETE /v2/operator-invitations/{invitationId}',
  createUser: 'POST /api/users key',
  listUsers: 'GET /api/users list=users',
  getUser: 'GET /api/users/{userId}',
  updateUser: 'PATCH /api/users/{userId}',
  deleteUser: 'DELETE /api/users/{userId}',
  exportUser: 'GET /api/users/{userId}/export',
  listBots: 'GET /v2/bots/public',
  getPrompt: 'GET /v2/bots/{botId}/hc-prompt/public',
  savePromptPublic: 'POST /v2/bots/{botId}/hc-prompt/public key',
  listPromptVersions: 'GET /v2/bots/{botId}/hc-prompt/history/public',
  savePrompt: 'POST /v2/bots/{botId}/hc-prompt key',
  listAgents: 'GET /v2/agents',
  createAgent: 'POST /v2/agents key',
  getAgent: 'GET /v2/agents/{botId}',
  updateAgent: 'PATCH /v2/agents/{botId}',
  getLanguageModel: 'GET /v2/language-model',
  saveLanguageModel: 'PUT /v2/language-model',
  removeLanguageModel: 'DELETE /v2/language-model',
  checkLanguageModel: 'POST /v2/language-model/check',
  listAccounts: 'GET /api/users/{userId}/banking/accounts list=accounts',
  uploadAccounts: 'POST /api/users/{userId}/banking/accounts key',
  updateAccounts: 'PATCH /api/users/{userId}/banking/accounts',
  deleteAccounts: 'DELETE /api/users/{userId}/banking/accounts',
  getAccount: 'GET /api/users/{userId}/banking/accounts/{accountId}',
  updateTransactions: 'PATCH /api/users/{userId}/banking/accounts/{accountId}',
  deleteAccount: 'DELETE /api/users/{userId}/banking/accounts/{accountId}',
  listAccountTransactions: 'GET /api/users/{userId}/banking/accounts/{accountId}/transactions list=transactions',
  addTransactions: 'POST /api/users/{userId}/banking/accounts/{accountId}/transactions key',
  deleteTransactions: 'DELETE /api/users/{userId}/banking/accounts/{accountId}/transactions',
  listTransactions: 'GET /api/users/{userId}/banking/transactions list=transactions',
  getAccountSummary: 'GET /api/users/{userId}/banking/accounts/{accountId}/summary bytes',
  importFiles: 'POST /api/users/{userId}/banking/import key',
  listLogins: 'GET /api/users/{userId}/banking/logins list=logins',
  getLogin: 'GET /api/users/{userId}/banking/logins/{loginId}',
  deleteLogin: 'DELETE /api/users/{userId}/banking/logins/{loginId}',
  syncLogin: 'POST /api/users/{userId}/banking/logins/{loginId}/sync key',
  getLoginSync: 'GET /api/users/{userId}/banking/logins/{loginId}/sync',
  connectBank: 'POST /api/users/{userId}/banking/connect key',
  manageBanks: 'POST /api/users/{userId}/banking/manage key',
  getConnectSession: 'GET /api/users/{userId}/banking/connect/{sessionId}',
  listArticles: 'GET /v2/hc-articles/public list',
  createArticle: 'POST /v2/hc-articles/public key',
  getArticles: 'POST /v2/hc-articles/ids/public',
  updateArticle: 'PUT /v2/hc-articles/{articleId}/public',
  deleteArticle: 'DELETE /v2/hc-articles/{articleId}/public',
  forkDraft: 'POST /v2/hc-articles/{articleId}/draft/public key',
  publishArticle: 'POST /v2/hc-articles/{articleId}/publish/public key',
  moveArticle: 'PUT /v2/hc-articles/{articleId}/move/public',
  listArticleVersions: 'GET /v2/articles/{articleId}/versions',
  getArticleVersion: 'GET /v2/articles/{articleId}/versions/{versionNumber}',
  restoreArticleVersion: 'POST /v2/articles/{articleId}/versions/{versionNumber}/restore key',
  getFolderTree: 'GET /v2/hc-folders/public',
  createFolder: 'POST /v2/hc-folders/public key',
  updateFolder: 'PUT /v2/hc-folders/{folderId}/public',
  deleteFolder: 'DELETE /v2/hc-folders/{folderId}/public',
  moveFolder: 'PUT /v2/hc-folders/{folderId}/move/public',
  assignFolders: 'POST /v2/hc-bot-folder-junctions/public key',
  listReviews: 'GET /v2/reviews list=reviews',
  getReview: 'GET /v2/reviews/{reviewId}',
  approveReview: 'POST /v2/reviews/{reviewId}/approve key',
  rejectReview: 'POST /v2/reviews/{reviewId}/reject key',
  requestChanges: 'POST /v2/reviews/{reviewId}/request-changes key',
  getKnowledgeSettings: 'GET /v2/knowledge/settings',
  updateKnowledgeSettings: 'PUT /v2/knowledge/settings',
  listDocuments: 'GET /v2/documents/public list=documents',
  addDocuments: 'POST /v2/documents/public key',
  deleteDocuments: 'DELETE /v2/documents/public',
  uploadFiles: 'POST /v2/documents/public/files key',
  crawlLinks: 'POST /v2/documents/public/deep-crawl/links',
  refreshDocuments: 'POST /v2/documents/public/refresh key',
  listResources: 'GET /v2/documents/public/resources/{provider}',
  registerResources: 'POST /v2/documents/public/resources/{provider} key',
  getDocument: 'GET /v2/documents/public/{documentId}',
  listSources: 'GET /v2/sources',
  connectProvider: 'PUT /v2/sources/{provider}',
  disconnectProvider: 'DELETE /v2/sources/{provider}',
  startCrawl: 'POST /v2/crawls key',
  listCrawls: 'GET /v2/crawls',
  getCrawl: 'GET /v2/crawls/{crawlId}',
  listCategories: 'GET /api/categories',
  correctCategory: 'PATCH /api/users/{userId}/categorization/{transactionId}',
  correctCategories: 'PATCH /api/users/{userId}/categorization',
  listCategorizedTransactions: 'GET /api/users/{userId}/categorization list=transactions',
  listCategorizationRules: 'GET /api/categorization-rules',
  createCategorizationRule: 'POST /api/categorization-rules key',
  tryCategorizationRule: 'POST /api/categorization-rules/try',
  getCategorizationRule: 'GET /api/categorization-rules/{ruleId}',
  updateCategorizationRule: 'PATCH /api/categorization-rules/{ruleId}',
  deleteCategorizationRule: 'DELETE /api/categorization-rules/{ruleId}',
  listIntegrations: 'GET /v2/integrations',
  createIntegration: 'POST /v2/integrations key',
  getIntegration: 'GET /v2/integrations/{integrationId}',
  updateIntegration: 'PATCH /v2/integrations/{integrationId}',
  deleteIntegration: 'DELETE /v2/integrations/{integrationId}',
  saveEnvironment: 'PUT /v2/integrations/{integrationId}/environments/{environment}',
  deleteEnvironment: 'DELETE /v2/integrations/{integrationId}/environments/{environment}',
  rotateEnvironmentKey: 'PUT /v2/integrations/{integrationId}/environments/{environment}/key',
  getAgentEnvironment: 'GET /v2/agents/{botId}/environment',
  setAgentEnvironment: 'PUT /v2/agents/{botId}/environment',
  proposeEndpoints: 'POST /v2/integrations/endpoint-proposals',
  listAllEndpoints: 'GET /v2/integrations/endpoints',
  listEndpoints: 'GET /v2/integrations/{integrationId}/endpoints',
  createEndpoint: 'POST /v2/integrations/{integrationId}/endpoints key',
  getEndpoint: 'GET /v2/integrations/{integrationId}/endpoints/{endpointId}',
  saveEndpoint: 'PUT /v2/integrations/{integrationId}/endpoints/{endpointId}',
  deleteEndpoint: 'DELETE /v2/integrations/{integrationId}/endpoints/{endpointId}',
  getHealthOverview: 'GET /v2/integrations/health',
  tryEndpoint: 'POST /v2/integrations/{integrationId}/endpoints/{endpointId}/try',
  getEndpointHealth: 'GET /v2/integrations/{integrationId}/endpoints/{endpointId}/health',
  listAttributes: 'GET /v2/attributes',
  createAttribute: 'POST /v2/attributes key',
  getAttribute: 'GET /v2/attributes/{attributeId}',
  saveAttribute: 'PUT /v2/attributes/{attributeId}',
  deleteAttribute: 'DELETE /v2/attributes/{attributeId}',
  tryAttribute: 'POST /v2/attributes/{attributeId}/try',
  rotateCustomerTokenSecret: 'POST /v2/workspace/customer-token-secret',
  listActions: 'GET /v2/actions',
  createAction: 'POST /v2/actions key',
  getAction: 'GET /v2/actions/{actionId}',
  saveAction: 'PUT /v2/actions/{actionId}',
  deleteAction: 'DELETE /v2/actions/{actionId}',
  tryAction: 'POST /v2/actions/{actionId}/try',
  listActionRuns: 'GET /v2/action-runs list=runs',
  getActionRun: 'GET /v2/action-runs/{runId}',
  settleActionRun: 'POST /v2/action-runs/{runId}/settle key',
  triggerAnalysis: 'POST /api/users/{userId}/trigger-analysis key',
  pollAnalysis: 'GET /api/users/{userId}/categorization/correlation',
  listAnalyses: 'GET /api/users/{userId}/analyses list=analyses',
  getAnalysis: 'GET /api/users/{userId}/analyses/{correlationId}',
  cancelAnalysis: 'POST /api/users/{userId}/analyses/{correlationId}/cancel key',
  streamCategorizedTransactions: 'GET /api/users/{userId}/categorization/stream lines',
  listContracts: 'GET /api/users/{userId}/contracts',
  getPersonIncome: 'GET /api/users/{userId}/analysis/person/income',
  getPersonSpending: 'GET /api/users/{userId}/analysis/person/spending',
  getPersonRisk: 'GET /api/users/{userId}/analysis/person/risk',
  getHouseholdBudget: 'GET /api/users/{userId}/analysis/person/household-budget',
  getPersonLiquidity: 'GET /api/users/{userId}/analysis/person/liquidity',
  getAdultCheck: 'GET /api/users/{userId}/analysis/person/adult-check',
  getLivingSituation: 'GET /api/users/{userId}/analysis/person/living-situation',
  getCompanyCashflow: 'GET /api/users/{userId}/analysis/company/cashflow',
  getCompanyCashTransactions: 'GET /api/users/{userId}/analysis/company/cash-transactions',
  getCompanyLiquidity: 'GET /api/users/{userId}/analysis/company/liquidity',
  getCompanyForeignPayments: 'GET /api/users/{userId}/analysis/company/foreign-payments',
  getCompanyRisk: 'GET /api/users/{userId}/analysis/company/risk',
  getCompanyCredits: 'GET /api/users/{userId}/analysis/company/credits',
  getCompanyInsurances: 'GET /api/users/{userId}/analysis/company/insurances',
  getCompanyInvestments: 'GET /api/users/{userId}/analysis/company/investments',
  getCompanyInternalBookings: 'GET /api/users/{userId}/analysis/company/internal-bookings',
  getAnalysisReport: 'GET /api/users/{userId}/analysis/report bytes',
  decideContract: 'PATCH /api/users/{userId}/contracts/{contractId}',
  createCockpit: 'POST /api/users/{userId}/cockpit key',
  revokeCockpit: 'DELETE /api/users/{userId}/cockpit/{cockpitId}',
  getContractCustomer: 'GET /contract/customer',
  listRules: 'GET /v2/hc-rules/public list',
  createRule: 'POST /v2/hc-rules/public key',
  getRule: 'GET /v2/hc-rules/{hcRuleId}/public',
  updateRule: 'PATCH /v2/hc-rules/{hcRuleId}/public',
  deleteRule: 'DELETE /v2/hc-rules/{hcRuleId}/public',
  publishRule: 'POST /v2/hc-rules/{hcRuleId}/publish/public key',
  createRuleDraft: 'POST /v2/hc-rules/{hcRuleId}/draft/public key',
  duplicateRule: 'POST /v2/hc-rules/{hcRuleId}/duplicate/public key',
  draftRule: 'POST /v2/hc-rules/draft/public key',
  refineRule: 'POST /v2/hc-rules/{hcRuleId}/refine/public key',
  listRuleVersions: 'GET /v2/hc-rules/{hcRuleId}/versions',
  restoreRuleVersion: 'POST /v2/hc-rules/{hcRuleId}/versions/{versionNumber}/restore key',
  checkRule: 'POST /v2/hc-rules/check',
  simulateRule: 'POST /v2/hc-rules/simulate',
  listConversations: 'GET /v2/hc-interactions/public list=interactions',
  deleteConversations: 'DELETE /v2/hc-interactions/public',
  getConversation: 'GET /v2/hc-interactions/{conversationId}/public',
  deleteConversation: 'DELETE /v2/hc-interactions/{conversationId}/public',
  getHandover: 'GET /v2/conversations/{conversationId}/handover',
  judgeEvent: 'PATCH /v2/conversations/events/{eventId}',
  getTrace: 'GET /v2/conversations/events/{eventId}/trace',
  getConversationSettings: 'GET /v2/conversations/settings',
  updateConversationSettings: 'PUT /v2/conversations/settings',
  listInbox: 'GET /v2/conversations list=conversations',
  changeConversation: 'PATCH /v2/conversations/{conversationId}',
  takeOverConversation: 'POST /v2/conversations/{conversationId}/take-over key',
  handBackConversation: 'POST /v2/conversations/{conversationId}/hand-back key',
  changeEventTags: 'PUT /v2/conversations/events/{eventId}/tags',
  getConversationFigures: 'GET /v2/conversations/figures',
  listTagGroups: 'GET /v2/tag-groups/public',
  createTagGroup: 'POST /v2/tag-groups/public key',
  listTags: 'GET /v2/tag-groups/tags/public',
  getTagGroup: 'GET /v2/tag-groups/{tagGroupId}/public',
  updateTagGroup: 'PUT /v2/tag-groups/{tagGroupId}/public',
  deleteTagGroup: 'DELETE /v2/tag-groups/{tagGroupId}/public',
  listTagsOfGroup: 'GET /v2/tag-groups/{tagGroupId}/tags/public',
  createTag: 'POST /v2/tag-groups/{tagGroupId}/tags/public key',
  updateTag: 'PUT /v2/tag-groups/{tagId}/tags/public',
  deleteTag: 'DELETE /v2/tag-groups/{tagId}/tags/public',
  getTag: 'GET /v2/tags/{tagId}/public',
  generateAnswer: 'POST /v2/hc-interactions/events/public key',
  getRegion: 'GET /v2/workspace/region',
  setRegion: 'PUT /v2/workspace/region',
  listTestSuites: 'GET /v2/test-suites',
  createTestSuite: 'POST /v2/test-suites key',
  getTestSuite: 'GET /v2/test-suites/{suiteId}',
  updateTestSuite: 'PUT /v2/test-suites/{suiteId}',
  deleteTestSuite: 'DELETE /v2/test-suites/{suiteId}',
  runTestSuite: 'POST /v2/test-suites/{suiteId}/runs key',
  listTestSuiteRuns: 'GET /v2/test-suites/{suiteId}/runs',
  getTestSuiteRun: 'GET /v2/test-suites/{suiteId}/runs/{suiteRunId}',
  draftKnowledge: 'POST /v2/knowledge/public key',
  draftFromDocuments: 'POST /v2/knowledge/public/bulk key',
  getJobStates: 'POST /v2/knowledge/public/jobs/status',
  initializeTree: 'POST /v2/knowledge/public/tree/initialize key text',
  persistTree: 'POST /v2/knowledge/public/tree/persist key',
  draftMagicArticles: 'POST /v2/knowledge/magic-articles key',
  listUnanswered: 'GET /v2/knowledge/unanswered',
  listJobs: 'GET /v2/knowledge/jobs list=jobs',
  getJob: 'GET /v2/knowledge/jobs/{jobId}',
  getDraftingSettings: 'GET /v2/knowledge/drafting-settings',
  updateDraftingSettings: 'PUT /v2/knowledge/drafting-settings',
  listWidgets: 'GET /v2/widgets',
  createWidget: 'POST /v2/widgets key',
  getWidget: 'GET /v2/widgets/{widgetId}',
  updateWidget: 'PATCH /v2/widgets/{widgetId}',
  deleteWidget: 'DELETE /v2/widgets/{widgetId}',
  showWidget: 'GET /widget/{widgetId}',
  talkInWidget: 'POST /widget/{widgetId}/messages',
  readWidgetConversation: 'POST /widget/{widgetId}/conversation',
  listWebhookEvents: 'GET /api/webhook-events',
  listEvents: 'GET /api/events list=events',
  listWebhooks: 'GET /api/webhooks',
  createWebhook: 'POST /api/webhooks key',
  getWebhook: 'GET /api/webhooks/{webhookId}',
  updateWebhook: 'PATCH /api/webhooks/{webhookId}',
  deleteWebhook: 'DELETE /api/webhooks/{webhookId}',
  rotateWebhookSecret: 'POST /api/webhooks/{webhookId}/secret key',
  testWebhook: 'POST /api/webhooks/{webhookId}/test key',
  listWebhookDeliveries: 'GET /api/webhooks/{webhookId}/deliveries list=deliveries',
  getWebhookDelivery: 'GET /api/webhooks/{webhookId}/deliveries/{deliveryId}',
  redeliverWebhookDelivery: 'POST /api/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver key',
  redeliverSince: 'POST /api/webhooks/{webhookId}/redeliver key',
  getOverview: 'GET /v2/overview',
  getOpenApiDocument: 'GET /openapi.json',
  getLlmsIndex: 'GET /llms.txt text',
  getLlmsText: 'GET /llms-full.txt text',
};

export type AcceptedIds = {
/** Those that exist and are read again. */
documentIds: (string)[];
};
export type Account = {
/** Id of the account, unique per user. */
accountId: string;
/** National account number. */
accountNumber: string | null;
/** Balance after the last booked transaction, in major units; null when unknown. */
balance: number | null;
/** How far the account may go below zero, as a positive amount in major units; null when unknown. */
overdraftLimit: number | null;
/** ISO 4217 code of the account. */
currency: string;
/** IBAN of the account, without blanks. */
iban: string | null;
/** BIC of the bank. */
bic: string | null;
/** National bank code. */
bankCode: string | null;
/** Name of the bank. */
bankName: string | null;
/** Name of the account. */
name: string | null;
/** Owner of the account as the bank names them. */
owner: string | null;
/** Logo of the bank: an address or a data URI. */
icon: string | null;
/** Kind of account. */
type: "GIRO" | "KREDIT_KARTE" | "DEPOT" | "SPARKONTO" | "TAGESGELD" | "DARLEHEN" | "BAUSPAREN" | "PAYPAL" | "SONSTIGE";
/** Holdings of a securities account. */
securities: (unknown)[];
/** Standing orders of the account. */
standingOrders: (unknown)[];
/** Kinds of payment that the account allows. */
supportedPayments: (unknown)[];
/** Its transactions, newest first; only where they were asked for. */
transactions?: (Transaction)[];
};
export type AccountInput = {
/** Id of the account, chosen by the caller, unique per user. */
accountId: string;
/** National account number; fixed once the account exists. */
accountNumber?: string | null;
/** Balance after the last booked transaction, in major units. A JSON number or a decimal string, exact in the minor unit of the currency. */
balance?: number | string | null;
/** How far the account may go below zero, as a positive amount in major units. A JSON number or a decimal string, exact in the minor unit of the currency. */
overdraftLimit?: number | string | null;
/** ISO 4217 code; EUR if absent. */
currency?: string | null;
/** IBAN of the account; blanks are removed, letters made capital. */
iban?: string | null;
/** BIC of the bank. */
bic?: string | null;
/** National bank code, such as a German Bankleitzahl. */
bankCode?: string | null;
/** Name of the bank. */
bankName?: string | null;
/** Name of the account, such as "Girokonto". */
name?: string | null;
/** Owner of the account as the bank names them. */
owner?: string | null;
/** Logo of the bank: an address or a data URI. */
icon?: string | null;
/** Kind of account; GIRO if absent. */
type?: "GIRO" | "KREDIT_KARTE" | "DEPOT" | "SPARKONTO" | "TAGESGELD" | "DARLEHEN" | "BAUSPAREN" | "PAYPAL" | "SONSTIGE" | null;
/** Holdings of a securities account, kept as they come. */
securities?: (unknown)[] | null;
/** Standing orders of the account, kept as they come. */
standingOrders?: (unknown)[] | null;
/** Kinds of payment that the account allows, kept as they come. */
supportedPayments?: (unknown)[] | null;
/** Transactions of the account; the same id never stands twice. */
transactions?: (TransactionInput)[];
};
export type AccountList = {
/** By account id. */
accounts: (Account)[];
/** Pass it as `cursor` for the next page; null at the end. */
nextCursor: string | null;
};
export type AccountPatch = {
/** Id of the account, chosen by the caller, unique per user. */
accountId: string;
/** National account number; fixed once the account exists. */
accountNumber?: string | null;
/** Balance after the last booked transaction, in major units. A JSON number or a decimal string, exact in the minor unit of the currency. */
balance?: number | string | null;
/** How far the account may go below zero, as a positive amount in major units. A JSON number or a decimal string, exact in the minor unit of the currency. */
overdraftLimit?: number | string | null;
/** ISO 4217 code; EUR if absent. */
currency?: string | null;
/** IBAN of the account; blanks are removed, letters made capital. */
iban?: string | null;
/** BIC of the bank. */
bic?: string | null;
/** National bank code, such as a German Bankleitzahl. */
bankCode?: string | null;
/** Name of the bank. */
bankName?: string | null;
/** Name of the account, such as "Girokonto". */
name?: string | null;
/** Owner of the account as the bank names them. */
owner?: string | null;
/** Logo of the bank: an address or a data URI. */
icon?: string | null;
/** Kind of account; GIRO if absent. */
type?: "GIRO" | "KREDIT_KARTE" | "DEPOT" | "SPARKONTO" | "TAGESGELD" | "DARLEHEN" | "BAUSPAREN" | "PAYPAL" | "SONSTIGE" | null;
/** Holdings of a securities account, kept as they come. */
securities?: (unknown)[] | null;
/** Standing orders of the account, kept as they come. */
standingOrders?: (unknown)[] | null;
/** Kinds of payment that the account allows, kept as they come. */
supportedPayments?: (unknown)[] | null;
/** Transactions to change; each must exist already. */
transactions?: (TransactionPatch)[];
};
export type AccountReference = {
/** Id of the account. */
accountId: string;
/** IBAN; null when not known. */
iban: string | null;
/** Type of the account, such as `GIRO`. */
type: string;
};
export type AccountsChangedData = {
/** The user it is about. */
userId: string;
/** The process it belongs to: the `Finoos-Correlation-Id` that the call which began it has answered. */
correlationId: string;
/** What the call that created the session of the hosted page gave along; null if nothing, or if no session has led to this. */
webhookData: unknown;
/** The accounts. */
accountIDs: (string)[];
/** What happened to them; `imported`: a file or a bank brought new ones. */
change: "uploaded" | "imported" | "updated" | "deleted";
};
export type AccountsChangedEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "accounts.changed";
/** When it happened. */
timestamp: string;
data: AccountsChangedData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type AccountsUpload = {
/** The accounts; the same id never stands twice. */
accounts: (AccountInput)[];
};
export type Action = {
/** The action. */
id: string;
/** Unique in the workspace. */
name: string;
/** What it does. */
description: string;
/** What has to be known before. */
inputs: ({
/** A name as it stands in templates and expressions, such as `customer_id`. */
name: string;
/** Ids, dates and postal codes are strings. */
type: "string" | "number" | "boolean";
/** Whether it must be given. */
required: boolean;
/** What it means. */
description: string;
})[];
/** Calls, one after the other. */
steps: (Step)[];
/** What it hands out. */
outputs: (Output)[];
/** Whether an endpoint that it calls demands a yes of the customer, so that no rule may do without. */
requiresConfirmation: boolean;
/** When it was created. */
createdAt: string;
/** When it was last saved. */
updatedAt: string;
};
export type ActionList = {
/** By name. */
actions: (Action)[];
};
export type ActionOutcomeUnknownData = {
/** The run, under `/v2/action-runs`. */
runId: string;
/** The action. */
actionId: string;
/** Its name. */
actionName: string;
/** `sandbox`, `staging` or `production`. */
environment: string;
};
export type ActionOutcomeUnknownEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "action.outcome-unknown";
/** When it happened. */
timestamp: string;
data: ActionOutcomeUnknownData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type ActionRun = {
/** The run. */
id: string;
/** The action. */
actionId: string;
/** Its name at that time. */
actionName: string;
/** The agent that ran it. */
botId: string | null;
/** The conversation it was run in. */
conversationId: string | null;
/** Which of the company’s environments. Real customers are in `production`. */
environment: "sandbox" | "staging" | "production";
/** `refused`: your system answered `success: false`. `failed`: certainly not done. `unknown`: nobody knows; a person has to settle it. */
state: "running" | "done" | "refused" | "failed" | "unknown";
/** The step it ended at. */
step: string | null;
/** With what it was run. */
inputs: Record<string, string | number | boolean | null>;
/** What it handed out. */
outputs: Record<string, string | number | boolean | null>;
/** Your system’s `error_code`, or Kontor’s own. */
errorCode: string | null;
/** What went wrong on the way, such as `timeout`. */
failure: string | null;
/** What your system said to the customer. */
message: string | null;
/** Null: not settled. */
settledAs: "done" | "not_done" | null;
/** Who settled it. */
settledBy: string | null;
/** What they wrote. */
settledNote: string | null;
/** When. */
settledAt: string | null;
/** When it began. */
startedAt: string;
/** When it ended. */
endedAt: string | null;
};
export type ActionRunList = {
/** Newest first. */
runs: (ActionRun)[];
/** Pass it as `cursor` for older ones; null at the end. */
nextCursor: string | null;
};
export type AddDocuments = {
/** Where the documents come from. */
source: "web" | "googledrive" | "notion" | "zendesk" | "confluence";
/** Addresses of pages for `web`, else ids of the provider. */
documentIdsToAdd?: (string)[];
/** Documents of this workspace to read again. */
documentIdsToRefresh?: (string)[];
};
export type AddedDocuments = {
/** New documents. */
addedDocumentIds: (string)[];
/** Documents that stood there already and are read again. */
updatedDocumentIds: (string)[];
};
export type AddedTransactions = {
/** Transactions that are new. */
added: number;
/** Transactions whose id the account has already. */
skipped: number;
};
export type AdultCheck = {
/** What the evidence says. `unknown` where there is none. Never a proof of age. */
result: "adult" | "likely_minor" | "unknown";
/** Everything that speaks for a result. */
evidence: ({
/** Stable name of the sign. */
kind: string;
/** What was seen, in words. */
statement: string;
/** The bookings that show it. */
transactionIDs: (string)[];
})[];
observedTimespan: ObservedTimespan;
};
export type Agent = {
/** The bot, in every path and body. */
id: string;
/** What people call it. */
name: string;
/** When it was created. */
createdAt: string;
/** Since when it no longer answers; null while it does. */
archivedAt: string | null;
};
export type AgentList = {
/** Newest first, archived ones too. */
agents: (Agent)[];
};
export type AnalysisCompletedData = {
/** The user it is about. */
userId: string;
/** The process it belongs to: the `Finoos-Correlation-Id` that the call which began it has answered. */
correlationId: string;
/** What the call that created the session of the hosted page gave along; null if nothing, or if no session has led to this. */
webhookData: unknown;
/** How much there was. */
counts: {
/** Accounts it read. */
accounts: number;
/** Transactions it read. */
transactions: number;
/** Different categories it found. */
categories: number;
/** Recurring payments it found. */
contracts: number;
};
};
export type AnalysisCompletedEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "analysis.completed";
/** When it happened. */
timestamp: string;
data: AnalysisCompletedData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type AnalysisFailedData = {
/** The user it is about. */
userId: string;
/** The process it belongs to: the `Finoos-Correlation-Id` that the call which began it has answered. */
correlationId: string;
/** What the call that created the session of the hosted page gave along; null if nothing, or if no session has led to this. */
webhookData: unknown;
/** Why. */
error: {
/** A stable code. */
type: string;
/** What happened and what to do, for people. */
message: string;
};
};
export type AnalysisFailedEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "analysis.failed";
/** When it happened. */
timestamp: string;
data: AnalysisFailedData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type AnalysisRun = {
/** Names the run; calls that share a run each have their own. */
correlationId: string;
/** `queued` → `running` → `completed`, `failed` or `cancelled`. */
status: "queued" | "running" | "completed" | "failed" | "cancelled";
/** How far it is. */
progress: number;
/** When it was asked for. */
createdAt: string;
/** When a worker took it. */
startedAt: string | null;
/** When it ended, in whichever way. */
completedAt: string | null;
/** What went through it; null before it is completed. */
counts: {
/** Accounts it read. */
accounts: number;
/** Transactions it read. */
transactions: number;
/** Categories it found. */
categories: number;
/** Recurring payments it found. */
contracts: number;
} | null;
/** Why it failed; null unless it did. */
error: {
/** Stable code. */
type: string;
/** For people. */
message: string;
} | null;
};
export type AnalysisRunList = {
/** Newest first. */
analyses: (AnalysisRun)[];
/** Pass it as `cursor` for older runs; null at the end. */
nextCursor: string | null;
};
export type ApiKey = {
/** The key, in calls that are about it. */
id: string;
/** What it is for. */
name: string;
/** How it begins. */
prefix: string;
/** What it may do. */
scopes: ("read" | "write" | "contract")[];
/** When it was made. */
createdAt: string;
/** When it ends; null: never. */
expiresAt: string | null;
/** When it was last used, to the minute; null: never. */
lastUsedAt: string | null;
/** When it was revoked; null: it was not. */
revokedAt: string | null;
};
export type ApiKeyList = {
/** Newest first, revoked and expired ones too. */
apiKeys: (ApiKey)[];
};
export type ApiKeySecret = {
/** The key. */
id: string;
/** The key itself; send it as `Authorization: Bearer …`. */
apiKey: string;
};
export type ApproveReview = {
/** Version of the draft that you looked at; if it has changed since, the answer is 409. */
version: number;
/** Your last edits; they are published with the draft. */
edits?: {
/** What the article is about, in a few words. */
title?: string;
/** The answer, in Markdown. */
mainKnowledge?: string;
/** What the agent is told beside the answer; customers never see it. */
agentInstruction?: string;
/** Questions of customers that it answers, in their words: the more, the better it is found. */
questions?: (string)[];
/** Words that customers use for it and that stand nowhere else in it. */
keywords?: (string)[];
/** Whether the conversation goes to a person after this answer. */
escalation?: boolean;
};
};
export type Article = {
/** The article. */
id: string;
/** What it is about. */
title: string;
/** The answer, in Markdown. */
mainKnowledge: string;
/** What the agent is told beside the answer. */
agentInstruction: string;
/** Questions that it answers. */
questions: (string)[];
/** Further words for it. */
keywords: (string)[];
/** Whether the conversation goes to a person after this answer. */
escalation: boolean;
/** Whether it answers. */
active: boolean;
/** Whether it is named as a source. */
public: boolean;
/** True: it waits for review and answers nothing. */
isDraft: boolean;
/** Counts up with every change. */
version: number;
/** The folder it stands in; null: the top of the tree. */
parentFolderId: string | null;
/** Of a draft: the live article it will update when it is published. */
originalArticleId: string | null;
/** Of a draft: the version of the original it was forked from. */
originalArticleVersion: number | null;
/** Where it came from. */
origin: "api" | "sources" | "generated" | "inbox";
/** When it was created. */
createdAt: string;
/** When it was last changed. */
updatedAt: string;
};
export type ArticlePublishedData = {
/** The live article. */
articleId: string;
/** Its version now. */
version: number;
/** Its title now. */
title: string;
};
export type ArticlePublishedEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "article.published";
/** When it happened. */
timestamp: string;
data: ArticlePublishedData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type ArticleVersion = {
/** The version. */
version: number;
/** The article. */
id: string;
/** What it is about. */
title: string;
/** The answer, in Markdown. */
mainKnowledge: string;
/** What the agent is told beside the answer. */
agentInstruction: string;
/** Questions that it answers. */
questions: (string)[];
/** Further words for it. */
keywords: (string)[];
/** Whether the conversation goes to a person after this answer. */
escalation: boolean;
/** Who made it, such as `operator:<id>`. */
createdBy: string;
/** What people call them; null when they have no name or are gone. */
createdByName: string | null;
/** When. */
createdAt: string;
/** The parts that differ; empty: nothing does. */
changes: (Change)[];
};
export type ArticleVersionList = {
/** Newest first. */
versions: ({
/** The version. */
version: number;
/** Its title then. */
title: string;
/** Who made it, such as `operator:<id>`. */
createdBy: string;
/** What people call them; null when they have no name or are gone. */
createdByName: string | null;
/** When. */
createdAt: string;
})[];
};
export type ArticlesByIds = {
/** The articles you want. */
articleIds: (string)[];
};
export type Attempt = {
/** When the request began. */
at: string;
/** How long it took, in milliseconds. */
durationMs: number;
/** The HTTP status of the answer; null when none came. */
status: number | null;
/** Why no answer came. */
error: {
/** A stable code, such as `timeout` or `tls_failed`. */
type: string;
/** What happened, for people. */
message: string;
} | null;
/** The beginning of the answer’s body, at most 500 characters, without what looks like secrets or personal data. */
response: string | null;
};
export type Attribute = {
/** The attribute. */
id: string;
/** Unique in the workspace. */
name: string;
/** What it is for. */
description: string;
/** Where the fields come from. */
source: Source | AttributeListSource | AttributeListSource2 | AttributeListSource3 | AttributeListSource4;
/** Its facts. */
fields: ({
/** A name as it stands in templates and expressions, such as `customer_id`. */
name: string;
/** Ids, dates and postal codes are strings. */
type: "string" | "number" | "boolean";
/** What it means. */
description: string;
/** What it is made of. */
value: string;
/** Whether a language model gets to see it. */
visibleToModel: boolean;
/** Whether conditions of rules may read it. */
usableInRules: boolean;
/** Whether replies may contain it. */
usableInReplies: boolean;
})[];
/** The agents that read it. */
botIds: (string)[];
/** When it was created. */
createdAt: string;
/** When it was last saved. */
updatedAt: string;
};
export type AttributeFieldSchema = {
/** A name as it stands in templates and expressions, such as `customer_id`. */
name: string;
/** Ids, dates and postal codes are strings. */
type: "string" | "number" | "boolean";
/** What it means. */
description?: string;
/** With `steps`: an expression over them, such as `steps.lookup.plan`. Else the name of the source’s field; left out, it is the same name. */
value?: string;
/** Whether a language model gets to see it. Default: false. */
visibleToModel?: boolean;
/** Whether conditions of rules may read it. Default: true. */
usableInRules?: boolean;
/** Whether replies may contain it. Default: false. */
usableInReplies?: boolean;
};
export type AttributeList = {
/** By name. */
attributes: (Attribute)[];
};
export type AttributeListSource = {
/** The analysed bank data of the customer. */
kind: "bank";
};
export type AttributeListSource2 = {
/** Who the customer was proven to be, by either way. */
kind: "customer";
};
export type AttributeListSource3 = {
/** `metadata.user_attributes` of the message. */
kind: "user_attributes";
};
export type AttributeListSource4 = {
/** Claims of the signed token. */
kind: "customer_token";
};
export type AttributeTrace = {
/** Its name. */
attribute: string;
/** Where it came from. */
source: "steps" | "bank" | "customer" | "user_attributes" | "customer_token";
/** `empty`: the source knows no such customer. `unavailable`: it could not be read. `no_customer`: nobody has vouched for who the customer is. */
state: "read" | "empty" | "unavailable" | "no_customer";
/** Milliseconds. */
durationMs: number;
/** Whether it took longer than the two seconds that reads should take. */
overTarget: boolean;
/** The calls. */
steps: (TryAttributeAnswerStep)[];
};
export type AuditLogAnswer = {
/** Newest first. */
entries: ({
/** The entry; later entries have greater ids. */
id: string;
/** `client`, `api-key`, `operator`, or `system` for Kontor itself. */
actorKind: string;
/** Which one. */
actorId: string;
/** What was done, such as `api_key.revealed`. */
action: string;
/** To what kind of thing. */
targetKind: string;
/** To which one. */
targetId: string;
/** What else is worth knowing; never a secret. */
details: Record<string, unknown>;
/** The request it happened in, as in the log. */
requestId: string | null;
/** When. */
createdAt: string;
})[];
/** Pass it as `cursor` for older entries; null at the end. */
nextCursor: string | null;
};
export type BalanceGap = {
/** The last day, YYYY-MM-DD, up to which balances and transactions agree. */
since: string;
/** The day of the balance that they disagree by. */
until: string;
/** The newest balance as the bank gave it, in major units. */
expected: number;
/** What it would be after the stored transactions. */
found: number;
/** `expected` − `found`: what is missing, or too much. */
difference: number;
};
export type Bank = {
/** Its name. */
name: string;
/** Its BIC, if it is known. */
bic: string | null;
/** Its Bankleitzahl, if it has one. */
bankCode: string | null;
};
export type BankLogin = {
/** The login. */
loginId: string;
/** What speaks with the bank, such as `xs2a` or `sandbox`. */
provider: string;
/** The bank. */
bank: {
/** Its name. */
name: string;
/** Its BIC. */
bic: string | null;
/** Its national code, such as a Bankleitzahl. */
bankCode: string | null;
};
/** What the end user has allowed. Only they can renew it. */
consent: {
/** `revoked`: given up on purpose, as after the only reading with `storeSecrets=false`. */
status: "valid" | "expired" | "revoked";
/** When it ends; null when the bank did not say. */
validUntil: string | null;
};
/** Whether it is synchronised by itself, about three times a day. */
recurring: boolean;
/** When it is synchronised next by itself; null when it is not. */
nextSyncAt: string | null;
/** The accounts that it has read. */
accounts: ({
/** The account. */
accountId: string;
/** Its IBAN. */
iban: string | null;
/** Its name. */
name: string | null;
})[];
/** The current or last synchronisation. */
sync: LoginSync | null;
/** When the bank was connected first. */
createdAt: string;
};
export type BankLoginList = {
/** Oldest first. */
logins: (BankLogin)[];
/** Pass it as `cursor` for more; null at the end. */
nextCursor: string | null;
};
export type Bot = {
/** The bot, in every path and body. */
id: string;
/** What people call it. */
name: string;
/** When it was created. */
createdAt: string;
};
export type BotEnvironment = {
/** Which of the company’s environments. Real customers are in `production`. */
environment: "sandbox" | "staging" | "production";
};
export type BotRule = {
/** The rule. */
id: string;
/** What the customer wants. */
name: string;
labels: RuleOffer;
/** When it applies. */
description: string;
/** Messages that it is for. */
examples: (string)[];
/** What happens; null in a draft that has none yet. */
flowConfig: RuleFlow | null;
/** What the steps collect: name → definition. */
inputSchema: Record<string, unknown>;
/** The bots that play it. */
botIds: (string)[];
/** `intent`: chosen by what the customer wants. `business`: runs on its trigger. */
type: "intent" | "business";
/** Of a business rule: runs when a conversation is about to be handed over. */
triggerType: "on_escalation" | null;
/** Where it comes from. */
source: string;
/** True: nobody plays it. */
isDraft: boolean;
/** Counts up with every change. */
version: number;
/** Of a draft: the live rule that it updates when it is published. */
originalRuleId: string | null;
/** Of a draft: what stands against publishing it. Empty for live rules. */
problems: (RuleProblem)[];
/** When it was created. */
createdAt: string;
/** When it was last changed. */
updatedAt: string;
};
export type Case = {
/** What a customer asks. */
question: string;
/** The article that should answer, alone or among others; null where a person should take over. */
expectedArticleId: string | null;
/** What is known about the customer. Kept with the case; articles are found without it. */
attributes?: Record<string, unknown>;
};
export type CashTransactions = {
/** False: nothing of the kind was found. */
available: boolean;
/** ISO 4217 currency of all amounts of the result, the one of most bookings. Bookings in others are left out. Null without any booking. */
currency: string | null;
/** The whole time. */
overview: {
incomings: Incomings;
outgoings: Outgoings;
/** Incomings plus outgoings: the volume. Major units. */
totalTransactionAmount: number;
/** Number of bookings in both directions. */
totalTransactionCount: number;
};
/** Every month of the data, newest first. */
monthlyOverview: ({
/** Calendar month, `YYYY-MM`. */
month: string;
incomings: Incomings;
outgoings: Outgoings;
/** Incomings plus outgoings: the volume. Major units. */
totalTransactionAmount: number;
/** Number of bookings in both directions. */
totalTransactionCount: number;
})[];
observedTimespan: ObservedTimespan;
};
export type Cashflow = {
/** False: nothing of the kind was found. */
available: boolean;
/** ISO 4217 currency of all amounts of the result, the one of most bookings. Bookings in others are left out. Null without any booking. */
currency: string | null;
inflow: Inflow;
outflow: Outflow;
/** Inflow less outflow. */
net: {
/** Sum of the latest complete month; null while no month is complete. */
current: number | null;
/** Median of the monthly sums over complete months, months without bookings being 0. */
median: number | null;
/** Average of the monthly sums over complete months, rounded to the minor unit. */
average: number | null;
};
/** Every month of the data, newest first. */
monthlyOverview: ({
/** Calendar month, `YYYY-MM`. */
month: string;
/** Money in, without transfers between own accounts. Major units. */
inflow: number;
/** Money out, positive, without transfers between own accounts. Major units. */
outflow: number;
/** Inflow less outflow. Major units. */
net: number;
/** Of all payment accounts before the month; null where none is known. */
startBalance: number | null;
/** Of all payment accounts at its end; null where none is known. */
endBalance: number | null;
/** Revenue less what customers got back. Major units. */
revenue: number;
/** Wages and social contributions, positive. Major units. */
payroll: number;
/** Taxes less tax refunds, positive. Major units. */
taxes: number;
/** Loan instalments, positive. Major units. */
loanPayments: number;
/** Of the revenue. */
revenueTransactionIDs: (string)[];
/** Of the wages and contributions. */
payrollTransactionIDs: (string)[];
/** Of the taxes. */
taxTransactionIDs: (string)[];
/** Of the instalments. */
loanPaymentTransactionIDs: (string)[];
/** What the month is made of. */
transactionIDs: (string)[];
})[];
/** The three months after the latest complete one, newest first; empty with fewer than three complete months. */
forecast: ({
/** Calendar month, `YYYY-MM`. */
month: string;
/** Expected money in. Major units. */
inflow: number;
/** Expected money out, positive. Major units. */
outflow: number;
/** Expected inflow less outflow. Major units. */
net: number;
/** Interval of the net, from the errors of the same forecast on past months. */
interval: {
/** Share of months that the interval is meant to hold. */
level: number;
/** Lower end of the net. Major units. */
low: number;
/** Upper end of the net. Major units. */
high: number;
};
/** Balance at the end of the month if the net comes true; null where none is known. */
endBalance: number | null;
})[];
observedTimespan: ObservedTimespan;
};
export type CategorizationRule = {
/** The rule. */
ruleId: string;
/** What people call it. */
name: string;
/** The category it decides. */
categoryId: string;
/** Words of the partner's name; null: any. */
partner: string | null;
/** Words of purpose or booking text; null: any. */
purpose: string | null;
/** SEPA creditor identifier; null: any. */
creditorId: string | null;
/** IBAN of the partner; null: any. */
iban: string | null;
/** Least signed amount; null: none. */
amountFrom: number | null;
/** Greatest signed amount; null: none. */
amountTo: number | null;
/** Of the amounts. */
currency: string;
/** When it was made. */
createdAt: string;
/** When it was last changed. */
updatedAt: string;
};
export type CategorizedList = {
/** The run that decided. */
correlationId: string | null;
/** Newest first. */
transactions: (CategorizedTransaction)[];
/** Pass it as `cursor` for older ones of the same run; null at the end. */
nextCursor: string | null;
};
export type CategorizedTransaction = {
/** The transaction. */
transactionId: string;
/** The account it is booked on. */
accountId: string;
/** Signed amount in major units; negative is money going out. */
amount: number;
/** ISO 4217 code of the amount. */
currency: string;
/** Day of booking. */
bookingDate: string;
/** Remittance information. */
purpose: string | null;
/** The other side; null when nothing is known. */
paymentPartner: PaymentPartner | null;
category: CategoryReference;
/** Share of decisions on such evidence that are right. */
confidence: number;
/** `VERY_HIGH`: at least 98 % are right, `HIGH`: at least 90 %. */
confidenceLevel: "VERY_HIGH" | "HIGH" | "MEDIUM" | "LOW";
/** Which evidence decided, in words that a person can check. */
reason: string;
/** The merchant, resolved through payment services; null when none was recognised. */
merchant: {
/** Its name as people know it. */
name: string;
/** Its web domain, where known. */
domain?: string;
/** The payment service that stood in front of it, such as PayPal. */
via?: string;
} | null;
/** The recurring payment it belongs to; null when it is single. */
contractId: string | null;
/** What else was seen in it, such as `refund`. */
tags: (string)[];
};
export type CategoryList = {
/** Every category there is. */
categories: (TaxonomyCategory)[];
};
export type CategoryReference = {
/** Stable id of the category. */
id: string;
/** Id of the primary category above it. */
primary: string;
/** Its name in English. */
label: string;
};
export type Change = {
/** Which part of the article differs. */
field: string;
/** What it said. */
before: unknown;
/** What it says. */
after: unknown;
/** Of texts: line by line. */
lines?: ({
/** What happened to the line. */
kind: "same" | "added" | "removed";
/** The line. */
text: string;
})[];
};
export type ChangeConversation = {
/** Where a conversation stands: a tag of the group Conversation Status. */
status: "Resolved" | "Escalated to Human Agent" | "Waiting for Customer";
};
export type ChangeTags = {
/** All tags that the message shall have, but for where the conversation stands. */
tagIds: (string)[];
};
export type CheckRule = {
flowConfig: FlowConfig;
/** What the steps collect: name → definition. */
inputSchema?: Record<string, unknown>;
};
export type CheckedRule = {
/** Every mistake with its place; empty: it can be published. */
problems: (RuleProblem)[];
};
export type Client = {
/** What it names itself by at `/api/auth`. */
clientId: string;
/** What it is for. */
name: string;
/** What its tokens may do at most. */
scopes: (string)[];
/** When it was made. */
createdAt: string;
/** When it last asked for a token; null: never. */
lastUsedAt: string | null;
/** When it was revoked; null: it was not. */
revokedAt: string | null;
};
export type ClientList = {
/** Newest first, revoked ones too. */
clients: (Client)[];
/** All that a client can hold. */
scopes: ({
/** Its name. */
scope: string;
/** What it allows. */
description: string;
})[];
};
export type ClientSecret = {
/** The client. */
clientId: string;
/** Its secret. Keep it: it is shown here only. */
clientSecret: string;
};
export type Cockpit = {
/** Revokes the link. */
cockpitId: string;
/** The link. Whoever has it sees the page; it is shown only in this answer. */
url: string;
/** When the link stops working. */
expiresAt: string;
};
export type Company = {
/** Name in the register. */
name?: string;
/** Such as `GmbH`, `AG`, `e.K.`, `Ltd`. */
legalForm?: string;
/** Such as `HRB 12345`. */
registerNumber?: string;
/** Where the register is kept. */
registerCourt?: string;
/** VAT identification number. */
vatId?: string;
/** Line of business, or a NACE code. */
industry?: string;
/** Date of foundation. */
foundedOn?: string;
/** Seat of the company. */
address?: {
/** Street and number. */
street?: string;
/** Postal code. */
postalCode?: string;
/** City. */
city?: string;
/** ISO 3166-1 alpha-2. */
country?: string;
};
};
export type CompanyRisk = {
/** False: nothing of the kind was found. */
available: boolean;
/** ISO 4217 currency of all amounts of the result, the one of most bookings. Bookings in others are left out. Null without any booking. */
currency: string | null;
/** All accounts but loans. */
accountRisks: ({
account: AccountReference;
/** Every month of the data, newest first. */
monthlyOverview: ({
/** Calendar month, `YYYY-MM`. */
month: string;
/** Returned debits: the larger of returns and their fees. */
backDebit: {
/** Number of bookings. */
count: number;
/** The bookings. */
transactionIDs: (string)[];
};
/** Payments under a garnishment. */
garnishment: {
/** Number of bookings. */
count: number;
/** The bookings. */
transactionIDs: (string)[];
};
/** Days that ended below the overdraft limit; null where no balance is known. */
overdraftDays: number | null;
/** These days in the order of time. */
overdrafts: (OverdrawnDay)[];
/** The bookings that led to these balances: those of the account in this month; none without such a day. */
overdraftTransactionIDs: (string)[];
})[];
})[];
observedTimespan: ObservedTimespan;
};
export type Conflict = {
/** The live article that says otherwise. */
articleId: string;
/** Its title. */
title: string;
/** In what they differ. */
kind: "number" | "date" | "negation";
/** The sentence of the draft. */
draftText: string;
/** The sentence of the live article. */
liveText: string;
};
export type ConnectProvider = {
/** A token that may read. Stored encrypted, never shown again. */
token: string;
/** E-mail of its owner, for tokens that belong to a person (Zendesk, Confluence). */
account?: string;
/** Your site at the provider, such as `https://example.zendesk.com`. Notion needs none. */
baseUrl?: string;
};
export type ConnectSessionState = {
/** The session. */
sessionId: string;
/** Names the whole process, and the analysis that follows. */
correlationId: string;
/** How the session is, or how it ended. */
status: "open" | "completed" | "cancelled" | "failed" | "expired";
/** What the page shows, or showed at the end. */
step: string;
/** What went wrong last; null if nothing did, or if it was overcome. */
problem: "wrong_credentials" | "login_locked" | "wrong_code" | "code_expired" | "consent_refused" | "bank_unavailable" | "too_many_requests" | "session_expired" | null;
/** The bank logins that were connected. */
loginIDs: (string)[];
/** When it was created. */
createdAt: string;
/** When it ends by itself. */
expiresAt: string;
};
export type ConnectionCancelledData = {
/** The user it is about. */
userId: string;
/** The process it belongs to: the `Finoos-Correlation-Id` that the call which began it has answered. */
correlationId: string;
/** What the call that created the session of the hosted page gave along; null if nothing, or if no session has led to this. */
webhookData: unknown;
/** The session of the hosted page. */
sessionId: string;
/** What the page showed, such as `find-bank` or `enter-code`. */
step: string;
/** The bank that was chosen, if one was. */
bank: Bank | null;
/** What had gone wrong just before, if something had. */
problem: "wrong_credentials" | "login_locked" | "wrong_code" | "code_expired" | "consent_refused" | "bank_unavailable" | "too_many_requests" | "session_expired" | null;
};
export type ConnectionCancelledEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "connection.cancelled";
/** When it happened. */
timestamp: string;
data: ConnectionCancelledData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type ConnectionCompletedData = {
/** The user it is about. */
userId: string;
/** The process it belongs to: the `Finoos-Correlation-Id` that the call which began it has answered. */
correlationId: string;
/** What the call that created the session of the hosted page gave along; null if nothing, or if no session has led to this. */
webhookData: unknown;
/** The session of the hosted page. */
sessionId: string;
/** The bank login. */
loginId: string;
bank: Bank;
/** Whether the login was there before and has a new consent. */
renewed: boolean;
};
export type ConnectionCompletedEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "connection.completed";
/** When it happened. */
timestamp: string;
data: ConnectionCompletedData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type ConnectionFailedData = {
/** The user it is about. */
userId: string;
/** The process it belongs to: the `Finoos-Correlation-Id` that the call which began it has answered. */
correlationId: string;
/** What the call that created the session of the hosted page gave along; null if nothing, or if no session has led to this. */
webhookData: unknown;
/** The session of the hosted page. */
sessionId: string;
/** Why. */
reason: "wrong_credentials" | "login_locked" | "wrong_code" | "code_expired" | "consent_refused" | "bank_unavailable" | "too_many_requests" | "session_expired";
/** The bank that was chosen, if one was. */
bank: Bank | null;
/** Whether the session is over. */
sessionEnded: boolean;
};
export type ConnectionFailedEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "connection.failed";
/** When it happened. */
timestamp: string;
data: ConnectionFailedData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type ConsentExpiringData = {
/** The user it is about. */
userId: string;
/** The process it belongs to: the `Finoos-Correlation-Id` that the call which began it has answered. */
correlationId: string;
/** The bank login. */
loginId: string;
/** When it ends. */
validUntil: string;
};
export type ConsentExpiringEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "consent.expiring";
/** When it happened. */
timestamp: string;
data: ConsentExpiringData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type Contract = {
/** Stays the same from run to run while the counterparty goes by the same name. */
contractId: string;
/** The counterparty: merchant, else its name at the bank, else the text. */
name: string;
/** Whether money comes in or goes out. */
direction: "income" | "expense";
category: CategoryReference;
/** ISO 4217 currency of the amounts. */
currency: string;
/** The account it is booked on. */
accountId: string;
/** How often it is paid. Every four weeks is told as `MONTHLY`. */
frequency: "WEEKLY" | "BIWEEKLY" | "SEMI_MONTHLY" | "MONTHLY" | "QUARTERLY" | "HALF_YEARLY" | "YEARLY";
/** `early`: fewer bookings than a stream needs. `ended`: the next payment is overdue for longer than one may be late. `dismissed`: a person said that it is none. */
status: "early" | "active" | "ended" | "dismissed";
/** Booking date of the first payment. */
firstDate: string;
/** Booking date of the last payment. */
lastDate: string;
/** When the next payment is due; null for an ended one. */
nextExpectedDate: string | null;
/** Average of all payments, signed: negative for money going out. Major units. */
averageAmount: number;
/** The last payment, signed. Major units. */
lastAmount: number;
/** In the order of time; empty where the amount varies anyway. */
priceChanges: ({
/** Booking date of the first payment at the new price. */
date: string;
/** Price before, signed. Major units. */
from: number;
/** Price since, signed. Major units. */
to: number;
})[];
/** How punctual, complete, equal and many its payments are. */
confidence: number;
/** Its bookings in the order of time. */
transactionIDs: (string)[];
};
export type ContractList = {
/** Income first, then by name. */
contracts: (Contract)[];
};
export type Conversation = {
/** The conversation. */
id: string;
/** When it began. Unix epoch in milliseconds. */
createdAt: number;
/** The bot that answers in it. */
agentId: string | null;
/** Where it came in, such as `api`. */
source: string;
/** How the customer writes, such as `chat` or `email`. */
channel: string;
/** Tag of the mandatory group Conversation Status. */
status: string | null;
/** Your own id of the conversation. */
externalId: string | null;
/** Where it can be seen in your system. */
url: string | null;
/** The beginning of the first message. */
subjectPreview: string;
/** Whether somebody said something about one of its messages. */
hasFeedback: boolean;
/** Whether the customer’s problem is solved. */
resolved: boolean;
/** What your server told about the customer. */
userAttributes: Record<string, unknown>;
/** When the customer or a person said that the problem is solved; null: nobody has, whatever `resolved` says. Unix epoch in milliseconds. */
confirmedAt: number | null;
/** The person who writes in it; the bot is silent meanwhile. null: the bot answers. */
takenOver: Holder | null;
/** All articles that its answers rest on. */
usedArticles: (UsedArticle)[];
/** The folders of these. */
usedSubfolders: ({
/** The folder. */
id: string;
/** Its title then. */
title: string;
})[];
/** Its messages, oldest first. */
events: (ConversationEvent)[];
};
export type ConversationEscalatedData = {
/** The conversation. */
conversationId: string;
/** The reply that handed over. */
eventId: string;
/** Your own id of the conversation. */
externalId: string | null;
/** How the customer writes. */
channel: string;
};
export type ConversationEscalatedEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "conversation.escalated";
/** When it happened. */
timestamp: string;
data: ConversationEscalatedData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type ConversationEvent = {
/** The message. */
id: string;
/** Its conversation. */
interactionId: string;
/** When it was stored. Unix epoch in milliseconds. */
createdAt: number;
/** `user`: the customer. `agent`: a person of the company. `finibot`: the bot. `otherbot`: another system. */
role: "user" | "agent" | "finibot" | "otherbot";
/** `message`, or `escalation` when the bot hands over to a person. */
type: string;
/** What was said. */
message: string;
/** What the person is called who wrote it, when they wrote it in the console. */
author: string | null;
/** What the customer may answer with by a click, as buttons: send one as the next message. */
choices: (string)[];
/** Your own id of the message. */
externalId: string | null;
/** When it was written, by your own clock. Unix epoch in milliseconds. */
externalCreatedAt: number | null;
/** 1 to 5, given by the customer. */
csatRating: number | null;
/** What somebody said about the message. */
feedback: string | null;
/** Whether a person found it right; null: nobody looked. */
approved: boolean | null;
/** Whether it solved the customer’s problem; null: nobody said. */
resolved: boolean | null;
/** Attachments as they came; they are kept, not read. */
attachments: (Record<string, unknown>)[];
/** What was found about the exchange. */
tags: (EventTag)[];
/** What the answer rests on, best first; empty when it asks back or refuses. */
usedArticles: (UsedArticle)[];
};
export type ConversationFigures = {
/** All periods together. */
total: {
/** That customers began; those of the console’s playground are never counted. */
conversations: number;
/** In which the bot gave at least one answer: from an article, from the customer’s own facts, or to the end of a rule. It says nothing of whether that helped. */
answered: number;
/** Of which the customer or a person has said that the problem is solved. */
confirmed: number;
/** In which the bot’s question was the last that was said, for 24 hours or more. */
abandoned: number;
/** That the bot has handed over to a person at least once. */
escalated: number;
/** What a language model has read and written for them. */
modelTokens: number;
/** What that cost, in the currency of the model’s prices. */
modelCost: number;
};
/** Oldest first, without gaps. */
periods: ({
/** Its first day; weeks begin on Monday. */
from: string;
/** That customers began; those of the console’s playground are never counted. */
conversations: number;
/** In which the bot gave at least one answer: from an article, from the customer’s own facts, or to the end of a rule. It says nothing of whether that helped. */
answered: number;
/** Of which the customer or a person has said that the problem is solved. */
confirmed: number;
/** In which the bot’s question was the last that was said, for 24 hours or more. */
abandoned: number;
/** That the bot has handed over to a person at least once. */
escalated: number;
/** What a language model has read and written for them. */
modelTokens: number;
/** What that cost, in the currency of the model’s prices. */
modelCost: number;
})[];
};
export type ConversationHanded_backData = {
/** The conversation. */
conversationId: string;
/** Your own id of the conversation. */
externalId: string | null;
/** How the customer writes. */
channel: string;
};
export type ConversationHanded_backEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "conversation.handed_back";
/** When it happened. */
timestamp: string;
data: ConversationHanded_backData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type ConversationList = {
/** Sorted by their latest message, newest first. */
interactions: (Conversation)[];
/** Whether there are more in the direction you asked for. */
hasMore: boolean;
/** With `direction=next`: older ones. */
nextCursor: string | null;
/** With `direction=prev`: newer ones. */
prevCursor: string | null;
};
export type ConversationRepliedData = {
/** The conversation. */
conversationId: string;
/** The message. */
eventId: string;
/** Your own id of the conversation. */
externalId: string | null;
/** How the customer writes. */
channel: string;
};
export type ConversationRepliedEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "conversation.replied";
/** When it happened. */
timestamp: string;
data: ConversationRepliedData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type ConversationSettings = {
/** How many days after its latest message a conversation goes that belongs to no user; null: it stays until somebody deletes it. Conversations of users stay as long as their user. */
keepAnonymousDays: number | null;
};
export type ConversationTaken_overData = {
/** The conversation. */
conversationId: string;
/** Your own id of the conversation. */
externalId: string | null;
/** How the customer writes. */
channel: string;
/** What the person is called. */
name: string;
};
export type ConversationTaken_overEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "conversation.taken_over";
/** When it happened. */
timestamp: string;
data: ConversationTaken_overData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type CorrectCategories = {
/** Each transaction once. */
corrections: ({
/** The transaction. */
transactionId: string;
/** Id of the right category; null takes an earlier correction back. */
categoryId: string | null;
})[];
};
export type CorrectCategory = {
/** Id of the right category, from `GET /api/categories`; null takes an earlier correction back. */
categoryId: string | null;
};
export type CorrectedCategories = {
/** In the order of the request. */
corrections: (CorrectedCategory)[];
};
export type CorrectedCategory = {
/** The transaction. */
transactionId: string;
/** Its corrected category; null: none any more. */
categoryId: string | null;
};
export type CountedRisk = {
/** False: nothing of the kind was found. */
available: boolean;
/** Every month of the data, newest first. */
monthlyOverview: ({
/** Calendar month, `YYYY-MM`. */
month: string;
/** Number of bookings. */
count: number;
/** The counted bookings. */
transactionIDs: (string)[];
})[];
observedTimespan: ObservedTimespan;
};
export type Crawl = {
/** The crawl. */
id: string;
/** How far it is. */
state: "running" | "completed" | "failed";
/** Where it began. */
links: (string)[];
/** Pages that it finds at most. */
limit: number;
/** Whether what is found is read as documents. */
addDocuments: boolean;
/** Pages found so far, each once. */
found: number;
/** Addresses that could not be read, or must not be. */
unreadable: number;
/** Addresses that are known and were not visited. */
waiting: number;
/** Whether it ended, at its limit, with addresses that were not visited. */
isPartial: boolean;
/** Why it failed. */
error: string | null;
/** When it was requested. */
createdAt: string;
/** When it ended. */
completedAt: string | null;
};
export type CrawlDetails = {
/** The crawl. */
id: string;
/** How far it is. */
state: "running" | "completed" | "failed";
/** Where it began. */
links: (string)[];
/** Pages that it finds at most. */
limit: number;
/** Whether what is found is read as documents. */
addDocuments: boolean;
/** Pages found so far, each once. */
found: number;
/** Addresses that could not be read, or must not be. */
unreadable: number;
/** Addresses that are known and were not visited. */
waiting: number;
/** Whether it ended, at its limit, with addresses that were not visited. */
isPartial: boolean;
/** Why it failed. */
error: string | null;
/** When it was requested. */
createdAt: string;
/** When it ended. */
completedAt: string | null;
/** What was found, and what could not be read, in the order of discovery. */
pages: ({
/** What the page calls its own address; where it was looked for otherwise. */
address: string;
/** Why it could not be read; null: it was found. */
error: string | null;
})[];
};
export type CrawlLinks = {
/** Where to begin. */
links: (string)[];
/** Pages to find at most. Default 250. */
limit?: number;
};
export type CrawlList = {
/** The newest hundred, newest first. */
crawls: (Crawl)[];
};
export type CrawledLinks = {
/** Addresses of readable pages; nothing is stored yet. */
data: (string)[];
/** How the crawl ended, for people. */
message: string;
};
export type CreateAgent = {
/** What people call the bot. */
name: string;
};
export type CreateApiKey = {
/** What it is for. */
name: string;
/** What it may do. */
scopes: ("read" | "write" | "contract")[];
/** When it ends, in the future; null or absent: never. */
expiresAt?: string | null;
};
export type CreateArticle = {
/** What the article is about, in a few words. */
title: string;
/** The answer, in Markdown. */
mainKnowledge: string;
/** What the agent is told beside the answer; customers never see it. */
agentInstruction: string;
/** Questions of customers that it answers, in their words: the more, the better it is found. */
questions: (string)[];
/** Words that customers use for it and that stand nowhere else in it. */
keywords: (string)[];
/** Whether the conversation goes to a person after this answer. */
escalation: boolean;
/** The folder it stands in; an empty text means the top of the tree. */
parentFolderId: string;
/** True: a draft, which waits in Review and Approvals. Default false: published directly, which is audited and can be forbidden by the workspace. */
isDraft?: boolean;
};
export type CreateCategorizationRuleBody = {
/** What people call the rule; `reason` names it. */
name: string;
/** The category it decides, from `GET /api/categories`. */
categoryId: string;
/** Whole words of the partner's name, also where the bank sends it in the purpose (`?32?33`, `ABWA+`); case, accents and punctuation do not matter. */
partner?: string | null;
/** Whole words of purpose or booking text; words that a statement cuts over two subfields count as one. */
purpose?: string | null;
/** SEPA creditor identifier, sent with the partner or as `CRED+` in the purpose. */
creditorId?: string | null;
/** IBAN of the partner, sent with it or in the purpose (`IBAN+`, `?31`). */
iban?: string | null;
/** Least signed amount in major units; negative is money going out. */
amountFrom?: number | null;
/** Greatest signed amount in major units. */
amountTo?: number | null;
/** Of the amounts; transactions in others then never match. Default EUR. */
currency?: string;
};
export type CreateClient = {
/** What it is for. */
name: string;
/** What its tokens may do at most. */
scopes: ("users" | "banking" | "banking-upload" | "categorization" | "analysis" | "contracts" | "webhooks" | "person-income-salary" | "person-income-pension" | "person-income-child-benefit" | "person-income-parental-allowance" | "person-income-rental" | "person-income-investment" | "person-income-loan" | "person-income-alimony" | "person-income-self-employment" | "person-income-other" | "person-spending-housing" | "person-spending-utilities" | "person-spending-groceries" | "person-spending-mobility" | "person-spending-insurance" | "person-spending-credit" | "person-spending-communication" | "person-spending-media" | "person-spending-leisure" | "person-spending-health" | "person-spending-savings" | "person-spending-children" | "person-spending-taxes" | "person-spending-other" | "person-risk-backDebit" | "person-risk-garnishment" | "person-risk-collection" | "person-risk-gambling" | "person-risk-overdraft-amount" | "person-household-budget" | "person-adult-check" | "person-living-situation" | "company-cashflow" | "company-cash" | "company-liquidity" | "company-foreign-payment" | "company-risk" | "company-credit" | "company-insurance" | "company-investment" | "company-internal-booking")[];
};
export type CreateCockpit = {
/** ISO 8601 duration from now in weeks, days, hours, minutes and seconds, such as `P7D` or `PT12H`. Default `P1D`, at most `P30D`. */
expiresIn?: string;
/** Language of the page. Default `en`. */
language?: "en" | "de";
};
export type CreateConnectSession = {
/** Where the end user is sent back to: https, or http on a loopback host. `sessionId` and `status` are added to its query; ask for the session before you believe them. Without it the page says that it can be closed. */
returnURL?: string;
/** Language of the page; the end user can switch. Default `en`. */
language?: "en" | "de";
/** Origin of the page that shows this one in an iframe, such as `https://app.example.com`. Nobody else can frame it, and its messages go there only. Without it the page can not be framed. */
origin?: string;
/** Anything of at most 4096 characters as JSON; comes back in every event of the session and of what follows from it, up to the analysis. */
webhookData?: unknown;
/** What a user is that this call creates. Default `person`; says nothing of a user that exists. */
type?: "person" | "company";
};
export type CreateFolder = {
/** Name of the folder. */
title: string;
/** What belongs into it; new articles are filed by it. */
description: string;
/** The folder it stands in; an empty text means the top of the tree. */
parentFolderId: string;
};
export type CreateIntegration = {
/** What people call the system; unique in the workspace. */
name: string;
/** What it is for. */
description?: string;
};
export type CreateInvitation = {
/** The email. */
email: string;
/** `owner`: everything; `editor`: what bots say, no bank data; `reviewer`: decides about drafts; `analyst`: works with bank data; `viewer`: looks at everything, changes nothing. */
role: "owner" | "editor" | "reviewer" | "analyst" | "viewer";
};
export type CreateManageSession = {
/** Where the end user is sent back to: https, or http on a loopback host. `sessionId` and `status` are added to its query; ask for the session before you believe them. Without it the page says that it can be closed. */
returnURL?: string;
/** Language of the page; the end user can switch. Default `en`. */
language?: "en" | "de";
/** Origin of the page that shows this one in an iframe, such as `https://app.example.com`. Nobody else can frame it, and its messages go there only. Without it the page can not be framed. */
origin?: string;
/** Anything of at most 4096 characters as JSON; comes back in every event of the session and of what follows from it, up to the analysis. */
webhookData?: unknown;
};
export type CreateRule = {
/** What the customer wants, in a few words. */
name: string;
/** When the rule applies: the choice among rules is made by it. */
description: string;
labels?: RuleOffer;
/** Messages of customers that it is for: the more, the better it is chosen. */
examples?: (string)[];
flowConfig?: FlowConfig;
/** What the steps collect: name → definition. */
inputSchema?: Record<string, unknown>;
/** The bots that play it. */
botIds?: (string)[];
/** `intent`: chosen by what the customer wants. `business`: runs on its trigger. */
type?: "intent" | "business";
/** Of a business rule: runs when a conversation is about to be handed over. */
triggerType?: "on_escalation" | null;
/** Where it comes from, for people. */
source?: string;
/** True: it is played by nobody until it is published. Default: true without `flowConfig`, else false. */
isDraft?: boolean;
};
export type CreateSuite = {
/** The bot that is asked. */
botId: string;
/** What it is called. */
name: string;
/** Questions with what should come of them, each question once. */
cases: (Case)[];
};
export type CreateUser = {
/** What the user is; decides which analyses exist. It can not change. */
type: "person" | "company";
/** `active`: connections, uploads and imports start an analysis by themselves. `suspended`: only `trigger-analysis` does. */
automaticAnalysis?: "active" | "suspended";
/** ISO 8601 duration from now, such as `P7D` or `PT12H`; then the user and all of its data are deleted. */
expiresIn?: string;
/** Your own id of the user; unique in the workspace. */
externalId?: string;
/** Unique in the workspace, whatever its case; the agent finds the same customer by it. */
email?: string;
company?: Company;
};
export type CreateWidget = {
/** The bot that answers. */
botId: string;
/** What your people call it. */
name: string;
/** The pages that may show it. None: nobody may. */
allowedOrigins?: (string)[];
title?: Title;
greeting?: Greeting;
};
export type CreatedConnectSession = {
/** The session. */
sessionId: string;
/** The user. */
userIdentifier: string;
/** Send the end user there within 15 minutes. It works for the first browser that goes on from it. */
redirectURL: string;
};
export type CreatedInvitation = {
/** The invitation. */
id: string;
/** Who is invited. */
email: string;
/** `owner`: everything; `editor`: what bots say, no bank data; `reviewer`: decides about drafts; `analyst`: works with bank data; `viewer`: looks at everything, changes nothing. */
role: "owner" | "editor" | "reviewer" | "analyst" | "viewer";
/** When it was made. */
createdAt: string;
/** When its link ends: three days later. */
expiresAt: string;
/** The link, shown this once. Send it by a way that you trust. */
url: string;
};
export type CreatedWebhook = {
/** The webhook. */
webhookId: string;
/** Where events are sent. */
endpoint: string;
/** How the endpoint is called. Default POST. */
method: "POST" | "PUT" | "PATCH";
/** What it hears of; `webhooks` of the OpenAPI document describes each. */
events: (string)[];
/** What it is for, for people. */
description: string | null;
/** Whether events are sent. */
active: boolean;
/** Whether a `secret` goes along in the body. */
hasSecret: boolean;
/** The first failure since the last success; null when all is well. */
failingSince: string | null;
/** Nothing is sent before: the endpoint failed repeatedly or asked for it. */
pausedUntil: string | null;
/** When Kontor switched it off; null when it did not. */
disabledAt: string | null;
/** `gone`: it answered 410. `failing`: no attempt has succeeded for five days. */
disabledReason: "gone" | "failing" | null;
/** When it was made. */
createdAt: string;
/** When it was last changed. */
updatedAt: string;
/** Verifies the signature of notifications (Standard Webhooks). Keep it: it is shown here only. */
signingSecret: string;
};
export type Customer = {
/** Your own id of the customer. */
externalId?: string;
/** Their e-mail address. */
email?: string;
};
export type CustomerAccounts = {
/** The `userId` of the customer. */
customer_id: string;
/** What the customer is. */
customer_type: "person" | "company";
/** False: no analysis was completed yet, so its figures are null. */
has_analysis: boolean;
/** When the analysis was completed, ISO 8601. Null without one. */
analyzed_at: string | null;
/** Booking date of the first transaction. Null when not known. */
data_from: string | null;
/** Booking date of the last transaction. Null when not known. */
data_until: string | null;
/** ISO 4217 currency of the amounts. Null when not known. */
currency: string | null;
/** Accounts. */
account_count: number;
/** Balances of all accounts in this currency together. Null when not known. */
total_balance: number | null;
/** How far these accounts may go below zero together. Null when not known. */
total_overdraft_limit: number | null;
/** The account with the largest balance. Null when not known. */
main_account_id: string | null;
/** Its name. Null when not known. */
main_account_name: string | null;
/** Its type, such as `GIRO`. Null when not known. */
main_account_type: string | null;
/** Its bank. Null when not known. */
main_account_bank: string | null;
/** The last four digits of its IBAN. Null when not known. */
main_account_last_digits: string | null;
/** Its balance. Null when not known. */
main_account_balance: number | null;
/** How far it may go below zero. Null when not known. */
main_account_overdraft_limit: number | null;
};
export type CustomerCashflow = {
/** The `userId` of the customer. */
customer_id: string;
/** What the customer is. */
customer_type: "person" | "company";
/** False: no analysis was completed yet, so its figures are null. */
has_analysis: boolean;
/** When the analysis was completed, ISO 8601. Null without one. */
analyzed_at: string | null;
/** Booking date of the first transaction. Null when not known. */
data_from: string | null;
/** Booking date of the last transaction. Null when not known. */
data_until: string | null;
/** ISO 4217 currency of the amounts. Null when not known. */
currency: string | null;
/** Money in. Sum of the latest complete month. Null when not known. */
inflow_current: number | null;
/** Money in. Median month. Null when not known. */
inflow_median: number | null;
/** Money in. Average month. Null when not known. */
inflow_average: number | null;
/** Money out, positive. Sum of the latest complete month. Null when not known. */
outflow_current: number | null;
/** Money out, positive. Median month. Null when not known. */
outflow_median: number | null;
/** Money out, positive. Average month. Null when not known. */
outflow_average: number | null;
/** Inflow less outflow. Sum of the latest complete month. Null when not known. */
net_current: number | null;
/** Inflow less outflow. Median month. Null when not known. */
net_median: number | null;
/** Inflow less outflow. Average month. Null when not known. */
net_average: number | null;
/** The next month that is forecast; companies only. Null without a forecast. */
forecast_month: string | null;
/** Expected inflow less outflow of that month. Null when not known. */
forecast_net: number | null;
/** Lower end of its interval. Null when not known. */
forecast_net_low: number | null;
/** Upper end of its interval. Null when not known. */
forecast_net_high: number | null;
/** Balance at its end. Null when not known. */
forecast_end_balance: number | null;
};
export type CustomerContracts = {
/** The `userId` of the customer. */
customer_id: string;
/** What the customer is. */
customer_type: "person" | "company";
/** False: no analysis was completed yet, so its figures are null. */
has_analysis: boolean;
/** When the analysis was completed, ISO 8601. Null without one. */
analyzed_at: string | null;
/** Booking date of the first transaction. Null when not known. */
data_from: string | null;
/** Booking date of the last transaction. Null when not known. */
data_until: string | null;
/** ISO 4217 currency of the amounts. Null when not known. */
currency: string | null;
/** Recurring incomes that are paid today. Null when not known. */
income_count: number | null;
/** Recurring payments that are paid today. Null when not known. */
payment_count: number | null;
/** Recurring payments that have ended. Null when not known. */
ended_count: number | null;
/** Who pays next. Null when not known. */
next_income_name: string | null;
/** When the next income is due. Null when not known. */
next_income_date: string | null;
/** What came the last time, positive. Null when not known. */
next_income_amount: number | null;
/** Who is paid next. Null when not known. */
next_payment_name: string | null;
/** When the next payment is due. Null when not known. */
next_payment_date: string | null;
/** What was paid the last time, positive. Null when not known. */
next_payment_amount: number | null;
/** Who gets the largest recurring payment. Null when not known. */
largest_payment_name: string | null;
/** What was paid the last time, positive. Null when not known. */
largest_payment_amount: number | null;
/** How often it is paid. Null when not known. */
largest_payment_frequency: "WEEKLY" | "BIWEEKLY" | "SEMI_MONTHLY" | "MONTHLY" | "QUARTERLY" | "HALF_YEARLY" | "YEARLY" | null;
/** Whose price changed last. Null when not known. */
latest_price_change_name: string | null;
/** When it changed. Null when not known. */
latest_price_change_date: string | null;
/** The change, positive when it got dearer. Null when not known. */
latest_price_change_amount: number | null;
};
export type CustomerIncome = {
/** The `userId` of the customer. */
customer_id: string;
/** What the customer is. */
customer_type: "person" | "company";
/** False: no analysis was completed yet, so its figures are null. */
has_analysis: boolean;
/** When the analysis was completed, ISO 8601. Null without one. */
analyzed_at: string | null;
/** Booking date of the first transaction. Null when not known. */
data_from: string | null;
/** Booking date of the last transaction. Null when not known. */
data_until: string | null;
/** ISO 4217 currency of the amounts. Null when not known. */
currency: string | null;
/** Money in. Sum of the latest complete month. Null when not known. */
income_current: number | null;
/** Money in. Median month. Null when not known. */
income_median: number | null;
/** Money in. Average month. Null when not known. */
income_average: number | null;
/** Who pays the salary; of several the largest. Null when not known. */
salary_name: string | null;
/** How often it is paid. Null when not known. */
salary_frequency: "WEEKLY" | "BIWEEKLY" | "SEMI_MONTHLY" | "MONTHLY" | "QUARTERLY" | "HALF_YEARLY" | "YEARLY" | null;
/** When it was paid last. Null when not known. */
salary_last_date: string | null;
/** When it is due next. Null when not known. */
salary_next_date: string | null;
/** Income: salary. Median month. Null when not known. */
salary_median: number | null;
/** Income: pension. Median month. Null when not known. */
pension_median: number | null;
/** Income: child_benefit. Median month. Null when not known. */
child_benefit_median: number | null;
/** Income: parental_allowance. Median month. Null when not known. */
parental_allowance_median: number | null;
/** Income: rental. Median month. Null when not known. */
rental_median: number | null;
/** Income: investment. Median month. Null when not known. */
investment_median: number | null;
/** Income: loan. Median month. Null when not known. */
loan_median: number | null;
/** Income: alimony. Median month. Null when not known. */
alimony_median: number | null;
/** Income: self_employment. Median month. Null when not known. */
self_employment_median: number | null;
/** Income: other. Median month. Null when not known. */
other_median: number | null;
};
export type CustomerRisk = {
/** The `userId` of the customer. */
customer_id: string;
/** What the customer is. */
customer_type: "person" | "company";
/** False: no analysis was completed yet, so its figures are null. */
has_analysis: boolean;
/** When the analysis was completed, ISO 8601. Null without one. */
analyzed_at: string | null;
/** Booking date of the first transaction. Null when not known. */
data_from: string | null;
/** Booking date of the last transaction. Null when not known. */
data_until: string | null;
/** ISO 4217 currency of the amounts. Null when not known. */
currency: string | null;
/** Returned debits, garnishments, collection or overdrawn days in the latest 12 months. Null without an analysis. */
has_risk_signs: boolean | null;
/** Returned debits, in the latest 3 months. Null when not known. */
returned_debit_count_3_months: number | null;
/** Returned debits, in the latest 12 months. Null when not known. */
returned_debit_count_12_months: number | null;
/** Payments under a garnishment, in the latest 3 months. Null when not known. */
garnishment_count_3_months: number | null;
/** Payments under a garnishment, in the latest 12 months. Null when not known. */
garnishment_count_12_months: number | null;
/** Payments to debt collectors; persons only, in the latest 3 months. Null when not known. */
collection_count_3_months: number | null;
/** Payments to debt collectors; persons only, in the latest 12 months. Null when not known. */
collection_count_12_months: number | null;
/** Stakes in gambling; persons only, in the latest 3 months. Null when not known. */
gambling_count_3_months: number | null;
/** Stakes in gambling; persons only, in the latest 12 months. Null when not known. */
gambling_count_12_months: number | null;
/** Stakes in gambling in the latest 12 months, positive; persons only. Null when not known. */
gambling_amount_12_months: number | null;
/** Days that ended overdrawn, summed over the accounts, in the latest 3 months. Null when not known. */
overdrawn_day_count_3_months: number | null;
/** Days that ended overdrawn, summed over the accounts, in the latest 12 months. Null when not known. */
overdrawn_day_count_12_months: number | null;
};
export type CustomerSpending = {
/** The `userId` of the customer. */
customer_id: string;
/** What the customer is. */
customer_type: "person" | "company";
/** False: no analysis was completed yet, so its figures are null. */
has_analysis: boolean;
/** When the analysis was completed, ISO 8601. Null without one. */
analyzed_at: string | null;
/** Booking date of the first transaction. Null when not known. */
data_from: string | null;
/** Booking date of the last transaction. Null when not known. */
data_until: string | null;
/** ISO 4217 currency of the amounts. Null when not known. */
currency: string | null;
/** Money out, positive. Sum of the latest complete month. Null when not known. */
spending_current: number | null;
/** Money out, positive. Median month. Null when not known. */
spending_median: number | null;
/** Money out, positive. Average month. Null when not known. */
spending_average: number | null;
/** The kind with the largest median. Null when not known. */
largest_kind: string | null;
/** Spending: housing. Median month. Null when not known. */
housing_median: number | null;
/** Spending: utilities. Median month. Null when not known. */
utilities_median: number | null;
/** Spending: groceries. Median month. Null when not known. */
groceries_median: number | null;
/** Spending: mobility. Median month. Null when not known. */
mobility_median: number | null;
/** Spending: insurance. Median month. Null when not known. */
insurance_median: number | null;
/** Spending: credit. Median month. Null when not known. */
credit_median: number | null;
/** Spending: communication. Median month. Null when not known. */
communication_median: number | null;
/** Spending: media. Median month. Null when not known. */
media_median: number | null;
/** Spending: leisure. Median month. Null when not known. */
leisure_median: number | null;
/** Spending: health. Median month. Null when not known. */
health_median: number | null;
/** Spending: savings. Median month. Null when not known. */
savings_median: number | null;
/** Spending: children. Median month. Null when not known. */
children_median: number | null;
/** Spending: taxes. Median month. Null when not known. */
taxes_median: number | null;
/** Spending: other. Median month. Null when not known. */
other_median: number | null;
};
export type CustomerSummary = {
/** The `userId` of the customer. */
customer_id: string;
/** What the customer is. */
customer_type: "person" | "company";
/** False: no analysis was completed yet, so its figures are null. */
has_analysis: boolean;
/** When the analysis was completed, ISO 8601. Null without one. */
analyzed_at: string | null;
/** Booking date of the first transaction. Null when not known. */
data_from: string | null;
/** Booking date of the last transaction. Null when not known. */
data_until: string | null;
/** ISO 4217 currency of the amounts. Null when not known. */
currency: string | null;
/** Accounts. */
account_count: number;
/** Balances of all accounts in this currency together. Null when not known. */
total_balance: number | null;
/** Money in, median month. Null when not known. */
income_median: number | null;
/** Money out, median month, positive. Null when not known. */
spending_median: number | null;
/** Who pays next. Null when not known. */
next_income_name: string | null;
/** When the next income is due. Null when not known. */
next_income_date: string | null;
/** What came the last time, positive. Null when not known. */
next_income_amount: number | null;
/** Who is paid next. Null when not known. */
next_payment_name: string | null;
/** When the next payment is due. Null when not known. */
next_payment_date: string | null;
/** What was paid the last time, positive. Null when not known. */
next_payment_amount: number | null;
/** Recurring payments that are paid today, in both directions. Null when not known. */
recurring_count: number | null;
/** Returned debits, garnishments, collection or overdrawn days in the latest 12 months. Null without an analysis. */
has_risk_signs: boolean | null;
};
export type CustomerTokenSecret = {
/** Signs tokens by HS256. Shown now and never again. */
secret: string;
/** Until when tokens of the secret before are taken; null: there was none. */
previousValidUntil: string | null;
};
export type DeclineReview = {
/** Version of the draft that you looked at; if it has changed since, the answer is 409. */
version: number;
/** What is wrong, for the author. */
reason: string;
};
export type DeleteConversations = {
/** Which conversations to delete. */
ids: (string)[];
};
export type DeleteDocuments = {
/** Which documents. */
documentIds: (string)[];
/** Whether the articles that came of them go too. Default false. */
deleteArticles?: boolean;
};
export type DeleteIntegrationAnswer = {
/** It is gone. */
success: true;
};
export type DeletedBankData = {
/** How many of each. */
deleted: {
/** Accounts that are gone. */
accounts?: number;
/** Transactions that are gone. */
transactions: number;
};
/** Ids of the body that did not exist. */
notFound?: (string)[];
};
export type DeletedDocuments = {
/** How many documents are gone. */
deletedDocuments: number;
/** How many articles went with them. */
deletedArticles: number;
};
export type Document = {
/** The document. */
id: string;
/** Where people read it. */
originalUrl: string | null;
/** Its title. */
title: string;
/** Always null: Kontor keeps the text itself. */
storageUrl: string | null;
/** Where it comes from: web, file, or a provider. */
source: string;
/** Its id there: the address of a page, the id of a provider. */
externalId: string;
/** Whether it says that it is English. */
english: boolean;
/** A field of the original, always null here. */
baser: string | null;
/** Its text as blocks of Markdown. */
paragraphs: (string)[];
/** The blocks before the last change; empty when there was none. */
oldParagraphs: (string)[];
/** Whether it could be read; null while it waits. */
success: boolean | null;
/** Why it could not be read. */
error: string | null;
/** When it was registered. */
createdAt: string;
/** When something about it last changed. */
updatedAt: string;
/** What it is. */
mimeType: string | null;
/** Kind of the thing at its provider, such as `page`. */
type: string | null;
/** The job that last drafted from it. */
linkedJobId: string | null;
/** The article that came of it. */
linkedKnowledgeId: string | null;
/** What that job decided. */
linkedOperation: string | null;
/** Why. */
linkedReason: string | null;
/** How far that job is. */
linkedJobStatus: string | null;
/** Whether its text changed since an article was drafted from it. */
changed: boolean;
};
export type DocumentIds = {
/** Which documents. */
documentIds: (string)[];
};
export type DocumentList = {
/** By their last change, newest first. */
documents: (Document)[];
/** Whether there are more in the direction you asked for. */
hasMore: boolean;
};
export type Done = {
/** True. */
success: boolean;
};
export type DraftFromDocuments = {
/** The documents to draft from. */
documentIds: (string)[];
/** The job is restricted to these. Default: all three. */
restrictedOps?: ("ADD_ARTICLE_TO_FOLDER" | "UPDATE_ARTICLE" | "DO_NOTHING")[];
/** How drafts shall be written. Followed only with a language model. */
instructions?: string;
/** New articles go into folders that this bot answers from. */
botId?: string;
/** Default true: drafts wait in Review and Approvals. False publishes directly, which is audited and can be forbidden by the workspace; what contradicts a live article waits for review all the same. */
isDraft?: boolean;
};
export type DraftKnowledge = {
/** The text to draft from, in Markdown. Empty: the text of the document, or what a person answered. */
candidateKnowledge: string;
/** Where the text comes from. */
origin: "sources" | "generated" | "inbox";
/** The document that it stands in. */
documentId?: string;
/** The message of a conversation that it answers. */
hcEventId?: string;
/** The job is restricted to these. Default: all three. */
restrictedOps?: ("ADD_ARTICLE_TO_FOLDER" | "UPDATE_ARTICLE" | "DO_NOTHING")[];
/** How drafts shall be written. Followed only with a language model. */
instructions?: string;
/** New articles go into folders that this bot answers from. */
botId?: string;
/** Default true: drafts wait in Review and Approvals. False publishes directly, which is audited and can be forbidden by the workspace; what contradicts a live article waits for review all the same. */
isDraft?: boolean;
};
export type DraftMagicArticles = {
/** Questions from then on, Unix epoch milliseconds. Default: thirty days before `until`. */
since?: number;
/** Questions before then. Default: now. */
until?: number;
/** How often a matter must have been asked. Default 2. */
atLeast?: number;
/** Only the matter with this wording, as `GET /v2/knowledge/unanswered` names it, however seldom it was asked. */
question?: string;
/** The job is restricted to these. Default: all three. */
restrictedOps?: ("ADD_ARTICLE_TO_FOLDER" | "UPDATE_ARTICLE" | "DO_NOTHING")[];
/** How drafts shall be written. Followed only with a language model. */
instructions?: string;
/** New articles go into folders that this bot answers from. */
botId?: string;
/** Default true: drafts wait in Review and Approvals. False publishes directly, which is audited and can be forbidden by the workspace; what contradicts a live article waits for review all the same. */
isDraft?: boolean;
};
export type DraftRule = {
/** What should happen, in German or English: “When a customer wants to cancel a card, ask for the card and the reason, then call cancel_card. If it works reply "…", otherwise hand over.” */
behaviorInstructions: string;
/** The bots that will play it. */
botIds?: (string)[];
};
export type DraftingSettings = {
/** How often drafts are written by themselves from the sources for what customers asked and nothing answered. They wait in Review and Approvals like all others. */
magicArticles: "off" | "daily" | "weekly";
};
export type Duplicate = {
/** A live article that says nearly the same. */
articleId: string;
/** Its title. */
title: string;
/** 0 to 1. */
similarity: number;
};
export type Endpoint = {
/** The endpoint. */
id: string;
/** The integration it belongs to. */
integrationId: string;
/** Unique in the integration. */
name: string;
/** What it does. */
description: string;
/** `read`: a GET without effect. `write`: it changes something. */
kind: "read" | "write";
/** GET reads, the others write. */
method: "GET" | "POST" | "PUT" | "DELETE";
/** Below the base URL; `{input}` stands for an input: `/customers/{customer_id}`. */
path: string;
/** Parameter → text. */
query: Record<string, string>;
/** The template of the body; null: none. */
body: Record<string, unknown> | null;
/** What it takes. */
inputs: ({
/** A name as it stands in templates and expressions, such as `customer_id`. */
name: string;
/** Ids, dates and postal codes are strings. */
type: "string" | "number" | "boolean";
/** What it means. */
description: string;
/** Whether there is no call without it. */
required: boolean;
})[];
/** What it answers. */
outputs: ({
/** A name as it stands in templates and expressions, such as `customer_id`. */
name: string;
/** Ids, dates and postal codes are strings. */
type: "string" | "number" | "boolean";
/** What it means. */
description: string;
})[];
/** An answer as it looks. */
sample: Record<string, unknown> | null;
/** Requests in any 60 seconds; null: no limit was named. */
rateLimitPerMinute: number | null;
/** Milliseconds; null: nothing was named. */
expectedP95Ms: number | null;
/** Whether a write may be tried a second time. */
honoursIdempotencyKey: boolean;
/** Whether no rule may call it without a yes of the customer. */
requiresConfirmation: boolean;
/** When it was created. */
createdAt: string;
/** When it was last changed. */
updatedAt: string;
};
export type EndpointCutOffData = {
/** The integration. */
integrationId: string;
/** The endpoint. */
endpointId: string;
/** `sandbox`, `staging` or `production`. */
environment: string;
/** How the last call failed, such as `timeout`. */
failure: string;
};
export type EndpointCutOffEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "endpoint.cut-off";
/** When it happened. */
timestamp: string;
data: EndpointCutOffData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type EndpointDriftedData = {
/** The integration. */
integrationId: string;
/** The endpoint. */
endpointId: string;
/** `sandbox`, `staging` or `production`. */
environment: string;
/** The declared field. */
field: string;
/** `vanished`, `renamed` or `type_changed`. */
kind: string;
/** The declared type. */
expected: string;
/** The type that came, or the name that took its place; null: nothing did. */
found: string | null;
};
export type EndpointDriftedEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "endpoint.drifted";
/** When it happened. */
timestamp: string;
data: EndpointDriftedData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type EndpointHealth = {
/** Which of the company’s environments. Real customers are in `production`. */
environment: "sandbox" | "staging" | "production";
/** The figures are about calls from then on. */
since: string;
/** Calls, those not sent included. */
calls: number;
/** Answered by the contract, 0 to 1; a refusal and an unknown customer count. */
successRate: number | null;
/** Half of the calls were faster, in milliseconds; null without a call. */
p50Ms: number | null;
/** 95 of 100 were faster, in milliseconds; null without a call. */
p95Ms: number | null;
/** 99 of 100 were faster, in milliseconds; null without a call. */
p99Ms: number | null;
/** Against `expectedP95Ms`; null when there is nothing to compare. */
meetsExpectedP95: boolean | null;
/** How many of each kind. */
failures: Record<string, number>;
/** The span in 24 equal parts, the oldest first. */
series: (Sery)[];
/** `open`: nothing is sent. `half_open`: the next call finds out whether it is back. */
circuit: "closed" | "half_open" | "open";
/** Until when nothing is sent. */
pausedUntil: string | null;
/** Since the endpoint was last saved. */
drifts: ({
/** The declared field. */
field: string;
/** What became of it. */
kind: "vanished" | "renamed" | "type_changed";
/** The declared type. */
expected: string;
/** The type that came, or the name that took its place. */
found: string | null;
/** First seen. */
firstSeenAt: string;
/** Last seen. */
lastSeenAt: string;
})[];
};
export type EndpointList = {
/** By name. */
endpoints: (Endpoint)[];
};
export type EndpointProposals = {
/** Where the endpoints are, as far as it was said. */
baseUrl: string | null;
/** To be looked at, then created as they are or changed. */
endpoints: (SaveEndpoint)[];
/** What was left out or guessed. */
notes: (string)[];
};
export type Environment = {
/** Which of the company’s environments. Real customers are in `production`. */
environment: "sandbox" | "staging" | "production";
/** Where the paths of the endpoints begin. */
baseUrl: string;
/** Whether a private authority is trusted here. */
hasOwnAuthority: boolean;
/** When its key was last set. */
keyChangedAt: string;
};
export type ErasedUser = {
/** The user that is gone. */
userId: string;
/** How many rows of each kind were deleted. */
erased: Record<string, number>;
};
export type EventPage = {
/** Oldest first. */
events: ({
/** The event: the `webhook-id` of its notifications. */
id: string;
/** What happened. */
type: string;
/** When it happened. */
timestamp: string;
/** What it is about; `webhooks` of the OpenAPI document has the shape of each. */
data: Record<string, unknown>;
})[];
/** Cursor of the next page; null at the end. */
nextCursor: string | null;
};
export type EventTag = {
/** The tag. */
id: string;
/** Its name. */
tagName: string;
/** Its group. */
tagGroupId: string;
/** Name of the group. */
tagGroupTitle: string;
};
export type Evidence = {
/** The source it was read in; null when it came as text. */
documentId: string | null;
/** Which paragraph of the source, from 0. */
paragraph: number | null;
/** What stands there. */
text: string;
};
export type FlowConfig = {
/** From the first to the last. */
steps: (RuleStep)[];
};
export type Folder = {
/** The folder. */
id: string;
/** Name of the folder. */
title: string;
/** What belongs into it; new articles are filed by it. */
description: string;
/** The folder above it; null: it stands at the top. */
parentFolderId: string | null;
/** The bots it is assigned to itself. */
botIds: (string)[];
/** When it was created. */
createdAt: string;
/** When it was last changed. */
updatedAt: string;
};
export type FolderTree = {
/** The tree; a workspace has one. */
id: string;
/** When the workspace was created. */
createdAt: string;
/** When a folder or an article last changed. */
updatedAt: string;
/** Nested nodes: folders `{id, type: "folder", title, description, parentFolderId, botIds, children}` and live articles `{id, type: "article", title, parentFolderId, active, public, version}`. */
snapshotObjV2: (Record<string, unknown>)[];
};
export type ForeignPayments = {
/** False: nothing of the kind was found. */
available: boolean;
/** ISO 4217 currency of all amounts of the result, the one of most bookings. Bookings in others are left out. Null without any booking. */
currency: string | null;
/** Where most accounts are kept, ISO 3166; null when not known, then nothing can be called foreign. */
homeCountry: string | null;
/** All foreign payments. */
overview: {
incomings: Incomings;
outgoings: Outgoings;
};
/** Every month of the data, newest first. */
monthlyOverview: (MonthlyOverview)[];
/** Largest volume first. */
countries: ({
/** ISO 3166 country of the counterparty’s account. */
country: string;
incomings: Incomings;
outgoings: Outgoings;
monthlyIncoming: Inflow;
monthlyOutgoing: Outflow;
/** Every month of the data, newest first. */
monthlyOverview: (MonthlyOverview)[];
})[];
/** Bookings whose counterparty has neither IBAN nor BIC: cards, cash, fees. */
unknown: {
incomings: Incomings;
outgoings: Outgoings;
};
observedTimespan: ObservedTimespan;
};
export type GamblingRisk = {
/** False: nothing of the kind was found. */
available: boolean;
/** ISO 4217 currency of all amounts of the result, the one of most bookings. Bookings in others are left out. Null without any booking. */
currency: string | null;
/** Every month of the data, newest first. */
monthlyOverview: ({
/** Calendar month, `YYYY-MM`. */
month: string;
/** Number of bookings. */
count: number;
/** The counted bookings. */
transactionIDs: (string)[];
/** Sum of the stakes, negative: money out. Major units. */
amount: number;
})[];
observedTimespan: ObservedTimespan;
};
export type GenerateAnswer = {
/** What was said. */
content: string;
/** Who said it. Default `user`. Only a customer’s message makes the bot answer. */
role?: "user" | "agent" | "finibot" | "otherbot";
/** The conversation that goes on. */
interactionId?: string;
/** The bot to begin a conversation with. */
botId?: string;
/** Facts around the message; further fields are ignored. */
metadata?: {
/** What your server knows about the customer. `externalId` or `email` of a user of this workspace name the customer; nothing that is typed does. */
user_attributes?: Record<string, unknown>;
/** A token that your server has signed for your page: HS256 with the workspace’s secret, `sub` or `email`, `exp` within a day. */
customerToken?: string | null;
/** How the customer writes. Default `chat`. */
channel?: string;
/** Where it came in. Default `api`. */
source?: string;
/** Your own id of the conversation. */
externalId?: string | null;
/** Where it can be seen in your system. */
url?: string | null;
};
};
export type Greeting = {
/** In English. */
en: string;
/** In German. */
de: string;
};
export type HandBack = {
/** True: also when somebody else has it. Default false. */
force?: boolean;
};
export type Handover = {
/** The conversation. */
conversationId: string;
/** The reply that handed over. */
eventId: string;
/** When, in Unix epoch milliseconds. */
createdAt: number;
/** Where the conversation stands now. */
status: string | null;
/** Why, in a few words. */
reason: string;
/** What the customer wanted and said, what they were answered, and what was done, in the customer’s language. */
summary: string;
/** What was known about the customer then. */
attributes: ({
/** The field of the attribute. */
name: string;
/** Its value then. */
value: string | number | boolean;
})[];
/** What your server has said about the customer. */
userAttributes: Record<string, unknown>;
/** How the reply came about that handed over. */
trace: Record<string, unknown> | null;
};
export type HealthOverview = {
/** Which of the company’s environments. Real customers are in `production`. */
environment: "sandbox" | "staging" | "production";
/** The figures are about calls from then on. */
since: string;
/** All endpoints of the workspace, by name. */
endpoints: ({
/** The endpoint. */
endpointId: string;
/** The integration it belongs to. */
integrationId: string;
/** Its name. */
name: string;
/** `read`: a GET without effect. `write`: it changes something. */
kind: "read" | "write";
/** Calls, those not sent included. */
calls: number;
/** Answered by the contract, 0 to 1; null without a call. */
successRate: number | null;
/** 95 of 100 were faster, in milliseconds; null without a call. */
p95Ms: number | null;
/** Milliseconds; null: nothing was named. */
expectedP95Ms: number | null;
/** `open`: nothing is sent. `half_open`: the next call finds out whether it is back. */
circuit: "closed" | "half_open" | "open";
/** Fields that no longer come as they were declared. */
driftedFields: number;
/** The span in 24 equal parts, the oldest first. */
series: (Sery)[];
})[];
};
export type Holder = {
/** Who: `operator:<id>` or `api-key:<id>`. */
by: string;
/** What they are called. */
name: string;
/** Since when. Unix epoch in milliseconds. */
at: number;
};
export type HouseholdBudget = {
/** False: nothing of the kind was found. */
available: boolean;
/** ISO 4217 currency of all amounts of the result, the one of most bookings. Bookings in others are left out. Null without any booking. */
currency: string | null;
/** All ten income modules together. */
income: {
/** Sum of the latest complete month; null while no month is complete. */
current: number | null;
/** Median of the monthly sums over complete months, months without bookings being 0. */
median: number | null;
/** Average of the monthly sums over complete months, rounded to the minor unit. */
average: number | null;
};
/** All fourteen spending modules together, positive. */
spending: {
/** Sum of the latest complete month; null while no month is complete. */
current: number | null;
/** Median of the monthly sums over complete months, months without bookings being 0. */
median: number | null;
/** Average of the monthly sums over complete months, rounded to the minor unit. */
average: number | null;
};
/** Income less spending. */
balance: {
/** Sum of the latest complete month; null while no month is complete. */
current: number | null;
/** Median of the monthly sums over complete months, months without bookings being 0. */
median: number | null;
/** Average of the monthly sums over complete months, rounded to the minor unit. */
average: number | null;
};
/** Every month of the data, newest first. */
monthlyOverview: ({
/** Calendar month, `YYYY-MM`. */
month: string;
/** Money received. Major units. */
income: number;
/** Money spent, positive; refunds are taken off. Major units. */
spending: number;
/** Income less spending. Major units. */
balance: number;
/** The part of the income that recurs. Major units. */
fixedIncome: number;
/** The part of the spending that recurs, positive. Major units. */
fixedSpending: number;
/** What the income is made of. */
incomeTransactionIDs: (string)[];
/** What the spending is made of. */
spendingTransactionIDs: (string)[];
})[];
observedTimespan: ObservedTimespan;
};
export type IdList = {
/** Which ones. */
ids: (string)[];
};
export type ImportAnswer = {
/** The accounts in the order of the files. */
accounts: ({
/** The account. */
accountId: string;
/** Its IBAN, if known. */
iban: string | null;
/** Its name, if known. */
name: string | null;
/** ISO 4217 code. */
currency: string;
/** Whether the account is new. */
status: "created" | "existing";
/** Transactions that are new. */
imported: number;
/** Transactions that were known, from this file or from elsewhere. */
duplicates: number;
/** Known transactions of which the file told more, such as pending ones that were booked. */
updated: number;
/** Where the balances of the bank and the transactions part; null when they agree. */
balanceGap: {
/** The last day up to which balances and transactions agreed. */
since: string;
/** The day of the first balance that they disagree by. */
until: string;
/** What the missing transactions add up to, in major units. */
difference: number;
} | null;
})[];
/** New transactions in all accounts. */
imported: number;
/** Known transactions in all accounts. */
duplicates: number;
/** Known transactions that were changed. */
updated: number;
/** Rows that could not be read and were left out; the first thousand of them. */
rejected: ({
/** The file, as `archive.zip/inner.xml` within an archive. */
file: string;
/** The line in it, counted from 1. */
line: number;
/** What is wrong with it. */
reason: string;
})[];
/** How many rows were left out. */
rejectedCount: number;
};
export type InboxConversation = {
/** The conversation. */
id: string;
/** When it began. Unix epoch in milliseconds. */
createdAt: number;
/** When its latest message was written. Unix epoch in milliseconds. */
latestEventAt: number;
/** The bot that answers in it. */
agentId: string | null;
/** Where it came in. */
source: string;
/** How the customer writes. */
channel: string;
/** Tag of the mandatory group Conversation Status. */
status: string | null;
/** Whether the customer’s problem is solved. */
resolved: boolean;
/** Whether the bot has ever handed it over to people. */
escalated: boolean;
/** The beginning of the first message. */
subjectPreview: string;
/** The latest message. */
latestMessage: {
/** `user`: the customer. `agent`: a person of the company. `finibot`: the bot. `otherbot`: another system. */
role: "user" | "agent" | "finibot" | "otherbot";
/** Its beginning. */
text: string;
} | null;
/** The customer, as they were proven first; null: nobody known. */
customer: {
/** Your own id of them. */
externalId: string | null;
/** Their e-mail address. */
email: string | null;
} | null;
/** Whether somebody said something about one of its messages. */
hasFeedback: boolean;
/** The customer’s latest rating, 1 to 5. */
csatRating: number | null;
/** The person who writes in it; null: the bot answers. */
takenOver: Holder | null;
/** Those of the newest exchange, but for where it stands. */
tags: (EventTag)[];
};
export type InboxPage = {
/** By their latest message, newest first. */
conversations: (InboxConversation)[];
/** Pass it as `cursor` for older ones; null at the end. */
nextCursor: string | null;
};
export type IncomeAnalysis = {
salary?: IncomeModule;
pension?: IncomeModule;
childBenefit?: IncomeModule;
parentalAllowance?: IncomeModule;
rental?: IncomeModule;
investment?: IncomeModule;
loan?: IncomeModule;
alimony?: IncomeModule;
selfEmployment?: IncomeModule;
other?: IncomeModule;
};
export type IncomeModule = {
/** False: nothing of the kind was found. */
available: boolean;
/** ISO 4217 currency of all amounts of the result, the one of most bookings. Bookings in others are left out. Null without any booking. */
currency: string | null;
/** Sum of the latest complete month; null while no month is complete. */
current: number | null;
/** Median of the monthly sums over complete months, months without bookings being 0. */
median: number | null;
/** Average of the monthly sums over complete months, rounded to the minor unit. */
average: number | null;
/** Largest sum first. */
sources: (PersonIncomeSource)[];
/** Every month of the data, newest first. */
monthlyOverview: ({
/** Calendar month, `YYYY-MM`. */
month: string;
/** Money received. Major units. */
amount: number;
/** The bookings that the amount is made of. */
transactionIDs: (string)[];
})[];
observedTimespan: ObservedTimespan;
};
export type Incomings = {
/** Sum, positive. Major units. */
sum: number;
/** Number of bookings. */
count: number;
/** The bookings. */
transactionIDs: (string)[];
};
export type Inflow = {
/** Sum of the latest complete month; null while no month is complete. */
current: number | null;
/** Median of the monthly sums over complete months, months without bookings being 0. */
median: number | null;
/** Average of the monthly sums over complete months, rounded to the minor unit. */
average: number | null;
};
export type InitializeTree = {
/** What the company offers, or the folders themselves as an indented list. Empty: what the sources are about. */
initPrompt: string;
};
export type InputFieldSchema = {
/** A name as it stands in templates and expressions, such as `customer_id`. */
name: string;
/** Ids, dates and postal codes are strings. */
type: "string" | "number" | "boolean";
/** Whether there is no call without it. Default: true. */
required?: boolean;
/** What it means. */
description?: string;
};
export type Integration = {
/** The integration. */
id: string;
/** What people call the system; unique in the workspace. */
name: string;
/** What it is for. */
description: string;
/** Those that were set up. */
environments: (Environment)[];
/** When it was created. */
createdAt: string;
/** When its name or description last changed. */
updatedAt: string;
};
export type IntegrationList = {
/** By name. */
integrations: (Integration)[];
};
export type InternalBookings = {
/** False: nothing of the kind was found. */
available: boolean;
/** ISO 4217 currency of all amounts of the result, the one of most bookings. Bookings in others are left out. Null without any booking. */
currency: string | null;
/** Sum of the latest complete month; null while no month is complete. */
current: number | null;
/** Median of the monthly sums over complete months, months without bookings being 0. */
median: number | null;
/** Average of the monthly sums over complete months, rounded to the minor unit. */
average: number | null;
/** Every month of the data, newest first. */
monthlyOverview: ({
/** Calendar month, `YYYY-MM`. */
month: string;
/** Net of the month, signed: negative when more was paid than received. Major units. */
amount: number;
/** The part that belongs to contracts. Major units. */
recurringAmount: number;
/** The rest. Major units. */
nonRecurringAmount: number;
/** Bookings that belong to contracts. */
recurringTransactionIDs: (string)[];
/** The other bookings. */
nonRecurringTransactionIDs: (string)[];
/** What came in from own accounts, positive. Major units. */
incoming: number;
/** What went out to own accounts, positive. Major units. */
outgoing: number;
})[];
/** The contracts that its bookings belong to. */
contractSummary: (Contract)[];
observedTimespan: ObservedTimespan;
};
export type InvitationList = {
/** Newest first. */
invitations: ({
/** The invitation. */
id: string;
/** Who is invited. */
email: string;
/** `owner`: everything; `editor`: what bots say, no bank data; `reviewer`: decides about drafts; `analyst`: works with bank data; `viewer`: looks at everything, changes nothing. */
role: "owner" | "editor" | "reviewer" | "analyst" | "viewer";
/** When it was made. */
createdAt: string;
/** When its link ends: three days later. */
expiresAt: string;
})[];
};
export type JobDetails = {
/** The job. */
id: string;
/** How far it is. */
jobStatus: "PENDING" | "IN_PROGRESS" | "COMPLETED" | "FAILED";
/** When it was requested. */
createdAt: string;
/** When it began. */
startedAt: string | null;
/** When it ended. */
completedAt: string | null;
/** The first article or draft that was written; null with COMPLETED: nothing was, or it was rejected. */
hcArticleId: string | null;
/** What it drafts from: a text, or unanswered questions. */
kind: "knowledge" | "magic";
/** Where its text comes from. */
origin: "sources" | "generated" | "inbox";
/** The document that it drafts from. */
documentId: string | null;
/** The message that it drafts from. */
hcEventId: string | null;
/** The bot whose folders it files into. */
botId: string | null;
/** Whether all that it writes waits for review. */
isDraft: boolean;
/** Why it failed. */
error: string | null;
/** Part by part. */
outcomes: ({
/** What a job may decide. */
operation: "ADD_ARTICLE_TO_FOLDER" | "UPDATE_ARTICLE" | "DO_NOTHING";
/** What the part is about. */
title: string;
/** Why it was decided so. */
reason: string;
/** What was written, or the live article that says it already. */
articleId: string | null;
/** The review that the draft waits in. */
reviewId: string | null;
})[];
};
export type JobIds = {
/** The jobs. */
jobIds: (string)[];
};
export type JobList = {
/** Newest first. */
jobs: (JobDetails)[];
/** Pass it as `cursor` for older ones; null at the end. */
nextCursor: string | null;
};
export type JobState = {
/** The job. */
id: string;
/** How far it is. */
jobStatus: "PENDING" | "IN_PROGRESS" | "COMPLETED" | "FAILED";
/** When it was requested. */
createdAt: string;
/** When it began. */
startedAt: string | null;
/** When it ended. */
completedAt: string | null;
/** The first article or draft that was written; null with COMPLETED: nothing was, or it was rejected. */
hcArticleId: string | null;
};
export type JobStates = {
/** In the order that you asked for. */
jobs: (JobState)[];
};
export type JudgeEvent = {
/** What you say about it; null takes it back. */
feedback?: string | null;
/** 1 to 5; null takes it back. */
csatRating?: number | null;
/** Whether it was right; null: undecided again. */
approved?: boolean | null;
/** Whether it solved the problem; null: undecided again. */
resolved?: boolean | null;
};
export type Junctions = {
/** All of them or none take effect. */
junctions: ({
/** The folder. */
folderId: string;
/** The bot. */
botId: string;
/** Assign it, or take the assignment back. */
action: "ADD" | "DELETE";
})[];
};
export type JunctionsDone = {
/** True. */
status: boolean;
};
export type Jwks = {
/** Public keys as JSON Web Keys (RFC 7517), newest first. */
keys: (Record<string, unknown>)[];
};
export type KnowledgeSettings = {
/** True: nothing becomes live but through Review and Approvals; direct publishing answers 409. */
reviewRequired: boolean;
};
export type LanguageModel = {
/** What the endpoint speaks: chat completions as OpenAI documents them, or the messages of Anthropic. */
provider: "openai-compatible" | "anthropic";
/** Where the API begins. */
baseUrl: string;
/** The model’s name. */
model: string;
/** Whether a key is stored. The key itself is never shown. */
hasApiKey: boolean;
/** Whether answers use it. */
enabled: boolean;
/** For one whole answer of the model. Default 15,000. */
timeoutMs: number;
/** Longest answer of the model. Default 800. */
maxOutputTokens: number;
/** What one conversation may use, in and out; beyond it answers come without the model. Default 50,000. */
conversationTokens: number;
/** Price of a million tokens that the model reads, in any currency; costs are recorded in it. Default 0. */
inputPrice: number;
/** Price of a million tokens that it writes, in any currency; costs are recorded in it. Default 0. */
outputPrice: number;
/** When it was last changed. */
updatedAt: string;
};
export type LanguageModelCheck = {
/** Whether the model answered. */
ok: boolean;
/** What is wrong, and what to do; null when it is ok. */
problem: string | null;
/** How long it took. */
durationMs: number;
/** Tokens that the model read, as it counts them. */
inputTokens: number;
/** Tokens that it wrote. */
outputTokens: number;
};
export type LanguageModelRemoved = {
/** True: it is gone, with its key. */
success: boolean;
};
export type Liquidity = {
/** False: no balance is known. */
available: boolean;
/** ISO 4217 currency of all amounts of the result, the one of most bookings. Bookings in others are left out. Null without any booking. */
currency: string | null;
/** All payment accounts together; null where no balance is known. */
overview: {
/** Newest balance. Major units. */
currentBalance: number;
/** Sum of the known overdraft limits. Major units. */
overdraftLimit: number;
/** Balance plus overdraft limits. Major units. */
availableLiquidity: number;
/** Lowest end-of-day balance. Major units. */
minBalance: number;
/** Highest end-of-day balance. Major units. */
maxBalance: number;
/** Average of the end-of-day balances. Major units. */
averageBalance: number;
} | null;
/** Payment accounts with a known balance. */
accountLiquidity: ({
account: AccountReference;
/** The whole time. */
overview: {
/** Newest balance. Major units. */
currentBalance: number;
/** How far the account may go below zero; null when not known. */
overdraftLimit: number | null;
/** Balance plus overdraft limit. Major units. */
availableLiquidity: number;
/** Lowest end-of-day balance. Major units. */
minBalance: number;
/** Highest end-of-day balance. Major units. */
maxBalance: number;
/** Average of the end-of-day balances. Major units. */
averageBalance: number;
};
/** Months in which the balance is known, newest first. */
monthlyOverview: ({
/** Calendar month, `YYYY-MM`. */
month: string;
/** Balance at its end, or the newest one in a month that goes on. Major units. */
endOfMonthBalance: number;
/** Lowest end-of-day balance. Major units. */
minBalance: number;
/** Highest end-of-day balance. Major units. */
maxBalance: number;
/** Average of the end-of-day balances. Major units. */
averageBalance: number;
/** The bookings of the account in this month, which led to its balances. */
transactionIDs: (string)[];
})[];
})[];
/** Accounts for which no balances can be told: none is known, nothing was booked, or the currency differs. */
accountsWithoutBalance: (AccountReference)[];
observedTimespan: ObservedTimespan;
};
export type Liveness = {
/** Always `ok`. */
status: "ok";
};
export type LivingSituation = {
/** ISO 4217 currency of all amounts of the result, the one of most bookings. Bookings in others are left out. Null without any booking. */
currency: string | null;
/** Family. */
family: {
/** Lives with or supports children. */
children: "yes" | "unknown";
/** Receives maintenance from a spouse. */
maintenanceFromSpouse: "yes" | "unknown";
/** What the answers rest on. */
evidence: (LivingSituationEvidence)[];
};
/** Mobility. */
mobility: {
/** Keeps a car. */
car: "yes" | "unknown";
/** Uses public transport. */
publicTransport: "yes" | "unknown";
/** What the answers rest on. */
evidence: (LivingSituationEvidence)[];
};
/** Home ownership. */
homeOwnership: {
/** Owns a home or land. */
owner: "yes" | "unknown";
/** Median mortgage payment of the months with one; null without any. */
monthlyPayment: number | null;
/** What the answers rest on. */
evidence: (LivingSituationEvidence)[];
};
/** Renting. */
renting: {
/** Pays rent. */
tenant: "yes" | "unknown";
/** Median rent of the months with one; null without any. */
monthlyRent: number | null;
/** What the answers rest on. */
evidence: (LivingSituationEvidence)[];
};
observedTimespan: ObservedTimespan;
};
export type LivingSituationEvidence = {
/** Stable name of the sign. */
kind: string;
/** The bookings that show it. */
transactionIDs: (string)[];
};
export type LoginSync = {
/** `queued` → `running` → `completed`, `failed` or `waiting`; a waiting one runs again at `retryAt`. Bank down or too many requests: it waits; consent ended: it fails. */
status: "queued" | "running" | "waiting" | "completed" | "failed";
/** What it was started by. */
trigger: "connection" | "manual" | "scheduled";
/** Names the process, with the analysis that follows. */
correlationId: string;
/** How often it was begun. */
attempt: number;
/** When it was asked for. */
requestedAt: string;
/** When it was begun first. */
startedAt: string | null;
/** When it ended, in whichever way. */
completedAt: string | null;
/** When a waiting one is tried again. */
retryAt: string | null;
/** The accounts that were read so far. */
accounts: ({
/** The account. */
accountId: string;
/** Whether it is new. */
status: "created" | "existing";
/** Transactions that are new. */
imported: number;
/** Transactions that were known. */
duplicates: number;
/** Known transactions that are different now, such as pending ones that were booked. */
updated: number;
/** Pending transactions that vanished. */
removed: number;
/** Bookings that the bank sent and that could not be read. */
rejected: number;
/** Null when the balances agree with the transactions, or there were none to compare. */
balanceGap: BalanceGap | null;
})[];
/** Why it failed or waits; null otherwise. */
error: {
/** Stable code, such as `bank_unavailable` or `consent_expired`. */
type: string;
/** For people. */
message: string;
} | null;
};
export type LoginSyncCompletedData = {
/** The user it is about. */
userId: string;
/** The process it belongs to: the `Finoos-Correlation-Id` that the call which began it has answered. */
correlationId: string;
/** What the call that created the session of the hosted page gave along; null if nothing, or if no session has led to this. */
webhookData: unknown;
/** The bank login. */
loginId: string;
/** The accounts that were read. */
accountIDs: (string)[];
/** Transactions that are new. */
added: number;
/** Transactions that are different now, such as pending ones that were booked. */
updated: number;
/** Pending transactions that vanished. */
removed: number;
};
export type LoginSyncCompletedEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "login.sync-completed";
/** When it happened. */
timestamp: string;
data: LoginSyncCompletedData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type LoginSyncFailedData = {
/** The user it is about. */
userId: string;
/** The process it belongs to: the `Finoos-Correlation-Id` that the call which began it has answered. */
correlationId: string;
/** What the call that created the session of the hosted page gave along; null if nothing, or if no session has led to this. */
webhookData: unknown;
/** The bank login. */
loginId: string;
/** Why: `bank_unavailable`, `too_many_requests`, `invalid_answer`, `consent_expired`, `consent_refused`, `internal_error` and the like. */
reason: string;
/** Whether only the end user can mend it, by connecting the bank again. */
consentEnded: boolean;
};
export type LoginSyncFailedEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "login.sync-failed";
/** When it happened. */
timestamp: string;
data: LoginSyncFailedData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type MergedPrompt = {
/** The bot. */
botId: string;
/** Its latest saved version; 0 when there is none and the template stands alone. */
version: number;
/** How the agent decides what to do with a message. */
hcPlanningPrompt: (PromptSection)[];
/** How it speaks, and what it never does. */
hcGuidelinePrompt: (PromptSection)[];
/** What differs by channel: length, form, greetings. */
hcChannelPrompt: (PromptSection)[];
/** Sections of the template: they can be said otherwise or switched off, but a version without them has them all the same. */
templateSectionIds: (string)[];
};
export type MonthlyOverview = {
/** Calendar month, `YYYY-MM`. */
month: string;
incomings: Incomings;
outgoings: Outgoings;
};
export type MoveInto = {
/** The folder it stands in; an empty text means the top of the tree. */
parentFolderId: string;
};
export type ObservedTimespan = {
/** Booking date of the first transaction; null without any. */
from: string | null;
/** Booking date of the last transaction; null without any. */
to: string | null;
};
export type Operator = {
/** The operator. */
id: string;
/** What they sign in with. */
email: string;
/** How the person is called; may be empty. */
name: string;
/** `owner`: everything; `editor`: what bots say, no bank data; `reviewer`: decides about drafts; `analyst`: works with bank data; `viewer`: looks at everything, changes nothing. */
role: "owner" | "editor" | "reviewer" | "analyst" | "viewer";
/** Whether signing in takes a code too. */
hasSecondFactor: boolean;
/** Since when. */
createdAt: string;
/** When they last had the console open, to about five minutes; null: never. */
lastSeenAt: string | null;
};
export type OperatorList = {
/** Oldest first. */
operators: (Operator)[];
};
export type Outflow = {
/** Sum of the latest complete month; null while no month is complete. */
current: number | null;
/** Median of the monthly sums over complete months, months without bookings being 0. */
median: number | null;
/** Average of the monthly sums over complete months, rounded to the minor unit. */
average: number | null;
};
export type Outgoings = {
/** Sum, positive. Major units. */
sum: number;
/** Number of bookings. */
count: number;
/** The bookings. */
transactionIDs: (string)[];
};
export type Output = {
/** A name as it stands in templates and expressions, such as `customer_id`. */
name: string;
/** Ids, dates and postal codes are strings. */
type: "string" | "number" | "boolean";
/** What it means. */
description?: string;
/** What it is made of. An expression: it reads `customer.email`, `customer.external_id`, `inputs.<name>` and `steps.<id>.<field>`, and calculates and compares: `steps.lookup.refund_cents / 100`, `steps.lookup.plan in ["Pro", "Team"]`. A text stands in quotes. */
value: string;
};
export type OutputFieldSchema = {
/** A name as it stands in templates and expressions, such as `customer_id`. */
name: string;
/** Ids, dates and postal codes are strings. */
type: "string" | "number" | "boolean";
/** What it means. */
description?: string;
};
export type OverdraftRisk = {
/** False: no day ended below zero. */
available: boolean;
/** ISO 4217 currency of all amounts of the result, the one of most bookings. Bookings in others are left out. Null without any booking. */
currency: string | null;
/** Payment accounts with a known balance. */
accounts: ({
account: AccountReference;
/** Months in which the balance is known, newest first. */
monthlyOverview: ({
/** Calendar month, `YYYY-MM`. */
month: string;
/** Days that ended below zero. */
days: number;
/** These days in the order of time. */
overdraftDays: (OverdrawnDay)[];
/** The bookings that led to these balances: those of the account in this month; none without such a day. */
transactionIDs: (string)[];
})[];
})[];
/** Accounts for which no balances can be told: none is known, nothing was booked, or the currency differs. */
accountsWithoutBalance: (AccountReference)[];
observedTimespan: ObservedTimespan;
};
export type OverdrawnDay = {
/** The day. */
date: string;
/** Balance at its end, below zero. Major units. */
amount: number;
};
export type Overview = {
/** What needs a person now. */
waiting: {
/** Drafts that nobody has decided about. */
reviews: Reviews | null;
/** Conversations that a bot has handed over and that nobody has taken. */
escalations: Reviews | null;
/** Actions that may have happened, about which nobody has said what they found. */
unknownRuns: Reviews | null;
/** Endpoints of production whose last three calls or more have failed. */
failingEndpoints: {
/** How many. */
count: number;
/** Since when the one waits that waits longest; null: none. */
oldestAt: string | null;
/** Some of them, the most failed first. */
endpoints: ({
/** Its system. */
integrationId: string;
/** The endpoint. */
endpointId: string;
/** Its name. */
name: string;
})[];
} | null;
/** Consents of banks that have ended or end within two weeks; `oldestAt` is the first end. */
expiringConsents: {
/** How many. */
count: number;
/** Since when the one waits that waits longest; null: none. */
oldestAt: string | null;
/** Some of them, the first to end first. */
consents: ({
/** The user. */
userId: string;
/** The bank. */
bankName: string;
/** When the consent ends, or has ended. */
endsAt: string;
})[];
} | null;
};
/** Bots that are not archived. */
bots: number;
/** Live articles. */
articles: number;
/** How many customers there are. */
customers: number | null;
/** Analyses of the last thirty days. */
runs: {
/** That completed. */
completed: number;
/** That failed. */
failed: number;
} | null;
};
export type PaymentPartner = {
/** Name of the other side as the bank gives it. */
name: string | null;
/** IBAN of the other side, without blanks. */
iban: string | null;
/** BIC of the bank of the other side. */
bic: string | null;
/** Account number of the other side where there is no IBAN. */
accountNumber: string | null;
/** National bank code of the other side. */
bankCode: string | null;
/** SEPA creditor identifier of a direct debit. */
creditorId: string | null;
};
export type PaymentPartnerInput = {
/** Name of the other side as the bank gives it. */
name?: string | null;
/** IBAN of the other side; blanks are removed, letters made capital. */
iban?: string | null;
/** BIC of the bank of the other side. */
bic?: string | null;
/** Account number of the other side where there is no IBAN. */
accountNumber?: string | null;
/** National bank code of the other side, such as a German Bankleitzahl. */
bankCode?: string | null;
/** SEPA creditor identifier of a direct debit. */
creditorId?: string | null;
};
export type PersonIncomeSource = {
/** Counterparty. */
name: string;
/** Category of most of its bookings. */
kind: string;
/** How often it is paid; null when it is no recurring payment. */
frequency: "WEEKLY" | "BIWEEKLY" | "SEMI_MONTHLY" | "MONTHLY" | "QUARTERLY" | "HALF_YEARLY" | "YEARLY" | null;
/** Sum of the latest complete month; null while no month is complete. */
current: number | null;
/** Median of the monthly sums over complete months, months without bookings being 0. */
median: number | null;
/** Average of the monthly sums over complete months, rounded to the minor unit. */
average: number | null;
/** Booking date of its first transaction. */
firstDate: string;
/** Booking date of its last transaction. */
lastDate: string;
/** When the next payment is due; null when none is expected. */
nextExpectedDate: string | null;
/** Share of its complete months with a booking, times how equal the amounts are. */
stability: number;
/** Its bookings in the order of time. */
transactionIDs: (string)[];
};
export type PlannedRequest = {
/** As it goes out. */
method: string;
/** As it goes out. */
url: string;
/** As they go out; the key is not shown. */
headers: Record<string, string>;
/** JSON text; null: none. */
body: string | null;
};
export type PromptSection = {
/** Unique in the array; the same id replaces a section of the template. */
id: string;
/** Heading of the section. */
title: string;
/** What it tells the agent. */
content: string;
/** Whether it applies. */
enabled: boolean;
/** Parts of the section, in their order. Default: none. */
subsections?: ({
/** Unique in the array; the same id replaces a section of the template. */
id: string;
/** Heading of the section. */
title: string;
/** What it tells the agent. */
content: string;
/** Whether it applies. */
enabled: boolean;
})[];
};
export type PromptVersion = {
/** The version. */
id: string;
/** The bot it belongs to. */
botId: string;
/** Counts from 1. */
version: number;
/** How the agent decides what to do with a message. */
hcPlanningPrompt: (PromptSection)[];
/** How it speaks, and what it never does. */
hcGuidelinePrompt: (PromptSection)[];
/** What differs by channel: length, form, greetings. */
hcChannelPrompt: (PromptSection)[];
/** Who saved it, such as `api-key:<id>`. */
createdBy: string;
/** What people call them; null when they have no name or are gone. */
createdByName: string | null;
/** When it was saved. */
createdAt: string;
};
export type ProposeEndpoints = {
/** A command line as it is in your documentation. It is read, never run. */
curl?: string;
/** An OpenAPI 2, 3.0 or 3.1 document, as JSON or YAML text. */
openapi?: string;
/** What the contract checker has written: the run of `--save`, or the report of `--json`. Its fields, samples and 95th percentiles become those of the endpoints. */
contractCheck?: Record<string, unknown>;
/** An answer to the command line: its fields become outputs. */
sample?: Record<string, unknown>;
};
export type PublishRule = {
/** The bots that play it from now on. */
botIds: (string)[];
};
export type RedeliverBody = {
/** Events that happened from then on. */
since: string;
/** `failed` (default): what was given up, and what happened while the webhook was off. `all`: what was delivered too. */
include?: "failed" | "all";
};
export type Redelivery = {
/** Deliveries that are sent again. */
again: number;
/** Events that the webhook had missed and gets now. */
missed: number;
};
export type RefineRule = {
/** What should be different, in German or English: “Also ask for the date. Reply "…" at the end.” */
refinementInstructions: string;
};
export type RegisterResources = {
/** What to read. */
resources: ({
/** Where people read it. */
originalUrl: string;
/** Its title. */
title: string;
/** Its id at the provider. */
externalId: string;
/** What it is. */
mimeType: string;
/** Kind of the thing, such as `page`. */
object?: string;
})[];
};
export type Removed = {
/** True. */
success: boolean;
};
export type RemovedLogin = {
/** How many of each. */
deleted: {
/** Accounts that are gone. */
accounts: number;
/** Transactions that are gone. */
transactions: number;
};
};
export type ResourceList = {
/** What the token of the connection may see. */
resources: ({
/** Where people read it. */
originalUrl: string;
/** Its title. */
title: string;
/** Its id at the provider. */
externalId: string;
/** What it is. */
mimeType: string;
/** Kind of the thing. */
object: string;
})[];
};
export type ResourceMetadata = {
/** The endpoint. */
resource: string;
/** What it is called. */
resource_name: string;
/** Who issues tokens for it. */
authorization_servers: (string)[];
/** How a token is sent: in `Authorization`. */
bearer_methods_supported: (string)[];
/** How to connect an agent. */
resource_documentation: string;
};
export type Review = {
/** The review. */
id: string;
/** `pending` waits for a reviewer, `changes_requested` for the author; the others are decided. */
status: "pending" | "changes_requested" | "approved" | "rejected";
/** What approving it does. */
operation: "ADD_ARTICLE_TO_FOLDER" | "UPDATE_ARTICLE";
/** Title of the draft. */
title: string;
/** Where the draft came from: api, sources, generated, inbox. */
origin: string;
/** Why the draft was written, when Kontor wrote it. */
reason: string | null;
/** The draft; null when it has become part of its original or was deleted. */
draftArticleId: string | null;
/** The live article that it changes. */
originalArticleId: string | null;
/** The live article that came of it. */
publishedArticleId: string | null;
/** What the reviewer said. */
decisionReason: string | null;
/** Who decided, such as `operator:<id>`. */
decidedBy: string | null;
/** What people call them; null when they have no name or are gone. */
decidedByName: string | null;
/** When. */
decidedAt: string | null;
/** When it came into the queue. */
createdAt: string;
};
export type ReviewCreatedData = {
/** The review. */
reviewId: string;
/** The draft. */
articleId: string;
/** Title of the draft. */
title: string;
/** What approving it does. */
operation: "ADD_ARTICLE_TO_FOLDER" | "UPDATE_ARTICLE";
};
export type ReviewCreatedEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "review.created";
/** When it happened. */
timestamp: string;
data: ReviewCreatedData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type ReviewDetails = {
/** The review. */
id: string;
/** `pending` waits for a reviewer, `changes_requested` for the author; the others are decided. */
status: "pending" | "changes_requested" | "approved" | "rejected";
/** What approving it does. */
operation: "ADD_ARTICLE_TO_FOLDER" | "UPDATE_ARTICLE";
/** Title of the draft. */
title: string;
/** Where the draft came from: api, sources, generated, inbox. */
origin: string;
/** Why the draft was written, when Kontor wrote it. */
reason: string | null;
/** The draft; null when it has become part of its original or was deleted. */
draftArticleId: string | null;
/** The live article that it changes. */
originalArticleId: string | null;
/** The live article that came of it. */
publishedArticleId: string | null;
/** What the reviewer said. */
decisionReason: string | null;
/** Who decided, such as `operator:<id>`. */
decidedBy: string | null;
/** What people call them; null when they have no name or are gone. */
decidedByName: string | null;
/** When. */
decidedAt: string | null;
/** When it came into the queue. */
createdAt: string;
/** The draft as it is now. */
draft: Article | null;
/** The article that it changes, as it is now. */
live: Article | null;
/** What the draft said when it was decided; null before. */
decidedContent: Record<string, unknown> | null;
/** The parts that differ; empty: nothing does. */
diff: (Change)[];
/** What the draft rests on. */
evidence: (Evidence)[];
/** Live articles that say nearly the same, closest first. */
duplicates: (Duplicate)[];
/** Live articles that say otherwise. */
conflicts: (Conflict)[];
};
export type ReviewList = {
/** Newest first. */
reviews: (Review)[];
/** Pass it as `cursor` for older ones; null at the end. */
nextCursor: string | null;
};
export type Reviews = {
/** How many. */
count: number;
/** Since when the one waits that waits longest; null: none. */
oldestAt: string | null;
};
export type RiskAnalysis = {
backDebit?: CountedRisk;
garnishment?: CountedRisk;
collection?: CountedRisk;
gambling?: GamblingRisk;
overdraft?: OverdraftRisk;
};
export type RotateKey = {
/** The key that your system has issued; it goes out as `x-api-key`. It is stored encrypted and never shown again. */
key: string;
};
export type RotatedSecret = {
/** The new secret. Keep it: it is shown here only. */
signingSecret: string;
/** Until then every notification carries a signature by the old secret too. */
previousValidUntil: string;
};
export type RuleArticles = {
/** A live article. */
en?: string;
/** A live article. */
de?: string;
};
export type RuleChange = {
/** What people call the rule; `reason` names it. */
name?: string;
/** The category it decides, from `GET /api/categories`. */
categoryId?: string;
/** Whole words of the partner's name, also where the bank sends it in the purpose (`?32?33`, `ABWA+`); case, accents and punctuation do not matter. */
partner?: string | null;
/** Whole words of purpose or booking text; words that a statement cuts over two subfields count as one. */
purpose?: string | null;
/** SEPA creditor identifier, sent with the partner or as `CRED+` in the purpose. */
creditorId?: string | null;
/** IBAN of the partner, sent with it or in the purpose (`IBAN+`, `?31`). */
iban?: string | null;
/** Least signed amount in major units; negative is money going out. */
amountFrom?: number | null;
/** Greatest signed amount in major units. */
amountTo?: number | null;
/** Of the amounts; transactions in others then never match. Default EUR. */
currency?: string;
};
export type RuleCondition = {
/** What is asked. */
op: "all" | "any";
/** The parts. */
of: (RuleCondition)[];
} | {
/** What is asked. */
op: "not";
of: RuleCondition;
} | {
/** What is asked. */
op: "equals" | "less" | "at_most" | "more" | "at_least" | "contains";
/** `attributes.NAME`, `inputs.NAME` or `outputs.STEP.FIELD`. */
ref: string;
/** A value, or `{ref}`. */
value: string | number | boolean | null | RuleReference;
} | {
/** What is asked. */
op: "one_of";
/** `attributes.NAME`, `inputs.NAME` or `outputs.STEP.FIELD`. */
ref: string;
/** Any of these. */
values: (string | number | boolean | null)[];
} | {
/** What is asked. */
op: "known";
/** `attributes.NAME`, `inputs.NAME` or `outputs.STEP.FIELD`. */
ref: string;
} | {
/** What is asked. */
op: "tagged";
/** Name of the tag. */
tag: string;
};
export type RuleFlow = {
/** From the first to the last. */
steps: (RuleStep)[];
};
export type RuleList = {
/** Oldest first: the first that matches decides. */
rules: (CategorizationRule)[];
};
export type RuleOffer = {
/** What it is called in this language. */
en?: string;
/** What it is called in this language. */
de?: string;
};
export type RuleProblem = {
/** Where: a JSON pointer. */
path: string;
/** What is wrong. */
message: string;
};
export type RuleReference = {
/** `attributes.NAME`, `inputs.NAME` or `outputs.STEP.FIELD`. */
ref: string;
};
export type RuleStep = {
/** Names the step in this rule; letters, digits, - and _. */
id: string;
/** Kind of the step. */
kind: "condition";
/** Tried in their order. */
branches: ({
when: RuleCondition;
/** What happens then. */
steps: (RuleStep)[];
})[];
/** When none was true. */
otherwise: (RuleStep)[];
} | {
/** Names the step in this rule; letters, digits, - and _. */
id: string;
/** Kind of the step. */
kind: "collect";
/** Name in `inputSchema`. */
input: string;
/** One text, or one per language. `{{inputs.amount}}` is filled in, `{{attributes.plan ?? "your plan"}}` with a fallback, `{{outputs.cancel.refund_amount_cents | cents EUR}}` in a format: `date`, `month`, `number`, `amount CUR`, `cents CUR`. */
question: string | RuleTexts;
/** Left out: a person takes over. */
failure?: (RuleStep)[];
} | {
/** Names the step in this rule; letters, digits, - and _. */
id: string;
/** Kind of the step. */
kind: "confirm";
/** One text, or one per language. `{{inputs.amount}}` is filled in, `{{attributes.plan ?? "your plan"}}` with a fallback, `{{outputs.cancel.refund_amount_cents | cents EUR}}` in a format: `date`, `month`, `number`, `amount CUR`, `cents CUR`. */
text: string | RuleTexts;
/** After yes. */
yes: (RuleStep)[];
/** After no. */
no: (RuleStep)[];
} | {
/** Names the step in this rule; letters, digits, - and _. */
id: string;
/** Kind of the step. */
kind: "tool";
/** Name of the action. */
action: string;
/** What the action is given. */
inputs: Record<string, string | number | boolean | null | RuleReference>;
/** True: may be called without a yes of the customer. Otherwise it has to stand under the `yes` of a confirm step. */
withoutConfirmation?: boolean;
/** When it answered `success: true`. */
success: (RuleStep)[];
/** By `error_code`. */
errors?: Record<string, (RuleStep)[]>;
/** When it answered `success: false` otherwise, or could not be called. */
failure: (RuleStep)[];
/** When nobody knows whether it took effect. Left out: a person takes over. */
unknown?: (RuleStep)[];
} | {
/** Names the step in this rule; letters, digits, - and _. */
id: string;
/** Kind of the step. */
kind: "reply";
/** One text, or one per language. `{{inputs.amount}}` is filled in, `{{attributes.plan ?? "your plan"}}` with a fallback, `{{outputs.cancel.refund_amount_cents | cents EUR}}` in a format: `date`, `month`, `number`, `amount CUR`, `cents CUR`. */
text: string | RuleTexts;
} | {
/** Names the step in this rule; letters, digits, - and _. */
id: string;
/** Kind of the step. */
kind: "article";
/** One article, or one per language. */
articleId: string | RuleArticles;
} | {
/** Names the step in this rule; letters, digits, - and _. */
id: string;
/** Kind of the step. */
kind: "tag";
/** Name of the tag. */
tag: string;
} | {
/** Names the step in this rule; letters, digits, - and _. */
id: string;
/** Kind of the step. */
kind: "escalate";
/** One text, or one per language. `{{inputs.amount}}` is filled in, `{{attributes.plan ?? "your plan"}}` with a fallback, `{{outputs.cancel.refund_amount_cents | cents EUR}}` in a format: `date`, `month`, `number`, `amount CUR`, `cents CUR`. */
text?: string | RuleTexts;
/** For the person who takes over. */
reason?: string;
} | {
/** Names the step in this rule; letters, digits, - and _. */
id: string;
/** Kind of the step. */
kind: "goto";
/** Its id. */
step: string;
};
export type RuleTexts = {
/** The text. */
en?: string;
/** The text. */
de?: string;
};
export type RuleTrial = {
/** Of how many users transactions were looked at. */
users: number;
/** How many transactions were looked at. */
transactions: number;
/** How many the rule matches. */
matches: number;
/** How many would get another category than they have without it, or with the rule that it replaces. */
changes: number;
/** The newest that it, or the rule that it replaces, matches: at most 50. */
examples: ({
/** Whose it is. */
userId: string;
/** The transaction. */
transactionId: string;
/** Day of booking. */
bookingDate: string;
/** Signed amount in major units. */
amount: number;
/** Of the amount. */
currency: string;
/** Name of the partner. */
partner: string | null;
/** Remittance information. */
purpose: string | null;
/** Category without the rule. */
categoryBefore: string;
/** Category with it. */
categoryAfter: string;
})[];
};
export type RuleVersionList = {
/** Newest first. */
versions: ({
/** Number of the version. */
version: number;
/** Who made it. */
createdBy: string;
/** When it went live. */
createdAt: string;
/** Its name then. */
name: string;
flowConfig: RuleFlow;
/** What the steps collect: name → definition. */
inputSchema: Record<string, unknown>;
})[];
};
export type SaveAction = {
/** Unique in the workspace. */
name: string;
/** What it does, for those who write rules. */
description?: string;
/** What has to be known before it can be done. */
inputs: (InputFieldSchema)[];
/** Calls, one after the other. */
steps: (Step)[];
/** What rules and replies may use afterwards, beside `success`, `message` and `error_code`. */
outputs: (Output)[];
};
export type SaveAttribute = {
/** Unique in the workspace. */
name: string;
/** What it is for. */
description?: string;
/** Where the fields come from. */
source: Source | AttributeListSource | AttributeListSource2 | AttributeListSource3 | AttributeListSource4;
/** What becomes a variable. A name stands for one fact in the whole workspace. */
fields: (AttributeFieldSchema)[];
/** The agents that read it before every answer; those not named no longer do. */
botIds: (string)[];
};
export type SaveEndpoint = {
/** Unique in the integration. */
name: string;
/** What it does, in a line. */
description?: string;
/** `read`: a GET without effect. `write`: it changes something. */
kind: "read" | "write";
/** GET reads, the others write. */
method: "GET" | "POST" | "PUT" | "DELETE";
/** Below the base URL; `{input}` stands for an input: `/customers/{customer_id}`. */
path: string;
/** Parameter → text, with inputs as in the path: `{"email": "{email}", "flow": "phone"}`. */
query?: Record<string, string>;
/** JSON object; a text that is `{input}` and nothing else takes the value with its type. Writes only. */
body?: Record<string, unknown> | null;
/** All that the templates speak of. */
inputs: (InputFieldSchema)[];
/** The fields of the answer. A write always has `success`, `message` and `error_code` beside them. */
outputs: (OutputFieldSchema)[];
/** An answer as it looks; used to show what a try would send. */
sample?: Record<string, unknown> | null;
/** Requests that your system takes in any 60 seconds. */
rateLimitPerMinute?: number | null;
/** Milliseconds in which 95 of 100 calls are answered. */
expectedP95Ms?: number | null;
/** True once your system has confirmed that the same `Idempotency-Key` twice has one effect. Only then is a write tried a second time. Default: false. */
honoursIdempotencyKey?: boolean;
/** True: no rule may call it without a yes of the customer, not even one that says `withoutConfirmation`. Writes only. Default: false. */
requiresConfirmation?: boolean;
};
export type SaveEnvironment = {
/** Where the paths of the endpoints begin, by https; plain http and private addresses only where the workspace’s allow-list names them. */
baseUrl: string;
/** The key that your system has issued; it goes out as `x-api-key`. It is stored encrypted and never shown again. */
key?: string;
/** PEM of a private authority to trust here in the place of the public ones; null: the public ones. Left out: as it was. */
caCertificate?: string | null;
};
export type SaveLanguageModel = {
/** What the endpoint speaks: chat completions as OpenAI documents them, or the messages of Anthropic. */
provider: "openai-compatible" | "anthropic";
/** Where the API begins, such as `https://llm.example.com/v1`. Required for `openai-compatible`; plain http and private addresses only where the allow-list of the workspace names them. */
baseUrl?: string;
/** The model’s name, as its provider calls it. */
model: string;
/** Stored encrypted and never shown again. Left out: the key that is there stays, as long as the provider’s address does. Null: the endpoint wants none. */
apiKey?: string | null;
/** Whether answers use it. Default true. */
enabled?: boolean;
/** For one whole answer of the model. Default 15,000. */
timeoutMs?: number;
/** Longest answer of the model. Default 800. */
maxOutputTokens?: number;
/** What one conversation may use, in and out; beyond it answers come without the model. Default 50,000. */
conversationTokens?: number;
/** Price of a million tokens that the model reads, in any currency; costs are recorded in it. Default 0. */
inputPrice?: number;
/** Price of a million tokens that it writes, in any currency; costs are recorded in it. Default 0. */
outputPrice?: number;
};
export type SavePrompt = {
/** How the agent decides what to do with a message. */
hcPlanningPrompt: (PromptSection)[];
/** How it speaks, and what it never does. */
hcGuidelinePrompt: (PromptSection)[];
/** What differs by channel: length, form, greetings. */
hcChannelPrompt: (PromptSection)[];
};
export type ServerMetadata = {
/** The `iss` of every token. */
issuer: string;
/** Where tokens are issued. */
token_endpoint: string;
/** Where the public keys stand. */
jwks_uri: string;
/** Only `client_credentials`. */
grant_types_supported: (string)[];
/** Only says that nobody is sent to a page to agree. */
authorization_endpoint: string;
/** None: nobody is sent to a page to agree. */
response_types_supported: (string)[];
/** How a client may show its secret. */
token_endpoint_auth_methods_supported: (string)[];
/** Every scope a client can hold. */
scopes_supported: (string)[];
/** The reference. */
service_documentation: string;
};
export type Sery = {
/** Where the part begins. */
from: string;
/** Calls in it. */
calls: number;
/** Those that were not answered by the contract. */
failed: number;
/** 95 of 100 were faster, in milliseconds; null without a call. */
p95Ms: number | null;
};
export type SettleRun = {
/** What your system says when it is looked up there. */
settledAs: "done" | "not_done";
/** For those who come later. */
note?: string;
};
export type SharedStructure = {
/** False: nothing of the kind was found. */
available: boolean;
/** ISO 4217 currency of all amounts of the result, the one of most bookings. Bookings in others are left out. Null without any booking. */
currency: string | null;
/** Sum of the latest complete month; null while no month is complete. */
current: number | null;
/** Median of the monthly sums over complete months, months without bookings being 0. */
median: number | null;
/** Average of the monthly sums over complete months, rounded to the minor unit. */
average: number | null;
/** Every month of the data, newest first. */
monthlyOverview: ({
/** Calendar month, `YYYY-MM`. */
month: string;
/** Net of the month, signed: negative when more was paid than received. Major units. */
amount: number;
/** The part that belongs to contracts. Major units. */
recurringAmount: number;
/** The rest. Major units. */
nonRecurringAmount: number;
/** Bookings that belong to contracts. */
recurringTransactionIDs: (string)[];
/** The other bookings. */
nonRecurringTransactionIDs: (string)[];
})[];
/** The contracts that its bookings belong to. */
contractSummary: (Contract)[];
observedTimespan: ObservedTimespan;
};
export type SimulateRule = {
flowConfig: FlowConfig;
/** What the steps collect: name → definition. */
inputSchema?: Record<string, unknown>;
/** All that came in so far, from the beginning. */
turns: ({
/** The customer writes. */
kind: "customer";
/** What they write. */
message: string;
/** An article would answer it: if it is a question of its own, the bot answers that one first and then asks again. Default false. */
aside?: boolean;
} | {
/** The action that is waited for has ended. */
kind: "action";
/** `failure`: it answered `success: false`. `unknown`: nobody knows whether it took effect. */
outcome: "success" | "failure" | "unknown" | "not_called";
/** What it answers, such as `confirmation_id`, or `error_code` of a failure. */
outputs?: Record<string, string | number | boolean | null>;
})[];
/** What is known of the customer; only what rules may use is looked at. */
attributes?: Record<string, string | number | boolean | null>;
/** Tags that the exchange has. */
tags?: (string)[];
/** In which the customer is answered. */
language?: "en" | "de";
/** Where the customer is: how dates and amounts are read and written, and what day it is. Default Germany. */
region?: {
/** ISO 3166-1 alpha-2. */
country: string;
/** IANA; else that of the country, if it has one. */
timeZone?: string;
};
};
export type SimulatedRule = {
/** One per turn that was sent. */
turns: ({
/** Ids of the steps that were passed, in their order. */
path: (string)[];
/** What happened, in its order. */
effects: ({
/** Kind of what happens. */
kind: "say";
/** The step. */
step: string;
/** The text. */
text: string;
} | {
/** Kind of what happens. */
kind: "aside";
/** The step. */
step: string;
/** What it asks again. */
question: string;
} | {
/** Kind of what happens. */
kind: "article";
/** The step. */
step: string;
/** Which. */
articleId: string;
} | {
/** Kind of what happens. */
kind: "tag";
/** The step. */
step: string;
/** Its name. */
tag: string;
} | {
/** Kind of what happens. */
kind: "call";
/** The step. */
step: string;
/** Its name. */
action: string;
/** What it would be given. */
inputs: Record<string, string | number | boolean | null>;
/** Whether the customer has said yes to exactly this. */
isConfirmed: boolean;
} | {
/** Kind of what happens. */
kind: "end";
/** How. */
outcome: "completed" | "cancelled" | "escalated";
/** For the person who takes over; null: none. */
reason: string | null;
})[];
})[];
/** What has to come next. */
waitsFor: "customer" | "action" | "ended";
/** The step that waits for it; null before the beginning and after the end. */
step: string | null;
/** In which the customer is answered. */
language: "en" | "de";
/** What was collected. */
inputs: Record<string, string | number | boolean | null>;
/** Tool step → what was answered. */
outputs: Record<string, Record<string, string | number | boolean | null>>;
};
export type Source = {
/** Calls of your systems. */
kind: "steps";
/** Reads, one after the other. */
steps: (Step)[];
};
export type SourceConnection = {
/** A system that documents live in. */
provider: "notion" | "zendesk" | "confluence";
/** Where it is called. */
baseUrl: string;
/** Owner of the token, if it is a person’s. */
account: string | null;
/** When the token was stored. */
updatedAt: string;
};
export type SourceConnectionList = {
/** The connected providers. */
connections: (SourceConnection)[];
};
export type SpendingAnalysis = {
housing?: SpendingModule;
utilities?: SpendingModule;
groceries?: SpendingModule;
mobility?: SpendingModule;
insurance?: SpendingModule;
credit?: SpendingModule;
communication?: SpendingModule;
media?: SpendingModule;
leisure?: SpendingModule;
health?: SpendingModule;
savings?: SpendingModule;
children?: SpendingModule;
taxes?: SpendingModule;
other?: SpendingModule;
};
export type SpendingModule = {
/** False: nothing of the kind was found. */
available: boolean;
/** ISO 4217 currency of all amounts of the result, the one of most bookings. Bookings in others are left out. Null without any booking. */
currency: string | null;
/** Sum of the latest complete month; null while no month is complete. */
current: number | null;
/** Median of the monthly sums over complete months, months without bookings being 0. */
median: number | null;
/** Average of the monthly sums over complete months, rounded to the minor unit. */
average: number | null;
/** Largest sum first. */
sources: (PersonIncomeSource)[];
/** Every month of the data, newest first. */
monthlyOverview: ({
/** Calendar month, `YYYY-MM`. */
month: string;
/** Money spent, positive; refunds are taken off. Major units. */
amount: number;
/** The bookings that the amount is made of. */
transactionIDs: (string)[];
})[];
observedTimespan: ObservedTimespan;
};
export type StartCrawl = {
/** Where to begin. */
links: (string)[];
/** Pages to find at most. Default 250. */
limit?: number;
/** Whether each page that is found is read as a document at once. Default true. */
addDocuments?: boolean;
};
export type StartSuiteRun = {
/** A draft: the run shows what publishing it would change. Default: what is live now. */
draftId?: string;
};
export type StartedJob = {
/** The job; ask for its status. */
backgroundJobId: string;
};
export type StartedJobs = {
/** Each document once. */
jobs: ({
/** The document. */
documentId: string;
/** Its job. */
backgroundJobId: string;
})[];
};
export type Step = {
/** Its name in expressions: `steps.<id>`. */
id: string;
/** The endpoint that is called. */
endpointId: string;
/** A condition. Default: null, the step is always made. */
when?: string | null;
/** Input of the endpoint → expression. */
inputs: Record<string, string>;
};
export type Suite = {
/** The test suite. */
id: string;
/** The bot that is asked. */
botId: string;
/** What it is called. */
name: string;
/** How many questions it has. */
caseCount: number;
/** When it was made. */
createdAt: string;
/** When its cases were last replaced. */
updatedAt: string;
/** Its questions, in their order. */
cases: ({
/** What a customer asks. */
question: string;
/** The article that should answer, alone or among others; null where a person should take over. */
expectedArticleId: string | null;
/** As given. */
attributes: Record<string, unknown>;
})[];
};
export type SuiteList = {
/** Newest first. */
suites: ({
/** The test suite. */
id: string;
/** The bot that is asked. */
botId: string;
/** What it is called. */
name: string;
/** How many questions it has. */
caseCount: number;
/** When it was made. */
createdAt: string;
/** When its cases were last replaced. */
updatedAt: string;
})[];
};
export type SuiteRun = {
/** The run. */
id: string;
/** Its test suite. */
suiteId: string;
/** The draft that the run took for published; null where it asked what is live. */
draftId: string | null;
/** Where the run stands. */
status: "PENDING" | "COMPLETED" | "FAILED";
/** Why it failed. */
error: string | null;
/** Questions that were asked so far; a draft is asked all of them twice. */
asked: number;
/** How many there are to ask; 0 until it has begun. */
toAsk: number;
/** Cases in which the bot did what was expected. */
passed: number;
/** The other ones. */
failed: number;
/** Cases that failed before and pass now. */
fixed: number;
/** Cases that passed before and fail now. */
broken: number;
/** Cases that are answered otherwise, as right or wrong as before. */
different: number;
/** Who started it. */
requestedBy: string;
/** When it was started. */
createdAt: string;
/** When it ended. */
completedAt: string | null;
/** In the order of the cases. */
results: ({
/** What a customer asks. */
question: string;
/** The article that should answer, alone or among others; null where a person should take over. */
expectedArticleId: string | null;
/** As given. */
attributes: Record<string, unknown>;
/** What the bot does. */
decision: "rule" | "answer" | "clarify" | "abstain" | "person" | "courtesy";
/** Whether a person takes over. */
escalates: boolean;
/** What the answer rests on, best first. */
articleIds: (string)[];
/** How sure the bot is, 0 to 1. */
confidence: number;
/** Whether that is what the case expects. */
passed: boolean;
/** Against the run before, or, with a draft, against the same moment without it. */
change: "new" | "same" | "fixed" | "broken" | "different";
/** What it is compared with; null for a question that was not asked before. */
before: {
/** What the bot does. */
decision: "rule" | "answer" | "clarify" | "abstain" | "person" | "courtesy";
/** Whether a person takes over. */
escalates: boolean;
/** What the answer rests on, best first. */
articleIds: (string)[];
/** How sure the bot is, 0 to 1. */
confidence: number;
/** Whether that is what the case expects. */
passed: boolean;
} | null;
})[];
};
export type SuiteRunList = {
/** The newest fifty, newest first. */
runs: ({
/** The run. */
id: string;
/** Its test suite. */
suiteId: string;
/** The draft that the run took for published; null where it asked what is live. */
draftId: string | null;
/** Where the run stands. */
status: "PENDING" | "COMPLETED" | "FAILED";
/** Why it failed. */
error: string | null;
/** Questions that were asked so far; a draft is asked all of them twice. */
asked: number;
/** How many there are to ask; 0 until it has begun. */
toAsk: number;
/** Cases in which the bot did what was expected. */
passed: number;
/** The other ones. */
failed: number;
/** Cases that failed before and pass now. */
fixed: number;
/** Cases that passed before and fail now. */
broken: number;
/** Cases that are answered otherwise, as right or wrong as before. */
different: number;
/** Who started it. */
requestedBy: string;
/** When it was started. */
createdAt: string;
/** When it ended. */
completedAt: string | null;
})[];
};
export type SyncRequest = {
/** The end user, if they are there and wait for it: the bank is told so and does not count it among the four of a day. Kept until the synchronisation ends. */
psu?: {
/** Their address, IPv4 or IPv6. */
ipAddress: string;
/** Their browser. */
userAgent?: string;
};
};
export type Tag = {
/** The tag. */
id: string;
/** The group it belongs to. */
tagGroupId: string;
/** Name of the tag; unique in its group. */
tagName: string;
/** When the tag applies: words and examples count. */
tagDescription: string;
/** When it was created. */
createdAt: string;
/** When it was last changed. */
updatedAt: string;
};
export type TagChange = {
/** Name of the tag; unique in its group. */
tagName?: string;
/** When the tag applies: words and examples count. */
tagDescription?: string;
};
export type TagGroup = {
/** The tag group. */
id: string;
/** Name of the group; unique in the workspace. */
title: string;
/** What the group asks about an exchange. */
description: string;
/** How the tag is chosen, in words. */
prompt: string;
/** Whether an exchange can have several tags of the group. */
multiselect: boolean;
/** Whether the tags are given back with the answer. */
isOutputTagGroup: boolean;
/** Set on every exchange, and it can not change. */
isMandatory: boolean;
/** Came with the workspace, and it can not change. */
isDefault: boolean;
/** When it was created. */
createdAt: string;
/** When it was last changed. */
updatedAt: string;
};
export type TagGroupChange = {
/** Name of the group; unique in the workspace. */
title?: string;
/** What the group asks about an exchange. */
description?: string;
/** How the tag is chosen, in words. */
prompt?: string;
/** Whether an exchange can have several tags of the group. */
multiselect?: boolean;
/** Whether the tags are given back with the answer. */
isOutputTagGroup?: boolean;
};
export type TagGroupInput = {
/** Name of the group; unique in the workspace. */
title: string;
/** What the group asks about an exchange. */
description?: string;
/** How the tag is chosen, in words. */
prompt?: string;
/** Whether an exchange can have several tags of the group. */
multiselect?: boolean;
/** Whether the tags are given back with the answer. */
isOutputTagGroup?: boolean;
};
export type TagInput = {
/** Name of the tag; unique in its group. */
tagName: string;
/** When the tag applies: words and examples count. */
tagDescription?: string;
};
export type TakeOver = {
/** What the person is called, when your own system takes it over for them; operators have a name. */
name?: string;
/** True: also from somebody else who has it. This is audited. Default false. */
force?: boolean;
};
export type TaxonomyCategory = {
/** Stable id. */
id: string;
/** Id of the primary category above it. */
primary: string;
/** Name for people. */
name: {
/** In English. */
en: string;
/** In German. */
de: string;
};
/** The same thing in a widely used taxonomy. */
pfc: {
/** Primary id in version 2 of the Personal Finance Categories of Plaid. */
primary: string;
/** Detailed id there. */
detailed: string;
};
};
export type Title = {
/** In English. */
en: string;
/** In German. */
de: string;
};
export type TokenAnswer = {
/** A signed JWT; send it as `Authorization: Bearer …`. */
access_token: string;
/** Seconds until it expires. */
expires_in: number;
/** Always `Bearer`. */
token_type: "Bearer";
/** What the token may do, separated by blanks. */
scope: string;
/** Names this exchange in logs. */
session_state: string;
/** Always 0. */
'not-before-policy': number;
};
export type TokenForm = {
/** Always `client_credentials`. Required. */
grant_type?: string;
/** The id of the client. Required here or as HTTP Basic. */
client_id?: string;
/** Its secret. Required here or as HTTP Basic. */
client_secret?: string;
/** Scopes separated by blanks, to get a token that may do less than the client. Default: all it holds. */
scope?: string;
/** What the token is for (RFC 8707): an address of this installation. Default: all of it. */
resource?: string;
};
export type Trace = {
/** The message. */
eventId: string;
/** Candidates with scores, decision, timings; null for what the bot did not write. */
trace: Record<string, unknown> | null;
};
export type Transaction = {
/** Id of the transaction, unique per user. */
transactionId: string;
/** Id of the account that it belongs to. */
accountId: string;
/** Signed amount in major units; negative is money going out. */
amount: number;
/** ISO 4217 code of the amount. */
currency: string;
/** Day of booking, YYYY-MM-DD. */
bookingDate: string;
/** Day from which the amount bears interest, YYYY-MM-DD. */
valueDate: string | null;
/** The kind of booking in the words of the bank. */
bookingText: string | null;
/** Remittance information: what the payer wrote. */
purpose: string | null;
/** Merchant category code (ISO 18245), four digits. */
merchantCategoryCode: string | null;
/** The other side of the transaction; null when nothing is known. */
paymentPartner: PaymentPartner | null;
/** SEPA end-to-end reference. */
endToEndId: string | null;
/** Reference of the SEPA mandate of a direct debit. */
mandateId: string | null;
/** ISO 20022 external purpose code, such as SALA. */
purposeCode: string | null;
/** ISO 20022 bank transaction code, or the German Geschäftsvorfallcode. */
bankTransactionCode: string | null;
/** Whether the bank has booked it. */
status: "booked" | "pending";
};
export type TransactionInput = {
/** Id of the transaction, chosen by the caller, unique per user. */
transactionId: string;
/** Signed amount in major units, negative for money going out. A JSON number or a decimal string, exact in the minor unit of the currency. */
amount: number | string;
/** Day of booking, YYYY-MM-DD, from 1900 to 2199. */
bookingDate: string;
/** The kind of booking in the words of the bank, such as "Lastschrift". */
bookingText?: string | null;
/** Remittance information: what the payer wrote. */
purpose?: string | null;
/** Merchant category code (ISO 18245) of a card payment: four digits, or the number they make. */
merchantCategoryCode?: string | number | null;
/** The other side of the transaction; a plain string is its name. */
paymentPartner?: PaymentPartnerInput | string | null;
/** Day from which the amount bears interest, YYYY-MM-DD. */
valueDate?: string | null;
/** ISO 4217 code; the currency of the account if absent. */
currency?: string | null;
/** SEPA end-to-end reference. */
endToEndId?: string | null;
/** Reference of the SEPA mandate of a direct debit. */
mandateId?: string | null;
/** ISO 20022 external purpose code, such as SALA. */
purposeCode?: string | null;
/** ISO 20022 bank transaction code, or the German Geschäftsvorfallcode. */
bankTransactionCode?: string | null;
/** Whether the bank has booked it; booked if absent. */
status?: "booked" | "pending" | null;
};
export type TransactionList = {
/** In the order asked for. */
transactions: (Transaction)[];
/** How many the filter lets through, on all pages together. */
total: number;
/** Pass it as `cursor` for the next page; null at the end. */
nextCursor: string | null;
};
export type TransactionPatch = {
/** Id of the transaction, chosen by the caller, unique per user. */
transactionId: string;
/** Must be the account that it stands in, if given: it can not change. */
accountId?: string;
/** Signed amount in major units, negative for money going out. A JSON number or a decimal string, exact in the minor unit of the currency. */
amount?: number | string;
/** Day of booking, YYYY-MM-DD, from 1900 to 2199. */
bookingDate?: string;
/** The kind of booking in the words of the bank, such as "Lastschrift". */
bookingText?: string | null;
/** Remittance information: what the payer wrote. */
purpose?: string | null;
/** Merchant category code (ISO 18245) of a card payment: four digits, or the number they make. */
merchantCategoryCode?: string | number | null;
/** The other side of the transaction; a plain string is its name. */
paymentPartner?: PaymentPartnerInput | string | null;
/** Day from which the amount bears interest, YYYY-MM-DD. */
valueDate?: string | null;
/** ISO 4217 code; the currency of the account if absent. */
currency?: string | null;
/** SEPA end-to-end reference. */
endToEndId?: string | null;
/** Reference of the SEPA mandate of a direct debit. */
mandateId?: string | null;
/** ISO 20022 external purpose code, such as SALA. */
purposeCode?: string | null;
/** ISO 20022 bank transaction code, or the German Geschäftsvorfallcode. */
bankTransactionCode?: string | null;
/** Whether the bank has booked it; booked if absent. */
status?: "booked" | "pending" | null;
};
export type TransactionsChangedData = {
/** The user it is about. */
userId: string;
/** The process it belongs to: the `Finoos-Correlation-Id` that the call which began it has answered. */
correlationId: string;
/** What the call that created the session of the hosted page gave along; null if nothing, or if no session has led to this. */
webhookData: unknown;
/** The accounts. */
accountIDs: (string)[];
/** How many are new. */
added: number;
/** How many were there and are different now. */
updated: number;
/** How many are gone. */
removed: number;
};
export type TransactionsChangedEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "transactions.changed";
/** When it happened. */
timestamp: string;
data: TransactionsChangedData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type TransactionsUpload = {
/** The transactions; the same id never stands twice. */
transactions: (TransactionInput)[];
};
export type TreePersisted = {
/** True. */
status: boolean;
/** How many folders were created, and how many stood there already. */
message: string;
};
export type TriedAction = {
/** Which of the company’s environments. Real customers are in `production`. */
environment: "sandbox" | "staging" | "production";
/** False: nothing was sent, and the answers are the samples of the endpoints. */
sent: boolean;
/** How it ended. */
state: "done" | "refused" | "failed" | "unknown";
/** What was sent, or would be. */
requests: ({
/** The id of the step. */
step: string;
/** As it goes out. */
method: string;
/** As it goes out. */
url: string;
/** As they go out; the key is not shown. */
headers: Record<string, string>;
/** JSON text; null: none. */
body: string | null;
})[];
/** How each step went. */
steps: (TryAttributeAnswerStep)[];
/** What it hands out. */
outputs: Record<string, string | number | boolean | null>;
};
export type TriedAttribute = {
/** Fact → value; null where nothing is known. */
values: Record<string, string | number | boolean | null>;
trace: AttributeTrace;
};
export type TriedEndpoint = {
/** Which of the company’s environments. Real customers are in `production`. */
environment: "sandbox" | "staging" | "production";
/** False: nothing was sent, and the answer is the sample of the endpoint. */
sent: boolean;
/** What was sent, or would be; null: the environment is not set up. */
request: PlannedRequest | null;
/** `refused`: the write answered `success: false`. `unknown`: nobody knows whether it was done. */
outcome: "ok" | "not_found" | "refused" | "failed" | "unknown";
/** Why it was not ok, such as `timeout`. */
failure: string | null;
/** The HTTP status; null without an answer. */
status: number | null;
/** Milliseconds; 0 when nothing was sent. */
durationMs: number;
/** The declared fields of the answer; null for what was not answered or had another type. */
outputs: Record<string, string | number | boolean | null>;
/** What a write said, for the customer. */
message: string | null;
/** What a write was refused with. */
errorCode: string | null;
};
export type TriggeredAnalysis = {
/** Poll with it, or recognise the webhook by it. */
correlationId: string;
};
export type TryAction = {
/** Input → value. */
inputs: Record<string, string | number | boolean | null>;
customer?: Customer;
/** Which of the company’s environments. Real customers are in `production`. */
environment?: "sandbox" | "staging" | "production";
/** False: says what it would send, and answers samples. True: sends it, in the sandbox only. Default: false. */
send?: boolean;
};
export type TryAttribute = {
customer?: Customer;
/** What would come along with the message. */
userAttributes?: Record<string, unknown>;
/** Which of the company’s environments. Real customers are in `production`. */
environment?: "sandbox" | "staging" | "production";
};
export type TryAttributeAnswerStep = {
/** The id of the step. */
step: string;
/** The name of the endpoint. */
endpoint: string;
/** What kind of call it was. */
kind: "read" | "write";
/** `refused`: the write answered `success: false`. `unknown`: nobody knows whether the write was done. `skipped`: its condition did not hold. */
outcome: "ok" | "not_found" | "refused" | "failed" | "unknown" | "skipped";
/** Why it was not ok, such as `timeout` or `circuit_open`. */
failure: string | null;
/** The HTTP status; null without an answer. */
status: number | null;
/** Milliseconds, waits and second tries included. */
durationMs: number;
/** How often it was sent. */
attempts: number;
};
export type TryEndpoint = {
/** Input → value. */
inputs: Record<string, string | number | boolean | null>;
/** Which of the company’s environments. Real customers are in `production`. */
environment?: "sandbox" | "staging" | "production";
/** False: says what it would send, and answers the sample. True: sends it; a write in the sandbox only. Default: false. */
send?: boolean;
};
export type TryRule = {
rule: CreateCategorizationRuleBody;
/** Whose transactions to try it on. If absent, those of the newest users: up to 50, or until 100,000 were looked at. */
userId?: string;
/** The stored rule that it would take the place of; a new one if absent. */
ruleId?: string;
};
export type UnansweredList = {
/** Asked most first. */
matters: ({
/** The wording that is most like all others, without personal data. */
question: string;
/** How often it was asked. */
count: number;
/** How customers worded it. */
wordings: (string)[];
})[];
};
export type UpdateAccounts = {
/** The accounts to change; each must exist already. */
accounts: (AccountPatch)[];
};
export type UpdateAgent = {
/** What people call the bot. */
name?: string;
/** True: the agent answers no more and is listed as archived; false: it is back. */
archived?: boolean;
};
export type UpdateArticle = {
/** What the article is about, in a few words. */
title?: string;
/** The answer, in Markdown. */
mainKnowledge?: string;
/** What the agent is told beside the answer; customers never see it. */
agentInstruction?: string;
/** Questions of customers that it answers, in their words: the more, the better it is found. */
questions?: (string)[];
/** Words that customers use for it and that stand nowhere else in it. */
keywords?: (string)[];
/** Whether the conversation goes to a person after this answer. */
escalation?: boolean;
/** False: it answers nothing, but stays in its folder. */
active?: boolean;
/** False: it may be used, but is never named as a source. */
public?: boolean;
/** The version you read; if the article has moved on since, the answer is 409. */
version?: number;
};
export type UpdateClient = {
/** What it is for. */
name?: string;
/** What its tokens may do at most. */
scopes?: ("users" | "banking" | "banking-upload" | "categorization" | "analysis" | "contracts" | "webhooks" | "person-income-salary" | "person-income-pension" | "person-income-child-benefit" | "person-income-parental-allowance" | "person-income-rental" | "person-income-investment" | "person-income-loan" | "person-income-alimony" | "person-income-self-employment" | "person-income-other" | "person-spending-housing" | "person-spending-utilities" | "person-spending-groceries" | "person-spending-mobility" | "person-spending-insurance" | "person-spending-credit" | "person-spending-communication" | "person-spending-media" | "person-spending-leisure" | "person-spending-health" | "person-spending-savings" | "person-spending-children" | "person-spending-taxes" | "person-spending-other" | "person-risk-backDebit" | "person-risk-garnishment" | "person-risk-collection" | "person-risk-gambling" | "person-risk-overdraft-amount" | "person-household-budget" | "person-adult-check" | "person-living-situation" | "company-cashflow" | "company-cash" | "company-liquidity" | "company-foreign-payment" | "company-risk" | "company-credit" | "company-insurance" | "company-investment" | "company-internal-booking")[];
};
export type UpdateFolder = {
/** Name of the folder. */
title?: string;
/** What belongs into it; new articles are filed by it. */
description?: string;
};
export type UpdateIntegration = {
/** What people call the system; unique in the workspace. */
name?: string;
/** What it is for. */
description?: string;
};
export type UpdateOperator = {
/** `owner`: everything; `editor`: what bots say, no bank data; `reviewer`: decides about drafts; `analyst`: works with bank data; `viewer`: looks at everything, changes nothing. */
role: "owner" | "editor" | "reviewer" | "analyst" | "viewer";
};
export type UpdateRule = {
/** What the customer wants, in a few words. */
name?: string;
labels?: RuleOffer;
/** When the rule applies: the choice among rules is made by it. */
description?: string;
/** Messages of customers that it is for: the more, the better it is chosen. */
examples?: (string)[];
flowConfig?: FlowConfig;
/** What the steps collect: name → definition. */
inputSchema?: Record<string, unknown>;
/** The bots that play it. */
botIds?: (string)[];
/** `intent`: chosen by what the customer wants. `business`: runs on its trigger. */
type?: "intent" | "business";
/** Of a business rule: runs when a conversation is about to be handed over. */
triggerType?: "on_escalation" | null;
/** Where it comes from, for people. */
source?: string;
/** The version you read; if the rule has moved on, the answer is 409. */
version?: number;
};
export type UpdateSuite = {
/** What it is called. */
name: string;
/** Questions with what should come of them, each question once. */
cases: (Case)[];
};
export type UpdateTransactions = {
/** The transactions to change; each must exist already. */
transactions: (TransactionPatch)[];
};
export type UpdateUser = {
/** `active`: connections, uploads and imports start an analysis by themselves. `suspended`: only `trigger-analysis` does. */
automaticAnalysis?: "active" | "suspended";
/** A new term from now, or null: the user no longer expires. */
expiresIn?: string | null;
/** A new external id, or null for none. */
externalId?: string | null;
/** A new address, or null for none. */
email?: string | null;
/** Replaces the register data, or null for none. */
company?: Company | null;
/** What the user is; decides which analyses exist. It can not change. */
type?: "person" | "company";
/** Must be the id of the user, if given: it can not change. */
userId?: string;
};
export type UpdateWidget = {
/** What your people call it. */
name?: string;
/** The pages that may show it. None: nobody may. */
allowedOrigins?: (string)[];
title?: Title;
greeting?: Greeting;
/** False: it is shown nowhere. */
active?: boolean;
};
export type UpdatedBankData = {
/** How many of each. */
updated: {
/** Accounts that were written. */
accounts?: number;
/** Transactions whose content changed. */
transactions: number;
};
};
export type UploadAnswer = {
/** The accounts in the order of the body. */
accounts: ({
/** The account. */
accountId: string;
/** Whether it is new or took the place of one that existed. */
status: "created" | "replaced";
})[];
/** Transactions that are new. */
added: number;
/** Known transactions whose content the body changed. */
updated: number;
/** Known transactions, unchanged. */
skipped: number;
/** Transactions of a replaced account that the body no longer has. */
removed: number;
};
export type UsedArticle = {
/** The article. */
id: string;
/** Its title then. */
title: string;
/** Where the source can be read, if it is on the web. */
documentUrl: string | null;
};
export type User = {
/** The user, in every path. */
userId: string;
/** What the user is; decides which analyses exist. It can not change. */
type: "person" | "company";
/** `active`: connections, uploads and imports start an analysis by themselves. `suspended`: only `trigger-analysis` does. */
automaticAnalysis: "active" | "suspended";
/** Your own id of the user. */
externalId: string | null;
/** E-mail address. */
email: string | null;
/** Register data, for companies. */
company: Record<string, unknown> | null;
/** When the user and everything of theirs is deleted; null: never. */
expiresAt: string | null;
/** When it was created. */
createdAt: string;
/** When it was last changed. */
updatedAt: string;
};
export type UserCreatedData = {
/** The user it is about. */
userId: string;
};
export type UserCreatedEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "user.created";
/** When it happened. */
timestamp: string;
data: UserCreatedData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type UserDeletedData = {
/** The user it is about. */
userId: string;
};
export type UserDeletedEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "user.deleted";
/** When it happened. */
timestamp: string;
data: UserDeletedData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type UserExpiredData = {
/** The user it is about. */
userId: string;
};
export type UserExpiredEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "user.expired";
/** When it happened. */
timestamp: string;
data: UserExpiredData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type UserExport = {
/** The moment that the document shows. */
exportedAt: string;
/** The user. */
userId: string;
/** Every stored row about the user, by table. */
data: Record<string, (Record<string, unknown>)[]>;
};
export type UserList = {
/** Newest first. */
users: (User)[];
/** Pass it as `cursor` for older users; null at the end. */
nextCursor: string | null;
};
export type Webhook = {
/** The webhook. */
webhookId: string;
/** Where events are sent. */
endpoint: string;
/** How the endpoint is called. Default POST. */
method: "POST" | "PUT" | "PATCH";
/** What it hears of; `webhooks` of the OpenAPI document describes each. */
events: (string)[];
/** What it is for, for people. */
description: string | null;
/** Whether events are sent. */
active: boolean;
/** Whether a `secret` goes along in the body. */
hasSecret: boolean;
/** The first failure since the last success; null when all is well. */
failingSince: string | null;
/** Nothing is sent before: the endpoint failed repeatedly or asked for it. */
pausedUntil: string | null;
/** When Kontor switched it off; null when it did not. */
disabledAt: string | null;
/** `gone`: it answered 410. `failing`: no attempt has succeeded for five days. */
disabledReason: "gone" | "failing" | null;
/** When it was made. */
createdAt: string;
/** When it was last changed. */
updatedAt: string;
};
export type WebhookDelivery = {
/** The delivery: the `webhook-id` of its requests, and the `id` of the event in their bodies. */
deliveryId: string;
/** The event. */
type: string;
/** The user it is about, if any. */
userId: string | null;
/** `pending`: it waits for its first or next attempt. `delivered`: an answer of 2XX came. `failed`: given up; it can be sent again. */
status: "pending" | "delivered" | "failed";
/** Oldest first; the last 30. */
attempts: (Attempt)[];
/** When it is tried next; null unless `pending`. */
nextAttemptAt: string | null;
/** When the event happened. */
createdAt: string;
};
export type WebhookDeliveryDetail = {
/** The delivery: the `webhook-id` of its requests, and the `id` of the event in their bodies. */
deliveryId: string;
/** The event. */
type: string;
/** The user it is about, if any. */
userId: string | null;
/** `pending`: it waits for its first or next attempt. `delivered`: an answer of 2XX came. `failed`: given up; it can be sent again. */
status: "pending" | "delivered" | "failed";
/** Oldest first; the last 30. */
attempts: (Attempt)[];
/** When it is tried next; null unless `pending`. */
nextAttemptAt: string | null;
/** When the event happened. */
createdAt: string;
/** What is sent; null when the event is kept no more. */
request: {
/** How the endpoint is called. Default POST. */
method: "POST" | "PUT" | "PATCH";
/** Where it goes, as the webhook is set now. */
url: string;
/** The JSON that is sent; a `secret` of your own is left out here. */
body: string;
} | null;
};
export type WebhookDeliveryList = {
/** Newest first. */
deliveries: (WebhookDelivery)[];
/** Cursor of the next page; null at the end. */
nextCursor: string | null;
};
export type WebhookDisabledData = {
/** The webhook it is about. */
webhookId: string;
/** `gone`: it answered 410. `failing`: no attempt has succeeded for five days. */
reason: "gone" | "failing";
/** The first failure since the last success. */
failingSince: string | null;
};
export type WebhookDisabledEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "webhook.disabled";
/** When it happened. */
timestamp: string;
data: WebhookDisabledData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type WebhookEventList = {
/** All that there are. */
events: ({
/** Its name, as `events` of a webhook takes it. */
type: string;
/** When it happens. */
description: string;
})[];
};
export type WebhookList = {
/** Oldest first. */
webhooks: (Webhook)[];
};
export type WebhookTestData = {
/** The webhook it is about. */
webhookId: string;
};
export type WebhookTestEvent = {
/** The event: the same at every attempt, so that you can ignore twins. */
id: string;
/** What happened. */
type: "webhook.test";
/** When it happened. */
timestamp: string;
data: WebhookTestData;
/** The `secret` of the webhook, when it has one. */
secret?: string;
};
export type Widget = {
/** The widget; it stands in your page, and is no secret. */
id: string;
/** The bot that answers. */
botId: string;
/** What your people call it. */
name: string;
/** The pages that may show it. None: nobody may. */
allowedOrigins: (string)[];
title: Title;
greeting: Greeting;
/** Whether it is shown. */
active: boolean;
/** What you put into your page. */
snippet: string;
/** When it was made. */
createdAt: string;
/** When it was changed last. */
updatedAt: string;
};
export type WidgetConversation = {
/** In their order. */
messages: ({
/** The message. */
id: string;
/** Who wrote it. */
from: "visitor" | "bot" | "person";
/** What the person is called; null: a bot or the visitor, or nobody said. */
author: string | null;
/** Plain text with line breaks. */
message: string;
/** What can be answered by a click. */
choices: (string)[];
/** What the answer stands on. */
sources: ({
/** Of the article. */
title: string;
/** Where it came from, where that is a page. */
url: string | null;
})[];
/** When, in milliseconds since 1970. */
at: number;
})[];
/** Whether a person has taken over, or is waited for. */
withPerson: boolean;
};
export type WidgetList = {
/** Newest first. */
widgets: (Widget)[];
};
export type WidgetMessage = {
/** What the visitor says. */
content: string;
/** What the message before was answered with; null begins a conversation. */
session: string | null;
/** A token that the company’s server has signed; null: nobody is known. */
customerToken: string | null;
/** Made by the browser for this message, so that it can not be guessed: sent again with it, the message is stored once and answered as the first time. */
messageKey?: string;
};
export type WidgetSession = {
/** The conversation, as the last answer named it. */
session: string;
/** A token that the company’s server has signed; null: nobody is known. */
customerToken: string | null;
};
export type WorkspaceAnswer = {
/** The workspace. */
id: string;
/** What its people call it. */
name: string;
/** When it was made. */
createdAt: string;
/** What the key of this call may do: `read`, `write`, `contract`. */
scopes: (string)[];
};
export type WorkspaceRegion = {
/** ISO 3166-1 alpha-2: how phone numbers, dates and money are written. `DE` until it is set. */
country: string;
/** IANA, such as `Europe/Berlin`: what day “tomorrow” is. `Europe/Berlin` until it is set. */
timeZone: string;
};
