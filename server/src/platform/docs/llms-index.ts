import type { Guide } from './guides.ts';
import { writeInstructions } from './llms-instructions.ts';
import { chapterSlug } from './llms-text.ts';
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
    `${description} [Every field](${url}/docs/reference/${chapterSlug(name)}.md).`,
    '',
    ...operations
      .filter(({ operation }) => operation.tags.includes(name))
      .map(({ method, path, operation }) => {
        const link = `[${method} ${path}](${url}/docs/api#tag/${chapterSlug(name)}/${method}${path})`;
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
    writeInstructions(url),
    `- Read [llms-full.txt](${url}/llms-full.txt) before you write code: guides and all operations in one text. Each chapter below leads to every field.`,
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
