/** How an agent should go about it: the same in both texts for language models. */
export const writeInstructions = (url: string) => `## Instructions for agents

- The base of every path is ${url}.
- An agent that speaks the Model Context Protocol has all of it as tools at ${url}/mcp, with the same credentials.
- Use only what stands in this documentation. An operation, field or code that is not there does not exist: look it up
  in the chapter of the reference, or in [openapi.json](${url}/openapi.json).
- \`/api\` takes a token of \`POST /api/auth\` (client id and secret, five minutes: renew it), \`/v2\` a key of the workspace.
  Take them from the environment; never ask for them in a conversation, never print or log them.
- Ask for no more scopes than the operations you call name.
- Read before you write. Create drafts rather than live articles and rules, and have a person approve what customers will see.
- Send an Idempotency-Key with every POST, and repeat it when you try again.
- Branch on the code of an error, not on its message. After 429 or 503 wait for Retry-After. Repair a 400 by its \`errors\`.
- After an upload start an analysis, poll until it has completed, then read results; a 404 with Retry-After says: not yet.`;
