import { type ReadDocument, UnreadableDocument } from '../source.types.ts';
import { checkArchive } from './check-archive.ts';
import { readHtml } from './read-html.ts';

/** The text of a Word document with its headings, lists and tables. Images and macros are not looked at. */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
  await checkArchive(bytes);
  // Loaded when the first document comes: the library is large.
  const { default: mammoth } = await import('mammoth');
  let html: string;
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    html = result.value;
  } catch (error) {
    throw new UnreadableDocument('The file is no Word document (.docx), or it is damaged.', { cause: error });
  }
  const { title, paragraphs } = readHtml(`<main>${html}</main>`, null);
  if (paragraphs.length === 0) throw new UnreadableDocument('The document holds no text.');
  return { title: title ?? paragraphs[0]?.split('\n')[0]?.slice(0, 200) ?? null, paragraphs, language: null };
}
