/** The demo workspace: what an empty installation starts with, filled by the front doors of the other modules. */

export { startCompany } from './company/start-company.ts';
export { type Credentials, createDemo } from './create-demo.ts';
