import { extname } from 'node:path';
import type { CheckResult } from '../check-contract.ts';
import { composeHandoff, type Handoff, type HandoffEndpoint } from './compose-handoff.ts';
import { escapeMarkup } from './escape-markup.ts';

const KEY_NOTE =
  'The key is not in this document. It is handed over through a secrets manager, one per environment, never by e-mail or chat.';

/** The handoff document as Markdown, or as HTML when the file is named so. */
export function renderHandoff(result: CheckResult, file: string): string {
  const handoff = composeHandoff(result);
  return ['.html', '.htm'].includes(extname(file)) ? renderHtml(handoff) : renderMarkdown(handoff);
}

/** One content, two ways to write it. */
interface Pen {
  heading(level: 1 | 2 | 3, text: string): string;
  text(text: string): string;
  code(text: string, language: string): string;
  bullets(items: string[]): string;
  table(head: string[], rows: string[][]): string;
}

const MARKDOWN: Pen = {
  heading: (level, text) => `${'#'.repeat(level)} ${text}`,
  text: (text) => text,
  code: (text, language) => `\`\`\`${language}\n${text}\n\`\`\``,
  bullets: (items) => items.map((item) => `- ${item}`).join('\n'),
  table: (head, rows) =>
    [head, head.map(() => '---'), ...rows]
      .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
      .join('\n'),
};

const cells = (row: string[], tag: string) =>
  `<tr>${row.map((cell) => `<${tag}>${escapeMarkup(cell)}</${tag}>`).join('')}</tr>`;
const HTML: Pen = {
  heading: (level, text) => `<h${level}>${escapeMarkup(text)}</h${level}>`,
  text: (text) => `<p>${escapeMarkup(text)}</p>`,
  code: (text) => `<pre><code>${escapeMarkup(text)}</code></pre>`,
  bullets: (items) => `<ul>${items.map((item) => `<li>${escapeMarkup(item)}</li>`).join('')}</ul>`,
  table: (head, rows) => `<table>${cells(head, 'th')}${rows.map((row) => cells(row, 'td')).join('')}</table>`,
};

const renderMarkdown = (handoff: Handoff) => `${write(handoff, MARKDOWN).join('\n\n')}\n`;

function renderHtml(handoff: Handoff): string {
  const style =
    'body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c1c1e}pre{background:#f4f4f6;padding:1rem;overflow:auto}td,th{text-align:left;padding:.3rem 1rem .3rem 0;border-bottom:1px solid #ddd}';
  const body = write(handoff, HTML).join('\n');
  return `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>Endpoint handoff</title>\n<style>${style}</style>\n${body}\n</html>\n`;
}

function write(handoff: Handoff, pen: Pen): string[] {
  const { day, environment, endpoints, environments, gaps, showsValues } = handoff;
  const samples = showsValues ? `answers of ${environment}` : `answers of ${environment} with their values hidden`;
  return [
    pen.heading(1, 'Endpoint handoff'),
    pen.text(`Checked against ${environment} on ${day}.`),
    ...(gaps.length === 0 ? [] : [pen.heading(2, 'Still open'), pen.bullets(gaps)]),
    pen.heading(2, 'Endpoints'),
    pen.table(
      ['Endpoint', 'Address', 'What it does'],
      endpoints.map((each) => [each.title, `${each.method} ${each.url}`, each.description]),
    ),
    pen.heading(2, 'Samples'),
    pen.text(`Requests, and ${samples}.`),
    ...endpoints.flatMap((endpoint) => sample(endpoint, pen)),
    pen.heading(2, 'API key'),
    pen.text(KEY_NOTE),
    pen.heading(2, 'Environments'),
    pen.table(
      ['Name', 'Base address', 'Sandbox'],
      environments.map((each) => [each.name, each.baseUrl, each.sandbox ? 'yes' : 'no']),
    ),
    pen.heading(2, 'Limits and latency'),
    pen.table(
      ['Endpoint', 'Rate limit', 'Latency'],
      endpoints.map((each) => [each.title, each.rateLimit, each.latency]),
    ),
  ];
}

function sample({ title, identifier, curl, answer }: HandoffEndpoint, pen: Pen): string[] {
  const shown =
    curl === null || answer === null ? [pen.text('No sample yet.')] : [pen.code(curl, 'sh'), pen.code(answer, 'json')];
  return [pen.heading(3, title), pen.text(identifier), ...shown];
}
