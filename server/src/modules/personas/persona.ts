import { demoCompany } from './company.ts';
import { type Life, liveThrough } from './life.ts';
import { family } from './lives/family.ts';
import { freelancer } from './lives/freelancer.ts';
import { gambler } from './lives/gambler.ts';
import { newcomer } from './lives/newcomer.ts';
import { overIndebted } from './lives/over-indebted.ts';
import { pensioner } from './lives/pensioner.ts';
import { shop } from './lives/shop.ts';
import { student } from './lives/student.ts';
import { demoEmployee } from './person.ts';
import type { Persona, PersonaOptions } from './persona.types.ts';

const living = (life: Life) => (options: PersonaOptions) => liveThrough(life, options);

const personas = {
  employee: demoEmployee,
  pensioner: living(pensioner),
  student: living(student),
  family: living(family),
  freelancer: living(freelancer),
  gambler: living(gambler),
  'over-indebted': living(overIndebted),
  newcomer: living(newcomer),
  company: demoCompany,
  shop: living(shop),
};

export type PersonaName = keyof typeof personas;
export const personaNames = Object.keys(personas) as PersonaName[];

/**
 * A user and their accounts in the wire shape of an upload: from 24 months before `anchor` (the newcomer: 20 days) up to
 * `until` (`YYYY-MM-DD`, included). Throws a RangeError when `until` is no day of the calendar.
 */
export function createPersona(name: PersonaName, options: PersonaOptions): Persona {
  const { until } = options;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(until) ? Date.parse(`${until}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== until) {
    throw new RangeError(`until: ${JSON.stringify(until)} is no day; give one as YYYY-MM-DD, such as 2026-03-31`);
  }
  return personas[name](options);
}
