import { AppError, defineError, type FieldError } from '#platform/http/errors.ts';

export const ruleNotFound = defineError('rule_not_found', 404, 'There is no such rule in this workspace.');
export const ruleVersionNotFound = defineError('rule_version_not_found', 404, 'The rule never had this version.');
export const ruleInvalid = defineError(
  'rule_invalid',
  400,
  'The rule can not be played; every mistake is named with its place in the flow.',
);
export const instructionsNotUnderstood = defineError(
  'instructions_not_understood',
  400,
  'The instructions have a sentence that is none of the patterns which are read without a language model.',
);
export const ruleIsLive = defineError('rule_is_live', 409, 'The rule is live already; only a draft can be published.');
export const ruleIsDraft = defineError(
  'rule_is_draft',
  409,
  'The rule is a draft already; only of a live one a draft is made.',
);
export const ruleChanged = defineError(
  'rule_changed',
  409,
  'Somebody changed the rule after you read it, or after the draft was made: read it again.',
);

export const ruleRunMoved = defineError(
  'rule_run_moved',
  409,
  'Another request has gone on with the rule that the conversation is in; read the conversation before you send more.',
);

export const runMoved = () =>
  new AppError(
    ruleRunMoved,
    'Another request has gone on with this conversation meanwhile: read it before you send more.',
  );

export const noSuchRule = (id: string) =>
  new AppError(ruleNotFound, `There is no rule "${id.slice(0, 60)}" in this workspace.`);

/** @throws AppError 400 with every mistake, unless there is none. */
export function refuseMistakes(mistakes: FieldError[]) {
  const [first] = mistakes;
  if (!first) return;
  const more = mistakes.length > 1 ? `, and ${mistakes.length - 1} more` : '';
  throw new AppError(ruleInvalid, `${first.path} ${first.message}${more}.`, { errors: mistakes });
}
