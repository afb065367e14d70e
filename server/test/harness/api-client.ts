export interface ApiAnswer {
  status: number;
  headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into bodies of every shape
  body: any;
  text: string;
}

type HeaderFields = Record<string, string>;

export interface ApiClient {
  get(path: string, headers?: HeaderFields): Promise<ApiAnswer>;
  post(path: string, body?: unknown, headers?: HeaderFields): Promise<ApiAnswer>;
  patch(path: string, body?: unknown, headers?: HeaderFields): Promise<ApiAnswer>;
  delete(path: string, body?: unknown, headers?: HeaderFields): Promise<ApiAnswer>;
  /** Any method, and a body as it is: text, bytes or a stream. */
  send(
    method: string,
    path: string,
    options?: { body?: RequestInit['body']; headers?: HeaderFields },
  ): Promise<ApiAnswer>;
}

/** Speaks HTTP over a real socket; `body` is sent as JSON. */
export function createApiClient(base: string, credentials: HeaderFields): ApiClient {
  const send: ApiClient['send'] = async (method, path, { body, headers } = {}) => {
    const response = await fetch(`${base}${path}`, {
      method,
      body,
      headers: { ...credentials, ...headers },
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  };
  const json = (method: string) => (path: string, body?: unknown, headers?: HeaderFields) =>
    body === undefined
      ? send(method, path, { headers })
      : send(method, path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
  return {
    send,
    get: (path, headers) => send('GET', path, { headers }),
    post: json('POST'),
    patch: json('PATCH'),
    delete: json('DELETE'),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
