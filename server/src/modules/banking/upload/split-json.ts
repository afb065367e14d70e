/**
 * Reads a JSON document while it streams and hands out the elements of its large arrays as soon as they are complete.
 *
 * The document is cut into nested levels: level 0 is the document itself, level n+1 the array that stands under
 * `keys[n]` in the document (n = 0) or in an element of level n. The bytes of a level are copied without those of the
 * levels inside (an empty array stays in their place), cut at the commas between its elements, and parsed in batches by
 * JSON.parse. Only brackets, strings, commas and colons are looked at here; a document whose pieces all pass JSON.parse
 * and whose brackets match is valid JSON, and any valid document gives such pieces, so the verdict is that of JSON.parse.
 */
import { isUtf8 } from 'node:buffer';
import { appendBytes, createCapture, dropBytes, type ElementCapture, offsetOf } from './element-capture.ts';
import { locateJsonError } from './locate-json-error.ts';
import { UploadError } from './upload-error.ts';

export interface SplitLevel {
  /** Key under which the next level stands, in the document (first level) or in each element (others). */
  childKey: string | null;
  /** An element (with the whitespace around it) may have so many bytes, without the levels inside. */
  maxElementBytes: number;
  /** Elements are handed out when so many bytes of them have come together; 0 = each as it ends. */
  batchBytes: number;
}

export interface SplitHandler {
  /** An array of level `level` begins. */
  open(level: number): void;
  /** Complete elements of a level, the first of them number `first` of its array. `plain`: no string has an escape. */
  elements(level: number, elements: unknown[], first: number, plain: boolean): void;
  /** The body nests too deep, or an element is too long: where that is, as level and number of the element. */
  refuse(level: number, index: number, reason: 'depth' | 'size'): never;
}

interface OpenLevel extends SplitLevel {
  capture: ElementCapture;
  /** Depth of brackets inside its array; 0 for the document. */
  depth: number;
  /** Number of the first element in the copy. */
  first: number;
  /** Commas between elements in the copy, and where the last one stands. */
  commas: number;
  lastComma: number;
  cut: boolean;
}

const MAX_DEPTH = 64;
const OBJECT = 0x7b;
const ARRAY = 0x5b;
const CLOSE_OBJECT = 0x7d;
const CLOSE_ARRAY = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** 1 for the bytes that structure a document outside of strings. */
const STRUCTURAL = new Uint8Array(256);
for (const byte of [OBJECT, ARRAY, CLOSE_OBJECT, CLOSE_ARRAY, COMMA, COLON, QUOTE]) STRUCTURAL[byte] = 1;

/** A splitter for one document: `push` each part of its bytes, then `finish`. Throws UploadError `invalid_json`. */
export class JsonSplitter {
  readonly #levels: OpenLevel[];
  readonly #handler: SplitHandler;
  readonly #stack = new Uint8Array(MAX_DEPTH + 1);
  #current = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** The last key of an object whose values may be the next level: its place in the copy. */
  #keyStart = -1;
  #keyEnd = -1;
  /** The value that follows is the next level, if it is an array; a bracket or comma decides. */
  #armed = false;
  /** Bytes of the body before the part that is being read. */
  #consumed = 0;
  /** The part being read, and its first byte that isn't copied yet. */
  #part: Uint8Array = new Uint8Array(0);
  #copied = 0;

  constructor(levels: SplitLevel[], handler: SplitHandler) {
    this.#handler = handler;
    this.#levels = levels.map((level, n) => ({
      ...level,
      capture: createCapture(n === 0 ? '' : '['),
      depth: n * 2,
      first: 0,
      commas: 0,
      lastComma: 0,
      cut: false,
    }));
  }

  /** Number of the element of a level that is being read. */
  indexOf(level: number): number {
    const { first, commas } = this.#levels[level] as OpenLevel;
    return first + commas;
  }

  push(part: Uint8Array): void {
    this.#part = part;
    this.#copied = 0;
    this.#scan(part);
    this.#copyUpTo(part.length);
    this.#consumed += part.length;
    const level = this.#levels[this.#current] as OpenLevel;
    if (level.lastComma > 0 && level.capture.length >= level.batchBytes) this.#cut(this.#current, level.lastComma);
    if (level.capture.length - level.lastComma > level.maxElementBytes) {
      this.#handler.refuse(this.#current, this.indexOf(this.#current), 'size');
    }
  }

  finish(): void {
    const { capture } = this.#levels[0] as OpenLevel;
    if (this.#depth > 0 || this.#inString) this.#failWithSyntax();
    this.#blankByteOrderMark();
    this.#handler.elements(0, [this.#parse(capture.bytes.subarray(0, capture.length))], 0, false);
  }

  /** The hot loop: about a nanosecond per byte, so it works on locals and leaves for brackets and keys only. */
  #scan(part: Uint8Array): void {
    const end = part.length;
    let inString = this.#inString;
    let escaped = this.#escaped;
    let i = 0;
    while (i < end) {
      if (inString) {
        if (escaped) {
          escaped = false;
          i++;
        }
        let byte = 0;
        while (i < end && (byte = part[i] as number) !== QUOTE && byte !== BACKSLASH) i++;
        if (i === end) break;
        if (byte === QUOTE) {
          inString = false;
          if (this.#keyStart >= 0 && this.#keyEnd < 0) this.#keyEnd = this.#position(i) + 1;
        } else escaped = true;
        i++;
        continue;
      }
      const byte = part[i] as number;
      if (STRUCTURAL[byte] === 1) {
        if (byte === QUOTE) {
          inString = true;
          this.#beginString(i);
        } else if (byte === COMMA) this.#comma(i);
        else if (byte === COLON) this.#colon(i);
        else if (byte === OBJECT || byte === ARRAY) this.#openBracket(byte, i);
        else this.#closeBracket(byte, i);
      }
      i++;
    }
    this.#inString = inString;
    this.#escaped = escaped;
  }

  #position(i: number): number {
    return (this.#levels[this.#current] as OpenLevel).capture.length + (i - this.#copied);
  }

  #copyUpTo(end: number): void {
    const level = this.#levels[this.#current] as OpenLevel;
    appendBytes(level.capture, this.#part, this.#copied, end, this.#consumed + this.#copied);
    this.#copied = end;
  }

  /** True directly inside an element; where that is an array, a colon is a fault that JSON.parse finds. */
  #atKeys(level: OpenLevel): boolean {
    return level.childKey !== null && this.#depth === level.depth + 1;
  }

  #beginString(i: number): void {
    const level = this.#levels[this.#current] as OpenLevel;
    if (level.childKey === null) return;
    this.#keyEnd = -1;
    this.#keyStart = this.#atKeys(level) ? this.#position(i) : -1;
  }

  #colon(i: number): void {
    const level = this.#levels[this.#current] as OpenLevel;
    if (this.#keyEnd < 0 || !this.#atKeys(level)) return;
    const start = this.#keyStart;
    const end = this.#keyEnd;
    this.#keyStart = -1;
    this.#keyEnd = -1;
    const childKey = level.childKey as string;
    if (end - start < childKey.length + 2) return;
    this.#copyUpTo(i);
    const key = level.capture.bytes.toString('latin1', start, end);
    this.#armed = key === `"${childKey}"` || (key.includes('\\') && parseKey(key) === childKey);
  }

  #comma(i: number): void {
    const level = this.#levels[this.#current] as OpenLevel;
    this.#armed = false;
    if (this.#depth !== level.depth || this.#depth === 0) return;
    level.commas++;
    level.lastComma = this.#position(i);
    if (level.batchBytes === 0) {
      this.#copyUpTo(i + 1);
      this.#cut(this.#current, level.lastComma);
    }
  }

  #openBracket(byte: number, i: number): void {
    if (this.#depth === MAX_DEPTH) this.#handler.refuse(this.#current, this.indexOf(this.#current), 'depth');
    this.#stack[++this.#depth] = byte;
    if (!this.#armed) return;
    this.#armed = false;
    if (byte !== ARRAY) return;
    this.#copyUpTo(i + 1);
    this.#current++;
    const level = this.#levels[this.#current] as OpenLevel;
    level.first = 0;
    level.cut = false;
    this.#handler.open(this.#current);
  }

  #closeBracket(byte: number, i: number): void {
    if (this.#stack[this.#depth] !== (byte === CLOSE_OBJECT ? OBJECT : ARRAY)) {
      this.#copyUpTo(i + 1);
      this.#failWithSyntax();
    }
    const level = this.#levels[this.#current] as OpenLevel;
    if (this.#depth === level.depth) {
      this.#copyUpTo(i);
      this.#cut(this.#current, level.capture.length);
      this.#current--;
    }
    this.#depth--;
  }

  /** Parses the elements that stand before `end` of the copy, where a comma or the closing bracket stood, and drops them. */
  #cut(index: number, end: number): void {
    const level = this.#levels[index] as OpenLevel;
    const { capture } = level;
    const atComma = end < capture.length;
    capture.bytes[end] = CLOSE_ARRAY;
    const text = capture.bytes.subarray(0, end + 1);
    const elements = this.#parse(text) as unknown[];
    if (elements.length === 0 && (atComma || level.cut)) {
      failAt(atComma ? offsetOf(capture, end) : this.#consumed + this.#copied, 'expected a value');
    }
    if (elements.length > 0) {
      this.#handler.elements(index, elements, level.first, text.indexOf(BACKSLASH) < 0);
    }
    level.first += elements.length;
    level.commas = 0;
    level.lastComma = 0;
    level.cut = atComma;
    if (atComma) dropBytes(capture, 1, end + 1);
    else {
      capture.length = 1;
      capture.segments = [];
    }
  }

  #parse(text: Buffer): unknown {
    if (!isUtf8(text)) this.#failWithSyntax(text);
    try {
      return JSON.parse(text.toString('utf8'));
    } catch {
      return this.#failWithSyntax(text);
    }
  }

  /** Finds the first fault in what has been copied; `text` is the part of the current level that was refused. */
  #failWithSyntax(text?: Buffer): never {
    this.#blankByteOrderMark();
    for (let n = 0; n <= this.#current; n++) {
      const { capture } = this.#levels[n] as OpenLevel;
      const innermost = n === this.#current;
      const bytes = innermost && text !== undefined ? text : capture.bytes.subarray(0, capture.length);
      const fault = locateJsonError(bytes);
      const endsEarly = fault?.index === bytes.length;
      // Where an inner level stands, the copy of an outer one breaks off: that is no fault of it.
      if (fault === null || (endsEarly && !innermost)) continue;
      if (!endsEarly) failAt(offsetOf(capture, fault.index), `expected ${fault.expected}`);
      failAt(this.#consumed, `the body ends where it needs ${fault.expected}`);
    }
    return failAt(this.#consumed, 'the text is no valid JSON');
  }

  /** A UTF-8 byte order mark is tolerated: to the parser it is three blanks. */
  #blankByteOrderMark(): void {
    const { bytes, length } = (this.#levels[0] as OpenLevel).capture;
    if (length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes.fill(0x20, 0, 3);
  }
}

function failAt(offset: number, reason: string): never {
  throw new UploadError('invalid_json', [{ path: '/', message: `Invalid JSON at byte ${offset}: ${reason}` }]);
}

function parseKey(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
