/** What the page and the frame tell each other by `postMessage`; each looks where it comes from. */
export type ToFrame =
  /** Who the visitor is: a token that the company's server has signed, or nobody. */
  { kontor: 'identify'; token: string | null } | { kontor: 'opened' };

export type ToPage = { kontor: 'ready' } | { kontor: 'close' } | { kontor: 'unread'; count: number };
