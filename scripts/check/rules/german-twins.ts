import { GERMAN } from '../../../console/src/app/said/german.ts';
import type { SaidText } from '../said-texts.ts';
import type { Violation } from '../violation.ts';

/** Each sentence that the server says has a German twin, so that the German console speaks German everywhere. */
export function germanTwins(texts: readonly SaidText[]): Violation[] {
  return texts
    .filter(({ text }) => !Object.hasOwn(GERMAN, text))
    .map(({ text, path, line }) => ({
      rule: 'german-twins',
      path,
      line,
      message: `${JSON.stringify(text)} has no German twin: add it to a table of console/src/app/said/`,
    }));
}
