/**
 * Demo data: two made-up users with 24 months of accounts as German banks would report them. Pure: the same name, day and
 * seed give the same data. Persons, employers, landlords and small firms are fictional; large brands appear under the
 * names that statements show; no IBAN can belong to anybody (see `identifiers.ts`). `createDemo` puts them into a workspace.
 */

export { type Credentials, createDemo } from './create-demo.ts';
export { demoPersona } from './demo-persona.ts';
