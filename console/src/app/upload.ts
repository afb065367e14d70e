/** Files go to the server by themselves, for only this way of sending says how far it is. */
import type { Operation, Result } from './api.ts';
import { ApiError, addressOfOperation, getToken, parseAnswer, Unreachable } from './api.ts';

interface Upload {
  params?: Record<string, string>;
  form: FormData;
  /** From 0 to 1. */
  onProgress?: (share: number) => void;
}

/** Sends a form with files. Rejects with `ApiError` or `Unreachable`. */
export async function upload<K extends Operation>(operation: K, { params, form, onProgress }: Upload) {
  const { accessToken } = await getToken();
  return new Promise<Result<K>>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(operation.split(' ')[0] ?? '', addressOfOperation(operation, params));
    request.setRequestHeader('authorization', `Bearer ${accessToken}`);
    request.setRequestHeader('kontor-console', '1');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0));
    request.addEventListener('error', () => reject(new Unreachable('The server can not be reached.')));
    request.addEventListener('load', () => {
      const body = parseAnswer(request.responseText);
      if (request.status < 300) resolve(body);
      else reject(new ApiError(request.status, body ?? {}));
    });
    request.send(form);
  });
}
