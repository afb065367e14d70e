import { ApiError, createKontor, type Kontor } from 'kontor-sdk';
import { describeScopes } from '../access/describe-scopes.ts';
import { isReadByOthers, profilesPath } from '../access/profiles.ts';
import { type Access, isUnsafeUrl, resolveAccess } from '../access/resolve-access.ts';
import type { Call } from '../command.types.ts';
import { readVersion } from '../version.ts';
import { describeWebhook } from '../webhooks/describe-webhook.ts';

export interface Finding {
  about: string;
  state: 'ok' | 'warning' | 'broken' | 'skipped';
  message: string;
  /** What to do. */
  hint?: string;
}

/** Tokens live five minutes, and receivers of webhooks refuse what is older. */
const MOST_SKEW_MS = 60_000;

/** Looks at everything, one thing after the other; what can not be looked at is said to be so. */
export async function examine(call: Call): Promise<Finding[]> {
  const access = await resolveAccess(call);
  const reached = await examineAddress(access.url);
  const findings = [await examineProfile(call), ...reached.findings];
  if (!reached.isThere) return findings;
  const kontor = createKontor({ baseUrl: access.url, ...access, retries: 1 });
  return [
    ...findings,
    ...(await examineStatus(kontor)),
    ...(await examineKey(kontor, access)),
    ...(await examineClient(kontor, access)),
  ];
}

async function examineProfile({ world }: Call): Promise<Finding> {
  const isOpen = await isReadByOthers(world);
  const file = profilesPath(world);
  if (isOpen)
    return {
      about: 'profiles',
      state: 'broken',
      message: `Others on this machine can read ${file}.`,
      hint: `chmod 600 ${file}`,
    };
  return {
    about: 'profiles',
    state: 'ok',
    message: isOpen === null ? 'None are kept here.' : `Kept in ${file}, readable by you only.`,
  };
}

async function examineAddress(url: string): Promise<{ isThere: boolean; findings: Finding[] }> {
  const startMs = Date.now();
  try {
    const response = await fetch(`${url}/readyz`, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
    const tookMs = Date.now() - startMs;
    const answer = (await response.json().catch(() => null)) as { status?: string } | null;
    if (answer?.status === undefined && response.status !== 503) {
      return { isThere: false, findings: [notKontor(url, response.status)] };
    }
    const findings: Finding[] = [
      { about: 'address', state: 'ok', message: `${url} answers (${tookMs} ms).` },
      ...(isUnsafeUrl(url)
        ? [
            {
              about: 'address',
              state: 'warning' as const,
              message: 'It is plain http: keys and data can be read on the way.',
              hint: 'Put a proxy with https before it: docs/operate.md.',
            },
          ]
        : []),
      response.ok
        ? { about: 'ready', state: 'ok', message: 'It takes requests, and has its database.' }
        : {
            about: 'ready',
            state: 'broken',
            message: `It takes no requests (${response.status}): it starts, stops, or has no database.`,
            hint: 'The server’s log says which: docs/operate.md.',
          },
      examineClock(response.headers.get('date'), tookMs),
    ];
    return { isThere: true, findings };
  } catch (error) {
    const { message, cause } = error as Error & { cause?: Error };
    const finding: Finding = {
      about: 'address',
      state: 'broken',
      message: `${url} does not answer: ${cause?.message || message}`,
      hint: 'Is the server running (npm start)? KONTOR_URL, --url or “kontor login --url” say where it is.',
    };
    return { isThere: false, findings: [finding] };
  }
}

const notKontor = (url: string, status: number): Finding => ({
  about: 'address',
  state: 'broken',
  message: `${url} answers ${status}, but not as Kontor does.`,
  hint: 'The address is that of the server, without /api, /v2 or /console.',
});

/** By the `Date` of an answer, which is exact to a second. */
function examineClock(date: string | null, tookMs: number): Finding {
  if (date === null) return { about: 'clock', state: 'skipped', message: 'The server does not say what time it is.' };
  const skewMs = Date.parse(date) + 500 + tookMs / 2 - Date.now();
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (Math.abs(skewMs) <= MOST_SKEW_MS)
    return { about: 'clock', state: 'ok', message: `Server and this machine agree on the time (${seconds} s).` };
  return {
    about: 'clock',
    state: 'warning',
    message: `The server’s clock is ${seconds} s ${skewMs > 0 ? 'ahead' : 'behind'}.`,
    hint: 'Webhooks are refused as too old beyond 300 s: set the time of both by NTP.',
  };
}

interface Component {
  name: string;
  status: string;
  message?: string | null;
}

async function examineStatus(kontor: Kontor): Promise<Finding[]> {
  const { version, components } = await kontor.getStatus();
  const own = readVersion();
  const isSame = version.split('.')[0] === own.split('.')[0];
  const versions: Finding = {
    about: 'version',
    state: isSame ? 'ok' : 'warning',
    message: `Kontor ${version}, this program ${own}.`,
    ...(!isSame && { hint: 'Install the kontor-cli of the server’s version.' }),
  };
  const rest = (components as Component[]).map(({ name, status, message }): Finding => {
    const isWell = status === 'ok';
    return {
      about: name,
      state: isWell ? 'ok' : 'broken',
      message: isWell ? 'Works.' : `${status}${message ? `: ${message}` : ''}`,
      ...(!isWell && { hint: 'docs/operate.md says what to look at.' }),
    };
  });
  return [versions, ...rest];
}

async function examineKey(kontor: Kontor, { apiKey, source }: Access): Promise<Finding[]> {
  if (!apiKey)
    return [
      {
        about: 'key',
        state: 'skipped',
        message: 'No API key: /v2 is closed.',
        hint: 'kontor login, or KONTOR_API_KEY.',
      },
    ];
  try {
    const { name, scopes } = await kontor.getWorkspace();
    const valid: Finding = {
      about: 'key',
      state: 'ok',
      message: `From ${source}; opens “${name}”: ${scopes.join(', ')}.`,
    };
    return scopes.includes('read') ? [valid, await examineRuns(kontor), await examineEndpoints(kontor)] : [valid];
  } catch (error) {
    return [refusal('key', error, `The key (from ${source}) is refused`)];
  }
}

async function examineRuns(kontor: Kontor): Promise<Finding> {
  const { runs } = await kontor.listActionRuns({ query: { open: true } });
  if (runs.length === 0)
    return { about: 'writes', state: 'ok', message: 'No call of unknown outcome waits for a person.' };
  return {
    about: 'writes',
    state: 'warning',
    message: `${runs.length} calls of unknown outcome wait: ${[...new Set(runs.map(({ actionName }) => actionName))].join(', ')}.`,
    hint: 'Look them up in your system and settle each: kontor call listActionRuns --param open=true, kontor call settleActionRun.',
  };
}

async function examineEndpoints(kontor: Kontor): Promise<Finding> {
  const { endpoints, environment } = await kontor.getHealthOverview();
  const open = endpoints.filter(({ circuit }) => circuit !== 'closed');
  const drifted = endpoints.filter(({ driftedFields }) => driftedFields > 0);
  if (open.length === 0 && drifted.length === 0)
    return {
      about: 'endpoints',
      state: 'ok',
      message: `${endpoints.length} of your systems, none cut off (${environment}).`,
    };
  const names = [
    ...open.map(({ name }) => `${name} is cut off`),
    ...drifted.map(({ name }) => `${name} answers otherwise than declared`),
  ];
  return {
    about: 'endpoints',
    state: 'warning',
    message: `${names.join('; ')} (${environment}).`,
    hint: 'kontor contract check says what is wrong.',
  };
}

async function examineClient(kontor: Kontor, { clientId, clientSecret, source }: Access): Promise<Finding[]> {
  if (!clientId || !clientSecret) {
    return [
      {
        about: 'client',
        state: 'skipped',
        message: 'No client: /api is closed.',
        hint: 'kontor login, or KONTOR_CLIENT_ID and KONTOR_CLIENT_SECRET.',
      },
    ];
  }
  try {
    const body = { grant_type: 'client_credentials' as const, client_id: clientId, client_secret: clientSecret };
    const { scope } = await kontor.issueToken({ body });
    const valid: Finding = { about: 'client', state: 'ok', message: `From ${source}; may: ${describeScopes(scope)}.` };
    return scope.split(' ').includes('webhooks') ? [valid, await examineWebhooks(kontor)] : [valid];
  } catch (error) {
    return [refusal('client', error, `The client (from ${source}) is refused`)];
  }
}

async function examineWebhooks(kontor: Kontor): Promise<Finding> {
  const { webhooks } = await kontor.listWebhooks();
  const failing = webhooks.flatMap((webhook) => {
    const wrong = webhook.failingSince || webhook.disabledReason ? describeWebhook(webhook) : null;
    return wrong ? [`${webhook.endpoint.replace(/\?.*/, '?…')} ${wrong}`] : [];
  });
  if (failing.length === 0) return { about: 'webhooks', state: 'ok', message: `${webhooks.length}, none fails.` };
  return {
    about: 'webhooks',
    state: 'warning',
    message: `${failing.join('; ')}.`,
    hint: 'kontor webhooks trigger --webhook ID tries one; docs/webhooks.md.',
  };
}

function refusal(about: string, error: unknown, what: string): Finding {
  if (!(error instanceof ApiError)) throw error;
  return {
    about,
    state: 'broken',
    message: `${what}: ${error.message} (${error.status}, ${error.code})`,
    hint: 'kontor login',
  };
}
