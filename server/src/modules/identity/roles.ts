import { API_KEY_SCOPES, CLIENT_SCOPES } from './scopes.ts';

export const ROLES = ['owner', 'editor', 'reviewer', 'analyst', 'viewer'] as const;

export type OperatorRole = (typeof ROLES)[number];

/** What only people may do. No key and no client can hold these, so a program can not make itself another key. */
const [KEYS, PEOPLE, REVIEW] = ['console:keys', 'console:people', 'console:review'] as const;

const [READ, WRITE] = API_KEY_SCOPES;
/** Where bank data may be told to is the owner's to decide. */
const BANK_DATA = CLIENT_SCOPES.filter((scope) => scope !== 'webhooks');

interface Rights {
  scopes: ReadonlySet<string>;
  /** Whether what is behind the banking API may only be looked at. */
  readsOnly: boolean;
}

const rights = (scopes: readonly string[], readsOnly = false): Rights => ({ scopes: new Set(scopes), readsOnly });

/**
 * What each role may do, in the scopes that keys and clients have too: owners all of it; editors what bots say, but see no
 * bank data; reviewers decide about drafts; analysts work with bank data; viewers look at everything and change nothing.
 */
const RIGHTS: Record<OperatorRole, Rights> = {
  owner: rights([READ, WRITE, REVIEW, KEYS, PEOPLE, ...CLIENT_SCOPES]),
  editor: rights([READ, WRITE, REVIEW]),
  reviewer: rights([READ, REVIEW]),
  analyst: rights([READ, ...BANK_DATA]),
  viewer: rights([READ, ...BANK_DATA], true),
};

/** Undefined for a word that is no role. */
export const rightsOf = (role: string): Rights | undefined => RIGHTS[role as OperatorRole];
