import { type Bank, type BankCall, BankNo } from './bank.types.ts';

/** The JSON object that was sent. */
export function bodyOf(call: BankCall): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(call.body || '{}');
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>;
  } catch {
    // The same no as for a body of another shape.
  }
  throw new BankNo(400, 'FORMAT_ERROR', 'The body is no JSON object');
}

/** An address below the bank that was asked. */
export function linkTo(bank: Bank, call: BankCall, path: string): { href: string } {
  return { href: `${bank.url}/${call.bankId}/${path}` };
}

export function header(call: BankCall, name: string): string | null {
  const value = call.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

export function requireRequestId(call: BankCall): void {
  if (!/^[0-9a-f-]{36}$/i.test(header(call, 'x-request-id') ?? ''))
    throw new BankNo(400, 'FORMAT_ERROR', 'X-Request-ID');
}
