/**
 * The chat that companies put into their pages: whose pages may show it, and how a visitor talks there. Who a visitor is only
 * a signed token says.
 */
import type { KontorModule } from '#platform/module.ts';
import { talkRoutes } from './talk.routes.ts';
import { widgetRoutes } from './widget.routes.ts';
import * as schemas from './widget.schemas.ts';

export const widget: KontorModule = {
  name: 'widget',
  routes: [...widgetRoutes, ...talkRoutes],
  schemas: { ...schemas },
};
