import type { Readable } from 'node:stream';
import { AppError, bodyTooLarge, type ErrorDefinition, invalidJson, validationFailed } from '#platform/http/errors.ts';
import { receiveUpload, type UploadOptions } from './upload/read-upload.ts';
import { UploadError, type UploadErrorCode } from './upload/upload-error.ts';

const DEFINITIONS: Record<UploadErrorCode, ErrorDefinition> = {
  invalid_json: invalidJson,
  validation_failed: validationFailed,
  body_too_large: bodyTooLarge,
};

/** Receives the body of an upload; what is wrong with it becomes an answer, now or when its rows are taken. */
export async function readUploadBody(chunks: Readable, options: UploadOptions) {
  try {
    const upload = await receiveUpload(chunks, options);
    return { value: { ...upload, rows: () => explained(upload.rows()) }, sha256: upload.sha256 };
  } catch (error) {
    // Nobody hears it; but a sender that hung up is no failure of the server.
    if (chunks.errored) throw new AppError(invalidJson, 'The body was cut off.', { cause: error });
    throw explain(error);
  }
}

async function* explained(rows: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* rows;
  } catch (error) {
    throw explain(error);
  }
}

function explain(error: unknown): unknown {
  if (!(error instanceof UploadError)) return error;
  const rest = error.errors.length > 1 ? ` (and ${error.errors.length - 1} more, see errors)` : '';
  return new AppError(DEFINITIONS[error.code], `${error.message}${rest}`, { errors: error.errors, cause: error });
}
