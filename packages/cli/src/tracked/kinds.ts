import { createHash } from 'node:crypto';

/** What is kept as files, in the order in which it is pushed: what rules refer to comes before them. */
export const KINDS = ['tags', 'attributes', 'actions', 'articles', 'rules', 'prompts'] as const;
export type Kind = (typeof KINDS)[number];

/** What a file says, without its id: fields in their order, with every default. */
export type Content = Readonly<Record<string, unknown>>;

interface Field {
  shape: 'text' | 'flag' | 'texts' | 'list' | 'object';
  /** What it is when it is left out; without it the field is required. */
  otherwise?: unknown;
  isNullable?: boolean;
}

const text: Field = { shape: 'text' };
const words: Field = { shape: 'text', otherwise: '' };
const texts: Field = { shape: 'texts', otherwise: [] };
const list: Field = { shape: 'list', otherwise: [] };
const flag = (otherwise: boolean): Field => ({ shape: 'flag', otherwise });

/** The fields of each kind, as they stand in its files. */
export const FIELDS: Readonly<Record<Kind, Readonly<Record<string, Field>>>> = {
  rules: {
    name: text,
    description: text,
    labels: { shape: 'object', otherwise: {} },
    examples: texts,
    type: { shape: 'text', otherwise: 'intent' },
    triggerType: { shape: 'text', otherwise: null, isNullable: true },
    botIds: texts,
    inputSchema: { shape: 'object', otherwise: {} },
    flowConfig: { shape: 'object', otherwise: null, isNullable: true },
  },
  articles: {
    title: text,
    folder: words,
    questions: texts,
    keywords: texts,
    agentInstruction: words,
    escalation: flag(false),
    active: flag(true),
    public: flag(true),
    mainKnowledge: text,
  },
  prompts: { bot: words, hcPlanningPrompt: list, hcGuidelinePrompt: list, hcChannelPrompt: list },
  tags: {
    title: text,
    description: words,
    prompt: words,
    multiselect: flag(false),
    isOutputTagGroup: flag(false),
    tags: list,
  },
  attributes: { name: text, description: words, source: { shape: 'object' }, fields: list, botIds: texts },
  actions: { name: text, description: words, inputs: list, steps: list, outputs: list },
};

/** Whether a change waits as a draft until somebody publishes it. */
export const hasDrafts = (kind: Kind): boolean => kind === 'rules' || kind === 'articles';

/** The fields of a kind and no others; sets of ids in one order, whatever the server's. */
export function normalize(kind: Kind, raw: Readonly<Record<string, unknown>>): Content {
  const fields = Object.entries(FIELDS[kind]).map(([name, { otherwise }]) => {
    const value = raw[name] === undefined || raw[name] === null ? (otherwise ?? null) : raw[name];
    return [name, name === 'botIds' && Array.isArray(value) ? (value as string[]).toSorted() : value];
  });
  return Object.fromEntries(fields);
}

/** The same for the same content, whatever the order of its keys. */
export function hashOf(content: Content): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex')
    .slice(0, 32);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sorted(field)]),
  );
}

/** What people call it. */
export const nameOf = (content: Content): string =>
  textOf(content, 'name') || textOf(content, 'title') || textOf(content, 'bot');

/** A field that is a text; empty where it is not. */
export function textOf(content: Content | undefined, field: string): string {
  const value = content?.[field];
  return typeof value === 'string' ? value : '';
}
