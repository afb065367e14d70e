import { ApiError, type Input, type Kontor } from 'kontor-sdk';
import type { LocalFile, Mistake } from './folder.ts';
import { place } from './validate.ts';

/** What the server finds wrong with rules, with file and line of each mistake. */
export async function checkRules(kontor: Kontor, files: readonly LocalFile[]): Promise<Mistake[]> {
  const found: Mistake[] = [];
  for (const file of files) {
    const { flowConfig, inputSchema } = file.content;
    if (flowConfig === null) continue;
    const body = { flowConfig, inputSchema } as Input<'checkRule'>['body'];
    const problems = await kontor
      .checkRule({ body })
      .then((answer) => answer.problems)
      .catch((error: unknown) => {
        if (error instanceof ApiError && error.fields.length > 0) return error.fields;
        throw error;
      });
    found.push(...problems.map((problem) => place(file, problem)));
  }
  return found;
}
