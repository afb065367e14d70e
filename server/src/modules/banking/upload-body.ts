import type { Readable } from 'node:stream';
import { AppError, bodyTooLarge, type ErrorDefinition, invalidJson, validationFailed } from '#platform/http/errors.ts';
import { readUpload, type UploadOptions } from './upload/read-upload.ts';
import { UploadError, type UploadErrorCode } from './upload/upload-error.ts';

const DEFINITIONS: Record<UploadErrorCode, ErrorDefinition> = {
  invalid_json: invalidJson,
  validation_failed: validationFailed,
  body_too_large: bodyTooLarge,
};

/** Reads the body of an upload while it arrives; what is wrong with it becomes an answer. */
export async function readUploadBody(chunks: Readable, options: UploadOptions) {
  try {
    const upload = await readUpload(chunks, options);
    return { value: upload, sha256: upload.sha256 };
  } catch (error) {
    // Nobody hears it; but a sender that hung up is no failure of the server.
    if (chunks.errored) throw new AppError(invalidJson, 'The body was cut off.', { cause: error });
    if (!(error instanceof UploadError)) throw error;
    const rest = error.errors.length > 1 ? ` (and ${error.errors.length - 1} more, see errors)` : '';
    throw new AppError(DEFINITIONS[error.code], `${error.message}${rest}`, {
      errors: error.errors,
      cause: error,
    });
  }
}
