/**
 * Finds where a text stops being JSON (RFC 8259) and what should stand there. It runs only after JSON.parse has refused
 * the text: the engine's own messages give no position for many errors and quote the text, which is personal data here.
 */

interface JsonFault {
  /** Index of the first wrong byte; the length of the text when it ends too early. */
  index: number;
  /** What should stand there, to be read after "expected". */
  expected: string;
}

type State = 'value' | 'first-value' | 'first-key' | 'key' | 'colon' | 'after-value';

const EXPECTED: Record<State, string> = {
  value: 'a value',
  'first-value': 'a value or "]"',
  'first-key': 'a property name in double quotes or "}"',
  key: 'a property name in double quotes',
  colon: '":"',
  'after-value': 'the end of the body',
};

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const LITERALS = ['true', 'false', 'null'] as const;

/** The first fault of a UTF-8 text as JSON, or null when it is one complete value. */
export function locateJsonError(bytes: Uint8Array): JsonFault | null {
  const open: number[] = [];
  let state: State = 'value';
  let i = 0;
  for (;;) {
    while (isBlank(bytes[i])) i++;
    const byte = bytes[i];
    if (state === 'after-value') {
      const container = open.at(-1);
      if (container === undefined) return byte === undefined ? null : { index: i, expected: EXPECTED[state] };
      const close = container === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY;
      if (byte === close) open.pop();
      else if (byte === 0x2c) state = container === OPEN_OBJECT ? 'key' : 'value';
      else return { index: i, expected: `"," or "${String.fromCharCode(close)}"` };
      i++;
    } else if (state === 'colon') {
      if (byte !== 0x3a) return { index: i, expected: EXPECTED[state] };
      state = 'value';
      i++;
    } else if ((byte === CLOSE_ARRAY && state === 'first-value') || (byte === CLOSE_OBJECT && state === 'first-key')) {
      open.pop();
      state = 'after-value';
      i++;
    } else if (state === 'first-key' || state === 'key') {
      if (byte !== QUOTE) return { index: i, expected: EXPECTED[state] };
      const end = readString(bytes, i);
      if (typeof end !== 'number') return end;
      state = 'colon';
      i = end;
    } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      open.push(byte);
      state = byte === OPEN_OBJECT ? 'first-key' : 'first-value';
      i++;
    } else {
      const end = readScalar(bytes, i, EXPECTED[state]);
      if (typeof end !== 'number') return end;
      state = 'after-value';
      i = end;
    }
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function isHexDigit(byte: number | undefined): boolean {
  return isDigit(byte) || (byte !== undefined && /[a-f]/i.test(String.fromCharCode(byte)));
}

/** Each reader returns the index behind what it read, or the fault. */
function readScalar(bytes: Uint8Array, start: number, expected: string): number | JsonFault {
  const byte = bytes[start];
  if (byte === QUOTE) return readString(bytes, start);
  if (byte === 0x2d || isDigit(byte)) return readNumber(bytes, start);
  for (const literal of LITERALS) {
    if (byte === literal.charCodeAt(0)) return readLiteral(bytes, start, literal);
  }
  return { index: start, expected };
}

function readLiteral(bytes: Uint8Array, start: number, literal: string): number | JsonFault {
  for (let k = 0; k < literal.length; k++) {
    if (bytes[start + k] !== literal.charCodeAt(k)) return { index: start + k, expected: literal };
  }
  return start + literal.length;
}

function readNumber(bytes: Uint8Array, start: number): number | JsonFault {
  let i = bytes[start] === 0x2d ? start + 1 : start;
  const skipDigits = (): boolean => {
    const from = i;
    while (isDigit(bytes[i])) i++;
    return i > from;
  };
  if (bytes[i] === 0x30) i++;
  else if (!skipDigits()) return { index: i, expected: 'a digit' };
  if (bytes[i] === 0x2e) {
    i++;
    if (!skipDigits()) return { index: i, expected: 'a digit' };
  }
  if (bytes[i] === 0x65 || bytes[i] === 0x45) {
    i++;
    if (bytes[i] === 0x2b || bytes[i] === 0x2d) i++;
    if (!skipDigits()) return { index: i, expected: 'a digit' };
  }
  return i;
}

function readString(bytes: Uint8Array, start: number): number | JsonFault {
  let i = start + 1;
  for (;;) {
    const byte = bytes[i];
    if (byte === undefined) return { index: i, expected: 'the closing quote of a string' };
    if (byte === QUOTE) return i + 1;
    if (byte < 0x20) return { index: i, expected: 'no raw control character in a string' };
    if (byte === BACKSLASH) {
      const escape = bytes[i + 1];
      if (escape === 0x75) {
        for (let k = i + 2; k < i + 6; k++) {
          if (!isHexDigit(bytes[k])) return { index: k, expected: 'four hexadecimal digits after \\u' };
        }
        i += 6;
      } else if (escape !== undefined && '"\\/bfnrt'.includes(String.fromCharCode(escape))) i += 2;
      else return { index: i + 1, expected: 'one of "\\/bfnrtu after a backslash' };
    } else if (byte < 0x80) i++;
    else {
      const length = characterLength(bytes, i);
      if (length === 0) return { index: i, expected: 'valid UTF-8' };
      i += length;
    }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes of the UTF-8 character that starts at `i`; 0 if there is none. */
function characterLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] as number;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  try {
    return i + length <= bytes.length && utf8.decode(bytes.subarray(i, i + length)).length > 0 ? length : 0;
  } catch {
    return 0;
  }
}
