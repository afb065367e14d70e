export type * from './api.gen.ts';
/** Each operation by its name: method, path, and what is particular about it. */
export { OPERATIONS } from './api.gen.ts';
export { createKontor, type Kontor, type KontorOptions } from './create-kontor.ts';
export type { Credentials } from './credentials.ts';
export { AnalysisError, ApiError, ConnectionError, KontorError, TimeoutError, WebhookError } from './errors.ts';
export type { AnswerPiece } from './stream-answer.ts';
export type { CallOptions, Input, Item, ListName, OperationName, Result } from './types.ts';
export { type ReceivedWebhook, verifyWebhook } from './verify-webhook.ts';
export type { WaitOptions } from './wait-for-analysis.ts';
