/** How much waits for people, from all modules by their front doors; aside: nobody imports it. */
import type { KontorModule } from '#platform/module.ts';
import { overviewRoutes } from './overview.routes.ts';
import * as schemas from './overview.schemas.ts';

export const overview: KontorModule = { name: 'overview', routes: overviewRoutes, schemas };
