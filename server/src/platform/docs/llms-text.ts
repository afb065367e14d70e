import type { Guide } from './guides.ts';
import { writeInstructions } from './llms-instructions.ts';
import type { OpenApiDocument } from './openapi.types.ts';
import { listOperations } from './openapi-walk.ts';
import { createLineWriter } from './operation-line.ts';

/** Chapters whose operations no agent should call: they are for people at the console and for orchestrators. */
const FOR_OTHERS = new Set(['Console', 'Operators', 'API keys', 'API clients', 'Operations', 'Documentation']);

/**
 * `/llms-full.txt`: what an agent needs to write code against Kontor, in one text that fits into a context window: how to
 * go about it, the guides that explain the most, and every operation in one line. What each field means stands in the
 * chapters of the reference, which it names.
 */
export function writeLlmsText(document: OpenApiDocument, guides: readonly Guide[]): string {
  const url = document.servers[0]?.url ?? '';
  const others = guides.filter((guide) => !guide.isEssential);
  return `${[
    `# Kontor ${document.info.version}, in one text`,
    `> ${document.info.summary} Self-hosted, open source, one HTTP API at ${url}.`,
    writeInstructions(url),
    document.info.description,
    ...(others.length > 0 ? [`Not in this text, each a page of its own:\n${others.map(linkTo(url)).join('\n')}`] : []),
    ...guides.filter((guide) => guide.isEssential).map(({ markdown }) => withoutPictures(markdown)),
    '# All operations',
    NOTATION,
    ...writeChapters(document),
    ...writeEvents(document),
  ].join('\n\n')}\n`;
}

const NOTATION = `One line each: method, path, \`operationId\`, scope, what it does, what it takes and what it answers. \`*\`: required.
\`a|b\`: one of these. \`[x]\`: a list. \`a/b: {…}\`: both hold the same. \`{}\` and \`[]\`: more is in it. A name such as
\`Article\` stands for the fields behind it where it stands first. Every path parameter is required. The first success is
shown; errors, headers and the meaning of each field stand in the chapter that a heading names.`;

const linkTo = (url: string) => (guide: Guide) => `- [${guide.title}](${url}/docs/${guide.name})`;

const withoutPictures = (markdown: string) => markdown.replaceAll(/^!\[.*\]\(.*\)\n+/gm, '');

function writeChapters(document: OpenApiDocument): string[] {
  const url = document.servers[0]?.url ?? '';
  const writer = createLineWriter(document);
  const operations = listOperations(document);
  return document.tags.flatMap(({ name }) => {
    const listed = operations.filter(({ operation }) => operation.tags.includes(name));
    const heading = `## ${name} (${url}/docs/reference/${chapterSlug(name)}.md)`;
    if (FOR_OTHERS.has(name))
      return [`${heading}\n\n${listed.length} operations for people and orchestrators, not for agents.`];
    return [`${heading}\n\n${listed.map((operation) => writer.write(operation)).join('\n')}`];
  });
}

function writeEvents(document: OpenApiDocument): string[] {
  const names = Object.keys(document.webhooks);
  if (names.length === 0) return [];
  const lines = Object.entries(document.webhooks).flatMap(([type, methods]) =>
    Object.values(methods).map(
      ({ description }) => `- ${type}: ${/^.+?[.](?=\s|$)/s.exec(description)?.[0] ?? description}`,
    ),
  );
  return [`## Events that webhooks are told of\n\n${lines.join('\n')}`];
}

/** As the reference makes its anchors: `Connecting a bank` → `connecting-a-bank`. */
export const chapterSlug = (tag: string) => tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
