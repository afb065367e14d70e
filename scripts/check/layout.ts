// Where things live in the house, and which way imports may point. ARCHITECTURE.md shows the same picture to people.

/**
 * The modules by level. A module imports lower levels only, never its own level. `webhooks` hears of everything through
 * events, so it stands above all others and is imported by none of them; `demo` fills an empty database by their front
 * doors and stands at the very top. `personas` makes up bank data for the sandbox bank and the demo, and needs nobody.
 */
export const MODULE_LEVELS: Readonly<Record<string, number>> = {
  personas: 1,
  identity: 1,
  users: 2,
  bots: 2,
  'language-model': 2,
  banking: 3,
  knowledge: 3,
  categorization: 4,
  integrations: 4,
  analysis: 5,
  conversations: 5,
  rulebook: 6,
  drafting: 6,
  agent: 7,
  widget: 8,
  webhooks: 8,
  live: 8,
  overview: 8,
  mcp: 8,
  demo: 9,
};

/** Modules that only the composition (the files directly in `server/src`) and `demo` may import. */
export const UNIMPORTED_MODULES: ReadonlySet<string> = new Set(['webhooks', 'live', 'overview', 'mcp', 'demo']);

export const SERVER_SOURCE = 'server/src/';
export const CONFIG_FILE = 'server/src/config.ts';
export const MIGRATIONS = 'server/migrations/';

/** The part of the server a file belongs to: `platform`, a module's name, `config`, `composition`, or null outside. */
export function ownerOf(path: string): string | null {
  if (!path.startsWith(SERVER_SOURCE)) return null;
  if (path === CONFIG_FILE) return 'config';
  const [first = '', second = '', ...rest] = path.slice(SERVER_SOURCE.length).split('/');
  if (second === '') return 'composition';
  if (first === 'platform') return 'platform';
  return first === 'modules' && rest.length > 0 ? second : 'composition';
}

/** The level of an owner: 0 for the platform, undefined for a name that has none. */
export function levelOf(owner: string): number | undefined {
  return owner === 'platform' ? 0 : MODULE_LEVELS[owner];
}

/** What is read as one thing: a module, the platform, or a folder of the repository outside the server. */
export function unitOf(path: string): string {
  return ownerOf(path) ?? path.split('/')[0] ?? '';
}

/** Tests, and the code that only tests import: `*.testing.ts`, and all of a folder named `testing`. */
export function isTest(path: string): boolean {
  return /\.(test|testing)\.tsx?$/.test(path) || path.startsWith('server/test/') || path.includes('/testing/');
}

/** TypeScript and JavaScript written by hand. */
export function isCode(path: string): boolean {
  return /\.(ts|tsx|mts|js|mjs)$/.test(path) && !/\.(gen|d)\.ts$/.test(path);
}
