/** Files go to the server by themselves, for only this way of sending says how far it is. */
import type { AnyInput, Operation, Result } from './api.ts';
import { ApiError, addressOfOperation, getToken, parseAnswer, Unreachable } from './api.ts';

interface Upload extends AnyInput {
  form: FormData;
  /** From 0 to 1. */
  onProgress?: (share: number) => void;
  /** Stops it; nobody hears of it any more then. */
  signal?: AbortSignal;
}

/** Sends a form with files. Rejects with `ApiError` or `Unreachable`. */
export async function upload<K extends Operation>(operation: K, { form, onProgress, signal, ...input }: Upload) {
  const { accessToken } = await getToken();
  return new Promise<Result<K>>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(operation.split(' ')[0] ?? '', addressOfOperation(operation, input));
    request.setRequestHeader('authorization', `Bearer ${accessToken}`);
    request.setRequestHeader('kontor-console', '1');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0));
    request.addEventListener('error', () => reject(new Unreachable('The server can not be reached.')));
    request.addEventListener('load', () => {
      const body = parseAnswer(request.responseText);
      if (request.status < 300) resolve(body);
      else reject(new ApiError(request.status, body ?? {}));
    });
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
