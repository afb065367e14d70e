import { defineError } from '#platform/http/errors.ts';

export const noLanguageModel = defineError('no_language_model', 404, 'This workspace has chosen no language model.');
