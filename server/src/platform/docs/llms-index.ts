import type { Guide } from './guides.ts';
import type { OpenApiDocument } from './openapi.types.ts';
import { listOperations } from './openapi-walk.ts';
import { scopeText } from './operation-markdown.ts';

/** `/llms.txt`: what there is, how an agent should go about it, and one line per operation; https://llmstxt.org/ */
export function writeLlmsIndex(document: OpenApiDocument, guides: readonly Guide[]): string {
  const url = document.servers[0]?.url ?? '';
  const operations = listOperations(document);
  const chapters = document.tags.flatMap(({ name, description }) => [
    `## ${name}`,
    '',
    description,
    '',
    ...operations
      .filter(({ operation }) => operation.tags.includes(name))
      .map(({ method, path, operation }) => {
        const link = `[${method} ${path}](${url}/docs/api#tag/${slug(name)}/${method}${path})`;
        return `- ${link}: ${operation.summary}${/[?!]$/.test(operation.summary) ? '' : '.'} ${scopeText(operation)}`;
      }),
    '',
  ]);
  return `${[
    '# Kontor',
    '',
    `> ${document.info.summary} Self-hosted, open source, one HTTP API.`,
    '',
    document.info.description,
    '',
    '## Instructions for agents',
    '',
    `- The base of every path is ${url}.`,
    `- Read [llms-full.txt](${url}/llms-full.txt) before you write code: it names every field. [openapi.json](${url}/openapi.json) is the same for programs.`,
    '- Use only what stands there. An operation, field or code that is not there does not exist.',
    '- Get a token with POST /api/auth and renew it before its five minutes end; never print a secret or a token.',
    '- Branch on the code of an error, not on its message. After 429 or 503 wait for Retry-After. Repair a 400 by its `errors`.',
    '- Send an Idempotency-Key with every POST, and repeat it when you try again.',
    '- After an upload start an analysis, poll until it has completed, then read results; a 404 with Retry-After says: not yet.',
    '- Ask for no more scopes than the operations you call name.',
    '',
    '## Guides',
    '',
    ...guides.map(({ name, title, summary }) => `- [${title}](${url}/docs/${name})${summary ? `: ${summary}` : ''}`),
    `- [Reference](${url}/docs/api): every operation, to try out in a browser`,
    '',
    ...chapters,
  ]
    .join('\n')
    .trim()}\n`;
}

/** As the reference makes its anchors: `Connecting a bank` → `connecting-a-bank`. */
const slug = (tag: string) => tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
