/**
 * The libraries that speak with providers: loaded when a model is asked for the first time, because they are large and most
 * workspaces have none. They are given everything they would otherwise read from the environment.
 */
import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModel } from 'ai';
import { createGuardedFetch, type OutboundClient } from '#platform/outbound/index.ts';
import type { OpenedModel } from './open-model.ts';

export { APICallError, generateText, streamText } from 'ai';

const MAX_BYTES = 2 * 1024 * 1024;

/** The model as the library knows it; every request of it goes through the guarded client. */
export function connect(outbound: OutboundClient, model: OpenedModel): LanguageModel {
  const { baseUrl: baseURL, allowList, timeoutMs } = model;
  const fetch = createGuardedFetch(outbound, { allowList, timeoutMs, maxBytes: MAX_BYTES, lane: 'language-model' });
  const apiKey = model.readKey();
  if (model.provider === 'anthropic') return createAnthropic({ baseURL, apiKey: apiKey ?? '', fetch })(model.model);
  return createOpenAICompatible({
    name: 'workspace',
    baseURL,
    ...(apiKey !== null && { apiKey }),
    includeUsage: true,
    fetch,
  })(model.model);
}
