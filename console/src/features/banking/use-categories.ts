import { useMemo } from 'react';
import { useRead } from '../../app/api.ts';
import { useLanguage } from '../../app/language.ts';

/** The names of the categories in the reader's language, by id. */
export function useCategories(): ReadonlyMap<string, string> {
  const { language } = useLanguage();
  const { data } = useRead('GET /api/categories', {});
  return useMemo(
    () => new Map((data?.categories ?? []).map(({ id, name }) => [id, name[language]] as const)),
    [data, language],
  );
}
