import { createKontor, type Kontor } from 'kontor-sdk';
import type { Call } from '../command.types.ts';
import { askForCredentials } from './ask-for-credentials.ts';
import { isUnsafeUrl, resolveAccess } from './resolve-access.ts';

/**
 * A client of the SDK. Without any credentials it asks for them where a person sits at the terminal; elsewhere calls that need
 * one are refused with what to set.
 */
export async function connect(call: Call): Promise<Kontor> {
  let access = await resolveAccess(call);
  const { terminal } = call;
  if (isUnsafeUrl(access.url)) {
    terminal.note(
      `${terminal.noteStyle('yellow', '!')} ${access.url} is plain http: whoever is in between reads keys and data.`,
    );
  }
  if (!access.apiKey && !access.clientId && terminal.isInteractive)
    access = { ...access, ...(await askForCredentials(call, access)) };
  const { url: baseUrl, apiKey, clientId, clientSecret } = access;
  return createKontor({ baseUrl, apiKey, clientId, clientSecret });
}
