/** OFX 1 is SGML: a leaf has no closing tag. It is read into the same events as XML. */
import { type BankFile, BankFileError } from '../bank-file.ts';
import { decodeText, detectCharset } from '../decode-text.ts';
import type { XmlHandler } from '../xml/read-xml.ts';

const MAX_TOKEN_LENGTH = 100_000;
const MAX_DEPTH = 60;
const TOKEN = /<(\/?)([A-Za-z][\w.:-]*)\s*(\/?)>([^<]*)/gy;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Feeds `handler` and hands on what `take` has after each chunk. Throws BankFileError when the file is cut off or no OFX. */
export async function* readSgml<T>(file: BankFile, handler: XmlHandler, take: () => T[]): AsyncGenerator<T> {
  const open: string[] = [];
  let leaf: { name: string; text: string } | null = null;
  let rest = '';
  let line = 1;
  let begun = false;
  const endLeaf = () => {
    if (leaf) handler.close(leaf.name, leaf.text, line);
    leaf = null;
  };
  const takeToken = (closing: boolean, name: string, text: string) => {
    if (closing) {
      if (leaf?.name === name) return endLeaf();
      endLeaf();
      const at = open.lastIndexOf(name);
      if (at < 0) return;
      // Whatever was left open inside ends with it.
      while (open.length > at) handler.close(open.pop() as string, '', line);
    } else {
      endLeaf();
      handler.open(name, {}, line);
      if (text !== '') leaf = { name, text };
      else if (open.push(name) > MAX_DEPTH)
        throw new BankFileError(file.name, line, `nests deeper than ${MAX_DEPTH} elements`);
    }
  };
  for await (const chunk of decodeText(file, await detectCharset(file))) {
    rest += chunk;
    if (!begun) {
      const start = rest.search(/<OFX\s*>/i);
      if (start < 0 && rest.length > MAX_TOKEN_LENGTH) throw new BankFileError(file.name, 1, 'contains no <OFX>');
      if (start < 0) continue;
      begun = true;
      line += countLines(rest.slice(0, start));
      rest = rest.slice(start);
    }
    // The text behind the last tag may go on in the next chunk.
    const complete = rest.lastIndexOf('<');
    rest = consume(rest.slice(0, complete)) + rest.slice(complete);
    if (rest.length > MAX_TOKEN_LENGTH)
      throw new BankFileError(file.name, line, 'contains a tag or text that does not end');
    yield* take();
  }
  if (consume(rest) !== '' || !begun)
    throw new BankFileError(file.name, line, begun ? 'the file is cut off within a tag' : 'contains no <OFX>');
  endLeaf();
  if (open.length > 0) throw new BankFileError(file.name, line, `the file is cut off: <${open.at(-1)}> is not closed`);

  /** Takes all tokens of `text`; what is left is no token. */
  function consume(text: string): string {
    TOKEN.lastIndex = 0;
    let end = 0;
    for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
      takeToken(found[1] === '/', (found[2] as string).toUpperCase(), decodeEntities((found[4] as string).trim()));
      line += countLines(found[0]);
      end = TOKEN.lastIndex;
    }
    const left = text.slice(end);
    if (left !== '' && /^<[?!]/.test(left))
      throw new BankFileError(file.name, line, 'contains a declaration, which is refused');
    return left;
  }
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

const decodeEntities = (text: string) =>
  text.includes('&') ? text.replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '') : text;
