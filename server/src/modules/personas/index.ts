/**
 * Made-up people and companies with their bank accounts, as German banks would report them: for the demo workspace, the
 * sandbox bank and benchmarks. Pure: the same name, days and seed give the same data. Persons, employers, landlords and
 * small firms are fictional; large brands appear under the names that statements show; no IBAN can belong to anybody
 * (see `identifiers.ts`).
 */

export type { PersonaName } from './persona.ts';
export { createPersona, personaNames } from './persona.ts';
