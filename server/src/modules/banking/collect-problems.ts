import { invalidFields } from '#platform/http/errors.ts';
import { ProblemList, UploadError } from './upload/upload-error.ts';

/** Runs checks that tell a list of what they find; any finding is one answer that names them all. */
export async function collectProblems<T>(check: (problems: ProblemList) => T | Promise<T>): Promise<T> {
  const problems = new ProblemList();
  try {
    const result = await check(problems);
    problems.throwIfAny();
    return result;
  } catch (error) {
    if (error instanceof UploadError) throw invalidFields(error.errors);
    throw error;
  }
}

/** The same id twice in one body would make its order matter. */
export function refuseRepeated(ids: string[], path: string, field: string, problems: ProblemList): void {
  const first = new Map<string, number>();
  for (const [n, id] of ids.entries()) {
    const before = first.get(id);
    if (before !== undefined) problems.add(`${path}/${n}/${field}`, `stands already at ${path}/${before}/${field}`);
    else first.set(id, n);
  }
}
