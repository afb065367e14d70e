/**
 * XML as a stream of elements. Entities and document types are refused: no statement needs them, and they are how a small
 * file becomes a large one or reads other files.
 */
import { SaxesParser } from 'saxes';
import { type BankFile, BankFileError, peek } from '../bank-file.ts';

const MAX_DEPTH = 60;
/** Characters of one text, and of what lies between two tags. */
const MAX_TEXT_LENGTH = 100_000;

type Decoder = InstanceType<typeof TextDecoder>;

export interface XmlHandler {
  /** `name` is without its prefix. */
  open(name: string, attributes: Record<string, string>, line: number): void;
  close(name: string, text: string, line: number): void;
}

/** Feeds `handler` chunk by chunk and hands on what `take` has after each of them. Throws BankFileError. */
export async function* readXml<T>(file: BankFile, handler: XmlHandler, take: () => T[]): AsyncGenerator<T> {
  const parser = new SaxesParser({ fileName: file.name });
  const fail = (reason: string) => new BankFileError(file.name, parser.line, reason);
  const names: string[] = [];
  let text = '';
  let sinceEvent = 0;
  parser.on('doctype', () => {
    throw fail('contains a document type declaration, which is refused');
  });
  parser.on('opentag', ({ name, attributes }) => {
    sinceEvent = 0;
    text = '';
    names.push(name.slice(name.indexOf(':') + 1));
    if (names.length > MAX_DEPTH) throw fail(`nests deeper than ${MAX_DEPTH} elements`);
    handler.open(names.at(-1) as string, attributes as Record<string, string>, parser.line);
  });
  const addText = (more: string) => {
    text += more;
    if (text.length > MAX_TEXT_LENGTH) throw fail(`contains a text of more than ${MAX_TEXT_LENGTH} characters`);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    sinceEvent = 0;
    handler.close(names.pop() ?? '', text, parser.line);
    text = '';
  });
  parser.on('error', (error) => {
    throw fail(`is no well-formed XML: ${error.message.replace(/^[^:]*:\d+:\d+:\s*/, '')}`);
  });
  for await (const chunk of decodeXml(file, () => parser.line)) {
    sinceEvent += chunk.length;
    if (sinceEvent > MAX_TEXT_LENGTH * 4) throw fail('contains a tag or a text that does not end');
    parser.write(chunk);
    yield* take();
  }
  if (names.length > 0) throw fail(`the file is cut off: <${names.at(-1)}> is not closed`);
  parser.close();
}

const ENCODING = /^<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/;

/** In the encoding that the declaration names; bytes that are not of it are refused, not replaced. */
async function* decodeXml(file: BankFile, line: () => number): AsyncGenerator<string> {
  const decoder = createDecoder(file, await peek(file));
  for await (const chunk of file.read()) yield decode(decoder, chunk);
  yield decode(decoder);

  function decode(from: Decoder, chunk?: Uint8Array): string {
    try {
      return chunk ? from.decode(chunk, { stream: true }) : from.decode();
    } catch {
      throw new BankFileError(
        file.name,
        line(),
        `contains bytes that are no valid ${from.encoding.toUpperCase()}, which it is declared to be`,
      );
    }
  }
}

function createDecoder(file: BankFile, first: Uint8Array): Decoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  const declared =
    ENCODING.exec(
      Buffer.from(first.subarray(0, 300))
        .toString('latin1')
        .replace(/^\u00ef\u00bb\u00bf/, ''),
    )?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared, { fatal: true });
  } catch {
    throw new BankFileError(file.name, 1, `declares the encoding "${declared}", which is not known`);
  }
}
