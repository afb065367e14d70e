import { type ReadDocument, UnreadableDocument } from '../source.types.ts';
import { capBlocks, tidy } from './blocks.ts';

const MOST_PAGES = 1_000;

/** The text of a PDF, page by page. A PDF of images has none and is refused: Kontor does not recognise scans. */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  // Loaded when the first PDF comes: the library is large.
  const { extractText, getDocumentProxy } = await import('unpdf');
  let pages: string[];
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes));
    if (document.numPages > MOST_PAGES) {
      throw new UnreadableDocument(`The PDF has ${document.numPages} pages; at most ${MOST_PAGES} are read. Split it.`);
    }
    pages = (await extractText(document, { mergePages: false })).text;
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    throw new UnreadableDocument('The PDF is damaged or protected by a password: it could not be opened.', {
      cause: error,
    });
  }
  const blocks = pages.flatMap((page) => page.split(/\n\s*\n/).map(tidy)).filter((block) => block !== '');
  if (blocks.length === 0) {
    throw new UnreadableDocument('The PDF holds no text, only images. Run it through text recognition (OCR) first.');
  }
  return { title: blocks[0]?.split('\n')[0]?.slice(0, 200) ?? null, paragraphs: capBlocks(blocks), language: null };
}
