/** What the reference says beside the routes: its introduction, its chapters, what each scope allows. */

import { SCOPE_DESCRIPTIONS } from '#modules/identity/index.ts';
import { notificationBody } from '#modules/webhooks/index.ts';
import { createDocs, type Docs } from '#platform/docs/index.ts';
import type { PublicEvent } from '#platform/events/public-event.ts';
import type { Route } from '#platform/http/route.ts';
import manifest from '../package.json' with { type: 'json' };

const INTRODUCTION = `Kontor has two halves. The banking API under \`/api\` reads, stores and analyses the bank data of your customers; the
agent API under \`/v2\` answers their questions.

**Credentials.** \`POST /api/auth\` exchanges a client's id and secret for an access token of five minutes, which opens
\`/api\`. Keys of the workspace open \`/v2\`. Whoever is signed in to the console has a token that opens both as far as their
role goes. All are sent as \`Authorization: Bearer …\`. Every operation names the scope
that it needs; without it the answer is 403.

**Errors** carry a stable code (\`type\` under \`/api\`, \`code\` under \`/v2\`), a message for people, and the \`requestId\`
under which the log knows the request. A 400 names each field that was wrong. What belongs to another workspace and what
does not exist get the same 404. A path that does not exist answers \`route_not_found\` (404), a wrong method
\`method_not_allowed\` (405).

**Writing twice.** A POST takes an \`Idempotency-Key\`: the same key with the same request changes nothing twice and
answers as the first time.

**Lists** take \`limit\` and \`cursor\` and answer \`nextCursor\`, which is null at the end.

**Amounts** are in major units (12.34) with an ISO 4217 currency beside them; negative is money going out.

**Limits.** Each answer says in \`RateLimit\` how many requests are left. After a 429 or 503 wait for \`Retry-After\`
seconds.`;

const TAGS = {
  Authentication: 'Access tokens for the banking API, and the public keys that verify them.',
  Users: 'The persons and companies whose bank data is analysed.',
  'Connecting a bank': 'Sessions in which the end user connects their bank, and what was connected.',
  Accounts: 'Accounts and transactions as they are stored.',
  'Manual upload': 'Bring accounts and transactions of your own.',
  'Analysis runs': 'Start an analysis, follow it, cancel it.',
  Categorization: 'What each transaction is, and which of them recur.',
  'Analysis of a person': 'Income, spending, risk and living of a person, from the last completed run.',
  'Analysis of a company': 'Cash flow, liquidity, credits and risk of a company, from the last completed run.',
  Cockpits: 'Links to a read-only page of the results, for people.',
  'Endpoint contract': 'Bank data of a customer as one flat object, for agents that speak the endpoint contract.',
  Webhooks: 'Events that Kontor sends to you.',
  Bots: 'The agents of the workspace and the prompts that shape what they say.',
  Rules: 'What agents do when a customer wants something done.',
  Articles: 'What agents answer from: live articles, drafts, versions.',
  Sources: 'Pages, files and providers that articles are drafted from.',
  Drafting: 'Jobs that turn sources, conversations and texts into drafts.',
  Folders: 'The tree that articles stand in, and which agent answers from which folder.',
  Integrations: 'Systems of your company: environments, endpoints, how they are doing.',
  Attributes: 'Facts about a customer that are read fresh for every message.',
  Actions: 'What can be done in your systems, and what was.',
  Conversations: 'What customers asked, what was answered, and how that came about.',
  'Test suites': 'Golden sets of questions, what the bot does with them, and what a draft would change.',
  Widget: 'The chat that your pages show, and which pages may.',
  Tags: 'Questions that are asked about every exchange.',
  'Review and Approvals': 'Drafts that wait for a person before they answer.',
  'Language model': 'The model that phrases answers, if the workspace wants one.',
  Workspace: 'The workspace of a key, and what was changed in it.',
  'API keys': 'Keys of the workspace. Only people may make or see them, in the console.',
  'API clients': 'Backends that get tokens of the banking API. Only people may make or see them, in the console.',
  Operators: 'The people who work in the console, and who is invited. For owners.',
  Console: 'How pages of the console sign somebody in and get the access token with which they call the rest.',
  Operations: 'What orchestrators and Prometheus ask a process.',
  Documentation: 'This reference, for programs.',
};

export interface ReferenceSources {
  routes: Route[];
  schemas: Record<string, unknown>;
  publicEvents: readonly PublicEvent[];
  publicUrl: string;
}

/** Reference, `openapi.json`, `llms.txt` and guides over what the modules offer. */
export function createReference({ routes, schemas, publicEvents, publicUrl }: ReferenceSources): Docs {
  return createDocs({
    routes,
    publicUrl,
    version: manifest.version,
    introduction: INTRODUCTION,
    tags: TAGS,
    scopes: SCOPE_DESCRIPTIONS,
    schemas,
    events: publicEvents.map((event) => ({
      type: event.type,
      description: event.description,
      body: notificationBody(event),
    })),
  });
}
