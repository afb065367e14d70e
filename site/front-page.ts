/** The pages that are lists of others: the front page and the decisions. Both are Markdown first, like every page. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Part, Source } from './pages.ts';

export interface Described {
  slug: string;
  file: string;
  title: string;
  summary: string;
}

/** What is where, by reader. `described` holds every page of the parts. */
export function writeFrontPage(root: string, parts: readonly Part[], described: readonly Described[]): Source {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const [, intro = ''] = /^# .+\n\n([\s\S]*?)\n\n/.exec(readme) ?? [];
  const bySlug = new Map(described.map((page) => [page.slug, page]));
  const chapters = parts.map(({ title, about, pages }) => {
    const lines = pages.flatMap((slug) => {
      const page = bySlug.get(slug);
      return page ? [listLine(page)] : [];
    });
    return `## ${title}\n\n${about}\n\n${lines.join('\n')}`;
  });
  const markdown = `# Kontor\n\n${intro}\n\n${BESIDE}\n\n${chapters.join('\n\n')}\n`;
  return { file: 'index.md', slug: 'index', markdown };
}

/** What is beside the guides, for both kinds of readers. */
const BESIDE = `- **[Start](docs/start.md)**: two commands, five steps, results.
- **[Reference](docs/api)**: every call with its fields, errors and scope, to try out.
- **For agents**: [llms.txt](llms.txt) says what is where, [llms-full.txt](llms-full.txt) has the most of it in one text,
  [reference.md](docs/reference.md) every field by chapters, [openapi.json](openapi.json) is for programs. Each page here is Markdown too:
  its address with \`.md\` at the end.`;

export function writeDecisions(decisions: readonly Described[]): Source {
  const lines = decisions.map((page) => `- [${page.title}](${page.file})`);
  const markdown = `# Decisions

For those who ask why it is as it is: one page for each choice that somebody will question, with what else was thought of.

${lines.join('\n')}
`;
  return { file: 'decisions.md', slug: 'decisions/index', markdown };
}

const listLine = ({ title, file, summary }: Described) => `- [${title}](${file}): ${firstSentence(summary)}`;

/** Up to a full stop, question mark or colon that ends it. */
function firstSentence(text: string): string {
  const [sentence = text] = /^.+?[.?!:](?= |$)/.exec(text) ?? [];
  return sentence.replace(/:$/, '.');
}
