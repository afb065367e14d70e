/** What was given can't be checked: says what is wrong and what to do. */
export class PlanError extends Error {
  override name = 'PlanError';
}
