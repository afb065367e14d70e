/** Credentials neither go to a model nor come from one: a conversation is no place to keep them. */

export const WITHHELD = '[withheld: models see no credentials; a person sees or makes them in the console]';

const SHOWN_AS = new Set(['apiKey', 'clientSecret', 'secret', 'signingSecret']);
/** Keys of workspaces and secrets of webhooks begin like this wherever they stand. */
const LOOKS_LIKE = /\b(kontor_[\w-]{20,}|whsec_[\w+/=-]{20,})/g;

/** A copy of an answer without the credentials in it. */
export function withholdCredentials(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(LOOKS_LIKE, WITHHELD);
  if (Array.isArray(value)) return value.map(withholdCredentials);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      typeof inner === 'string' && SHOWN_AS.has(name) ? WITHHELD : withholdCredentials(inner),
    ]),
  );
}

const ASKED_FOR_AS = new Set(['apiKey', 'key', 'secret', 'token']);

/** Whether a field of a body wants a credential. */
export const isCredentialField = (name: string) => ASKED_FOR_AS.has(name);
