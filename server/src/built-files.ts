/** Files that `npm run build` made, read once each and sent zipped to who takes that. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

interface BuiltFile {
  plain: Buffer;
  zipped: Buffer;
}

/** `folder`: where they are. What is asked for by its `name` must have been checked: nothing else of the folder is given away. */
export function createBuiltFiles(folder: string) {
  const read = new Map<string, Promise<BuiltFile>>();
  return async (request: FastifyRequest, reply: FastifyReply, name: string, cacheControl: string) => {
    if (!read.has(name) && !existsSync(join(folder, name))) return reply.callNotFound();
    const made = read.get(name) ?? readFile(join(folder, name));
    read.set(name, made);
    const { plain, zipped } = await made;
    reply.headers({ 'cache-control': cacheControl, vary: 'accept-encoding' });
    reply.type(TYPES[extname(name)] ?? 'application/octet-stream');
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return reply.send(plain);
    return reply.header('content-encoding', 'gzip').send(zipped);
  };
}

async function readFile(path: string): Promise<BuiltFile> {
  const plain = readFileSync(path);
  return { plain, zipped: await promisify(gzip)(plain, { level: 9 }) };
}
