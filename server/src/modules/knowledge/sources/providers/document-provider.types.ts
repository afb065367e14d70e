import type { ReadDocument } from '../source.types.ts';

/** Something that a connected provider offers. */
export interface Resource {
  externalId: string;
  title: string;
  originalUrl: string;
  mimeType: string;
  /** What the provider calls this kind of thing. */
  object: string;
}

export interface ProviderAccess {
  baseUrl: string;
  /** The user that the token belongs to, where the provider wants it. */
  account: string | null;
  token: string;
}

/** Fetches JSON from the provider; throws `UnreadableDocument` with what is wrong. */
export type FetchJson = (request: {
  path: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: unknown;
}) => Promise<unknown>;

/** A place that documents live in. Pure but for `fetchJson`: it knows addresses and shapes, not connections. */
export interface DocumentProvider {
  /** Where its API lives when the connection doesn't say; null: the connection has to. */
  defaultBaseUrl: string | null;
  headers(access: ProviderAccess): Record<string, string>;
  listResources(fetchJson: FetchJson): Promise<Resource[]>;
  read(fetchJson: FetchJson, externalId: string): Promise<ReadDocument>;
}

/** Resources listed at most: what is beyond is found by asking for it by id. */
export const MOST_RESOURCES = 5_000;
