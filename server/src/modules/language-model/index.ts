/**
 * The language model that a workspace may choose: its settings with the sealed key, and the one way of asking it. What it
 * is asked, and whether its answer is any good, is decided above.
 */
import type { KontorModule } from '#platform/module.ts';
import { languageModelRoutes } from './language-model.routes.ts';
import * as schemas from './language-model.schemas.ts';

export { askModel, type ModelAnswer, type ModelRequest } from './ask-model.ts';
export { ModelFailure } from './model-failure.ts';
export { type OpenedModel, openModel } from './open-model.ts';

export const languageModel: KontorModule = { name: 'language-model', routes: languageModelRoutes, schemas };
