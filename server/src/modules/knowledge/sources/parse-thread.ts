/** A thread that reads pages for a crawl, so that a large or malicious one holds up no request of the process. */
import { parentPort } from 'node:worker_threads';
import { readHtml } from './readers/read-html.ts';
import { UnreadableDocument } from './source.types.ts';

if (!parentPort) throw new Error('parse-thread.ts runs as a thread of a crawl, not by itself.');
const port = parentPort;
port.on('message', ({ id, html, url }: { id: number; html: string; url: string }) => {
  try {
    const { title, language, canonicalUrl, links, paragraphs } = readHtml(html, url);
    // A crawl wants to know whether there is text, not what it says.
    const page = { title, language, canonicalUrl, links, paragraphs: paragraphs.slice(0, 1) };
    port.postMessage({ id, page });
  } catch (error) {
    if (!(error instanceof UnreadableDocument || error instanceof RangeError)) throw error;
    port.postMessage({ id, problem: error.message });
  }
});
