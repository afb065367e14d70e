import { findUserByKey } from '#modules/users/index.ts';
import type { Services } from '#platform/context.ts';
import { sha256Hex } from '#platform/crypto/random.ts';
import type { Reply } from '#platform/http/route.ts';
import { findCockpit } from './cockpit.queries.ts';
import { renderCockpit } from './page/render-cockpit.ts';
import { renderMissing } from './page/render-missing.ts';
import { STYLE_HASH } from './page/styles.ts';
import { readCockpit } from './read-cockpit.ts';

/** 32 bytes in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Nothing but this one style sheet; nobody keeps the page, finds it by search, frames it, or learns its address. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
};

/** The page of a link. Unknown, expired, revoked, or of a user that is gone: all get the same page with a 404. */
export async function openCockpit(services: Services, token: string): Promise<Reply> {
  const page = TOKEN.test(token) ? await readPage(services, token) : null;
  if (page === null) return { status: 404, body: renderMissing(), headers: HEADERS };
  return { status: 200, body: page, headers: HEADERS };
}

async function readPage({ database }: Services, token: string): Promise<string | null> {
  const cockpit = await database.read(null, (session) => findCockpit(session, sha256Hex(token)));
  if (!cockpit) return null;
  // One moment of the database, so that the parts of the page are of one run.
  return database.snapshot(cockpit.workspaceId, async (session) => {
    const user = await findUserByKey(session, cockpit.userKey);
    return user ? renderCockpit(await readCockpit(session, cockpit, user), cockpit.language) : null;
  });
}
