/** The local part with all that RFC 5322 allows; `/` and `=` only at its end, so that a query keeps its names. */
const EMAIL =
  /[\p{L}\p{N}.!#$%&'*+?^_`{|}~-]{0,63}[\p{L}\p{N}.!#$%&'*+?^_`{|}~/=-](?:@|%40)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63}/gu;

/** Replaces e-mail addresses, also with letters beyond ASCII and with the `@` of a query (`%40`). */
export function replaceEmails(text: string, replacement: (found: string) => string): string {
  return text.includes('@') || text.includes('%40') ? text.replace(EMAIL, replacement) : text;
}
