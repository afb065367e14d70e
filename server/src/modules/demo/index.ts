/** The demo workspace: what an empty installation starts with, filled by the front doors of the other modules. */

export { type Credentials, createDemo } from './create-demo.ts';
