import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { createRule } from '#modules/rulebook/index.ts';

const FOLDER = join(import.meta.dirname, 'rules');

type NewRule = Parameters<typeof createRule>[1];

/**
 * Reads `rules/*.json`, each the body of a new rule, by name. They name articles of the help centre by their keys, for ids are
 * made at every first start: these are put in their place.
 */
export function readCompanyRules(articleIds: ReadonlyMap<string, string>): NewRule[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
  const idOf = (key: string) => articleIds.get(key) ?? key;
  return files
    .sort()
    .map((file) =>
      JSON.parse(readFileSync(join(FOLDER, file), 'utf8'), (name, value) =>
        name === 'articleId' ? { en: idOf(value.en), de: idOf(value.de) } : value,
      ),
    );
}
