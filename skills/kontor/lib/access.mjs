// Where Kontor is and who calls: from the environment, else from the profile that “login” keeps. The command line (kontor-cli)
// keeps the same file, so signing in once is enough for both.
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { EXIT, Stop } from './exit.mjs';
import { createKontor } from './kontor-sdk.gen.mjs';

const SCRIPT = fileURLToPath(new URL('../scripts/kontor.mjs', import.meta.url));
const DEFAULT_URL = 'http://127.0.0.1:4800';
const { env, platform, stdin, stderr } = process;

export function profilesPath() {
  const roaming = env.APPDATA || path.join(homedir(), 'AppData/Roaming');
  const folder = env.XDG_CONFIG_HOME || (platform === 'win32' ? roaming : path.join(homedir(), '.config'));
  return path.join(folder, 'kontor', 'profiles.json');
}

async function readProfiles() {
  const text = await readFile(profilesPath(), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  const { current = 'default', profiles = {} } = JSON.parse(text);
  return { current, profiles };
}

/** `url`, what is known of `apiKey`, `clientId`, `clientSecret`, and the `source` they come from. */
export async function resolveAccess() {
  const { current, profiles } = await readProfiles();
  const name = env.KONTOR_PROFILE || current;
  const profile = profiles[name];
  const url = (env.KONTOR_URL || profile?.url || DEFAULT_URL).replace(/\/+$/, '');
  // The credentials of a profile go to its own address only.
  const kept = profile?.url === url ? profile : {};
  const access = {
    url,
    apiKey: env.KONTOR_API_KEY || kept.apiKey,
    clientId: env.KONTOR_CLIENT_ID || kept.clientId,
    clientSecret: env.KONTOR_CLIENT_ID ? env.KONTOR_CLIENT_SECRET : kept.clientSecret,
  };
  const isEnv = env.KONTOR_API_KEY || env.KONTOR_CLIENT_ID;
  return { ...access, name, source: isEnv ? 'the environment' : kept.url ? `profile “${name}”` : 'nowhere' };
}

/** A client of the SDK. Asks for credentials at first use, if a person sits at the terminal. */
export async function connect() {
  let access = await resolveAccess();
  if (!access.apiKey && !access.clientId) access = await signIn();
  const { url: baseUrl, apiKey, clientId, clientSecret } = access;
  return createKontor({ baseUrl, apiKey, clientId, clientSecret });
}

/** Asks without showing what is typed, tries it, and keeps it in a file that only this person can read. */
export async function signIn() {
  const { url, name } = await resolveAccess();
  if (!stdin.isTTY) {
    throw new Stop(
      EXIT.access,
      `Nobody is signed in at ${url}, and here is no terminal to ask in.`,
      `A person runs this in a terminal of their own, so that no key comes into the chat:\n  node "${SCRIPT}" login`,
    );
  }
  if (url.startsWith('http:') && !/^http:\/\/(127\.|localhost|\[::1\])/.test(url)) {
    throw new Stop(
      EXIT.access,
      `${url} is plain http: a secret is not sent there.`,
      'Set KONTOR_URL to an https address.',
    );
  }
  stderr.write(`Kontor at ${url}. Leave out what you do not have; nothing secret is shown.\n`);
  const apiKey = await ask('API key (opens /v2): ', true);
  const clientId = await ask('Client id (opens /api): ', false);
  const clientSecret = clientId && (await ask('Client secret: ', true));
  if (!apiKey && !clientId)
    throw new Stop(EXIT.access, 'No credentials were given.', 'The console makes keys under Deploy.');
  await tryCredentials({ url, apiKey, clientId, clientSecret });
  const profile = { url, ...(apiKey && { apiKey }), ...(clientId && { clientId, clientSecret }) };
  await writeProfile(name, profile);
  stderr.write(`Kept as profile “${name}” in ${profilesPath()}, readable by you only.\n`);
  return profile;
}

async function tryCredentials({ url, apiKey, clientId, clientSecret }) {
  const kontor = createKontor({ baseUrl: url, apiKey, clientId, clientSecret });
  if (apiKey) stderr.write(`The key opens the workspace “${(await kontor.getWorkspace()).name}”.\n`);
  const body = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  if (clientId) stderr.write(`The client may: ${(await kontor.issueToken({ body })).scope}.\n`);
}

async function writeProfile(name, profile) {
  const file = profilesPath();
  const { profiles } = await readProfiles();
  const text = JSON.stringify(
    { current: name, profiles: { ...profiles, [name]: { ...profiles[name], ...profile } } },
    null,
    2,
  );
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  // The old file stays whole until the new one is.
  const fresh = `${file}.${process.pid}.new`;
  await writeFile(fresh, `${text}\n`, { mode: 0o600 });
  await chmod(fresh, 0o600);
  await rename(fresh, file);
}

async function ask(question, isHidden) {
  if (isHidden) stderr.write(question);
  // What is typed is echoed by readline: into nothing when nobody shall see it.
  const nothing = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: isHidden ? nothing : stderr, terminal: true });
  try {
    return (await lines.question(isHidden ? '' : question)).trim();
  } finally {
    lines.close();
    if (isHidden) stderr.write('\n');
  }
}
