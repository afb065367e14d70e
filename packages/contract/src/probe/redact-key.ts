/** Finds keys in texts and takes them out. */
export interface Redactor {
  finds(text: string): boolean;
  text(text: string): string;
}

const SHOWN = '<key>';

/** Knows each secret as it is, percent-encoded, with JSON's escaped slashes, and in base64; the longest form first. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const forms = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      secret.replaceAll('/', String.raw`\/`),
      base64(secret),
      base64(secret, 'base64url'),
    ])
    .toSorted((a, b) => b.length - a.length);
  return {
    finds: (text) => forms.some((form) => text.includes(form)),
    text: (text) => forms.reduce((rest, form) => rest.replaceAll(form, SHOWN), text),
  };
}

const base64 = (text: string, encoding: 'base64' | 'base64url' = 'base64') =>
  Buffer.from(text).toString(encoding).replace(/=+$/, '');
