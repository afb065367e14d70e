/** Tells open pages of the console what has changed, so that they read it again; aside: nobody imports it. */
import type { KontorModule } from '#platform/module.ts';
import { liveRoutes } from './live.routes.ts';
import * as schemas from './live.schemas.ts';

export const live: KontorModule = { name: 'live', routes: liveRoutes, schemas };
