#!/usr/bin/env node
// kontor-mcp [bots|bank] [--toolsets a,b] [--profile NAME]: speaks MCP over stdio, and passes it on to Kontor's /mcp.
import { createBearer } from './bearer.ts';
import { forwardLines } from './forward-lines.ts';
import { createPost } from './post.ts';
import { readArguments, USAGE } from './read-arguments.ts';
import { resolveAccess } from './resolve-access.ts';

process.exitCode = await main(process.argv.slice(2));

/** Everything for people goes to stderr: stdout belongs to the protocol. */
async function main(argv: string[]): Promise<number> {
  if (argv.includes('--help')) {
    console.error(USAGE);
    return 0;
  }
  try {
    const options = readArguments(argv);
    const access = await resolveAccess(options, process.env, process.platform);
    if (access.isOpenToReaders) {
      console.error(`${access.url} is plain http: whoever is in between reads the credential and the data.`);
    }
    const post = createPost({ url: access.url, toolsets: options.toolsets, bearer: createBearer(access) });
    await forwardLines(process.stdin, process.stdout, post);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
}
