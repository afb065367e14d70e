import type { Services } from '#platform/context.ts';
import { createPseudonyms } from '#platform/personal-data/index.ts';
import { explainFailure } from './explain-failure.ts';
import { ModelFailure } from './model-failure.ts';
import type { OpenedModel } from './open-model.ts';
import { forgetFailures, isPaused, noteFailure } from './pause.ts';

export interface ModelRequest {
  /** What the model is told to do; nothing that customers or pages wrote. */
  instructions: string;
  messages: readonly { role: 'user' | 'assistant'; text: string }[];
  /** Of the persons that it is about: hidden wherever they stand, restored in the answer. */
  names?: readonly string[];
  maxOutputTokens?: number;
  /** Tries after a failure that may pass by itself. Default 0: a customer waits. */
  retries?: number;
  signal?: AbortSignal;
  /** Hears the answer's text while it comes. */
  onText?(text: string): void;
}

export interface ModelAnswer {
  text: string;
  inputTokens: number;
  outputTokens: number;
  /** Millionths of the currency that the prices are in. */
  costMicros: number;
  durationMs: number;
}

/**
 * Asks the workspace's model. Personal data leaves as placeholders, which are restored in the answer: only values of this
 * very request can be, so nobody is shown another one's. Needs no database connection and must hold none, because it may
 * take as long as the model's timeout. Throws `ModelFailure` and nothing else that a provider could cause.
 */
export async function askModel(services: Services, model: OpenedModel, request: ModelRequest): Promise<ModelAnswer> {
  const { workspaceId } = model;
  const nowMs = () => services.now().getTime();
  if (isPaused(workspaceId, nowMs())) {
    throw new ModelFailure('paused', 'The language model failed several times in a row and is not asked for a moment.');
  }
  const startedMs = performance.now();
  try {
    const { text, inputTokens, outputTokens } = await exchange(services, model, request);
    forgetFailures(workspaceId);
    // A price per million tokens is a price in millionths per token.
    const costMicros = Math.round(inputTokens * model.inputPrice + outputTokens * model.outputPrice);
    return { text, inputTokens, outputTokens, costMicros, durationMs: Math.round(performance.now() - startedMs) };
  } catch (error) {
    const failure = await explainFailure(error, new URL(model.baseUrl).origin);
    noteFailure(workspaceId, nowMs());
    services.log.warn(
      { workspaceId, code: failure.code, durationMs: Math.round(performance.now() - startedMs) },
      'The language model gave no answer',
    );
    throw failure;
  }
}

async function exchange(services: Services, model: OpenedModel, request: ModelRequest) {
  const { connect, generateText, streamText } = await import('./libraries.ts');
  const pseudonyms = createPseudonyms(request.names);
  const call = {
    model: connect(services.outbound, model),
    instructions: pseudonyms.hide(request.instructions),
    messages: request.messages.map(({ role, text }) => ({ role, content: pseudonyms.hide(text) })),
    maxOutputTokens: request.maxOutputTokens ?? model.maxOutputTokens,
    temperature: 0,
    maxRetries: request.retries ?? 0,
    ...(request.signal && { abortSignal: request.signal }),
  };
  const result = request.onText
    ? await streamed(streamText, call, pseudonyms.restore, request.onText)
    : await generateText(call);
  // Anything else, an end that nobody gave included, means that something is missing.
  if (result.finishReason !== 'stop') {
    throw new ModelFailure('cut_off', `The language model stopped before it had finished (${result.finishReason}).`);
  }
  if (result.text.trim() === '') throw new ModelFailure('garbage', 'The language model answered nothing.');
  const { inputTokens = 0, outputTokens = 0 } = result.usage;
  return { text: pseudonyms.restore(result.text), inputTokens, outputTokens };
}

type StreamText = typeof import('./libraries.ts').streamText;

async function streamed(
  streamText: StreamText,
  call: Parameters<StreamText>[0],
  restore: (text: string) => string,
  onText: (text: string) => void,
) {
  let failure: Error | undefined;
  const result = streamText({
    ...call,
    onError: ({ error }) => {
      failure = error instanceof Error ? error : new Error(String(error));
    },
  });
  let held = '';
  for await (const piece of result.textStream) {
    held += piece;
    // A placeholder that has only begun waits for its end.
    const cut = placeholderStart(held);
    if (cut > 0) onText(restore(held.slice(0, cut)));
    held = held.slice(cut);
  }
  if (failure) throw failure;
  if (held !== '') onText(restore(held));
  return { text: await result.text, finishReason: await result.finishReason, usage: await result.usage };
}

const LONGEST_PLACEHOLDER = '[tax-id-000000]'.length;

function placeholderStart(text: string): number {
  const open = text.lastIndexOf('[');
  return open !== -1 && !text.includes(']', open) && text.length - open < LONGEST_PLACEHOLDER ? open : text.length;
}
