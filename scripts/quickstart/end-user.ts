/** What an end user does on the hosted page, over plain HTTP: the page works without a script. */

export interface EndUser {
  /** Opens an address, as a browser does. */
  open(url: string): Promise<void>;
  /** Sends the form of the page that asks for this action, with these fields beside its own. */
  press(action: string, fields?: Record<string, string | string[]>): Promise<void>;
  /** Sends anything, and follows nothing. */
  send(path: string, fields: Record<string, string | string[]>): Promise<Response>;
  /** A hidden field of the page. */
  field(name: string): string;
  heading(): string;
  page(): { status: number; text: string; headers: Headers };
  path(): string;
  forgetCookies(): void;
}

/** Everything is asked of `base`, whatever host an address names. */
export function createEndUser(base: string): EndUser {
  const cookies = new Map<string, string>();
  let path = '';
  let page = { status: 0, text: '', headers: new Headers() };

  async function request(method: string, target: string, body?: URLSearchParams): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${base}${target}`, { method, body, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    return response;
  }
  async function show(response: Response, target: string): Promise<void> {
    const location = response.headers.get('location');
    if (response.status === 303 && location) return show(await request('GET', location), location);
    path = target;
    page = { status: response.status, text: await response.text(), headers: response.headers };
  }
  const form = (fields: Record<string, string | string[]>) =>
    new URLSearchParams(
      Object.entries(fields).flatMap(([name, values]) =>
        [values].flat().map((value): [string, string] => [name, value]),
      ),
    );
  const heading = () => decode(/<h1[^>]*>(.*?)<\/h1>/.exec(page.text)?.[1] ?? '');

  return {
    async open(url) {
      const { pathname, search } = new URL(url, base);
      await show(await request('GET', pathname + search), pathname + search);
    },
    async press(action, fields = {}) {
      const forms = [...page.text.matchAll(/<form method="post" action="([^"]*)"[\s\S]*?<\/form>/g)];
      const found = forms.find(([markup]) => markup.includes(`value="${action}"`));
      if (!found) throw new Error(`The page "${heading()}" has no form for ${action}.`);
      const hidden = [...found[0].matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
      const own = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
      const target = found[1] ?? '';
      await show(await request('POST', target, form({ ...own, action, ...fields })), target);
    },
    send: (target, fields) => request('POST', target, form(fields)),
    field: (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '',
    heading,
    page: () => ({ ...page, text: decode(page.text) }),
    path: () => path.split('?')[0] ?? '',
    forgetCookies: () => cookies.clear(),
  };
}

const decode = (text: string): string =>
  text.replaceAll('&#39;', "'").replaceAll('&amp;', '&').replaceAll('&quot;', '"');
