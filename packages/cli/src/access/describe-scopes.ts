/** The scopes of a token in a line: each by its name, but for the many that open one part of one analysis. */
export function describeScopes(scope: string): string {
  const scopes = scope.split(' ');
  const areas = scopes.filter((each) => !/^(person|company)-/.test(each));
  const parts = scopes.length - areas.length;
  return [...areas, ...(parts > 0 ? [`${parts} parts of analyses`] : [])].join(', ');
}
