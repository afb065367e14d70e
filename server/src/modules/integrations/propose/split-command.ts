/**
 * Splits a command line into words as a POSIX shell would: quotes, backslashes, continued lines, and `$'…'`. Nothing is
 * expanded and nothing is run: `$(…)`, backquotes and variables stay the text they are.
 *
 * @returns undefined when a quote is not closed
 */
export function splitCommand(line: string): string[] | undefined {
  const words: string[] = [];
  let word: string | null = null;
  let rest = line.replaceAll(/\\\r?\n/g, ' ');
  while (rest !== '') {
    const [token = '', blank, ansi, single, double, escaped, plain] = TOKEN.exec(rest) ?? [];
    if (token === '') return undefined;
    rest = rest.slice(token.length);
    if (blank !== undefined) {
      if (word !== null) words.push(word);
      word = null;
      continue;
    }
    word = (word ?? '') + (unquoteAnsi(ansi) ?? single ?? unquoteDouble(double) ?? escaped ?? plain ?? '');
  }
  if (word !== null) words.push(word);
  return words;
}

const TOKEN = /^(?:(\s+)|\$'((?:[^'\\]|\\[\s\S])*)'|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+))/;
const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r' };

const unquoteDouble = (text: string | undefined) => text?.replaceAll(/\\(["\\$`])/g, '$1');
const unquoteAnsi = (text: string | undefined) =>
  text?.replaceAll(/\\([\s\S])/g, (_, character: string) => ESCAPES[character] ?? character);
