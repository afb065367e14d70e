/** Logging without secrets and personal data, and the pure functions that take them out of texts and JSON. */
export { createLogger, type Logger, type LogLevel } from './logger.ts';
export { redactJson } from './redact-json.ts';
export { redactText } from './redact-text.ts';
