/** The value of one cookie in a `Cookie` header; null when it is absent or empty. */
export function readCookieNamed(name: string, header: string | string[] | undefined): string | null {
  for (const pair of String(header ?? '').split(';')) {
    const [key = '', value = ''] = pair.split('=').map((part) => part.trim());
    if (key === name && value !== '') return value;
  }
  return null;
}
