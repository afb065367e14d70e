/** The agents of a workspace and the prompts that shape what they say. On the wire they are `bots`, as in the original. */
import type { KontorModule } from '#platform/module.ts';
import { botRoutes } from './bots.routes.ts';
import * as schemas from './bots.schemas.ts';

export { botNotFound } from './bots.errors.ts';
export { BotParams } from './bots.schemas.ts';
export { createBot, listBots, requireBot } from './manage-bots.ts';
export { mergedPrompt } from './manage-prompts.ts';

export const bots: KontorModule = { name: 'bots', routes: botRoutes, schemas };
