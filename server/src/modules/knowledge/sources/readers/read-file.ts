import { type ReadDocument, UnreadableDocument } from '../source.types.ts';
import { decodeText } from './decode-text.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPdf } from './read-pdf.ts';
import { readQuestionsCsv } from './read-questions-csv.ts';
import { readText } from './read-text.ts';

export type FileKind = 'markdown' | 'html' | 'text' | 'pdf' | 'docx' | 'csv';

const BY_EXTENSION: Record<string, FileKind> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  txt: 'text',
  text: 'text',
  pdf: 'pdf',
  docx: 'docx',
  csv: 'csv',
};

export const MIME_TYPES: Record<FileKind, string> = {
  markdown: 'text/markdown',
  html: 'text/html',
  text: 'text/plain',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
};

/** By what the bytes are where they tell, else by the name; null when neither says anything known. */
export function kindOfFile(name: string, bytes: Uint8Array): FileKind | null {
  const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (head.startsWith('%PDF-')) return 'pdf';
  const byName = BY_EXTENSION[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
  if (head.startsWith('PK')) return byName === 'docx' ? 'docx' : null;
  return byName === 'pdf' || byName === 'docx' ? null : (byName ?? null);
}

/** Reads an uploaded file; throws `UnreadableDocument` with what is wrong. */
export async function readFile(name: string, bytes: Uint8Array): Promise<ReadDocument & { kind: FileKind }> {
  if (bytes.length === 0) throw new UnreadableDocument('The file is empty.');
  const kind = kindOfFile(name, bytes);
  switch (kind) {
    case 'pdf':
      return { kind, ...(await readPdf(bytes)) };
    case 'docx':
      return { kind, ...(await readDocx(bytes)) };
    case 'markdown':
      return { kind, ...readMarkdown(decodeText(bytes)) };
    case 'html':
      return { kind, ...readHtml(decodeText(bytes), null) };
    case 'text':
      return { kind, ...readText(decodeText(bytes)) };
    case 'csv':
      return { kind, ...readQuestionsCsv(decodeText(bytes)) };
    default:
      throw new UnreadableDocument(
        'This kind of file is not read. Send Markdown, HTML, text, PDF, DOCX, or CSV with a column of questions and one of answers.',
      );
  }
}
