/** How the operator lets Kontor reach banks: plain data, so that a worker thread gets it as it is. */
export interface BankAccess {
  /** Where the embedded demo bank listens, such as `http://127.0.0.1:49152`; null when it is not offered. */
  readonly sandboxUrl: string | null;
  /** Banks with an XS2A interface; null when none are configured. */
  readonly xs2a: Xs2aFiles | null;
}

/** Paths of files, all PEM but the list of banks, which is JSON (docs/providers.md). */
export interface Xs2aFiles {
  readonly banks: string;
  /** Client certificate of the TLS connection (QWAC). */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Certificate that signs requests (QSEAL). */
  readonly seal: { readonly cert: string; readonly key: string } | null;
  /** Authorities to trust instead of the system's, for test interfaces of banks. */
  readonly ca: string | null;
}

export const NO_BANK_ACCESS: BankAccess = { sandboxUrl: null, xs2a: null };
