/** Files that `npm run build` made, read when they have changed, and sent zipped to who takes that. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

interface BuiltFile {
  changedMs: number;
  plain: Buffer;
  zipped: Buffer;
  etag: string;
}

/** `folder`: where they are. What is asked for by its `name` must have been checked: nothing else of the folder is given away. */
export function createBuiltFiles(folder: string) {
  const files = new Map<string, Promise<BuiltFile>>();
  return async (request: FastifyRequest, reply: FastifyReply, name: string, cacheControl: string) => {
    const path = join(folder, name);
    const changedMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (changedMs === undefined) return reply.callNotFound();
    let file = await files.get(name);
    if (file?.changedMs !== changedMs) {
      const read = readFile(path, changedMs);
      files.set(name, read);
      file = await read;
    }
    reply.headers({ 'cache-control': cacheControl, etag: file.etag });
    if (!reply.hasHeader('vary')) reply.header('vary', 'accept-encoding');
    if (request.headers['if-none-match'] === file.etag) return reply.status(304).send();
    reply.type(TYPES[extname(name)] ?? 'application/octet-stream');
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return reply.send(file.plain);
    return reply.header('content-encoding', 'gzip').send(file.zipped);
  };
}

async function readFile(path: string, changedMs: number): Promise<BuiltFile> {
  const plain = readFileSync(path);
  // Weak: plain and zipped are the same text in other bytes.
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { changedMs, plain, zipped: await promisify(gzip)(plain, { level: 9 }), etag };
}
