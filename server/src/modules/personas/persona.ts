import { demoCompany } from './company.ts';
import { demoEmployee } from './person.ts';
import type { Persona, PersonaOptions } from './persona.types.ts';

const personas = { employee: demoEmployee, company: demoCompany };

export type PersonaName = keyof typeof personas;
export const personaNames = Object.keys(personas) as PersonaName[];

/**
 * A user and their accounts in the wire shape of an upload: the 24 months up to `until` (`YYYY-MM-DD`, included).
 * Throws a RangeError when `until` is no day of the calendar.
 */
export function createPersona(name: PersonaName, options: PersonaOptions): Persona {
  const { until } = options;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(until) ? Date.parse(`${until}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== until) {
    throw new RangeError(`until: ${JSON.stringify(until)} is no day; give one as YYYY-MM-DD, such as 2026-03-31`);
  }
  return personas[name](options);
}
