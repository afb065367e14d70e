// Long because it is kontor-sdk in one file, made by `npm run generate`. Apache-2.0.
// packages/sdk/src/api.gen.ts
var OPERATIONS = {
	getLiveness: "GET /livez",
	getReadiness: "GET /readyz",
	getMetrics: "GET /metrics text",
	getStatus: "GET /status",
	issueToken: "POST /api/auth form",
	getSigningKeys: "GET /.well-known/jwks.json",
	getServerMetadata: "GET /.well-known/oauth-authorization-server",
	getMcpMetadata: "GET /.well-known/oauth-protected-resource/mcp",
	getWorkspace: "GET /v2/workspace",
	listAuditEntries: "GET /v2/audit-log list=entries",
	listApiKeys: "GET /v2/api-keys",
	createApiKey: "POST /v2/api-keys key",
	revealApiKey: "POST /v2/api-keys/{apiKeyId}/reveal",
	revokeApiKey: "POST /v2/api-keys/{apiKeyId}/revoke key",
	listClients: "GET /v2/clients",
	createClient: "POST /v2/clients",
	updateClient: "PATCH /v2/clients/{clientId}",
	rotateClientSecret: "POST /v2/clients/{clientId}/secret",
	revokeClient: "POST /v2/clients/{clientId}/revoke key",
	listOperators: "GET /v2/operators",
	updateOperator: "PATCH /v2/operators/{operatorId}",
	removeOperator: "DELETE /v2/operators/{operatorId}",
	resetSecondFactor: "DELETE /v2/operators/{operatorId}/second-factor",
	listInvitations: "GET /v2/operator-invitations",
	createInvitation: "POST /v2/operator-invitations key",
	callOffInvitation: "DELETE /v2/operator-invitations/{invitationId}",
	createUser: "POST /api/users key",
	listUsers: "GET /api/users list=users",
	getUser: "GET /api/users/{userId}",
	updateUser: "PATCH /api/users/{userId}",
	deleteUser: "DELETE /api/users/{userId}",
	exportUser: "GET /api/users/{userId}/export",
	listBots: "GET /v2/bots/public",
	getPrompt: "GET /v2/bots/{botId}/hc-prompt/public",
	savePromptPublic: "POST /v2/bots/{botId}/hc-prompt/public key",
	listPromptVersions: "GET /v2/bots/{botId}/hc-prompt/history/public",
	savePrompt: "POST /v2/bots/{botId}/hc-prompt key",
	listAgents: "GET /v2/agents",
	createAgent: "POST /v2/agents key",
	getAgent: "GET /v2/agents/{botId}",
	updateAgent: "PATCH /v2/agents/{botId}",
	getLanguageModel: "GET /v2/language-model",
	saveLanguageModel: "PUT /v2/language-model",
	removeLanguageModel: "DELETE /v2/language-model",
	checkLanguageModel: "POST /v2/language-model/check",
	listAccounts: "GET /api/users/{userId}/banking/accounts list=accounts",
	uploadAccounts: "POST /api/users/{userId}/banking/accounts key",
	updateAccounts: "PATCH /api/users/{userId}/banking/accounts",
	deleteAccounts: "DELETE /api/users/{userId}/banking/accounts",
	getAccount: "GET /api/users/{userId}/banking/accounts/{accountId}",
	updateTransactions: "PATCH /api/users/{userId}/banking/accounts/{accountId}",
	deleteAccount: "DELETE /api/users/{userId}/banking/accounts/{accountId}",
	listAccountTransactions: "GET /api/users/{userId}/banking/accounts/{accountId}/transactions list=transactions",
	addTransactions: "POST /api/users/{userId}/banking/accounts/{accountId}/transactions key",
	deleteTransactions: "DELETE /api/users/{userId}/banking/accounts/{accountId}/transactions",
	listTransactions: "GET /api/users/{userId}/banking/transactions list=transactions",
	getAccountSummary: "GET /api/users/{userId}/banking/accounts/{accountId}/summary bytes",
	importFiles: "POST /api/users/{userId}/banking/import key",
	listLogins: "GET /api/users/{userId}/banking/logins list=logins",
	getLogin: "GET /api/users/{userId}/banking/logins/{loginId}",
	deleteLogin: "DELETE /api/users/{userId}/banking/logins/{loginId}",
	syncLogin: "POST /api/users/{userId}/banking/logins/{loginId}/sync key",
	getLoginSync: "GET /api/users/{userId}/banking/logins/{loginId}/sync",
	connectBank: "POST /api/users/{userId}/banking/connect key",
	manageBanks: "POST /api/users/{userId}/banking/manage key",
	getConnectSession: "GET /api/users/{userId}/banking/connect/{sessionId}",
	listArticles: "GET /v2/hc-articles/public list",
	createArticle: "POST /v2/hc-articles/public key",
	getArticles: "POST /v2/hc-articles/ids/public",
	updateArticle: "PUT /v2/hc-articles/{articleId}/public",
	deleteArticle: "DELETE /v2/hc-articles/{articleId}/public",
	forkDraft: "POST /v2/hc-articles/{articleId}/draft/public key",
	publishArticle: "POST /v2/hc-articles/{articleId}/publish/public key",
	moveArticle: "PUT /v2/hc-articles/{articleId}/move/public",
	listArticleVersions: "GET /v2/articles/{articleId}/versions",
	getArticleVersion: "GET /v2/articles/{articleId}/versions/{versionNumber}",
	restoreArticleVersion: "POST /v2/articles/{articleId}/versions/{versionNumber}/restore key",
	getFolderTree: "GET /v2/hc-folders/public",
	createFolder: "POST /v2/hc-folders/public key",
	updateFolder: "PUT /v2/hc-folders/{folderId}/public",
	deleteFolder: "DELETE /v2/hc-folders/{folderId}/public",
	moveFolder: "PUT /v2/hc-folders/{folderId}/move/public",
	assignFolders: "POST /v2/hc-bot-folder-junctions/public key",
	listReviews: "GET /v2/reviews list=reviews",
	getReview: "GET /v2/reviews/{reviewId}",
	approveReview: "POST /v2/reviews/{reviewId}/approve key",
	rejectReview: "POST /v2/reviews/{reviewId}/reject key",
	requestChanges: "POST /v2/reviews/{reviewId}/request-changes key",
	getKnowledgeSettings: "GET /v2/knowledge/settings",
	updateKnowledgeSettings: "PUT /v2/knowledge/settings",
	listDocuments: "GET /v2/documents/public list=documents",
	addDocuments: "POST /v2/documents/public key",
	deleteDocuments: "DELETE /v2/documents/public",
	uploadFiles: "POST /v2/documents/public/files key",
	crawlLinks: "POST /v2/documents/public/deep-crawl/links",
	refreshDocuments: "POST /v2/documents/public/refresh key",
	listResources: "GET /v2/documents/public/resources/{provider}",
	registerResources: "POST /v2/documents/public/resources/{provider} key",
	getDocument: "GET /v2/documents/public/{documentId}",
	listSources: "GET /v2/sources",
	connectProvider: "PUT /v2/sources/{provider}",
	disconnectProvider: "DELETE /v2/sources/{provider}",
	startCrawl: "POST /v2/crawls key",
	listCrawls: "GET /v2/crawls",
	getCrawl: "GET /v2/crawls/{crawlId}",
	listCategories: "GET /api/categories",
	correctCategory: "PATCH /api/users/{userId}/categorization/{transactionId}",
	correctCategories: "PATCH /api/users/{userId}/categorization",
	listCategorizedTransactions: "GET /api/users/{userId}/categorization list=transactions",
	listCategorizationRules: "GET /api/categorization-rules",
	createCategorizationRule: "POST /api/categorization-rules key",
	tryCategorizationRule: "POST /api/categorization-rules/try",
	getCategorizationRule: "GET /api/categorization-rules/{ruleId}",
	updateCategorizationRule: "PATCH /api/categorization-rules/{ruleId}",
	deleteCategorizationRule: "DELETE /api/categorization-rules/{ruleId}",
	listIntegrations: "GET /v2/integrations",
	createIntegration: "POST /v2/integrations key",
	getIntegration: "GET /v2/integrations/{integrationId}",
	updateIntegration: "PATCH /v2/integrations/{integrationId}",
	deleteIntegration: "DELETE /v2/integrations/{integrationId}",
	saveEnvironment: "PUT /v2/integrations/{integrationId}/environments/{environment}",
	deleteEnvironment: "DELETE /v2/integrations/{integrationId}/environments/{environment}",
	rotateEnvironmentKey: "PUT /v2/integrations/{integrationId}/environments/{environment}/key",
	getAgentEnvironment: "GET /v2/agents/{botId}/environment",
	setAgentEnvironment: "PUT /v2/agents/{botId}/environment",
	proposeEndpoints: "POST /v2/integrations/endpoint-proposals",
	listAllEndpoints: "GET /v2/integrations/endpoints",
	listEndpoints: "GET /v2/integrations/{integrationId}/endpoints",
	createEndpoint: "POST /v2/integrations/{integrationId}/endpoints key",
	getEndpoint: "GET /v2/integrations/{integrationId}/endpoints/{endpointId}",
	saveEndpoint: "PUT /v2/integrations/{integrationId}/endpoints/{endpointId}",
	deleteEndpoint: "DELETE /v2/integrations/{integrationId}/endpoints/{endpointId}",
	getHealthOverview: "GET /v2/integrations/health",
	tryEndpoint: "POST /v2/integrations/{integrationId}/endpoints/{endpointId}/try",
	getEndpointHealth: "GET /v2/integrations/{integrationId}/endpoints/{endpointId}/health",
	listAttributes: "GET /v2/attributes",
	createAttribute: "POST /v2/attributes key",
	getAttribute: "GET /v2/attributes/{attributeId}",
	saveAttribute: "PUT /v2/attributes/{attributeId}",
	deleteAttribute: "DELETE /v2/attributes/{attributeId}",
	tryAttribute: "POST /v2/attributes/{attributeId}/try",
	rotateCustomerTokenSecret: "POST /v2/workspace/customer-token-secret",
	listActions: "GET /v2/actions",
	createAction: "POST /v2/actions key",
	getAction: "GET /v2/actions/{actionId}",
	saveAction: "PUT /v2/actions/{actionId}",
	deleteAction: "DELETE /v2/actions/{actionId}",
	tryAction: "POST /v2/actions/{actionId}/try",
	listActionRuns: "GET /v2/action-runs list=runs",
	getActionRun: "GET /v2/action-runs/{runId}",
	settleActionRun: "POST /v2/action-runs/{runId}/settle key",
	triggerAnalysis: "POST /api/users/{userId}/trigger-analysis key",
	pollAnalysis: "GET /api/users/{userId}/categorization/correlation",
	listAnalyses: "GET /api/users/{userId}/analyses list=analyses",
	getAnalysis: "GET /api/users/{userId}/analyses/{correlationId}",
	cancelAnalysis: "POST /api/users/{userId}/analyses/{correlationId}/cancel key",
	streamCategorizedTransactions: "GET /api/users/{userId}/categorization/stream lines",
	listContracts: "GET /api/users/{userId}/contracts",
	getPersonIncome: "GET /api/users/{userId}/analysis/person/income",
	getPersonSpending: "GET /api/users/{userId}/analysis/person/spending",
	getPersonRisk: "GET /api/users/{userId}/analysis/person/risk",
	getHouseholdBudget: "GET /api/users/{userId}/analysis/person/household-budget",
	getPersonLiquidity: "GET /api/users/{userId}/analysis/person/liquidity",
	getAdultCheck: "GET /api/users/{userId}/analysis/person/adult-check",
	getLivingSituation: "GET /api/users/{userId}/analysis/person/living-situation",
	getCompanyCashflow: "GET /api/users/{userId}/analysis/company/cashflow",
	getCompanyCashTransactions: "GET /api/users/{userId}/analysis/company/cash-transactions",
	getCompanyLiquidity: "GET /api/users/{userId}/analysis/company/liquidity",
	getCompanyForeignPayments: "GET /api/users/{userId}/analysis/company/foreign-payments",
	getCompanyRisk: "GET /api/users/{userId}/analysis/company/risk",
	getCompanyCredits: "GET /api/users/{userId}/analysis/company/credits",
	getCompanyInsurances: "GET /api/users/{userId}/analysis/company/insurances",
	getCompanyInvestments: "GET /api/users/{userId}/analysis/company/investments",
	getCompanyInternalBookings: "GET /api/users/{userId}/analysis/company/internal-bookings",
	getAnalysisReport: "GET /api/users/{userId}/analysis/report bytes",
	decideContract: "PATCH /api/users/{userId}/contracts/{contractId}",
	createCockpit: "POST /api/users/{userId}/cockpit key",
	revokeCockpit: "DELETE /api/users/{userId}/cockpit/{cockpitId}",
	getContractCustomer: "GET /contract/customer",
	listRules: "GET /v2/hc-rules/public list",
	createRule: "POST /v2/hc-rules/public key",
	getRule: "GET /v2/hc-rules/{hcRuleId}/public",
	updateRule: "PATCH /v2/hc-rules/{hcRuleId}/public",
	deleteRule: "DELETE /v2/hc-rules/{hcRuleId}/public",
	publishRule: "POST /v2/hc-rules/{hcRuleId}/publish/public key",
	createRuleDraft: "POST /v2/hc-rules/{hcRuleId}/draft/public key",
	duplicateRule: "POST /v2/hc-rules/{hcRuleId}/duplicate/public key",
	draftRule: "POST /v2/hc-rules/draft/public key",
	refineRule: "POST /v2/hc-rules/{hcRuleId}/refine/public key",
	listRuleVersions: "GET /v2/hc-rules/{hcRuleId}/versions",
	restoreRuleVersion: "POST /v2/hc-rules/{hcRuleId}/versions/{versionNumber}/restore key",
	checkRule: "POST /v2/hc-rules/check",
	simulateRule: "POST /v2/hc-rules/simulate",
	listConversations: "GET /v2/hc-interactions/public list=interactions",
	deleteConversations: "DELETE /v2/hc-interactions/public",
	getConversation: "GET /v2/hc-interactions/{conversationId}/public",
	deleteConversation: "DELETE /v2/hc-interactions/{conversationId}/public",
	getHandover: "GET /v2/conversations/{conversationId}/handover",
	judgeEvent: "PATCH /v2/conversations/events/{eventId}",
	getTrace: "GET /v2/conversations/events/{eventId}/trace",
	getConversationSettings: "GET /v2/conversations/settings",
	updateConversationSettings: "PUT /v2/conversations/settings",
	listInbox: "GET /v2/conversations list=conversations",
	changeConversation: "PATCH /v2/conversations/{conversationId}",
	takeOverConversation: "POST /v2/conversations/{conversationId}/take-over key",
	handBackConversation: "POST /v2/conversations/{conversationId}/hand-back key",
	changeEventTags: "PUT /v2/conversations/events/{eventId}/tags",
	getConversationFigures: "GET /v2/conversations/figures",
	listTagGroups: "GET /v2/tag-groups/public",
	createTagGroup: "POST /v2/tag-groups/public key",
	listTags: "GET /v2/tag-groups/tags/public",
	getTagGroup: "GET /v2/tag-groups/{tagGroupId}/public",
	updateTagGroup: "PUT /v2/tag-groups/{tagGroupId}/public",
	deleteTagGroup: "DELETE /v2/tag-groups/{tagGroupId}/public",
	listTagsOfGroup: "GET /v2/tag-groups/{tagGroupId}/tags/public",
	createTag: "POST /v2/tag-groups/{tagGroupId}/tags/public key",
	updateTag: "PUT /v2/tag-groups/{tagId}/tags/public",
	deleteTag: "DELETE /v2/tag-groups/{tagId}/tags/public",
	getTag: "GET /v2/tags/{tagId}/public",
	generateAnswer: "POST /v2/hc-interactions/events/public key",
	getRegion: "GET /v2/workspace/region",
	setRegion: "PUT /v2/workspace/region",
	listTestSuites: "GET /v2/test-suites",
	createTestSuite: "POST /v2/test-suites key",
	getTestSuite: "GET /v2/test-suites/{suiteId}",
	updateTestSuite: "PUT /v2/test-suites/{suiteId}",
	deleteTestSuite: "DELETE /v2/test-suites/{suiteId}",
	runTestSuite: "POST /v2/test-suites/{suiteId}/runs key",
	listTestSuiteRuns: "GET /v2/test-suites/{suiteId}/runs",
	getTestSuiteRun: "GET /v2/test-suites/{suiteId}/runs/{suiteRunId}",
	draftKnowledge: "POST /v2/knowledge/public key",
	draftFromDocuments: "POST /v2/knowledge/public/bulk key",
	getJobStates: "POST /v2/knowledge/public/jobs/status",
	initializeTree: "POST /v2/knowledge/public/tree/initialize key text",
	persistTree: "POST /v2/knowledge/public/tree/persist key",
	draftMagicArticles: "POST /v2/knowledge/magic-articles key",
	listUnanswered: "GET /v2/knowledge/unanswered",
	listJobs: "GET /v2/knowledge/jobs list=jobs",
	getJob: "GET /v2/knowledge/jobs/{jobId}",
	getDraftingSettings: "GET /v2/knowledge/drafting-settings",
	updateDraftingSettings: "PUT /v2/knowledge/drafting-settings",
	listWidgets: "GET /v2/widgets",
	createWidget: "POST /v2/widgets key",
	getWidget: "GET /v2/widgets/{widgetId}",
	updateWidget: "PATCH /v2/widgets/{widgetId}",
	deleteWidget: "DELETE /v2/widgets/{widgetId}",
	showWidget: "GET /widget/{widgetId}",
	talkInWidget: "POST /widget/{widgetId}/messages",
	readWidgetConversation: "POST /widget/{widgetId}/conversation",
	listWebhookEvents: "GET /api/webhook-events",
	listEvents: "GET /api/events list=events",
	listWebhooks: "GET /api/webhooks",
	createWebhook: "POST /api/webhooks key",
	getWebhook: "GET /api/webhooks/{webhookId}",
	updateWebhook: "PATCH /api/webhooks/{webhookId}",
	deleteWebhook: "DELETE /api/webhooks/{webhookId}",
	rotateWebhookSecret: "POST /api/webhooks/{webhookId}/secret key",
	testWebhook: "POST /api/webhooks/{webhookId}/test key",
	listWebhookDeliveries: "GET /api/webhooks/{webhookId}/deliveries list=deliveries",
	getWebhookDelivery: "GET /api/webhooks/{webhookId}/deliveries/{deliveryId}",
	redeliverWebhookDelivery: "POST /api/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver key",
	redeliverSince: "POST /api/webhooks/{webhookId}/redeliver key",
	getOverview: "GET /v2/overview",
	getOpenApiDocument: "GET /openapi.json",
	getLlmsIndex: "GET /llms.txt text",
	getLlmsText: "GET /llms-full.txt text"
};
// packages/sdk/src/errors.ts
/** Whatever goes wrong here is one of these, or the reason of the caller's own signal. */
var KontorError = class extends Error {
	name = "KontorError";
};
/** The server refused. `code` is stable: branch on it, not on the message. */
var ApiError = class extends KontorError {
	name = "ApiError";
	status;
	code;
	/** Each field that was wrong: a JSON pointer into the body, `?name` in the query, `:name` in the path. */
	fields;
	/** Finds the request in the log of the server. */
	requestId;
	/** After how many milliseconds the server wants to be asked again. */
	retryAfterMs;
	/** The answer as it came: some errors carry more. */
	body;
	constructor(status, headers, text) {
		const body = parseObject(text);
		const message = body.message ?? body.error_description ?? `The server answered ${status}.`;
		super(typeof message === "string" ? message : JSON.stringify(message));
		this.status = status;
		const code = body.type ?? body.code ?? body.error;
		this.code = typeof code === "string" ? code : "unknown";
		this.fields = Array.isArray(body.errors) ? body.errors : [];
		this.requestId = headers.get("x-request-id") ?? body.requestId;
		this.retryAfterMs = readRetryAfter(headers.get("retry-after"));
		this.body = body;
	}
};
/** No answer, or not a whole one: the server may have done what it was asked, or not. `cause` says what happened. */
var ConnectionError = class extends KontorError {
	name = "ConnectionError";
};
/** No answer in time. */
var TimeoutError = class extends ConnectionError {
	name = "TimeoutError";
};
/** The analysis that was waited for ended without a result. */
var AnalysisError = class extends KontorError {
	name = "AnalysisError";
	status;
	constructor(status, correlationId) {
		super(`The analysis ${correlationId} ${status === "failed" ? "has failed" : "was cancelled"}.`);
		this.status = status;
	}
};
/** What arrived at a webhook does not come from Kontor, or not now. */
var WebhookError = class extends KontorError {
	name = "WebhookError";
};
function parseObject(text) {
	try {
		const value = JSON.parse(text);
		return typeof value === "object" && value !== null ? value : {};
	} catch {
		return {};
	}
}
/** Seconds or a date (RFC 9110 §10.2.3) → milliseconds from now. */
function readRetryAfter(value) {
	if (!value) return void 0;
	const ms = /^\d+$/.test(value) ? Number(value) * 1e3 : Date.parse(value) - Date.now();
	return Number.isNaN(ms) ? void 0 : Math.max(0, ms);
}
// packages/sdk/src/build-request.ts
/** Reads an entry of the generated table: `POST /api/users key`. */
function parseOperation(entry) {
	const [method = "", template = "", ...flags] = entry.split(" ");
	const reader = flags.find((flag) => flag === "text" || flag === "bytes" || flag === "lines");
	const list = flags.find((flag) => flag.startsWith("list"));
	return {
		method,
		template,
		takesKey: flags.includes("key"),
		isForm: flags.includes("form"),
		reader: reader ?? "json",
		/** Where a page has its items; empty when the answer is the list. */
		listField: list?.slice(5)
	};
}
/** What goes over the wire; the same bytes at every attempt, since a repeated write has to be the same request. */
async function buildRequest(entry, input, options) {
	const { method, template, takesKey, isForm } = parseOperation(entry);
	const { query = {}, body, ...params } = input;
	const path = template.replaceAll(/\{(\w+)\}/g, (_, name) => segment(params[name], name, entry));
	const search = encodeQuery(query);
	const headers = {};
	if (takesKey) headers["idempotency-key"] = options.idempotencyKey ?? crypto.randomUUID();
	const encoded = await encodeBody(body, isForm, headers);
	const isRepeatable = takesKey || isForm || method === "GET" || method === "PUT";
	return {
		method,
		path: path + (search && `?${search}`),
		headers,
		body: encoded,
		isRepeatable
	};
}
function segment(value, name, entry) {
	const text = typeof value === "number" ? String(value) : value;
	if (typeof text === "string" && text !== "" && !/^\.{1,2}$/.test(text)) return encodeURIComponent(text);
	throw new KontorError(`${name} of ${entry.split(" ", 2).join(" ")} is ${JSON.stringify(value)}, not an id.`);
}
function encodeQuery(query) {
	const search = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) for (const one of [value].flat()) if (one !== void 0 && one !== null) search.append(name, String(one));
	return search.toString();
}
async function encodeBody(body, isForm, headers) {
	if (body === void 0) return void 0;
	if (body instanceof FormData) {
		const encoded = new Response(body);
		headers["content-type"] = encoded.headers.get("content-type") ?? "";
		return encoded.arrayBuffer();
	}
	headers["content-type"] = isForm ? "application/x-www-form-urlencoded" : "application/json";
	return isForm ? new URLSearchParams(body).toString() : JSON.stringify(body);
}
// packages/sdk/src/deadline.ts
function startDeadline(timeoutMs, outer) {
	const controller = new AbortController();
	const stop = () => controller.abort(outer?.reason);
	if (outer?.aborted) stop();
	outer?.addEventListener("abort", stop, { once: true });
	let timer;
	const end = () => {
		clearTimeout(timer);
		outer?.removeEventListener("abort", stop);
	};
	const extend = () => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			end();
			controller.abort(new TimeoutError(`The server said nothing for ${timeoutMs} ms.`));
		}, timeoutMs);
	};
	extend();
	return {
		signal: controller.signal,
		extend,
		end
	};
}
/** The promise, or a rejection with the signal's reason, whichever is first. */
async function orAborted(promise, signal) {
	if (!signal) return promise;
	let stop = () => {};
	const aborted = new Promise((_, reject) => {
		stop = () => reject(signal.reason);
		if (signal.aborted) stop();
		signal.addEventListener("abort", stop, { once: true });
	});
	return Promise.race([promise, aborted]).finally(() => signal.removeEventListener("abort", stop));
}
/** Rejects with the signal's reason when it aborts. */
async function pause(ms, signal) {
	let timer;
	await orAborted(new Promise((resolve) => {
		timer = setTimeout(resolve, ms);
	}), signal).finally(() => clearTimeout(timer));
}
// packages/sdk/src/credentials.ts
/**
* Fetches tokens when they are needed, once for all who wait, and renews them before they end. Throws in a page of a browser when
* it is given a secret.
*/
function createAuthority(credentials, fetchToken) {
	const { clientId, clientSecret, apiKey, token } = credentials;
	if ((clientSecret || apiKey) && "document" in globalThis) throw new KontorError(NOT_IN_BROWSERS);
	let present = null;
	let asking = null;
	async function ask() {
		if (!clientId || !clientSecret) throw missing("/api", "clientId and clientSecret");
		const { access_token: value, expires_in: seconds } = await fetchToken({
			grant_type: "client_credentials",
			client_id: clientId,
			client_secret: clientSecret
		});
		return {
			value,
			renewMs: Date.now() + seconds * 1e3 - Math.min(3e4, seconds * 200)
		};
	}
	async function getToken() {
		if (present && Date.now() < present.renewMs) return present.value;
		asking ??= ask().finally(() => {
			asking = null;
		});
		present = await asking;
		return present.value;
	}
	return {
		async headersFor(path, signal) {
			if (path === "/api/auth" || !/^\/(api|v2|contract)\//.test(path)) return {};
			if (token) return { authorization: `Bearer ${typeof token === "string" ? token : await orAborted(Promise.resolve(token()), signal)}` };
			if (path.startsWith("/api/")) return { authorization: `Bearer ${await orAborted(getToken(), signal)}` };
			if (!apiKey) throw missing(path, "apiKey");
			return path.startsWith("/v2/") ? { authorization: `Bearer ${apiKey}` } : { "x-api-key": apiKey };
		},
		refused(path, headers) {
			if (token || !path.startsWith("/api/") || path === "/api/auth") return typeof token === "function";
			if (headers.authorization === `Bearer ${present?.value}`) present = null;
			return true;
		}
	};
}
var NOT_IN_BROWSERS = "clientSecret and apiKey open a whole workspace to everybody who reads this page: give createKontor a token in browsers.";
var missing = (path, what) => new KontorError(`${path} needs ${what}: give them to createKontor, or a token.`);
// packages/sdk/src/send.ts
/** Longer than this nobody waits for a busy server: the error says when to come back. */
var MAX_RETRY_AFTER_MS = 6e4;
var MAX_DELAY_MS = 8e3;
/**
* Sends a request until it is answered, and reads the answer. `read` gets the deadline too: it ends when `read` is through,
* unless `read` keeps it by answering later. Rejects with `ApiError`, `ConnectionError` or the reason of the signal.
*/
async function send(transport, request, options, read) {
	const retries = options.retries ?? transport.retries;
	let isRenewed = false;
	for (let failures = 0;;) {
		const credential = await transport.authority.headersFor(request.path.split("?")[0] ?? "", options.signal);
		try {
			return await attempt(transport, request, {
				...request.headers,
				...credential
			}, options, read);
		} catch (error) {
			if (options.signal?.aborted) throw options.signal.reason;
			if (error instanceof ApiError && error.status === 401 && !isRenewed && transport.authority.refused(request.path, credential)) {
				isRenewed = true;
				continue;
			}
			const delayMs = failures < retries ? delayAfter(error, request, failures, transport.retryDelayMs) : null;
			if (delayMs === null) throw error;
			failures += 1;
			await pause(delayMs, options.signal);
		}
	}
}
async function attempt({ baseUrl, fetch, timeoutMs }, { method, path, body }, headers, options, read) {
	const deadline = startDeadline(options.timeoutMs ?? timeoutMs, options.signal);
	let isKept = false;
	try {
		const init = {
			method,
			headers,
			body,
			redirect: "manual",
			signal: deadline.signal
		};
		const response = await fetch(baseUrl + path, init);
		if (!response.ok) throw new ApiError(response.status, response.headers, await response.text());
		const answer = await read(response, deadline);
		isKept = isGenerator(answer);
		return answer;
	} catch (error) {
		throw explain(error, deadline);
	} finally {
		if (!isKept) deadline.end();
	}
}
var isGenerator = (value) => typeof value === "object" && value !== null && Symbol.asyncIterator in value;
/** Errors of the network, whose names and shapes every runtime has of its own, as one of ours. */
function explain(error, deadline) {
	if (deadline.signal.aborted) return deadline.signal.reason;
	if (error instanceof ApiError || error instanceof ConnectionError) return error;
	const { message, cause } = error;
	return new ConnectionError(`The server did not answer: ${cause?.message || message}`, { cause: error });
}
/** After how many milliseconds the next attempt is due; null: never. */
function delayAfter(error, request, failures, firstMs) {
	const backOffMs = Math.min(firstMs * 2 ** failures, MAX_DELAY_MS) * (.5 + Math.random() / 2);
	if (error instanceof ConnectionError) return request.isRepeatable ? backOffMs : null;
	if (!(error instanceof ApiError)) return null;
	const { status, code, retryAfterMs } = error;
	if (!(status === 429 || status === 503 || code === "idempotency_in_progress") && !((status === 408 || status === 502 || status === 504) && request.isRepeatable)) return null;
	if (retryAfterMs === void 0) return backOffMs;
	return retryAfterMs > MAX_RETRY_AFTER_MS ? null : retryAfterMs + backOffMs / 4;
}
// packages/sdk/src/read-answer.ts
/** The answer as the operation's kind wants it: JSON, text, bytes, or a generator of lines that are JSON. */
async function readAnswer(reader, response, deadline) {
	if (reader === "lines") return readJsonLines(response, deadline);
	if (reader === "bytes") return new Uint8Array(await response.arrayBuffer());
	const text = await response.text();
	if (reader === "text") return text;
	if (text === "") return void 0;
	try {
		return JSON.parse(text);
	} catch {
		const message = `The answer is not JSON: ${text.slice(0, 80)}`;
		throw new ApiError(response.status, response.headers, JSON.stringify({
			code: "not_json",
			message
		}));
	}
}
async function* readJsonLines(response, deadline) {
	for await (const line of readLines(response, deadline)) if (line !== "") yield JSON.parse(line);
}
/** Lines as they come. Each piece that arrives begins the time of silence anew; whoever stops listening ends the request. */
async function* readLines(response, deadline) {
	const reader = response.body?.getReader();
	if (!reader) throw new ConnectionError("The server answered nothing.");
	const decoder = new TextDecoder();
	let rest = "";
	try {
		for (;;) {
			const { value, done } = await reader.read();
			if (done) break;
			deadline.extend();
			const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
			rest = lines.pop() ?? "";
			for (const line of lines) yield line.endsWith("\r") ? line.slice(0, -1) : line;
		}
		if (rest !== "") yield rest;
	} catch (error) {
		throw explain(error, deadline);
	} finally {
		deadline.end();
		await reader.cancel().catch(() => {});
	}
}
// packages/sdk/src/read-pages.ts
/** Every page of a list, each fetched when the one before has been dealt with. */
async function* readPages(input, entry, call) {
	let cursor = input.query?.cursor;
	for (;;) {
		const page = await call({
			...input,
			query: {
				...input.query,
				cursor
			}
		});
		yield page;
		const next = nextCursor(page, itemsOf(page, entry), input.query?.direction === "prev");
		if (!next) return;
		if (next === cursor) throw new KontorError(`${entry} answers the cursor ${next} twice: it would never end.`);
		cursor = next;
	}
}
function itemsOf(page, entry) {
	const { listField } = parseOperation(entry);
	return listField ? page[listField] : page;
}
/** Most lists name the next page; others take the last item's id for one, and say or show that there is more. */
function nextCursor(page, items, isBackwards) {
	if (page.hasMore === false) return null;
	if (isBackwards && page.prevCursor !== void 0) return page.prevCursor;
	if (page.nextCursor !== void 0) return page.nextCursor;
	return items.at(-1)?.id;
}
// packages/sdk/src/stream-answer.ts
/**
* The pieces of an answer. `ask` sends the question, by the same idempotency key each time: when the connection breaks, the
* question is asked again, and the stored answer follows after a `reset`.
*/
async function* streamAnswer(ask) {
	let hasMessage = false;
	const first = await ask();
	try {
		for await (const piece of first) {
			hasMessage ||= piece.type === "message";
			yield piece;
		}
		return;
	} catch (error) {
		if (!(error instanceof ConnectionError)) throw error;
	}
	yield { type: "reset" };
	for await (const piece of await ask()) if (!hasMessage || piece.type !== "message") yield piece;
}
/** Reads server-sent events, or the JSON that a repetition gets. */
async function readPieces(response, deadline) {
	if (response.headers.get("content-type")?.startsWith("text/event-stream")) return streamed(response, deadline);
	const events = await response.json();
	deadline.end();
	return stored(events);
}
async function* stored([message, reply]) {
	if (message) yield {
		type: "message",
		message
	};
	if (!reply) return;
	yield {
		type: "delta",
		text: reply.message
	};
	yield {
		type: "reply",
		reply
	};
}
async function* streamed(response, deadline) {
	for await (const [event, data] of readEvents(response, deadline)) {
		if (event === "done") return;
		if (event === "message") yield {
			type: "message",
			message: data
		};
		if (event === "delta") yield {
			type: "delta",
			text: data.text
		};
		if (event === "reset") yield { type: "reset" };
		if (event === "reply") yield {
			type: "reply",
			reply: data
		};
	}
	throw new ConnectionError("The answer was cut off.");
}
/** Names and data of server-sent events; comments and unknown fields are passed over. */
async function* readEvents(response, deadline) {
	let event = "";
	let data = "";
	for await (const line of readLines(response, deadline)) if (line === "") {
		if (data !== "") yield [event, JSON.parse(data)];
		event = "";
		data = "";
	} else if (line.startsWith("event:")) event = line.slice(6).trim();
	else if (line.startsWith("data:")) data += line.slice(5);
}
// packages/sdk/src/wait-for-analysis.ts
var FIRST_PAUSE_MS = 500;
var LAST_PAUSE_MS = 1e4;
/**
* Asks with growing intervals until the analysis is completed. Rejects with `AnalysisError` when it failed or was cancelled,
* with `TimeoutError` when it takes too long, and with `ApiError` when there is no such analysis.
*/
async function waitForAnalysis(look, correlationId, { signal, timeoutMs = 6e5, onProgress }) {
	const endMs = Date.now() + timeoutMs;
	for (let pauseMs = FIRST_PAUSE_MS;; pauseMs = Math.min(pauseMs * 1.5, LAST_PAUSE_MS)) {
		const found = await look().catch((error) => unfinished(error, correlationId));
		if (!(found instanceof ApiError)) return found;
		if (typeof found.body.progress === "number") onProgress?.(found.body.progress);
		const waitMs = Math.max(pauseMs, found.retryAfterMs ?? 0);
		if (Date.now() + waitMs > endMs) throw new TimeoutError(`The analysis ${correlationId} is not done after ${timeoutMs} ms.`, { cause: found });
		await pause(waitMs, signal);
	}
}
/** The answer that says "not yet"; whatever else it was is thrown. */
function unfinished(error, correlationId) {
	if (!(error instanceof ApiError) || error.status !== 404) throw error;
	if (error.code === "user_not_found" || error.code === "correlation_not_found") throw error;
	const { status } = error.body;
	if (status === "failed" || status === "cancelled") throw new AnalysisError(status, correlationId);
	return error;
}
// packages/sdk/src/create-kontor.ts
/** A client of one workspace. It fetches a token when it first needs one, and keeps no connection. */
function createKontor(options) {
	const transport = createTransport(options);
	const call = async (entry, input = {}, callOptions = {}) => {
		const request = await buildRequest(entry, input, callOptions);
		const { reader } = parseOperation(entry);
		return send(transport, request, callOptions, (response, deadline) => readAnswer(reader, response, deadline));
	};
	const bound = Object.entries(OPERATIONS).map(([name, entry]) => [name, (input, callOptions) => call(entry, input, callOptions)]);
	const methods = Object.fromEntries(bound);
	const pages = (name, input = {}, callOptions) => readPages(input, OPERATIONS[name], (one) => call(OPERATIONS[name], one, callOptions));
	async function* items(name, input, callOptions) {
		for await (const page of pages(name, input, callOptions)) yield* itemsOf(page, OPERATIONS[name]);
	}
	return {
		...methods,
		pages,
		items,
		waitForAnalysis: ({ userId, correlationId }, waiting = {}) => waitForAnalysis(() => methods.pollAnalysis({
			userId,
			query: { correlationId }
		}, { signal: waiting.signal }), correlationId, waiting),
		streamAnswer(input, callOptions = {}) {
			let asked;
			return streamAnswer(async () => {
				asked ??= buildRequest(OPERATIONS.generateAnswer, {
					...input,
					query: { stream: true }
				}, callOptions);
				return send(transport, await asked, callOptions, readPieces);
			});
		}
	};
}
function createTransport(options) {
	const { timeoutMs = 3e4, retries = 4, retryDelayMs = 300 } = options;
	if (!/^https?:\/\/[^/]/.test(options.baseUrl)) throw new KontorError(`baseUrl is ${JSON.stringify(options.baseUrl)}, not like https://kontor.example.com.`);
	const transport = {
		baseUrl: options.baseUrl.replace(/\/+$/, ""),
		fetch: options.fetch ?? ((...args) => fetch(...args)),
		timeoutMs,
		retries,
		retryDelayMs
	};
	const authority = createAuthority(options, async (form) => {
		const request = await buildRequest(OPERATIONS.issueToken, { body: form }, {});
		const read = (response) => response.json();
		return send({
			...transport,
			authority
		}, request, {}, read);
	});
	return {
		...transport,
		authority
	};
}
// packages/sdk/src/verify-webhook.ts
/**
* The event, when it is signed as Standard Webhooks 1.0 says and was sent just now. Rejects with `WebhookError`: answer 400
* then, and do nothing.
*/
async function verifyWebhook(received) {
	const { secret, headers, toleranceSeconds = 300 } = received;
	const read = (name) => String((headers instanceof Headers ? headers.get(name) : headers[name]) ?? "");
	const id = read("webhook-id");
	const timestamp = read("webhook-timestamp");
	const isNow = /^\d+$/.test(timestamp) && Math.abs(Date.now() / 1e3 - Number(timestamp)) <= toleranceSeconds;
	if (!id || !isNow) throw new WebhookError("The webhook has no id, or its time is too old or in the future.");
	const body = typeof received.body === "string" ? received.body : new TextDecoder().decode(received.body);
	const key = await importKey(secret);
	const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
	for (const signature of read("webhook-signature").split(" ")) {
		const bytes = signature.startsWith("v1,") ? decode(signature.slice(3)) : null;
		if (bytes && await crypto.subtle.verify("HMAC", key, bytes, signed)) return JSON.parse(body);
	}
	throw new WebhookError("The webhook is not signed by this secret.");
}
function importKey(secret) {
	const bytes = decode(secret.replace(/^whsec_/, ""));
	if (!bytes?.length) throw new WebhookError("The secret of the webhook is not base64: it begins with whsec_.");
	return crypto.subtle.importKey("raw", bytes, {
		name: "HMAC",
		hash: "SHA-256"
	}, false, ["verify"]);
}
function decode(base64) {
	try {
		return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
	} catch {
		return null;
	}
}
export { AnalysisError, ApiError, ConnectionError, KontorError, OPERATIONS, TimeoutError, WebhookError, createKontor, verifyWebhook };
