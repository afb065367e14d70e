/** Who has an account at the sandbox: user names say which life is behind them, and what the bank does wrong for them. */
import { type PersonaName, personaNames } from '#modules/personas/index.ts';

export const SANDBOX_PIN = '12345';
export const SANDBOX_CODE = '123456';

/** What goes wrong, by the word behind the dot of the user name: `employee.slow`. docs/providers.md says what each does. */
export const FAULTS = [
  'wrong-pin',
  'locked',
  'wrong-code',
  'code-expired',
  'refused',
  'down',
  'slow',
  'down-later',
  'rate-limited',
  'consent-expired',
  'expiring',
  'renumbered',
  'no-ids',
  'malformed',
  'html',
  'endless',
  'gap',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface Customer {
  userName: string;
  persona: PersonaName;
  fault: Fault | null;
}

/** Null for a user name that nobody has. */
export function customerOf(userName: string): Customer | null {
  const name = userName.trim().toLowerCase();
  const [first = '', word = null, ...rest] = name.split('.');
  const persona = personaNames.find((known) => known === first);
  const fault = word === null ? null : FAULTS.find((known) => known === word);
  if (!persona || fault === undefined || rest.length > 0) return null;
  return { userName: name, persona, fault };
}
