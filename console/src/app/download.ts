import { type AnyInput, ApiError, addressOfOperation, getToken, type Operation, Unreachable } from './api.ts';

/** Reads a file and hands it to the browser to keep under this name. Rejects with `ApiError` or `Unreachable`. */
export async function download(operation: Operation, input: AnyInput, name: string): Promise<void> {
  const { accessToken } = await getToken();
  const asked = fetch(addressOfOperation(operation, input), { headers: { authorization: `Bearer ${accessToken}` } });
  const response = await asked.catch(() => {
    throw new Unreachable('The server can not be reached.');
  });
  if (!response.ok) throw new ApiError(response.status, await response.json().catch(() => ({})));
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
