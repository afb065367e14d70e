import { Worker } from 'node:worker_threads';
import type { ParseHtml } from './fetch-page.ts';
import { type ReadPage, UnreadableDocument } from './source.types.ts';

/** One page takes at most so long; the thread is ended with it. */
const LONGEST_MS = 5_000;
const MEMORY_MB = 256;

export interface PageParser {
  parse: ParseHtml;
  close(): Promise<void>;
}

interface Waiting {
  resolve(page: ReadPage): void;
  reject(error: Error): void;
}

/** Reads pages in a thread of its own, which begins with the first page. What takes too long or too much memory is unreadable. */
export function createPageParser(): PageParser {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let ids = 0;
  const end = async (reason: string) => {
    const ended = thread;
    thread = undefined;
    for (const { reject } of waiting.values()) reject(new UnreadableDocument(reason));
    waiting.clear();
    await ended?.terminate();
  };
  const begin = () => {
    const begun = new Worker(new URL('./parse-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    begun.on('message', ({ id, page, problem }: { id: number; page?: ReadPage; problem?: string }) => {
      const caller = waiting.get(id);
      waiting.delete(id);
      if (page) caller?.resolve(page);
      else caller?.reject(new UnreadableDocument(problem ?? 'The page could not be read.'));
    });
    begun.on('error', () => {
      if (thread === begun) void end('The page is too large to be read.');
    });
    begun.unref();
    return begun;
  };
  return {
    async parse(html, url) {
      thread ??= begin();
      const id = ++ids;
      const { promise, resolve, reject } = Promise.withResolvers<ReadPage>();
      waiting.set(id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      thread.postMessage({ id, html, url });
      const timer = setTimeout(() => void end('The page takes too long to be read.'), LONGEST_MS * waiting.size);
      try {
        return await promise;
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => end('The crawl has ended.'),
  };
}
