import { OutboundError } from '#platform/outbound/index.ts';
import { ModelFailure } from './model-failure.ts';

/** What an error of the library or of the guarded client means. What the provider said is not passed on. */
export async function explainFailure(error: unknown, origin: string): Promise<ModelFailure> {
  if (error instanceof ModelFailure) return error;
  const cause = outboundCause(error);
  if (cause) return explainOutbound(cause);
  const { APICallError } = await import('./libraries.ts');
  const { lastError } = error as { lastError?: unknown };
  const failed = lastError ?? error;
  const status = APICallError.isInstance(failed) ? failed.statusCode : undefined;
  if (status === 429 || status === 529) return new ModelFailure('rate_limited', `${origin} is being asked too often.`);
  if (status === 401 || status === 403) {
    return new ModelFailure('refused', `${origin} refuses the key (${status}): store a valid one.`);
  }
  if (status !== undefined && (status < 200 || status > 299)) {
    return new ModelFailure('refused', `${origin} answered ${status}: check the address, and the name of the model.`);
  }
  return new ModelFailure('garbage', `${origin} answered something that is no answer of a language model.`);
}

function explainOutbound(error: OutboundError): ModelFailure {
  if (error.code === 'timeout') return new ModelFailure('timeout', `${error.message}.`);
  if (error.code.startsWith('blocked_')) return new ModelFailure('blocked', `${error.message}.`);
  if (error.code === 'protocol_error') return new ModelFailure('cut_off', `${error.message}.`);
  return new ModelFailure(error.code === 'too_large' ? 'garbage' : 'unreachable', `${error.message}.`);
}

/** Libraries wrap errors, sometimes several times. */
function outboundCause(error: unknown, depth = 0): OutboundError | undefined {
  if (error instanceof OutboundError) return error;
  if (depth > 4 || typeof error !== 'object' || error === null) return undefined;
  const { cause, lastError } = error as { cause?: unknown; lastError?: unknown };
  return outboundCause(cause ?? lastError, depth + 1);
}
