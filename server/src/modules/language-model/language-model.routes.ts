import { detachedRoute, route } from '#platform/http/route.ts';
import { checkModel } from './check-model.ts';
import { noLanguageModel } from './language-model.errors.ts';
import {
  LanguageModel,
  LanguageModelCheck,
  LanguageModelRemoved,
  SaveLanguageModel,
} from './language-model.schemas.ts';
import { getModel, removeModel, saveLanguageModel } from './manage-model.ts';

const tag = 'Language model';
const path = '/v2/language-model';

export const languageModelRoutes = [
  route({
    method: 'GET',
    path,
    operationId: 'getLanguageModel',
    summary: 'Get the language model',
    description: 'What phrases the answers of this workspace, without its key.',
    tag,
    scope: 'read',
    outputs: { 200: { description: 'The language model.', schema: LanguageModel } },
    errors: [noLanguageModel],
    handle: async (ctx) => ({ status: 200, body: await getModel(ctx) }),
  }),
  route({
    method: 'PUT',
    path,
    operationId: 'saveLanguageModel',
    summary: 'Choose the language model',
    description:
      'Any endpoint that speaks OpenAI’s chat completions, or Anthropic. Answers are then planned and phrased by it, from what was retrieved only, and checked before they are sent.',
    tag,
    scope: 'write',
    body: SaveLanguageModel,
    outputs: { 200: { description: 'The language model as it is stored.', schema: LanguageModel } },
    example: {
      body: {
        provider: 'openai-compatible',
        baseUrl: 'https://llm.example.com/v1',
        model: 'small',
        apiKey: 'sk-example',
      },
    },
    handle: async (ctx, { body }) => ({ status: 200, body: await saveLanguageModel(ctx, body) }),
  }),
  detachedRoute({
    method: 'POST',
    path: `${path}/check`,
    operationId: 'checkLanguageModel',
    summary: 'Try the language model',
    description: 'Asks it one short question, and says what is wrong when no answer comes.',
    tag,
    scope: 'write',
    outputs: { 200: { description: 'What came of it.', schema: LanguageModelCheck } },
    errors: [noLanguageModel],
    handle: async (ctx) => ({ status: 200, body: await checkModel(ctx) }),
  }),
  route({
    method: 'DELETE',
    path,
    operationId: 'removeLanguageModel',
    summary: 'Do without a language model',
    description: 'Deletes the setting and its key; answers come from the deterministic engine again.',
    tag,
    scope: 'write',
    outputs: { 200: { description: 'It is gone.', schema: LanguageModelRemoved } },
    errors: [noLanguageModel],
    handle: async (ctx) => ({ status: 200, body: await removeModel(ctx) }),
  }),
];
